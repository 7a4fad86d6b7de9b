// `fraction`: a share of the product's mass, energy or water. Shares are added as amounts, never averaged as
// percentages, and percent appears only at the end. The custody model is part of the value: a mass-balance or
// book-and-claim share says nothing of what is physically there.

import type { Behaviour, Rule } from '../../model/catalogue.ts';
import { type Custody, combineCustody } from '../../values/custody.ts';
import {
  anyAmount,
  anyShare,
  exactly,
  hull,
  type Interval,
  isNothing,
  minimum,
  sum,
} from '../../values/interval.ts';
import { compare, one, type Rational, zero } from '../../values/rational.ts';
import { hullOf, type Region, regionOf, sameRegion } from '../../values/region.ts';
import { amountIn, lessened, scaledDown, within } from '../contained.ts';
import { creditedShare } from '../credited-share.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { isFreeOf, shrinkage } from '../losses.ts';
import { replacedShare } from '../replaced-share.ts';
import { type Return, returnedShare } from '../returned-share.ts';
import { shareAfterFreeLoss, shareAfterLoss } from '../selective-loss.ts';
import { weightedMean } from '../weighted-mean.ts';

type FractionRule = Extract<Rule, { kind: 'fraction' }>;

interface Fraction {
  /** Of the quantity that weighs the share; for mass the part's own mass counts instead. */
  readonly weight: Interval;
  readonly share: Region;
  readonly custody: Custody | undefined;
}

const unknown: Fraction = { weight: anyAmount, share: regionOf(anyShare), custody: undefined };

const isOfContent = (weightRule: Rule | undefined): boolean => weightRule?.kind === 'content';

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
  if (share !== undefined && isOfContent(subject.weightRule))
    return loseContent(before, share, step, subject);
  // A loss of mass tells nothing of shares that something else weighs.
  if (share === undefined || subject.rule.weight !== 'mass') return { ...before, share: unknown.share };
  const masses = step.lines.map((line) => line.mass);
  const range = isFreeOf(step, subject)
    ? shareAfterFreeLoss(share, shrinkage(step, masses.reduce(sum, exactly(zero))))
    : shareAfterLoss(share, masses, step.loss);
  return { ...before, share: regionOf(range ?? anyShare) };
}

const mayStay = ({ lo }: Interval, { hi }: Interval): boolean => hi === undefined || compare(lo, hi) <= 0;

/** Of a content at most all of the loss may have left; where what leaves is free of it, its shares stay as they are. */
function loseContent(
  before: Fraction,
  share: Interval,
  step: Step<Fraction>,
  subject: Subject<FractionRule>,
): Fraction {
  // More than what stays cannot have stayed: then the bill contradicts itself, and nothing is known.
  if (isFreeOf(step, { id: subject.rule.weight }))
    return mayStay(before.weight, step.mass) ? before : { ...before, share: unknown.share };
  const after = shareAfterLoss(share, [before.weight], step.loss) ?? anyShare;
  const range = isFreeOf(step, subject) ? { ...after, lo: share.lo, loOpen: share.loOpen } : after;
  return { ...before, share: regionOf(range) };
}

/** What becomes of the quantity that weighs the share. */
function reweighed(
  value: Fraction,
  fate: Behaviour,
  step: Step<Fraction>,
  { rule, weightRule }: Subject<FractionRule>,
): Fraction {
  const { weight } = value;
  const loses = fate === 'lose-some' || fate === 'select' || fate === 'replace';
  if (fate === 'shrink') return { ...value, weight: scaledDown(weight, step) };
  if (!loses) return { ...value, weight: anyAmount };
  const least = isOfContent(weightRule)
    ? lessened(weight, step, isFreeOf(step, { id: rule.weight }))
    : { ...weight, lo: zero, loOpen: false };
  return { ...value, weight: least };
}

