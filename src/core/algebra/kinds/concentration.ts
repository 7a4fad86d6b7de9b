// `conc-article` and `conc-homog`: the highest content of a listed substance in any article, or in any homogeneous
// material, that the product contains. Joining never dilutes (CJEU C-106/14 for articles); melting does, because
// it ends the parts and makes one new material; glue counts over the joined object for articles and by itself for
// homogeneous materials.

import type { Rule } from '../../model/catalogue.ts';
import type { ProductLevel } from '../../model/sheet.ts';
import {
  anyAmount,
  exactly,
  hull,
  type Interval,
  intersect,
  isNothing,
  maximum,
  sum,
} from '../../values/interval.ts';
import { add, compare, divide, isZero, multiply, one, type Rational, zero } from '../../values/rational.ts';
import { hullOf, regionOf } from '../../values/region.ts';
import type { Kind, Leaf, Line, Step, Subject } from '../kind.ts';
import { isFreeOf, shrinkage } from '../losses.ts';
import { staying } from '../taken-out.ts';
import { weightedMean } from '../weighted-mean.ts';
import { type Form, formOfLayers, formOfLevel, isOfArticles, mayBeGlued, never } from './part-form.ts';

type ConcentrationRule = Extract<Rule, { kind: 'conc-article' | 'conc-homog' }>;

export interface Concentration {
  readonly highest: Interval;
  readonly form: Form;
  /** True where nothing of it comes apart whole, so that what is glued to it is glued to all of it; so is a mixture. */
  readonly isOneBody?: boolean;
  /** True where glue may count over articles that it joins: of those that are left, when some go, it is a larger share. */
  readonly isGlued?: boolean;
}

/** Parts side by side keep what they contain: the highest content stays the highest. */
function highestOf(lines: readonly Line<Concentration>[]): Interval {
  return lines.map((line) => line.value.highest).reduce(maximum, exactly(zero));
}

function combine(lines: readonly Line<Concentration>[]): Concentration {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return only.value;
  return { highest: highestOf(lines), form: formOf(lines), ...gluedAs(lines.map(({ value }) => value)) };
}

/**
 * Articles side by side. A mixture among them (grease, a filling) is no article, and over what it counts is not said:
 * what it holds may be in an article, but never certainly is.
 */
function combineArticles(lines: readonly Line<Concentration>[]): Concentration {
  const combined = combine(lines);
  if (lines.length < 2) return combined;
  const { lo, loOpen } = highestOf(lines.filter((line) => line.value.form !== 'mixture'));
  return { ...combined, highest: { ...combined.highest, lo, loOpen } };
}

const gluedAs = (values: readonly Concentration[]): Pick<Concentration, 'isGlued'> =>
  values.some(({ isGlued }) => isGlued === true) ? { isGlued: true } : {};

const formOf = (lines: readonly Line<Concentration>[]): Form =>
  lines.length > 0 && lines.every((line) => line.value.form === 'articles') ? 'articles' : 'either';

/**
 * Parts that become one material. The content of each substance is its weighted mean, so the highest is at most
 * the mean of the highest; it is at least what any one mixture brings by itself.
 */
export function blendOf(lines: readonly Line<Concentration>[]): Interval {
  const mean = weightedMean(lines.map((line) => ({ weight: line.mass, share: line.value.highest })));
  // Parts that all weigh nothing: any of them may be the one whose content is left.
  if (mean === undefined) return { ...highestOf(lines), lo: zero, loOpen: false };
  const least = lines.map((line) => contribution(line, lines)).reduce(higher, { lo: zero, loOpen: false });
  return { ...least, hi: mean.hi, hiOpen: mean.hiOpen };
}

type LowerEnd = Pick<Interval, 'lo' | 'loOpen'>;

const higher = (a: LowerEnd, b: LowerEnd): LowerEnd => {
  const order = compare(a.lo, b.lo);
  return order > 0 || (order === 0 && a.loOpen) ? a : b;
};

function contribution(line: Line<Concentration>, lines: readonly Line<Concentration>[]): LowerEnd {
  const { highest, form } = line.value;
  const others = lines.filter((other) => other !== line).map((other) => other.mass.hi);
  if (form !== 'mixture' || isZero(line.mass.lo) || others.includes(undefined))
    return { lo: zero, loOpen: false };
  const rest = others.reduce((total: Rational, mass) => add(total, mass ?? zero), zero);
  return { lo: multiply(highest.lo, divide(line.mass.lo, add(line.mass.lo, rest))), loOpen: highest.loOpen };
}

const blend = (step: Step<Concentration>): Concentration => ({
  highest: blendOf(step.lines),
  form: 'mixture',
});

