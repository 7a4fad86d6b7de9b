// The weighted mean of shares with uncertain weights. The mean is monotone in every share and quasi-linear in
// every weight, so its extremes lie at vertices: give a prefix of the shares, sorted by size, their largest
// weight and the rest their smallest. Dividing interval sums instead would be sound but far too wide.

import { anyShare, hull, type Interval, isExact, isNothing } from '../values/interval.ts';
import {
  add,
  compare,
  divide,
  isPositive,
  isZero,
  multiply,
  type Rational,
  subtract,
  zero,
} from '../values/rational.ts';

export interface WeightedShare {
  readonly weight: Interval;
  readonly share: Interval;
}

/** The mean's range; undefined when nothing weighs anything. Shares have upper ends. */
export function weightedMean(lines: readonly WeightedShare[]): Interval | undefined {
  const weighing = lines.filter((line) => !isNothing(line.weight));
  const [first, ...rest] = weighing;
  if (first === undefined) return undefined;
  if (weighing.some((line) => line.weight.hi === undefined)) {
    return rest.reduce((whole, line) => hull(whole, line.share), first.share);
  }
  if (weighing.every((line) => isExact(line.weight))) return exactMean(weighing);
  const lower = extreme(weighing, 'lower');
  const upper = extreme(weighing, 'upper');
  return { lo: lower.value, loOpen: lower.open, hi: upper.value, hiOpen: upper.open };
}

/** With exact weights there is one vertex only. */
function exactMean(lines: readonly WeightedShare[]): Interval {
  let [total, least, most] = [zero, zero, zero];
  for (const { weight, share } of lines) {
    total = add(total, weight.lo);
    least = add(least, multiply(weight.lo, share.lo));
    most = add(most, multiply(weight.lo, share.hi ?? zero));
  }
  const loOpen = lines.some(({ share }) => share.loOpen);
  const hiOpen = lines.some(({ share }) => share.hiOpen);
  return { lo: divide(least, total), loOpen, hi: divide(most, total), hiOpen };
}

interface End {
  readonly value: Rational;
  readonly open: boolean;
}

interface Vertex {
  readonly least: Rational;
  readonly most: Rational;
  readonly end: End;
}

function extreme(lines: readonly WeightedShare[], side: 'lower' | 'upper'): End {
  const sign = side === 'lower' ? 1 : -1;
  const vertices = lines
    .map(
      ({ weight, share }): Vertex => ({
        least: weight.lo,
        most: weight.hi ?? weight.lo,
        end:
          side === 'lower'
            ? { value: share.lo, open: share.loOpen }
            : { value: share.hi ?? anyShare.lo, open: share.hiOpen },
      }),
    )
    .sort((a, b) => sign * compare(a.end.value, b.end.value) || Number(a.end.open) - Number(b.end.open));
  let best: Mean | undefined;
  for (const candidate of candidates(vertices)) {
    const order = best === undefined ? -1 : sign * compareMeans(candidate, best);
    // Of two that reach the same value the first stays: a longer prefix never closes an end that a shorter leaves open.
    if (best === undefined || order < 0) best = candidate;
  }
  return best === undefined
    ? { value: zero, open: false }
    : { value: divide(best.amount, best.total), open: best.open };
}

/** A mean that is not divided out: of many only one is asked for. */
interface Mean {
  readonly amount: Rational;
  readonly total: Rational;
  readonly open: boolean;
}

const compareMeans = (a: Mean, b: Mean): number =>
  compare(multiply(a.amount, b.total), multiply(b.amount, a.total));

/** From one prefix to the next a single weight grows, so each mean follows from the one before. */
function* candidates(vertices: readonly Vertex[]): Iterable<Mean> {
  let [amount, total, open] = [zero, zero, false];
  const grow = (weight: Rational, end: End): void => {
    if (isZero(weight)) return;
    total = add(total, weight);
    amount = add(amount, multiply(weight, end.value));
    open ||= end.open;
  };
  for (const { least, end } of vertices) grow(least, end);
  for (const { least, most, end } of vertices) {
    const growth = subtract(most, least);
    if (isZero(growth)) continue;
    if (isPositive(total)) yield { amount, total, open };
    grow(growth, end);
  }
  if (isPositive(total)) yield { amount, total, open };
}
