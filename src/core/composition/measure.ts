// The figure that a composition gives for a measure of the catalogue: exact bounds over every product that fits it.

import type { Composition, CompositionMeasure, Material, Origin, Substance } from '../model/composition.ts';
import { anyShare, closed, exactly, type Interval, intersect, isNothing, sum } from '../values/interval.ts';
import { compare, one, type Rational, rational, subtract, zero } from '../values/rational.ts';
import { foldName } from './faults.ts';
import { highestLower, highestUpper, meanAtFullSum } from './full-sum.ts';
import { largestShare, type Whole, wholeOf } from './shares.ts';
import { contentTogether, highestContent } from './substances.ts';
import { hiddenOfMaterial, toldHidden } from './whole.ts';

/** Names of materials that the catalogue tells apart, folded. */
export type Vocabulary = ReadonlySet<string>;

/** Undefined where the composition has nothing to say. The composition is without faults. */
export function measureOf(
  composition: Composition,
  measure: CompositionMeasure,
  vocabulary: Vocabulary,
): Interval | undefined {
  const whole = wholeOf(composition);
  switch (measure.kind) {
    case 'one-material':
      return largestShare(whole);
    case 'kept-back':
      return disclosureDepth(composition, whole, measure.limits);
    default: {
      if (measure.kind === 'substances' && measure.over !== 'product') return highestContent(whole, measure);
      const parts = whole.parts.map(({ material }) => ({
        share: material.share,
        value: valueIn(material, measure, vocabulary),
      }));
      return meanAtFullSum([...parts, { share: whole.hidden, value: anyShare }]);
    }
  }
}

/** The share of a material that counts. */
export function valueIn(material: Material, measure: CompositionMeasure, vocabulary: Vocabulary): Interval {
  if (measure.kind === 'origin') return fromOrigins(material, measure.origins);
  if (measure.kind === 'materials') return ofMaterials(material, measure, vocabulary);
  return measure.kind === 'substances' ? contentTogether(material, measure) : anyShare;
}

const apart: readonly Origin[] = ['post-consumer', 'pre-consumer', 'reused'];

/** Origins that exclude each other leave each other the rest; renewable material may be of any of them. */
function fromOrigins({ origin }: Material, sought: readonly Origin[]): Interval {
  const shareOf = (each: Origin): Interval => origin.get(each) ?? anyShare;
  const excluding = sought
    .filter((each) => each !== 'renewable')
    .map(shareOf)
    .reduce(sum, exactly(zero));
  const together = sought.includes('renewable') ? eitherOf(excluding, shareOf('renewable')) : excluding;
  const others = sought.includes('renewable') ? [] : apart.filter((each) => !sought.includes(each));
  const taken = others.flatMap((each) => origin.get(each) ?? []).reduce(sum, exactly(zero));
  // Only what is certain of the others takes room.
  const room = { lo: zero, loOpen: false, hi: subtract(one, taken.lo), hiOpen: taken.loOpen };
  return intersect(together, room) ?? anyShare;
}

/** Of two shares of one whole that may overlap: at least the larger, and at most both. */
function eitherOf(a: Interval, b: Interval): Interval {
  const { lo, loOpen } = highestLower(a, b);
  const { hi, hiOpen } = sum(a, b);
  return { lo, loOpen, hi, hiOpen };
}

/**
 * A material of one of the names sought is one of them throughout. Of another it may hold some, as a substance that is
 * named or in what it keeps back, whatever its own name is.
 */
function ofMaterials(
  material: Material,
  { names, cas }: Extract<CompositionMeasure, { kind: 'materials' }>,
  vocabulary: Vocabulary,
): Interval {
  const name = foldName(material.name);
  if (names.some((each) => foldName(each) === name)) return exactly(one);
  const countOf = ({ name: written, cas: number }: Substance): Interval => {
    const substance = foldName(written);
    const isMeant =
      names.some((each) => foldName(each) === substance) || (number !== undefined && cas.includes(number));
    if (isMeant) return exactly(one);
    return number !== undefined || vocabulary.has(substance) ? exactly(zero) : anyShare;
  };
  const parts = material.substances.map((each) => ({ share: each.share, value: countOf(each) }));
  return meanAtFullSum([...parts, { share: hiddenOfMaterial(material) ?? anyShare, value: anyShare }]);
}

/** From what is told down to the last, and from what is said outright to be kept back. */
function disclosureDepth(
  { hidden }: Composition,
  whole: Whole,
  limits: readonly Rational[],
): Interval | undefined {
  const keptBack = whole.parts
    .filter(({ share }) => !isNothing(share))
    .map(({ material }) => hiddenOfMaterial(material) ?? anyShare);
  const most = isNothing(whole.hidden) ? keptBack.reduce(highestUpper, exactly(zero)) : anyShare;
  const least = whole.parts
    .filter(({ isThere }) => isThere)
    .map(({ material }) => toldHidden(material.hidden))
    .reduce(highestLower, toldHidden(hidden));
  const reached = limits.findLastIndex((limit) => most.hi !== undefined && compare(most.hi, limit) <= 0);
  const deepest = limits.findLastIndex((limit) => {
    const order = compare(least.lo, limit);
    return order < 0 || (order === 0 && !least.loOpen);
  });
  const from = Math.max(0, reached);
  return deepest < from ? undefined : closed(rational(from), rational(deepest));
}
