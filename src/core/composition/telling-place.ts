// Where a reader should look in a composition to see why it comes to a figure: the part that adds most to it.

import type { Composition, CompositionMeasure } from '../model/composition.ts';
import type { Span } from '../text/span.ts';
import { compare, multiply, type Rational, zero } from '../values/rational.ts';
import { type Vocabulary, valueIn } from './measure.ts';
import { isSought } from './substances.ts';

interface Place {
  readonly at: Span;
  /** What it adds at least. */
  readonly adds: Rational;
}

export function tellingPlace(
  composition: Composition,
  measure: CompositionMeasure,
  vocabulary: Vocabulary,
): Span {
  const most = placesIn(composition, measure, vocabulary).reduce<Place | undefined>(
    (best, each) => (compare(each.adds, best?.adds ?? zero) > 0 ? each : best),
    undefined,
  );
  return most?.at ?? composition.at;
}

function placesIn(
  { materials, hidden }: Composition,
  measure: CompositionMeasure,
  vocabulary: Vocabulary,
): readonly Place[] {
  switch (measure.kind) {
    case 'substances':
      return materials.flatMap((material) =>
        material.substances
          .filter((each) => isSought(each, measure) === true)
          .map(({ at, share }) => ({ at, adds: multiply(material.share.lo, share.lo) })),
      );
    case 'kept-back':
      return [
        ...hidden.map(({ at, share }) => ({ at, adds: share.lo })),
        ...materials.flatMap((each) => each.hidden.map(({ at, share }) => ({ at, adds: share.lo }))),
      ];
    case 'one-material':
      return materials.map(({ at, share }) => ({ at, adds: share.lo }));
    default:
      return materials.map((material) => ({
        at: material.at,
        adds: multiply(material.share.lo, valueIn(material, measure, vocabulary).lo),
      }));
  }
}
