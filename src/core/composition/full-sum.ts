// What is known of a mean when its weights are ranges that add up to exactly 1. The extremes lie at vertices: every
// part at its lower end, and what is then missing filled up from the parts with the smallest (or largest) values.

import { compareLower, compareUpper, type Interval } from '../values/interval.ts';
import {
  add,
  compare,
  isPositive,
  multiply,
  one,
  type Rational,
  smaller,
  subtract,
  zero,
} from '../values/rational.ts';

/** A share of the whole and the share in it of what is looked for; both have upper ends. */
export interface Weighed {
  readonly share: Interval;
  readonly value: Interval;
}

/** The range of the sum of share times value over all shares that add up to 1; such shares exist. */
export function meanAtFullSum(parts: readonly Weighed[]): Interval {
  const lower = lowest(parts);
  // The most of what there is leaves the least of what there is not.
  const without = lowest(parts.map(({ share, value }) => ({ share, value: complement(value) })));
  return { lo: lower.value, loOpen: lower.open, hi: subtract(one, without.value), hiOpen: without.open };
}

/** What is left of the whole. */
export const complement = ({ lo, loOpen, hi, hiOpen }: Interval): Interval => ({
  lo: hi === undefined ? zero : subtract(one, hi),
  loOpen: hiOpen && hi !== undefined,
  hi: subtract(one, lo),
  hiOpen: loOpen,
});

interface Placed extends Weighed {
  readonly taken: Rational;
}

interface End {
  readonly value: Rational;
  readonly open: boolean;
}

function lowest(parts: readonly Weighed[]): End {
  const placed = fill([...parts].sort((a, b) => compareLower(a.value, b.value)));
  const value = placed.reduce((total, { taken, value: { lo } }) => add(total, multiply(taken, lo)), zero);
  return { value, open: isOutOfReach(placed) };
}

function fill(parts: readonly Weighed[]): readonly Placed[] {
  let missing = parts.reduce((rest, { share }) => subtract(rest, share.lo), one);
  return parts.map((part) => {
    const more = smaller(subtract(part.share.hi ?? one, part.share.lo), missing);
    missing = subtract(missing, more);
    return { ...part, taken: add(part.share.lo, more) };
  });
}

/** Whether every arrangement that would reach the end needs an end that is left out. */
function isOutOfReach(placed: readonly Placed[]): boolean {
  const above = placed.filter(({ share, taken }) => compare(taken, share.lo) > 0);
  const below = placed.filter(({ share, taken }) => compare(taken, share.hi ?? one) < 0);
  return placed.some(({ share, value, taken }) => {
    if (isPositive(taken) && value.loOpen) return true;
    const isBetween = compare(taken, share.lo) > 0 && compare(taken, share.hi ?? one) < 0;
    if (isBetween) return false;
    const isAtLower = share.loOpen && compare(taken, share.lo) === 0;
    if (isAtLower && above.every((other) => compare(other.value.lo, value.lo) < 0)) return true;
    const isAtUpper = share.hiOpen && compare(taken, share.hi ?? one) === 0;
    return isAtUpper && below.every((other) => compare(other.value.lo, value.lo) > 0);
  });
}

/** The strongest of lower ends, each of which holds. */
export const highestLower = (a: Interval, b: Interval): Interval => (compareLower(a, b) >= 0 ? a : b);

/** The upper end that holds of all. */
export const highestUpper = (a: Interval, b: Interval): Interval => (compareUpper(a, b) >= 0 ? a : b);
