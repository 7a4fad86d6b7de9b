// A share of the mass where a part l of what comes out is earlier output of the same process, given back after use, and
// 1 - l is fresh with the share v:
//
//   x[t+1] = (1 - l) v + l u,
//
// where u is what the returned material counts for. As post-consumer material it counts wholly (u = 1) or not at all
// (u = 0), whatever it is made of: no history is needed. Of any other share it is what that output was, u = x[t]. Then
// after k times x[k] = (1 - w) v' + w x[0] with w = l[1] * ... * l[k] and v' a mean of the fresh shares. Each of those
// lies in the range of v, each l[t] in that of l, and x[0] may be anything in [0, 1]: so x[k] lies between (1 - w) v.lo
// and (1 - w) v.hi + w, and this is widest for the largest w, the largest l to the power of k. The k in question is
// declared, never found by iterating; done once is the least that is certain. In a steady state x = (1 - l) v + l x, so
// x = v for every l below 1.

import { anyShare, type Interval } from '../values/interval.ts';
import { add, compare, multiply, one, type Rational, subtract, zero } from '../values/rational.ts';

export interface Return {
  /** What the returned material counts for: all, nothing, or what the output did. */
  readonly as: 'whole' | 'none' | 'same';
  readonly takenBack: Interval;
  /** Runs one after another behind all of what comes out, this one among them; a steady state is beyond counting. */
  readonly generations: number | 'steady';
}

/** More of them make no difference worth the digits: fewer are sound. */
const MOST_GENERATIONS = 50;

export function returnedShare(fresh: Interval, { as, takenBack, generations }: Return): Interval {
  const [least, most] = [takenBack.lo, takenBack.hi ?? one];
  if (as === 'whole')
    return between(mixed(fresh.lo, least, one), mixed(fresh.hi ?? one, most, one), fresh, most);
  if (as === 'none')
    return between(mixed(fresh.lo, most, zero), mixed(fresh.hi ?? one, least, zero), fresh, most);
  if (generations === 'steady') return compare(most, one) < 0 ? fresh : anyShare;
  const old = power(most, Math.min(generations, MOST_GENERATIONS));
  return between(mixed(fresh.lo, old, zero), mixed(fresh.hi ?? one, old, one), fresh, old);
}

const mixed = (fresh: Rational, share: Rational, back: Rational): Rational =>
  add(multiply(fresh, subtract(one, share)), multiply(back, share));

/** An open end of the fresh share is one of the whole as long as something fresh is certainly in it. */
function between(lo: Rational, hi: Rational, fresh: Interval, most: Rational): Interval {
  const isFresh = compare(most, one) < 0;
  return { lo, loOpen: isFresh && fresh.loOpen, hi, hiOpen: isFresh && fresh.hiOpen };
}

const power = (base: Rational, exponent: number): Rational =>
  exponent <= 1 ? base : multiply(base, power(base, exponent - 1));
