// How a composition comes to a figure, for messages: the places of the parts that bear on it, and each part with what
// it adds.

import type { Composition, Material } from '../model/composition.ts';
import type { Span } from '../text/span.ts';
import { exactly, type Interval, isNothing } from '../values/interval.ts';
import { isPositive, zero } from '../values/rational.ts';
import { showRange } from '../values/show.ts';
import type { Derived } from './derive.ts';
import { type Vocabulary, valueIn } from './measure.ts';
import { hiddenOfProduct } from './whole.ts';

export interface Working {
  readonly places: readonly Span[];
  /** `[60 %, 70 %] polypropylene with [20 %, 30 %]`, one per part. */
  readonly parts: readonly string[];
}

const MOST_SHOWN = 6;

const show = (share: Interval): string => showRange(share, 'share');

export function workingOf(
  composition: Composition,
  { link, truth }: Derived,
  vocabulary: Vocabulary,
): Working {
  const { measure } = link;
  const { materials, hidden } = composition;
  const kept = hiddenOfProduct(composition) ?? exactly(zero);
  const rest = isNothing(kept) ? [] : [`${show(kept)} hidden`];
  const places = [...materials.map(({ at }) => at), ...hidden.map(({ at }) => at)];
  if (measure.kind === 'one-material') return shortened(places, [...materials.map(shareInWords), ...rest]);
  if (measure.kind === 'kept-back') {
    const secrets = materials.flatMap((material) => material.hidden.map((each) => ({ material, ...each })));
    const parts = secrets.map(({ material, share }) => `${show(share)} of ${material.name} hidden`);
    const spans = [...secrets.map(({ at }) => at), ...hidden.map(({ at }) => at)];
    return shortened(spans.length === 0 ? places : spans, [...parts, ...rest]);
  }
  if (measure.kind === 'substances') {
    const named = materials.flatMap((material) => material.substances.map((each) => ({ material, ...each })));
    const parts = named.map(
      ({ material, name, share }) => `${show(share)} ${name} in ${shareInWords(material)}`,
    );
    const secret = materials.flatMap(({ name, hidden: some }) =>
      some.map(({ share }) => `${show(share)} hidden in ${name}`),
    );
    const spans = named.length === 0 ? places : named.map(({ at }) => at);
    return shortened(spans, [...parts, ...secret, ...rest]);
  }
  const parts = materials.map(
    (material) => `${shareInWords(material)} with ${show(valueIn(material, measure, vocabulary))}`,
  );
  // Whether something is in the product is decided by the parts that certainly have it; that it is not, by all.
  const having = materials.filter((material) => {
    const { lo, loOpen } = valueIn(material, measure, vocabulary);
    return isPositive(lo) || loOpen;
  });
  const isPresence = truth !== undefined && having.length > 0;
  return shortened(isPresence ? having.map(({ at }) => at) : places, [...parts, ...rest]);
}

const shareInWords = ({ name, share }: Material): string => `${show(share)} ${name}`;

const shortened = (places: readonly Span[], parts: readonly string[]): Working => ({
  places: places.slice(0, MOST_SHOWN),
  parts:
    parts.length > MOST_SHOWN ? [...parts.slice(0, MOST_SHOWN), `${parts.length - MOST_SHOWN} more`] : parts,
});
