// What a loss does to contents and shares of what stays: by conservation, an amount that stays whole in a smaller mass
// is a larger share of it.

import type { Interval } from '../values/interval.ts';
import { divide, isPositive, isZero, one, type Rational, subtract } from '../values/rational.ts';
import type { Step, Subject } from './kind.ts';

type Losing = Pick<Step<unknown>, 'loss' | 'process' | 'silent'>;

/** Whether the maker states that what leaves has nothing of it. */
export const isFreeOf = ({ process, silent }: Losing, { id }: Pick<Subject, 'id'>): boolean =>
  !silent && process.freeOf?.includes(id) === true;

/** How many times what goes in weighs what stays; no upper end where nothing may stay. */
export function shrinkage({ loss, process }: Losing, before: Interval): Interval {
  const { yield: stays } = process;
  // A yield is that ratio itself, whatever the mass.
  if (stays !== undefined) {
    const hi = isZero(stays.lo) ? undefined : divide(one, stays.lo);
    const lo = stays.hi === undefined || isZero(stays.hi) ? one : divide(one, stays.hi);
    return closed(lo, hi);
  }
  const lo = before.hi === undefined ? one : (ratio(before.hi, loss.lo) ?? one);
  const hi = loss.hi === undefined ? undefined : ratio(before.lo, loss.hi);
  return closed(lo, hi);
}

function ratio(mass: Rational, loss: Rational): Rational | undefined {
  const left = subtract(mass, loss);
  return isPositive(left) ? divide(mass, left) : undefined;
}

const closed = (lo: Rational, hi: Rational | undefined): Interval => ({
  lo,
  loOpen: false,
  hi,
  hiOpen: hi === undefined,
});
