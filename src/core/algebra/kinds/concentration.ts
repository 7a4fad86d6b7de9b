// `conc-article` and `conc-homog`: the highest content of a listed substance in any article, or in any homogeneous
// material, that the product contains. Joining never dilutes (CJEU C-106/14 for articles); melting does, because
// it ends the parts and makes one new material; glue counts over the joined object for articles and by itself for
// homogeneous materials.

import type { Rule } from '../../model/catalogue.ts';
import { exactly, type Interval, isNothing, maximum, sum } from '../../values/interval.ts';
import { add, compare, divide, isZero, multiply, type Rational, zero } from '../../values/rational.ts';

import { hullOf, regionOf } from '../../values/region.ts';
import type { Kind, Line, Step } from '../kind.ts';
import { weightedMean } from '../weighted-mean.ts';

type ConcentrationRule = Extract<Rule, { kind: 'conc-article' | 'conc-homog' }>;

interface Concentration {
  readonly highest: Interval;
  /** True when the part is one homogeneous material, so that its content is the same everywhere in it. */
  readonly uniform: boolean;
}

/** Parts side by side keep what they contain: the highest content stays the highest. */
function highestOf(lines: readonly Line<Concentration>[]): Interval {
  return lines.map((line) => line.value.highest).reduce(maximum, exactly(zero));
}

function combine(lines: readonly Line<Concentration>[]): Concentration {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) return only.value;
  return { highest: highestOf(lines), uniform: false };
}

/**
 * Parts that become one material. The content of each substance is its weighted mean, so the highest is at most
 * the mean of the highest; it is at least what any one uniform part brings by itself.
 */
function blendOf(lines: readonly Line<Concentration>[]): Interval {
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
  const { highest, uniform } = line.value;
  const others = lines.filter((other) => other !== line).map((other) => other.mass.hi);
  if (!uniform || isZero(line.mass.lo) || others.includes(undefined)) return { lo: zero, loOpen: false };
  const rest = others.reduce((total: Rational, mass) => add(total, mass ?? zero), zero);
  return { lo: multiply(highest.lo, divide(line.mass.lo, add(line.mass.lo, rest))), loOpen: highest.loOpen };
}

const blend = (step: Step<Concentration>): Concentration => ({ highest: blendOf(step.lines), uniform: true });

/** What is applied as a mixture has no article of its own; an article that is applied stays one. */
const isMixture = (line: Line<Concentration>): boolean => line.applied && line.value.uniform;

/**
 * A coating becomes part of the article it covers. Which article of a complex object that is, is not known:
 * then the coated one may hold as much as the richest of all, and no article is known to keep what it had.
 */
function absorb(step: Step<Concentration>): Concentration {
  const coated = step.lines.filter((line) => !isMixture(line));
  if (coated.length === step.lines.length) return combine(step.lines);
  const blended = blendOf(step.lines);
  const [only, ...more] = coated;
  if (more.length === 0 && only?.value.uniform === true) return { highest: blended, uniform: true };
  const highest = highestOf(step.lines);
  return { highest: { ...highest, lo: blended.lo, loOpen: blended.loOpen }, uniform: false };
}

/** A joining mixture is judged over everything it joins, the articles each for itself. */
function pool(step: Step<Concentration>): Concentration {
  const articles = step.lines.filter((line) => !isMixture(line));
  const applied = step.lines.filter((line) => isMixture(line) && !isNothing(line.mass));
  if (articles.length === step.lines.length) return combine(step.lines);
  // Applied to nothing that is in the product: whether it mixes or stays apart is not said.
  if (articles.length === 0) return absorb(step);
  // A mixture that weighs nothing brings nothing for certain.
  if (applied.length === 0) {
    const { lo, loOpen } = highestOf(articles);
    return { highest: { ...highestOf(step.lines), lo, loOpen }, uniform: false };
  }
  const object: Line<Concentration> = {
    value: { highest: exactly(zero), uniform: true },
    mass: articles.map((line) => line.mass).reduce(sum, exactly(zero)),
    applied: false,
  };
  return { highest: maximum(highestOf(articles), blendOf([object, ...applied])), uniform: false };
}

function concentrationKind<R extends ConcentrationRule>(
  name: R['kind'],
  behaviours: Kind<R, Concentration>['behaviours'],
): Kind<R, Concentration> {
  return {
    name,
    unknown: ({ domain }) => ({ highest: domain, uniform: false }),
    read: (leaf, { id, domain }) => ({
      highest: hullOf(leaf.region(id)) ?? domain,
      uniform: leaf.level === 'material',
    }),
    associative: 'always',
    combine,
    behaviours,
    known: ({ highest }) => ({ kind: 'region', region: regionOf(highest) }),
  };
}

export const concArticle = concentrationKind<Extract<Rule, { kind: 'conc-article' }>>('conc-article', {
  blend,
  absorb,
  pool,
});

export const concHomog = concentrationKind<Extract<Rule, { kind: 'conc-homog' }>>('conc-homog', { blend });
