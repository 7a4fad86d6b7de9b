// Masses along a bill: what a process loses, what is left, and whether the product weighs what it should.

import type { Bill, Process } from '../model/bill.ts';
import { type Finding, finding } from '../text/finding.ts';
import { writerFor } from '../values/amounts.ts';
import { closed, exactly, hull, type Interval, intersect, isNothing } from '../values/interval.ts';
import {
  add,
  compare,
  isNegative,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../values/rational.ts';
import { showRange } from '../values/show.ts';

/** Makers round the masses they write down: a difference of a thousandth of the product's mass is rounding. */
export const ROUNDING = rational(1, 1000);

/** The mass that leaves in a process, from `loses` or `yield`. */
export function lossOf(process: Process, before: Interval): { loss: Interval; findings: readonly Finding[] } {
  const nothing = exactly(zero);
  if (process.unread?.some((name) => name === 'loses' || name === 'yield') === true)
    return { loss: { ...nothing, hi: before.hi, hiOpen: before.hi === undefined }, findings: [] };
  if (process.loses !== undefined) {
    const excessive = before.hi !== undefined && compare(process.loses.lo, before.hi) > 0;
    return {
      loss: process.loses,
      findings: excessive ? [excessiveLoss(process, process.loses, before)] : [],
    };
  }
  if (process.yield === undefined || before.hi === undefined) {
    return { loss: process.yield === undefined ? nothing : before, findings: [] };
  }
  const stays = process.yield;
  const most = multiply(before.hi, subtract(one, stays.lo));
  const least = multiply(before.lo, subtract(one, stays.hi ?? one));
  return { loss: { lo: least, loOpen: false, hi: most, hiOpen: false }, findings: [] };
}

/** Whether nothing may be left of what goes in. A part that weighs nothing is still there; one that was lost is not. */
export function mayTakeAll({ unread, loses, yield: stays }: Process, before: Interval): boolean {
  if (unread?.some((name) => name === 'loses' || name === 'yield') === true) return true;
  if (stays !== undefined) return isZero(stays.lo);
  if (loses === undefined || isNothing(loses)) return false;
  return loses.hi === undefined || compare(before.lo, loses.hi) <= 0;
}

function excessiveLoss(process: Process, loss: Interval, before: Interval): Finding {
  return finding('bill/mass-negative', `process \`${process.name}\` loses more than it takes`, {
    at: process.places.get('loses') ?? process.at,
    label: `takes ${showRange(before, 'mass')}`,
    help: [
      `write a loss of at most ${showRange(before, 'mass')}, or add the inputs that are missing in \`takes\``,
    ],
    data: { process: process.name, loses: showRange(loss, 'mass'), takes: showRange(before, 'mass') },
  });
}

/** What is left of a mass; never less than nothing. */
export function rest(before: Interval, loss: Interval): Interval {
  if (isNothing(loss)) return before;
  const clip = (value: Rational): Rational => (isNegative(value) ? zero : value);
  return {
    lo: loss.hi === undefined ? zero : clip(subtract(before.lo, loss.hi)),
    loOpen: false,
    hi: before.hi === undefined ? undefined : clip(subtract(before.hi, loss.lo)),
    hiOpen: before.hi === undefined,
  };
}

/** What inputs less losses give, what the product weighs, how far apart the two are, and how far they may be. */
export function massFacts(
  made: Interval,
  mass: Interval,
): Readonly<Record<'made' | 'declared' | 'difference' | 'tolerance', string>> {
  const amount = (value: Rational): string => writerFor('mass')(value);
  return {
    made: showRange(made, 'mass'),
    declared: showRange(mass, 'mass'),
    difference: amount(gapBetween(made, mass)),
    tolerance: amount(multiply(mass.hi ?? zero, ROUNDING)),
  };
}

/** How far two ranges of masses lie apart. */
export function gapBetween(made: Interval, mass: Interval): Rational {
  const above = mass.hi === undefined ? zero : subtract(made.lo, mass.hi);
  const below = made.hi === undefined ? zero : subtract(mass.lo, made.hi);
  return larger(zero, larger(above, below));
}

/** The product must weigh what its maker says, without as well as with all that it may be without. */
export function checkVariants(bill: Bill, masses: readonly Interval[]): readonly Finding[] {
  const [least, most] = masses;
  if (least === undefined || most === undefined) return masses.flatMap((made) => checkBalance(bill, made));
  const whole = showRange(hull(least, most), 'mass');
  const [first] = [
    ...checkBalance(bill, least, 'without what is optional ').map(
      (found): Finding => ({
        ...found,
        help: [...found.help, `or declare \`mass: ${whole}\`, the product without and with what is optional`],
      }),
    ),
    ...checkBalance(bill, most, 'with all that is optional '),
  ];
  return first === undefined ? [] : [first];
}

/** Inputs less losses must give the product's mass, but for rounding. */
function checkBalance(bill: Bill, made: Interval, which = ''): readonly Finding[] {
  const { mass } = bill.product;
  if (mass?.hi === undefined) return [];
  const slack = multiply(mass.hi, ROUNDING);
  const least = subtract(mass.lo, slack);
  const tolerated = closed(isNegative(least) ? zero : least, add(mass.hi, slack));
  if (intersect(made, tolerated) !== undefined) return [];
  const more = compare(made.lo, mass.hi) > 0;
  const facts = massFacts(made, mass);
  return [
    finding(
      'bill/mass-imbalance',
      `${which}inputs less losses give ${facts.made}, but \`${bill.product.name}\` weighs ${facts.declared}: ${facts.difference} too ${more ? 'much' : 'little'}, where at most ${facts.tolerance} passes as rounding`,
      {
        at: bill.places.get('product.mass') ?? bill.places.get('product'),
        help: [
          more
            ? 'declare what leaves as `loses` or `yield` of a process, mark process aids `contained: false`, or correct the masses'
            : 'add the input that is missing, or correct the masses',
        ],
        data: facts,
      },
    ),
  ];
}