/** The parts of a step by what becomes of them: an article that is applied stays an article. */
function sort(lines: readonly Line<Concentration>[]) {
  const isApplied = (form: Form) => (line: Line<Concentration>) => line.applied && line.value.form === form;
  const layers = lines.filter(isApplied('mixture'));
  const unclear = lines.filter(isApplied('either'));
  const kept = lines.filter((line) => !layers.includes(line) && !unclear.includes(line));
  return { layers, unclear, kept };
}

/**
 * A coating becomes part of the article it covers. Which article of a complex object that is, is not known:
 * then the coated one may hold as much as the richest of all, and no article is known to keep what it had.
 */
function absorb({ lines }: Step<Concentration>): Concentration {
  const { layers, unclear, kept } = sort(lines);
  if (layers.length + unclear.length === 0) return combine(lines);
  const [only, ...more] = kept;
  if (unclear.length === 0 && more.length === 0 && only?.value.form === 'mixture')
    return { highest: blendOf(lines), form: 'mixture' };
  // A mixture among others that is not the one covered is in no article for certain.
  const { lo, loOpen } = blendOf(lines.map((line) => (kept.includes(line) ? asEither(line) : line)));
  const { hi, hiOpen } = highestOf(lines);
  return {
    highest: { lo, loOpen, hi, hiOpen },
    form: unclear.length === 0 ? formOf(kept) : 'either',
    ...gluedAs(kept.map(({ value }) => value)),
    isOneBody: unclear.length === 0 && more.length === 0 && only !== undefined && isBody(only.value),
  };
}

const asEither = (line: Line<Concentration>): Line<Concentration> => ({
  ...line,
  value: { ...line.value, form: 'either' },
});

/**
 * A joining mixture is judged over everything it joins, the articles each for itself. Of a part that may come apart it
 * may join the least: of that no mass is certain.
 */
function pool(step: Step<Concentration>): Concentration {
  const { layers, unclear, kept } = sort(step.lines);
  // Applied to nothing that is in the product: whether it mixes or stays apart is not said.
  const isOneBody = unclear.length === 0 && kept.every(({ value }) => isBody(value));
  if (kept.length === 0 || layers.length + unclear.length === 0) return { ...absorb(step), isOneBody };
  const object: Line<Concentration> = {
    value: { highest: exactly(zero), form: 'mixture' },
    mass: kept.map(massJoined).reduce(sum, exactly(zero)),
    applied: false,
  };
  const spread = unclear.map((line) => ({ ...line, mass: massJoined(line) }));
  const highest = maximum(highestOf(kept), blendOf([object, ...layers, ...spread]));
  // What is not known to spread may stay as rich as it was.
  const { hi, hiOpen } = maximum(highest, highestOf(unclear));
  return { highest: { ...highest, hi, hiOpen }, form: 'either', isOneBody };
}

const isBody = ({ form, isOneBody }: Concentration): boolean => form === 'mixture' || isOneBody === true;

/** How much of a part is in the one object that is joined: of what may come apart, the rest may be screwed to it. */
const massJoined = ({ mass, value }: Line<Concentration>): Interval =>
  isBody(value) ? mass : { ...mass, lo: zero, loOpen: false };

/**
 * What was richest may have gone; nothing that stays becomes richer than it was, for parts go whole, with all that is
 * glued to them.
 */
export const weaken = (value: Concentration): Concentration => ({
  ...value,
  highest: { ...value.highest, lo: zero, loOpen: false },
});

/**
 * Own output that comes back into a recipe that is always the same: one mixture stays what it is. Of several homogeneous
 * materials none becomes richer than the richest; an article may, for glue that counts over a whole joined object comes
 * back sorted. Without such a past nothing is known of what comes back.
 */
const returned =
  (together: (lines: readonly Line<Concentration>[]) => Concentration, isSpread: boolean) =>
  (step: Step<Concentration>, { domain }: { readonly domain: Interval }): Concentration => {
    const fresh = together(step.lines);
    if (step.silent || step.process.steadyState !== true) return anything(domain);
    if (fresh.form === 'mixture') return fresh;
    return isSpread ? anything(domain) : { highest: weaken(fresh).highest, form: 'either' };
  };

const anything = (highest: Interval): Concentration => ({ highest, form: 'either' });

type Combine = (lines: readonly Line<Concentration>[]) => Concentration;

/**
 * The leaving material may hold all or nothing of the substance, or is free of it. In one mixture an amount that stays
 * whole is a larger share of what stays; which article of an object loses how much is not known. What was not there
 * before does not come.
 */
