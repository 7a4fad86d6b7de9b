// `fraction`: a share of the product's mass, energy or water. Shares are added as amounts, never averaged as
// percentages, and percent appears only at the end. The custody model is part of the value: a mass-balance or
// book-and-claim share says nothing of what is physically there.

import type { Rule } from '../../model/catalogue.ts';
import { type Custody, combineCustody } from '../../values/custody.ts';
import {
  anyAmount,
  anyShare,
  between,
  exactly,
  type Interval,
  isNothing,
  product,
  sum,
} from '../../values/interval.ts';
import {
  compare,
  divide,
  isZero,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../../values/rational.ts';
import { hullOf, type Region, regionOf } from '../../values/region.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { isFreeOf, shrinkage } from '../losses.ts';
import { weightedMean } from '../weighted-mean.ts';

type FractionRule = Extract<Rule, { kind: 'fraction' }>;

interface Fraction {
  /** Of the quantity that weighs the share; for mass the part's own mass counts instead. */
  readonly weight: Interval;
  readonly share: Region;
  readonly custody: Custody | undefined;
}

const unknown: Fraction = { weight: anyAmount, share: regionOf(anyShare), custody: undefined };

const weightOf = (line: Line<Fraction>, subject: Subject<FractionRule>): Interval =>
  subject.rule.weight === 'mass' ? line.mass : line.value.weight;

function combine(lines: readonly Line<Fraction>[], subject: Subject<FractionRule>): Fraction {
  const weighing = lines.filter((line) => !isNothing(weightOf(line, subject)));
  const [only, ...more] = weighing;
  const weight = lines.map((line) => weightOf(line, subject)).reduce(sum, exactly(zero));
  // Gaps in a single region survive; the sum of two regions is enclosed by the sum of their hulls.
  if (only !== undefined && more.length === 0) return { ...only.value, weight };
  const mean = weightedMean(
    weighing.map((line) => ({
      weight: weightOf(line, subject),
      share: hullOf(line.value.share) ?? anyShare,
    })),
  );
  if (mean === undefined) return { ...unknown, weight };
  return {
    weight,
    share: regionOf(mean),
    custody: combineCustody(weighing.map((line) => line.value.custody)),
  };
}

/** The leaving material may hold all or nothing of what is counted: A - L to A of what stays; or it is free of it: A. */
function loseSome(step: Step<Fraction>, subject: Subject<FractionRule>): Fraction {
  const before = combine(step.lines, subject);
  const share = hullOf(before.share);
  // A loss of mass tells nothing of shares that something else weighs.
  if (subject.rule.weight !== 'mass') return { ...before, share: unknown.share };
  const masses = step.lines.map((line) => line.mass).reduce(sum, exactly(zero));
  if (share !== undefined && isFreeOf(step, subject))
    return { ...before, share: concentrated(share, shrinkage(step, masses)) };
  const mass = masses.lo;
  const loss = step.loss.hi;
  if (share === undefined || loss === undefined || compare(mass, loss) <= 0)
    return { ...before, share: unknown.share };
  const rest = subtract(mass, loss);
  const least = divide(subtract(multiply(share.lo, mass), loss), rest);
  const most = divide(multiply(share.hi ?? one, mass), rest);
  const range = between(clipLower(least, share.loOpen), clipUpper(most, share.hiOpen));
  return { ...before, share: regionOf(range ?? anyShare) };
}

/** All of what is counted stays. Where less mass than that stays, the bill contradicts itself, and nothing is known. */
function concentrated({ lo, loOpen, hi, hiOpen }: Interval, factor: Interval): Region {
  const most = hi === undefined || isZero(hi) ? hi : factor.hi && multiply(hi, factor.hi);
  const upper = most === undefined ? { hi: one, hiOpen: false } : clipUpper(most, hiOpen);
  const range = between({ lo: multiply(lo, factor.lo), loOpen }, upper);
  return regionOf(range ?? anyShare);
}

function clipLower(lo: Rational, loOpen: boolean): Pick<Interval, 'lo' | 'loOpen'> {
  return compare(lo, zero) < 0 ? { lo: zero, loOpen: false } : { lo, loOpen };
}

function clipUpper(hi: Rational, hiOpen: boolean): Pick<Interval, 'hi' | 'hiOpen'> {
  return compare(hi, one) > 0 ? { hi: one, hiOpen: false } : { hi, hiOpen };
}

/** The maker's own use of energy or water joins as one more line. */
function addTerm(step: Step<Fraction>, subject: Subject<FractionRule>): Fraction {
  const { rule, id } = subject;
  if (step.effect.adds !== rule.weight) return combine(step.lines, subject);
  const own: Fraction = step.silent
    ? unknown
    : {
        weight: step.process.uses ?? anyAmount,
        share: regionOf(step.process.shares.get(id) ?? anyShare),
        custody: undefined,
      };
  return combine([...step.lines, { value: own, mass: exactly(zero), applied: false }], subject);
}

export const fraction: Kind<FractionRule, Fraction> = {
  name: 'fraction',
  unknown: () => unknown,
  read(leaf, { id, rule }) {
    const perUnit = rule.weight === 'mass' ? undefined : hullOf(leaf.region(rule.weight));
    const weight =
      perUnit === undefined || leaf.units === undefined ? anyAmount : product(perUnit, leaf.units);
    return { weight, share: leaf.region(id), custody: leaf.custody(id) };
  },
  associative: 'with-exact-masses',
  combine,
  behaviours: { 'lose-some': loseSome, 'add-term': addTerm },
  known: ({ share, weight }, { rule }) =>
    rule.weight !== 'mass' && isNothing(weight) ? { kind: 'nothing' } : { kind: 'region', region: share },
  unweighed: (value, less) => ({
    ...value,
    weight: less ? { ...value.weight, lo: zero, loOpen: false } : anyAmount,
  }),
  custody: ({ custody }) => custody,
};