/** What is put in takes the place of an unknown selection. */
function replace(step: Step<Fraction>, subject: Subject<FractionRule>): Fraction {
  const old = step.lines.filter((line) => !line.applied);
  const before = combine(step.lines, subject);
  if (subject.rule.weight !== 'mass') return unknown;
  if (isNothing(step.loss) || old.length === 0) return before;
  const shareOf = (value: Fraction): Interval => hullOf(value.share) ?? anyShare;
  const share = replacedShare(
    {
      weight: old.map((line) => line.mass).reduce(sum, exactly(zero)),
      share: shareOf(combine(old, subject)),
    },
    step.loss,
    step.lines
      .filter((line) => line.applied)
      .map((line) => ({ weight: line.mass, share: shareOf(line.value) })),
  );
  return { ...before, share: regionOf(share ?? anyShare) };
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

/** What the process makes of all of its material, whatever that was; without its word, anything. */
const countsWith =
  (share: Rational) =>
  (step: Step<Fraction>, subject: Subject<FractionRule>): Fraction => ({
    ...combine(step.lines, subject),
    share: regionOf(step.silent ? anyShare : exactly(share)),
    custody: undefined,
  });

/** A mix may land in any gap between the shares of what is mixed, so nothing of a gap survives. */
function join(values: readonly Fraction[], _: Subject<FractionRule>, isMix: boolean): Fraction {
  const [first = unknown, ...more] = values;
  const isOne = more.every(({ share }) => sameRegion(share, first.share));
  const whole = values.map(({ share }) => hullOf(share) ?? anyShare).reduce(hull);
  const custodies = values.map(({ custody }) => custody);
  const isOneCustody = !isMix && custodies.every((custody) => custody === first.custody);
  return {
    weight: values.map(({ weight }) => weight).reduce(hull),
    share: isOne && !isMix ? first.share : regionOf(whole),
    custody: isOneCustody ? first.custody : combineCustody(custodies),
  };
}

/** Earlier output comes back and is mixed in. */
const returned =
  (as: Return['as']) =>
  (step: Step<Fraction>, subject: Subject<FractionRule>): Fraction => {
    const before = combine(step.lines, subject);
    const { takenBack, generations = 1, steadyState } = step.process;
    const fresh = hullOf(before.share) ?? anyShare;
    const share =
      step.silent || takenBack === undefined || subject.rule.weight !== 'mass'
        ? anyShare
        : returnedShare(fresh, { as, takenBack, generations: steadyState === true ? 'steady' : generations });
    return { ...before, weight: anyAmount, share: regionOf(share), custody: undefined };
  };

/** What is booked takes the place of what went in, for that may be what is booked. Nothing is booked to what is physical. */
function credit(step: Step<Fraction>, subject: Subject<FractionRule>): Fraction {
  const before = combine(step.lines, subject);
  const custody = subject.rule.custody === 'claimed' ? 'book-and-claim' : 'mass-balance';
  const isBooked = subject.rule.weight === 'mass' && subject.rule.custody !== 'physical' && !step.silent;
  if (!isBooked) return { ...before, share: unknown.share, custody: undefined };
  // What was there by a stricter model may be there still beside what is booked.
  const booked = creditedShare(step.process, step.mass);
  const together = sum(booked, hullOf(before.share) ?? anyShare);
  const most = minimum(together, exactly(one));
  return { ...before, share: regionOf({ ...booked, hi: most.hi, hiOpen: most.hiOpen }), custody };
}

export const fraction: Kind<FractionRule, Fraction> = {
  name: 'fraction',
  unknown: () => unknown,
  read(leaf, { id, rule, weightRule }) {
    const weight = rule.weight === 'mass' ? anyAmount : amountIn(leaf, rule.weight, isOfContent(weightRule));
    return { weight, share: leaf.region(id), custody: leaf.custody(id) };
  },
  associative: 'with-exact-masses',
  combine,
  behaviours: {
    'lose-some': loseSome,
    'add-term': addTerm,
    replace,
    credit,
    'return-whole': returned('whole'),
    'return-none': returned('none'),
    'return-same': returned('same'),
    whole: countsWith(one),
    none: countsWith(zero),
  },
  known: ({ share, weight }, { rule }) =>
    rule.weight !== 'mass' && isNothing(weight) ? { kind: 'nothing' } : { kind: 'region', region: share },
  join,
  reweighed,
  inMass: (value, mass, { weightRule }) =>
    isOfContent(weightRule) ? { ...value, weight: within(value.weight, mass) } : value,
  custody: ({ custody }) => custody,
};
