// The weighted mean of shares with uncertain weights. The mean is monotone in every share and quasi-linear in
// every weight, so its extremes lie at vertices: give a prefix of the shares, sorted by size, their largest
// weight and the rest their smallest. Dividing interval sums instead would be sound but far too wide.

import { anyShare, hull, type Interval, isNothing } from '../values/interval.ts';
import {
  add,
  compare,
  divide,
  isPositive,
  isZero,
  multiply,
  type Rational,
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
  const lower = extreme(weighing, 'lower');
  const upper = extreme(weighing, 'upper');
  return { lo: lower.value, loOpen: lower.open, hi: upper.value, hiOpen: upper.open };
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
  let best: End | undefined;
  for (const candidate of candidates(vertices)) {
    const order = best === undefined ? -1 : sign * compare(candidate.value, best.value);
    // Of two that reach the same value the first stays: a longer prefix never closes an end that a shorter leaves open.
    if (best === undefined || order < 0) best = candidate;
  }
  return best ?? { value: zero, open: false };
}

function* candidates(vertices: readonly Vertex[]): Iterable<End> {
  const exact = vertices.every(({ least, most }) => compare(least, most) === 0);
  for (let prefix = exact ? vertices.length : 0; prefix <= vertices.length; prefix++) {
    let total = zero;
    let amount = zero;
    let open = false;
    vertices.forEach(({ least, most, end }, index) => {
      const weight = index < prefix ? most : least;
      if (isZero(weight)) return;
      total = add(total, weight);
      amount = add(amount, multiply(weight, end.value));
      open ||= end.open;
    });
    if (isPositive(total)) yield { value: divide(amount, total), open };
  }
}
