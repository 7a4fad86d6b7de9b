// What an unknown selection that leaves does to a share: what is counted may stay whole or go first. Of an amount A
// between A - L and A is left, in all that is left, M - L.

import { between, type Interval, sum } from '../values/interval.ts';
import { compare, divide, isZero, multiply, one, type Rational, subtract, zero } from '../values/rational.ts';

/** The range of the share afterwards; undefined where it may be anything, as all may have left. */
export function shareAfterLoss(
  share: Interval,
  masses: readonly Interval[],
  { hi: loss }: Interval,
): Interval | undefined {
  const mass = masses.reduce(sum).lo;
  if (loss === undefined || compare(mass, loss) <= 0) return undefined;
  const rest = subtract(mass, loss);
  const least = divide(subtract(multiply(share.lo, mass), loss), rest);
  const most = divide(multiply(share.hi ?? one, mass), rest);
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
