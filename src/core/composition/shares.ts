// The shares of the materials of one product, each narrowed by what the others leave of the whole.

import type { Composition, Material } from '../model/composition.ts';
import { type Interval, intersect, sum } from '../values/interval.ts';
import { add, isPositive, one, subtract, zero } from '../values/rational.ts';
import { complement, highestLower, highestUpper } from './full-sum.ts';
import { hiddenOfProduct } from './whole.ts';

export interface Part {
  readonly material: Material;
  /** As far as the other shares let it range. */
  readonly share: Interval;
  /** Whether there certainly is some of it. */
  readonly isThere: boolean;
}

export interface Whole {
  readonly parts: readonly Part[];
  readonly hidden: Interval;
  /** All shares but these, taken as one. */
  readonly restOf: (some: readonly Interval[]) => Interval;
}

/** Of a composition without faults. */
export function wholeOf(composition: Composition): Whole {
  const { materials } = composition;
  const hidden = hiddenOfProduct(composition) ?? { lo: zero, loOpen: false, hi: one, hiOpen: false };
  const restOf = totalled([...materials.map(({ share }) => share), hidden]);
  const parts = materials.map((material): Part => {
    const share = narrowed(material.share, restOf([material.share]));
    return { material, share, isThere: isPositive(share.lo) || share.loOpen };
  });
  return { parts, hidden, restOf };
}

const narrowed = (share: Interval, rest: Interval): Interval => intersect(share, complement(rest)) ?? share;

/** Sums without some of their terms, in the time of those. */
function totalled(shares: readonly Interval[]): Whole['restOf'] {
  const totals = (some: readonly Interval[]) => ({
    lo: some.reduce((total, each) => add(total, each.lo), zero),
    hi: some.reduce((total, each) => add(total, each.hi ?? one), zero),
    openBelow: some.filter((each) => each.loOpen).length,
    openAbove: some.filter((each) => each.hiOpen).length,
  });
  const all = totals(shares);
  return (some) => {
    const without = totals(some);
    return {
      lo: subtract(all.lo, without.lo),
      loOpen: all.openBelow > without.openBelow,
      hi: subtract(all.hi, without.hi),
      hiOpen: all.openAbove > without.openAbove,
    };
  };
}

/** The share of the largest material; what is hidden may be more of it. */
export function largestShare({ parts, hidden, restOf }: Whole): Interval | undefined {
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  const most = ({ material }: Part): Interval =>
    narrowed(sum(material.share, hidden), restOf([material.share, hidden]));
  const lower = others.reduce((best, { share }) => highestLower(best, share), first.share);
  const upper = others.reduce((best, part) => highestUpper(best, most(part)), most(first));
  return { lo: lower.lo, loOpen: lower.loOpen, hi: upper.hi, hiOpen: upper.hiOpen };
}
