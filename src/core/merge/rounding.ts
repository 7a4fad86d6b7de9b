// Masses that add up only but for rounding: which of them is off nobody says, so each may be.

import type { Bill, Input } from '../model/bill.ts';
import { type Finding, finding } from '../text/finding.ts';
import { exactly, type Interval, intersect } from '../values/interval.ts';
import {
  add,
  compare,
  divide,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../values/rational.ts';
import { gapBetween, massFacts, ROUNDING } from './masses.ts';

/**
 * How far the masses of a bill are off where inputs less losses give the product's mass only but for rounding;
 * undefined where they fit, or do not fit at all.
 */
export function roundingIn({ product: { mass } }: Bill, made: Interval): Rational | undefined {
  if (mass?.hi === undefined || intersect(made, mass) !== undefined) return undefined;
  const gap = gapBetween(made, mass);
  return compare(gap, multiply(mass.hi, ROUNDING)) > 0 ? undefined : gap;
}

/** The bill with every mass of an input as uncertain as its masses are off: any one of them may be the rounded one. */
export function roundedBill(bill: Bill, gap: Rational, made: Interval): Bill {
  const masses = bill.inputs.flatMap(({ contained, mass }) =>
    contained && mass !== undefined ? [mass] : [],
  );
  const whole = masses.reduce((total, { lo }) => add(total, lo), zero);
  // What is lost on the way makes a difference in the product out of a larger one in an input.
  const slack = isZero(made.lo) ? gap : multiply(gap, larger(one, divide(whole, made.lo)));
  const widen = (mass: Interval): Interval => ({
    ...mass,
    lo: larger(zero, subtract(mass.lo, slack)),
    hi: mass.hi === undefined ? undefined : add(mass.hi, slack),
  });
  return {
    ...bill,
    inputs: bill.inputs.map((input) =>
      input.mass === undefined || !input.contained
        ? input
        : { ...input, mass: widen(input.mass), ...widenedLine(input, widen) },
    ),
  };
}

const widenedLine = ({ choice }: Input, widen: (mass: Interval) => Interval): Pick<Input, 'choice'> =>
  choice?.mass === undefined ? {} : { choice: { ...choice, mass: widen(choice.mass) } };

/** That masses were rounded, and what is made of it. */
export function roundedMasses(bill: Bill, made: Interval): Finding {
  const { mass = exactly(zero) } = bill.product;
  const facts = massFacts(made, mass);
  return finding(
    'bill/mass-rounded',
    `inputs less losses give ${facts.made}, ${facts.difference} ${compare(made.lo, mass.lo) > 0 ? 'more' : 'less'} than \`${bill.product.name}\` weighs: within ${facts.tolerance} that passes as rounding, and every input counts as that uncertain`,
    {
      at: bill.places.get('product.mass') ?? bill.places.get('product'),
      help: [
        'write masses that add up, or ranges such as `mass: 249..251 g`, to say which mass is uncertain',
      ],
      data: facts,
    },
  );
}
