// What an unknown selection that leaves does to a share: what is counted may stay whole or go first. Of an amount A
// between A - L and A is left, in all that is left, M - L.

import { between, type Interval, sum } from '../values/interval.ts';
import { compare, divide, isZero, multiply, one, type Rational, subtract, zero } from '../values/rational.ts';

/** The range of the share afterwards, by the least that there was; undefined where it may be anything. */
export function shareAfterLoss(
  share: Interval,
  masses: readonly Interval[],
  { hi: loss }: Interval,
): Interval | undefined {
  return loss === undefined ? undefined : shareLeft(share, masses.reduce(sum).lo, loss);
}

/** What may be left as a share of what is left of a whole; undefined where all may have left. */
export function shareLeft(share: Interval, whole: Rational, loss: Rational): Interval | undefined {
  if (compare(whole, loss) <= 0) return undefined;
  const rest = subtract(whole, loss);
  const least = divide(subtract(multiply(share.lo, whole), loss), rest);
  const most = divide(multiply(share.hi ?? one, whole), rest);
  return between(clipLower(least, share.loOpen), clipUpper(most, share.hiOpen));
}

/**
 * The same where what leaves has nothing of what is counted: all of it stays, in a mass that is smaller by the factor.
 * Where less than all of it would fit into what stays, the bill contradicts itself, and nothing is known.
 */
export function shareAfterFreeLoss(
  { lo, loOpen, hi, hiOpen }: Interval,
  factor: Interval,
): Interval | undefined {
  const most = hi === undefined || isZero(hi) ? hi : factor.hi && multiply(hi, factor.hi);
  const upper = most === undefined ? { hi: one, hiOpen: false } : clipUpper(most, hiOpen);
  return between({ lo: multiply(lo, factor.lo), loOpen }, upper);
}

function clipLower(lo: Rational, loOpen: boolean): Pick<Interval, 'lo' | 'loOpen'> {
  return compare(lo, zero) < 0 ? { lo: zero, loOpen: false } : { lo, loOpen };
}

function clipUpper(hi: Rational, hiOpen: boolean): Pick<Interval, 'hi' | 'hiOpen'> {
  return compare(hi, one) > 0 ? { hi: one, hiOpen: false } : { hi, hiOpen };
}
