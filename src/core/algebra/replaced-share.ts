// The share of something in a product of which an unknown part is taken out and to which others are added:
//
//   (A - a + B) / (M - r + b),   where of the A counted in M the r taken out holds a in [max(0, A - (M - r)), min(A, r)].
//
// What stays of it, A - a, lies between max(0, sM - r) and min(M - r, sM) where s is the share before. Both are linear
// in M and r but for one edge each, r = sM and r = (1 - s)M, so over the ranges of M and r the quotient has its extremes
// in the corners of what those edges and r = M cut out of the rectangle. The weights of what is added are the affair of
// the weighted mean.

import { anyShare, exactly, hull, type Interval } from '../values/interval.ts';
import {
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../values/rational.ts';
import { shareLeft } from './selective-loss.ts';
import { type WeightedShare, weightedMean } from './weighted-mean.ts';

/** Undefined where nothing weighs anything. */
export function replacedShare(
  { weight, share }: WeightedShare,
  loss: Interval,
  added: readonly WeightedShare[],
): Interval | undefined {
  if (weight.hi === undefined || loss.hi === undefined) return widely({ weight, share }, loss, added);
  const means = cornersOf(share, weight.lo, weight.hi, loss.lo, loss.hi).map(([whole, lost]) => {
    const left = subtract(whole, lost);
    const stays = shareLeft(share, whole, lost) ?? anyShare;
    return weightedMean([{ weight: exactly(left), share: stays }, ...added]);
  });
  const [first, ...others] = means.filter((mean) => mean !== undefined);
  return first === undefined ? undefined : others.reduce(hull, first);
}

/** The less there is and the more of it leaves, the less is known: no corner is needed where there is no end. */
function widely(
  { weight, share }: WeightedShare,
  loss: Interval,
  added: readonly WeightedShare[],
): Interval | undefined {
  const left = (loss.hi && shareLeft(share, weight.lo, loss.hi)) ?? anyShare;
  const lo = loss.hi === undefined ? zero : subtract(weight.lo, loss.hi);
  const rest: Interval = { lo: isNegative(lo) ? zero : lo, loOpen: false, hi: undefined, hiOpen: true };
  return weightedMean([{ weight: rest, share: left }, ...added]);
}

type Corner = readonly [whole: Rational, loss: Rational];

function cornersOf(
  share: Interval,
  least: Rational,
  most: Rational,
  fewest: Rational,
  largest: Rational,
): readonly Corner[] {
  const isIn = (value: Rational, from: Rational, to: Rational): boolean =>
    compare(value, from) >= 0 && compare(value, to) <= 0;
  const slopes = [one, share.lo, subtract(one, share.hi ?? one)];
  const corners = [least, most].flatMap((whole): readonly Corner[] => [
    [whole, fewest],
    [whole, largest],
    ...slopes.map((slope): Corner => [whole, multiply(slope, whole)]),
  ]);
  const edges = [fewest, largest].flatMap((loss): readonly Corner[] =>
    slopes.filter((slope) => !isZero(slope)).map((slope) => [divide(loss, slope), loss]),
  );
  return [...corners, ...edges].filter(
    ([whole, loss]) => isIn(whole, least, most) && isIn(loss, fewest, largest) && compare(loss, whole) <= 0,
  );
}