function loseSome<R extends ConcentrationRule>(
  combineParts: Combine,
  step: Step<Concentration>,
  subject: Subject<R>,
): Concentration {
  const { highest, form, ...whole } = combineParts(step.lines);
  const { domain } = subject;
  const masses = step.lines.map(({ mass }) => mass);
  const factor = form === 'mixture' ? shrinkage(step, masses.reduce(sum, exactly(zero))) : any;
  const stays = isNothing(step.loss) ? exactly(one) : factor;
  const least = isFreeOf(step, subject) ? multiply(highest.lo, stays.lo) : zero;
  const loOpen = isFreeOf(step, subject) && highest.loOpen;
  return {
    highest: upTo(richest(highest, stays), { ...domain, lo: least, loOpen }) ?? domain,
    form,
    ...(whole.isGlued === true ? { isGlued: true } : {}),
  };
}

/** Whether a thing gets smaller, and by how much, is open. */
const any: Interval = { lo: one, loOpen: false, hi: undefined, hiOpen: true };

function richest({ hi, hiOpen }: Interval, factor: Interval): Pick<Interval, 'hi' | 'hiOpen'> {
  if (hi === undefined || isZero(hi)) return { hi, hiOpen };
  return factor.hi === undefined ? { hi: undefined, hiOpen: true } : { hi: multiply(hi, factor.hi), hiOpen };
}

const upTo = (upper: Pick<Interval, 'hi' | 'hiOpen'>, range: Interval): Interval | undefined =>
  intersect(range, { lo: zero, loOpen: false, ...upper });

/**
 * Whole pieces leave: the articles that stay are as they were, and the richest may be among those that left. But glue may
 * stay at what is left of what it joined.
 */
function select<R extends ConcentrationRule>(
  combineParts: Combine,
  step: Step<Concentration>,
  subject: Subject<R>,
): Concentration {
  const { highest, form, isGlued } = combineParts(step.lines);
  if (form !== 'articles' || isGlued === true) return loseSome(combineParts, step, subject);
  return { highest: isFreeOf(step, subject) ? highest : { ...highest, lo: zero, loOpen: false }, form };
}

/** Several mixtures in one part lie side by side: they are no mixture any more, and no article either. */
function joined(
  values: readonly Concentration[],
  isMix: boolean,
  together: (lines: readonly Line<Concentration>[]) => Concentration,
): Concentration {
  const [first, ...more] = values;
  const mixtures = values.filter(({ form }) => form === 'mixture');
  const areSeveral = isMix && mixtures.length > 1;
  const lines = mixtures.map((value) => ({ value, mass: anyAmount, applied: false }));
  const beside = areSeveral ? [together(lines)] : [];
  const isOne = !areSeveral && more.every(({ form }) => form === first?.form);
  return {
    highest: [...values, ...beside].map(({ highest }) => highest).reduce(hull),
    form: isOne ? (first?.form ?? 'either') : 'either',
    isOneBody: (!isMix || more.length === 0) && values.every(isBody),
    ...gluedAs(values),
  };
}

function concentrationKind<R extends ConcentrationRule>(
  name: R['kind'],
  formOfPart: (level: ProductLevel | undefined) => Form,
  isGluedPart: (leaf: Leaf) => boolean,
  combineParts: Combine,
  behaviours: Kind<R, Concentration>['behaviours'],
): Kind<R, Concentration> {
  return {
    name,
    unknown: ({ domain }) => anything(domain),
    read: (leaf, { id, domain }) => ({
      highest: hullOf(leaf.region(id)) ?? domain,
      form: formOfPart(leaf.level),
      isOneBody: leaf.isOne && isOfArticles(leaf),
      ...(isGluedPart(leaf) ? { isGlued: true } : {}),
    }),
    associative: 'always',
    combine: combineParts,
    behaviours: {
      ...behaviours,
      'lose-some': (step, subject) => loseSome(combineParts, step, subject),
      select: (step, subject) => select(combineParts, step, subject),
      replace: (step) => combineParts(staying(step, weaken)),
    },
    join: (values, _, isMix) => joined(values, isMix, combineParts),
    vanishing: weaken,
    known: ({ highest }) => ({ kind: 'region', region: regionOf(highest) }),
  };
}

export const concArticle = concentrationKind<Extract<Rule, { kind: 'conc-article' }>>(
  'conc-article',
  formOfLevel,
  mayBeGlued,
  combineArticles,
  { blend, absorb, pool, 'return-same': returned(combineArticles, true) },
);

export const concHomog = concentrationKind<Extract<Rule, { kind: 'conc-homog' }>>(
  'conc-homog',
  formOfLayers,
  never,
  combine,
  { blend, 'return-same': returned(combine, false) },
);
