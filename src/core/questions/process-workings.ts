// The arithmetic of what single effects do to shares and contents: losses of known make, replaced and returned parts,
// bookings, layers and glue. As everywhere, it is only shown where it gives exactly the value that the trace holds.

import { exactly, type Interval, isExact, isNothing } from '../values/interval.ts';
import { parseQuantity } from '../values/quantity.ts';
import {
  add,
  compare,
  divide,
  equal,
  isNegative,
  isZero,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../values/rational.ts';
import type { ExplainedPart } from './explained-part.ts';
import { readMass } from './figures.ts';
import { type Amount, percentOf, shareEquation } from './shown-equations.ts';
import { hullIn, type Step } from './step.ts';

/** A part that weighs exactly so much, with what is known of it. */
interface Portion {
  readonly mass: Rational;
  readonly lo: Rational;
  readonly hi: Rational;
}

function portionsOf({ of, parts }: Step): readonly Portion[] | undefined {
  const portions = parts.map((part): Portion | undefined => {
    const [mass, value] = [exactMass(part), hullIn(of, part.value)];
    return mass === undefined || value?.hi === undefined ? undefined : { mass, lo: value.lo, hi: value.hi };
  });
  const known = portions.filter((portion) => portion !== undefined);
  return known.length < parts.length ? undefined : known;
}

function exactMass({ mass }: Pick<ExplainedPart, 'mass'>): Rational | undefined {
  const read = mass === undefined ? undefined : readMass(mass);
  return read !== undefined && isExact(read) ? read.lo : undefined;
}

const asAmount = (mass: Rational, share: Rational): Amount => ({
  amount: multiply(mass, share),
  of: { whole: mass, share },
});

const taken = (mass: Rational): Amount => ({ amount: mass, isLess: true });

const totalOf = (amounts: readonly Amount[]): Rational =>
  amounts.reduce(
    (sum, { amount, isLess }) => (isLess === true ? subtract(sum, amount) : add(sum, amount)),
    zero,
  );

interface End {
  readonly says: string;
  readonly amounts: readonly Amount[];
}

/** Both ends of a share of the whole, where they are those of the value. */
function bothEnds(step: Step, whole: Rational, worst: End, best: End): readonly string[] {
  const result = hullIn(step.of, step.value);
  if (result?.hi === undefined || isZero(whole)) return [];
  const shareOf = (end: End): Rational => divide(totalOf(end.amounts), whole);
  if (!equal(shareOf(worst), result.lo) || !equal(shareOf(best), result.hi)) return [];
  if (equal(result.lo, result.hi)) return [shareEquation(best.amounts, whole, 'mass', 'nearest')];
  return [
    `${worst.says} ${shareEquation(worst.amounts, whole, 'mass', 'down')}`,
    `${best.says} ${shareEquation(best.amounts, whole, 'mass', 'up')}`,
  ];
}

/** What leaves has none of it: all that is counted is in what stays. */
export function freeLossWorkings(step: Step): readonly string[] {
  const [only, ...more] = portionsOf(step) ?? [];
  const left = exactMass(step);
  if (only === undefined || more.length > 0 || left === undefined) return [];
  return bothEnds(
    step,
    left,
    { says: 'none of it leaves, so at least', amounts: [asAmount(only.mass, only.lo)] },
    { says: 'none of it leaves, so at most', amounts: [asAmount(only.mass, only.hi)] },
  );
}

/** What is taken out of the first part may be all that is counted in it, or nothing of it. */
export function replaceWorkings(step: Step): readonly string[] {
  const [old, ...put] = portionsOf(step) ?? [];
  const out = parameterOf(step, 'removes', 'mass');
  if (old === undefined || out === undefined) return [];
  const whole = subtract(put.map(({ mass }) => mass).reduce(add, old.mass), out);
  const stays = subtract(old.mass, out);
  const least = put.map(({ mass, lo }) => asAmount(mass, lo));
  const most = put.map(({ mass, hi }) => asAmount(mass, hi));
  const isAllOut = compare(multiply(old.mass, old.lo), out) <= 0;
  const isAllLeft = compare(multiply(old.mass, old.hi), stays) >= 0;
  return bothEnds(
    step,
    whole,
    isAllOut
      ? { says: 'at worst all of it is taken out:', amounts: least }
      : {
          says: 'at worst what is taken out is all of it:',
          amounts: [asAmount(old.mass, old.lo), taken(out), ...least],
        },
    isAllLeft
      ? { says: 'at best all that stays is of it:', amounts: [asAmount(stays, one), ...most] }
      : {
          says: 'at best nothing of it is taken out:',
          amounts: [asAmount(old.mass, old.hi), ...most],
        },
  );
}

/** What comes back counts wholly or not at all, whatever it is made of. */
export function returnWorkings(step: Step, counts: Rational): readonly string[] {
  const [fresh, ...more] = portionsOf(step) ?? [];
  const whole = exactMass(step);
  if (fresh === undefined || more.length > 0 || whole === undefined) return [];
  const back = asAmount(subtract(whole, fresh.mass), counts);
  return bothEnds(
    step,
    whole,
    { says: 'with what comes back, at least', amounts: [asAmount(fresh.mass, fresh.lo), back] },
    { says: 'with what comes back, at most', amounts: [asAmount(fresh.mass, fresh.hi), back] },
  );
}

/** Eligible mass, less what becomes fuel and what is lost, and no more than the cap. */
export function bookingWorkings(step: Step): readonly string[] {
  const result = hullIn(step.of, step.value);
  const [eligible, fuel, loss] = [
    parameterOf(step, 'eligible', 'mass'),
    parameterOf(step, 'fuelShare', 'share'),
    parameterOf(step, 'lossShare', 'share'),
  ];
  const whole = exactMass(step);
  if (eligible === undefined || fuel === undefined || loss === undefined || whole === undefined) return [];
  const kept = subtract(subtract(one, fuel), loss);
  if (result === undefined || !isExact(result) || isNegative(kept) || isZero(whole)) return [];
  const booked = divide(multiply(eligible, kept), whole);
  const cap = parameterOf(step, 'cap', 'share') ?? one;
  if (!equal(compare(booked, cap) > 0 ? cap : booked, result.lo)) return [];
  const says = [
    `100 % − ${percentOf(fuel)} (fuel) − ${percentOf(loss)} (lost) = ${percentOf(kept)} counts`,
    shareEquation([asAmount(eligible, kept)], whole, 'mass', 'nearest'),
  ];
  return compare(booked, cap) > 0 ? [...says, `no more than ${percentOf(cap)} may be booked`] : says;
}

function parameterOf(
  { process }: Step,
  parameter: string,
  dimension: 'mass' | 'share',
): Rational | undefined {
  const text = process?.says.find((each) => each.parameter === parameter)?.value;
  const read = text === undefined ? undefined : parseQuantity(text, dimension);
  return read !== undefined && 'lo' in read && isExact(read) ? read.lo : undefined;
}

/** Materials that become one, or a layer that becomes part of what it covers: the content is the mean. */
export function blendWorkings(step: Step): readonly string[] {
  const portions = portionsOf(step) ?? [];
  const result = hullIn(step.of, step.value);
  const whole = portions.map(({ mass }) => mass).reduce(add, zero);
  if (portions.length < 2 || result?.hi === undefined || isZero(whole)) return [];
  const most = portions.map(({ mass, hi }) => asAmount(mass, hi));
  if (!equal(divide(totalOf(most), whole), result.hi)) return [];
  const isOne = equal(result.lo, result.hi);
  const upper = shareEquation(most, whole, 'mass', isOne ? 'nearest' : 'up');
  return isOne ? [upper] : [`at most ${upper}`];
}

/** What glue brings counts over the whole that it joins; every article counts by itself. */
export function poolWorkings(step: Step): readonly string[] {
  const portions = portionsOf(step) ?? [];
  const result = hullIn(step.of, step.value);
  const whole = portions.map(({ mass }) => mass).reduce(add, zero);
  if (portions.length < 2 || result?.hi === undefined || isZero(whole)) return [];
  const found = portions.findIndex((glue, index) => isPooled(glue, index, portions, result, whole));
  const [glue, part] = [portions[found], step.parts[found]];
  if (glue === undefined || part === undefined || !equal(glue.lo, glue.hi)) return [];
  const others = highest(portions.filter((each) => each !== glue));
  const own = isZero(others)
    ? 'every article by itself: nothing'
    : `every article by itself: at most ${percentOf(others)}`;
  const over = shareEquation([asAmount(glue.mass, glue.hi)], whole, 'mass', 'nearest');
  return [`what \`${part.part}\` brings, over the whole: ${over}`, own];
}

const highest = (portions: readonly Portion[]): Rational =>
  portions.map(({ hi }) => hi).reduce((a, b) => (compare(a, b) > 0 ? a : b), zero);

/** Whether this part alone, over the whole, beside all others by themselves, gives what came out. */
function isPooled(
  glue: Portion,
  index: number,
  portions: readonly Portion[],
  result: Interval,
  whole: Rational,
): boolean {
  const brought = divide(multiply(glue.mass, glue.hi), whole);
  const others = highest(portions.filter((_, at) => at !== index));
  const most = compare(brought, others) > 0 ? brought : others;
  return !isNothing(exactly(brought)) && equal(result.lo, brought) && equal(result.hi ?? one, most);
}
