// Masses along a bill: what a process loses, what is left, and whether the product weighs what it should.

import type { Bill, Process } from '../model/bill.ts';
import { type Finding, finding } from '../text/finding.ts';
import { writerFor } from '../values/amounts.ts';
import {
  closed,
  exactly,
  hull,
  type Interval,
  intersect,
  isNothing,
  leftOf,
  sum,
} from '../values/interval.ts';
import {
  add,
  compare,
  divide,
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

/** What becomes of the masses in a process. */
export interface MassStep {
  /** Mass that leaves. */
  readonly loss: Interval;
  /** True where it may be all there was. */
  readonly mayVanish: boolean;
  readonly mass: Interval;
  readonly findings: readonly Finding[];
}

interface Weighed {
  readonly step: { readonly mass: Interval };
  readonly applied: boolean;
}

/** The masses of a process that takes these parts. */
export function weigh(process: Process, from: readonly Weighed[]): MassStep {
  const massOf = (parts: readonly Weighed[]): Interval =>
    parts.map(({ step }) => step.mass).reduce(sum, exactly(zero));
  // What is put in instead stays whole, whatever is taken out of the rest.
  const put = isTakenOut(process) ? from.filter(({ applied }) => applied) : [];
  const before = massOf(from.filter((part) => !put.includes(part)));
  const { loss, findings } = lossOf(process, before);
  const mass = grown(sum(leftOf(before, loss), massOf(put)), process);
  const isUsedUp = findings.length === 0 && takesAll(process, before, mass);
  return {
    loss,
    findings: isUsedUp ? [nothingLeft(process, before)] : findings,
    mass,
    mayVanish: mayTakeAll(process, before),
  };
}

/** Whether certainly nothing is left of something. */
const takesAll = ({ yield: stays }: Process, before: Interval, mass: Interval): boolean =>
  !isNothing(before) && (isNothing(mass) || (stays !== undefined && isNothing(stays)));

function nothingLeft(process: Process, before: Interval): Finding {
  const key = LOSSES.find((name) => process.places.has(name)) ?? 'loses';
  const range = showRange(before, 'mass');
  const help: Readonly<Record<string, string>> = {
    yield: 'write the share that is left, such as `yield: 95 %`',
    removes: `write less than ${range}, or apply the part that takes its place`,
  };
  return finding('bill/nothing-inside', `nothing is left of \`${process.gives}\` after \`${process.name}\``, {
    at: process.places.get(key) ?? process.at,
    label: `takes all of ${range}`,
    help: [help[key] ?? `write a loss of less than ${range}, or leave \`${process.gives}\` out of the bill`],
    data: { process: process.name, part: process.gives, takes: range },
  });
}

/** With what comes back of earlier output, which is not among the parts taken. */
function grown(mass: Interval, { takenBack, unread }: Process): Interval {
  const isUnread = unread?.includes('takenBack') === true;
  if (takenBack === undefined && !isUnread) return mass;
  const fresh = (share: Rational | undefined): Rational => subtract(one, share ?? one);
  const [least, most] = [fresh(takenBack?.hi), fresh(takenBack?.lo ?? zero)];
  const hi = mass.hi === undefined || isZero(least) ? undefined : divide(mass.hi, least);
  return { ...mass, lo: isZero(most) ? mass.lo : divide(mass.lo, most), hi, hiOpen: hi === undefined };
}

const isTakenOut = ({ removes, unread }: Process): boolean =>
  removes !== undefined || unread?.includes('removes') === true;

const LOSSES = ['loses', 'yield', 'removes'];

const isLossUnread = ({ unread }: Process): boolean => unread?.some((name) => LOSSES.includes(name)) === true;

/** The mass that leaves in a process, from `loses`, `yield` or `removes`. */
export function lossOf(process: Process, before: Interval): { loss: Interval; findings: readonly Finding[] } {
  const nothing = exactly(zero);
  if (isLossUnread(process))
    return { loss: { ...nothing, hi: before.hi, hiOpen: before.hi === undefined }, findings: [] };
  const gone = process.loses ?? process.removes;
  if (gone !== undefined) {
    const excessive = before.hi !== undefined && compare(gone.lo, before.hi) > 0;
    return { loss: gone, findings: excessive ? [excessiveLoss(process, gone, before)] : [] };
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
function mayTakeAll(process: Process, before: Interval): boolean {
  const { loses, removes, yield: stays } = process;
  if (isLossUnread(process)) return true;
  if (stays !== undefined) return isZero(stays.lo);
  const gone = loses ?? removes;
  if (gone === undefined || isNothing(gone)) return false;
  return gone.hi === undefined || compare(before.lo, gone.hi) <= 0;
}

function excessiveLoss(process: Process, loss: Interval, before: Interval): Finding {
  const key = process.loses === undefined ? 'removes' : 'loses';
  const from = key === 'loses' ? 'it takes' : `\`${process.takes[0] ?? ''}\` weighs`;
  const range = showRange(before, 'mass');
  const help =
    key === 'loses'
      ? `write a loss of at most ${range}, or add the inputs that are missing in \`takes\``
      : `write at most ${range}, or name the part that it is taken out of first in \`takes\``;
  return finding('bill/mass-negative', `process \`${process.name}\` ${key} more than ${from}`, {
    at: process.places.get(key) ?? process.at,
    label: key === 'loses' ? `takes ${range}` : `weighs ${range}`,
    help: [help],
    data: { process: process.name, [key]: showRange(loss, 'mass'), takes: range },
  });
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
