// The share that is booked to a part: min(eligible * (1 - fuel - loss), cap * mass, mass) / mass. What becomes fuel or is
// lost counts for nothing (credit method with fuel use excluded), and never is more booked than there is of eligible
// input, or than the part weighs. The share grows with the eligible mass and the cap and falls with the rest, each for
// itself, so over ranges its ends are at theirs. What is not told may be anything; a cap that is not told is none.

import type { Process } from '../model/bill.ts';
import { anyAmount, anyShare, exactly, type Interval, minimum } from '../values/interval.ts';
import {
  divide,
  isNegative,
  isZero,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../values/rational.ts';

type Booking = Pick<Process, 'eligible' | 'fuelShare' | 'lossShare' | 'cap'>;

export function creditedShare(booking: Booking, mass: Interval): Interval {
  const { eligible = anyAmount, fuelShare = anyShare, lossShare = anyShare, cap } = booking;
  const fewest = multiply(eligible.lo, kept(fuelShare.hi ?? one, lossShare.hi ?? one));
  const most =
    eligible.hi === undefined ? undefined : multiply(eligible.hi, kept(fuelShare.lo, lossShare.lo));
  const share: Interval = {
    // The ends of the ranges count as reached, which takes in no less than there is.
    lo: mass.hi === undefined || isZero(mass.hi) ? zero : divide(fewest, mass.hi),
    loOpen: false,
    hi: most === undefined || isZero(mass.lo) ? one : divide(most, mass.lo),
    hiOpen: false,
  };
  return minimum(minimum(share, exactly(one)), cap ?? exactly(one));
}

function kept(fuel: Rational, loss: Rational): Rational {
  const rest = subtract(subtract(one, fuel), loss);
  return isNegative(rest) ? zero : rest;
}
