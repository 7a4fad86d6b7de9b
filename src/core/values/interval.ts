// Intervals of non-negative quantities with open or closed ends: what is known of a number.
// `>25-50 %` is (25, 50]: lower end open, upper end closed. An interval here is never empty; operations
// that can come out empty return undefined.

import {
  add,
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from './rational.ts';

export interface Interval {
  readonly lo: Rational;
  readonly loOpen: boolean;
  /** undefined: no upper bound is known. */
  readonly hi: Rational | undefined;
  readonly hiOpen: boolean;
}

export const exactly = (value: Rational): Interval => ({
  lo: value,
  loOpen: false,
  hi: value,
  hiOpen: false,
});
export const closed = (lo: Rational, hi: Rational): Interval => ({ lo, loOpen: false, hi, hiOpen: false });
/** Every non-negative number. */
export const anyAmount: Interval = { lo: zero, loOpen: false, hi: undefined, hiOpen: true };
/** Every share, 0 to 100 %. */
export const anyShare: Interval = closed(zero, one);

export const isExact = (a: Interval): boolean => a.hi !== undefined && compare(a.lo, a.hi) === 0;

/** Compare lower ends: the one that starts earlier is the smaller. */
export function compareLower(a: Interval, b: Interval): number {
  return compare(a.lo, b.lo) || Number(a.loOpen) - Number(b.loOpen);
}

/** Compare upper ends: the one that ends earlier is the smaller. */
export function compareUpper(a: Interval, b: Interval): number {
  if (a.hi === undefined || b.hi === undefined)
    return Number(a.hi === undefined) - Number(b.hi === undefined);
  return compare(a.hi, b.hi) || Number(b.hiOpen) - Number(a.hiOpen);
}

/** An interval from two ends, or undefined when nothing lies between them. */
export function between(
  lower: Pick<Interval, 'lo' | 'loOpen'>,
  upper: Pick<Interval, 'hi' | 'hiOpen'>,
): Interval | undefined {
  const whole = { lo: lower.lo, loOpen: lower.loOpen, hi: upper.hi, hiOpen: upper.hiOpen };
  if (upper.hi === undefined) return whole;
  const order = compare(lower.lo, upper.hi);
  return order < 0 || (order === 0 && !lower.loOpen && !upper.hiOpen) ? whole : undefined;
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  return between(compareLower(a, b) >= 0 ? a : b, compareUpper(a, b) <= 0 ? a : b);
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const lower = compareLower(a, b) <= 0 ? a : b;
  const upper = compareUpper(a, b) >= 0 ? a : b;
  return { lo: lower.lo, loOpen: lower.loOpen, hi: upper.hi, hiOpen: upper.hiOpen };
}

export const isWithin = (inner: Interval, outer: Interval): boolean =>
  compareLower(inner, outer) >= 0 && compareUpper(inner, outer) <= 0;

/** The sum of independent quantities: an end is open where any contributing end is. */
export function sum(a: Interval, b: Interval): Interval {
  const hi = a.hi === undefined || b.hi === undefined ? undefined : add(a.hi, b.hi);
  return { lo: add(a.lo, b.lo), loOpen: a.loOpen || b.loOpen, hi, hiOpen: a.hiOpen || b.hiOpen };
}

/** What is left of an amount after another is taken from it, as far as there is enough of it. */
export function leftOf(whole: Interval, taken: Interval): Interval {
  if (isNothing(taken)) return whole;
  const clip = (value: Rational): Rational => (isNegative(value) ? zero : value);
  return {
    lo: taken.hi === undefined ? zero : clip(subtract(whole.lo, taken.hi)),
    loOpen: false,
    hi: whole.hi === undefined ? undefined : clip(subtract(whole.hi, taken.lo)),
    hiOpen: whole.hi === undefined,
  };
}

/** The product of independent non-negative quantities. A closed 0 wins over an open or missing end. */
export function product(a: Interval, b: Interval): Interval {
  return { ...lowerProduct(a, b), ...upperProduct(a, b) };
}

function lowerProduct(a: Interval, b: Interval): Pick<Interval, 'lo' | 'loOpen'> {
  const reachesZero = (isZero(a.lo) && !a.loOpen) || (isZero(b.lo) && !b.loOpen);
  return { lo: multiply(a.lo, b.lo), loOpen: !reachesZero && (a.loOpen || b.loOpen) };
}

function upperProduct(a: Interval, b: Interval): Pick<Interval, 'hi' | 'hiOpen'> {
  const isNothing = (x: Interval): boolean => x.hi !== undefined && isZero(x.hi);
  if (isNothing(a) || isNothing(b)) return { hi: zero, hiOpen: false };
  if (a.hi === undefined || b.hi === undefined) return { hi: undefined, hiOpen: true };
  return { hi: multiply(a.hi, b.hi), hiOpen: a.hiOpen || b.hiOpen };
}

/** The interval times a known factor, which is not negative. */
export const scale = (a: Interval, factor: Rational): Interval => product(a, exactly(factor));

/** The interval divided by a known positive number. */
export const shrink = (a: Interval, divisor: Rational): Interval => scale(a, divide(one, divisor));

/** The smaller of two independent quantities. */
export function minimum(a: Interval, b: Interval): Interval {
  const lower = compareLower(a, b) <= 0 ? a : b;
  const upper = compareUpper(a, b) <= 0 ? a : b;
  return { lo: lower.lo, loOpen: lower.loOpen, hi: upper.hi, hiOpen: upper.hiOpen };
}

/** The larger of two independent quantities. */
export function maximum(a: Interval, b: Interval): Interval {
  const lower = compareLower(a, b) >= 0 ? a : b;
  const upper = compareUpper(a, b) >= 0 ? a : b;
  return { lo: lower.lo, loOpen: lower.loOpen, hi: upper.hi, hiOpen: upper.hiOpen };
}

/** True when zero is the only value left. */
export const isNothing = (a: Interval): boolean => a.hi !== undefined && isZero(a.hi);
