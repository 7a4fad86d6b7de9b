// The arithmetic of one step in sentences that can be followed with a pocket calculator. It is only shown where it
// gives exactly the value that the trace holds: an explanation never says something that the merge did not.

import type { Towards } from '../values/amounts.ts';
import { type Interval, isExact, isNothing } from '../values/interval.ts';
import type { Dimension } from '../values/quantity.ts';
import {
  add,
  compare,
  divide,
  equal,
  formatExact,
  isNegative,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../values/rational.ts';
import { type ExplainedPart, weightOf } from './explained-part.ts';
import { readMass } from './figures.ts';
import {
  blendWorkings,
  bookingWorkings,
  freeLossWorkings,
  poolWorkings,
  replaceWorkings,
  returnWorkings,
} from './process-workings.ts';
import { type Amount, restEquation, shareEquation, sumEquation } from './shown-equations.ts';
import { hullIn, type Step } from './step.ts';
import type { SubjectView } from './subject-view.ts';

export function workingsOf(step: Step): readonly string[] {
  const { behaviour } = step;
  const { rule, weight } = step.of.subject;
  if (rule === 'fraction' && (behaviour === 'combine' || behaviour === 'add-term')) return meanWorkings(step);
  if (rule === 'fraction') return weight === 'mass' ? changeWorkings(step) : [];
  if (rule === 'conc-article' || rule === 'conc-homog') return contentWorkings(step);
  return rule === 'sum' && (behaviour === 'combine' || behaviour === 'add-term') ? sumWorkings(step) : [];
}

function changeWorkings(step: Step): readonly string[] {
  switch (step.behaviour) {
    case 'lose-some': {
      const lost = lossWorkings(step);
      return lost.length > 0 ? lost : freeLossWorkings(step);
    }
    case 'replace':
      return replaceWorkings(step);
    case 'return-whole':
      return returnWorkings(step, one);
    case 'return-none':
      return returnWorkings(step, zero);
    case 'credit':
      return bookingWorkings(step);
    default:
      return [];
  }
}

function contentWorkings(step: Step): readonly string[] {
  if (step.behaviour === 'pool') return poolWorkings(step);
  return step.behaviour === 'blend' || step.behaviour === 'absorb' ? blendWorkings(step) : [];
}

interface Term {
  readonly weight: Rational;
  readonly value: Interval;
}

/** Weights and values of the parts that weigh anything; undefined where one of them is not exact. */
function termsOf(of: SubjectView, parts: readonly ExplainedPart[]): readonly Term[] | undefined {
  const terms: Term[] = [];
  for (const part of parts) {
    const weight = weightOf(of, part);
    if (weight !== undefined && isNothing(weight)) continue;
    const value = hullIn(of, part.value);
    if (weight === undefined || !isExact(weight) || value?.hi === undefined) return undefined;
    terms.push({ weight: weight.lo, value });
  }
  return terms;
}

function meanWorkings({ of, value, parts }: Step): readonly string[] {
  const result = hullIn(of, value);
  const terms = termsOf(of, parts);
  const unit = weightUnit(of);
  if (terms === undefined) return rangedWorkings(of, parts);
  if (result?.hi === undefined || unit === undefined || terms.length < 2) return [];
  const total = terms.map((term) => term.weight).reduce(add, zero);
  const [down, up] = equal(result.lo, result.hi)
    ? (['nearest', 'nearest'] as const)
    : (['down', 'up'] as const);
  const least = endOf(terms, total, (term) => term.value.lo);
  const most = endOf(terms, total, (term) => term.value.hi ?? one);
  if (!equal(least.end, result.lo) || !equal(most.end, result.hi)) return [];
  const says = ({ amounts }: End, towards: Towards): string => shareEquation(amounts, total, unit, towards);
  return equal(least.end, most.end)
    ? [says(least, 'nearest')]
    : [`at least ${says(least, down)}`, `at most ${says(most, up)}`];
}

function weightUnit({ subject, weight }: SubjectView): Dimension | undefined {
  if (subject.weight === 'mass') return 'mass';
  return weight?.measure.kind === 'number' ? weight.measure.dimension : undefined;
}

interface End {
  readonly end: Rational;
  readonly amounts: readonly Amount[];
}

/** Parts with the same share are told as one. */
function endOf(terms: readonly Term[], total: Rational, shareOf: (term: Term) => Rational): End {
  const byShare = new Map<string, { readonly share: Rational; readonly whole: Rational }>();
  for (const term of terms) {
    const share = shareOf(term);
    const key = formatExact(share);
    byShare.set(key, { share, whole: add(byShare.get(key)?.whole ?? zero, term.weight) });
  }
  const amounts = [...byShare.values()].map((of) => ({ of, amount: multiply(of.whole, of.share) }));
  const amount = amounts.map((each) => each.amount).reduce(add, zero);
  return { end: divide(amount, total), amounts };
}

/** With masses that are no single numbers the extremes are looked for over all of them. */
function rangedWorkings(of: SubjectView, parts: readonly ExplainedPart[]): readonly string[] {
  const weights = parts.map((part) => weightOf(of, part));
  const [many, single] = of.subject.weight === 'mass' ? ['masses', 'mass'] : ['amounts', 'amount'];
  if (weights.some((weight) => weight?.hi === undefined)) {
    return [
      `not every ${single} is known, so the result may lie anywhere from the lowest to the highest of the parts`,
    ];
  }
  return [`the ${many} are ranges: the least and the most are taken over all ${many} within them`];
}

function sumWorkings({ of, value, parts }: Step): readonly string[] {
  const { measure } = of;
  if (measure?.kind !== 'number' || parts.length < 2) return [];
  const values = parts.map((part) => hullIn(of, part.value));
  const result = hullIn(of, value);
  const unit = measure.dimension;
  const ends = values.map((each) => each?.hi);
  const known = ends.filter((end) => end !== undefined);
  if (result?.hi === undefined || known.length < ends.length) return [];
  const least = values.map((each) => each?.lo ?? zero);
  const like = result.hi;
  const total = (amounts: readonly Rational[]): string => sumEquation(amounts, unit, like);
  if (!equal(least.reduce(add, zero), result.lo) || !equal(known.reduce(add, zero), result.hi)) return [];
  return equal(result.lo, result.hi)
    ? [total(least)]
    : [`at least ${total(least)}`, `at most ${total(known)}`];
}

/** What leaves may hold as much as possible of what is counted, or nothing of it. */
function lossWorkings({ of, value, mass, process, parts }: Step): readonly string[] {
  const result = hullIn(of, value);
  const [only, ...more] = parts;
  const before = only === undefined ? undefined : hullIn(of, only.value);
  const whole = only?.mass === undefined ? undefined : readMass(only.mass);
  const lost = process?.loses === undefined ? undefined : readMass(process.loses);
  const left = readMass(mass);
  if (more.length > 0 || result?.hi === undefined || before?.hi === undefined) return [];
  if (whole === undefined || lost === undefined || left === undefined) return [];
  if (![whole, lost, left].every(isExact) || isNothing(left)) return [];
  const [least, most] = [multiply(before.lo, whole.lo), multiply(before.hi, whole.lo)];
  const kept = subtract(least, lost.lo);
  const worst = isNegative(kept) ? zero : divide(kept, left.lo);
  const best = divide(most, left.lo);
  const capped = compare(best, one) > 0 ? one : best;
  if (!equal(worst, result.lo) || !equal(capped, result.hi)) return [];
  const whollyCounted = compare(best, one) >= 0;
  return [
    isNegative(kept)
      ? 'at worst all of it is in what leaves, so at least 0 %'
      : `at worst what leaves is all of it: ${restEquation({ whole: least, less: lost.lo }, left.lo, whole.lo, 'down')}`,
    whollyCounted
      ? 'at best nothing of it leaves, and all that is left is of it, so at most 100 %'
      : `at best nothing of it leaves: ${restEquation({ whole: most }, left.lo, whole.lo, 'up')}`,
  ];
}
