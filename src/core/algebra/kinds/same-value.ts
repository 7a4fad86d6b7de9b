// `same-value`: whether the product is one material, but for a tolerated rest. Two parts of one material each
// make a product of one material only when the two are the same, so the value carries which one it is. A material that a
// sheet does not name is the same as itself within one piece or lot only: another one of the same sheet may be of another.

import type { Rule } from '../../model/catalogue.ts';
import { closed, exactly, hull, type Interval, isNothing, isWithin, sum } from '../../values/interval.ts';
import { compare, isZero, multiply, one, type Rational, zero } from '../../values/rational.ts';
import type { Truth } from '../../values/truth.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { shrinkage } from '../losses.ts';
import { staying } from '../taken-out.ts';
import { weightedMean } from '../weighted-mean.ts';

type SameRule = Extract<Rule, { kind: 'same-value' }>;

interface Material {
  readonly name: string;
  /** Out of a vocabulary, where two names are two materials. Any other may equal one of another name. */
  readonly listed: boolean;
}

interface Sameness {
  readonly single: Truth;
  /** The one material of a part that is known to be single. */
  readonly material: Material | undefined;
  /** The share of anything else, where the part is single. */
  readonly foreign: Interval;
}

const anyRest = closed(zero, one);
const unknown: Sameness = { single: 'unknown', material: undefined, foreign: anyRest };

const within = (tolerance: Rational): Interval => closed(zero, tolerance);
const beyond = (tolerance: Rational): Interval => ({ lo: tolerance, loOpen: true, hi: one, hiOpen: false });

const isSame = (a: Material, b: Material): Truth =>
  a.listed !== b.listed ? 'unknown' : a.name === b.name ? 'true' : a.listed ? 'false' : 'unknown';

/** How much of the part is not the candidate material. */
function foreignTo(candidate: Material, value: Sameness, tolerance: Rational): Interval {
  if (value.single === 'false') return beyond(tolerance);
  if (value.material === undefined) return anyRest;
  const same = isSame(candidate, value.material);
  if (same === 'true') return value.foreign;
  return same === 'unknown' ? anyRest : complement(value.foreign);
}

/** What is not the other material is at most its rest, so at least everything else is foreign. */
function complement(foreign: Interval): Interval {
  const rest = foreign.hi ?? one;
  return { lo: { n: rest.d - rest.n, d: rest.d }, loOpen: foreign.hiOpen, hi: one, hiOpen: false };
}

/** A material that no part names: whatever is known to be something is foreign to it. */
const noneOfThese: Material = { name: '', listed: true };

/** Where nothing else is tolerated, something else of no stated mass is still something else. */
function combine(lines: readonly Line<Sameness>[], subject: Subject<SameRule>): Sameness {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0 && !isNothing(only.mass)) return only.value;
  const value = combineMasses(lines, subject);
  const isDecided = value.single !== 'true' || !isZero(subject.rule.tolerance);
  return isDecided || areAlike(valuesOf(lines), value.material) ? value : unknown;
}

const valuesOf = (lines: readonly Line<Sameness>[]): readonly Sameness[] => lines.map(({ value }) => value);

const areAlike = (values: readonly Sameness[], material: Material | undefined): boolean =>
  values.every(
    (value) =>
      value.material !== undefined && material !== undefined && isSame(value.material, material) === 'true',
  );

function combineMasses(lines: readonly Line<Sameness>[], { rule }: Subject<SameRule>): Sameness {
  const { tolerance } = rule;
  const parts = lines.filter((line) => !isNothing(line.mass));
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only.value;
  const rest = (candidate: Material): Interval =>
    weightedMean(
      parts.map((line) => ({ weight: line.mass, share: foreignTo(candidate, line.value, tolerance) })),
    ) ?? anyRest;
  const candidates = parts.map((line) => line.value.material).filter((material) => material !== undefined);
  for (const material of candidates) {
    const foreign = rest(material);
    if (isWithin(foreign, within(tolerance))) return { single: 'true', material, foreign };
  }
  // An unlisted material is one of the listed ones or none of them, so these are all there is to exclude.
  const listed = candidates.filter((material) => material.listed);
  const excluded = [...listed, noneOfThese].every((material) => isBeyond(rest(material), tolerance));
  return excluded ? { single: 'false', material: undefined, foreign: beyond(tolerance) } : unknown;
}

function isBeyond(foreign: Interval, tolerance: Rational): boolean {
  const order = compare(foreign.lo, tolerance);
  return order > 0 || (order === 0 && foreign.loOpen);
}

/**
 * Different materials melted together may be one new material, as copper and zinc are brass; a little of the one in
 * much of the other may be so as well, and then nobody knows of how much.
 */
function blend({ lines }: Step<Sameness>, subject: Subject<SameRule>): Sameness {
  const value = combine(lines, subject);
  const parts = lines.filter((line) => !isNothing(line.mass));
  return value.single === 'true' && areAlike(valuesOf(parts), value.material) ? value : unknown;
}

/** Of one material all through, or of many, is whatever is mixed of such parts only. */
function join(values: readonly Sameness[]): Sameness {
  const [first = unknown, ...more] = values;
  if (values.every(({ single }) => single === 'false')) return first;
  return areAlike(more, first.material)
    ? { ...first, foreign: values.map(({ foreign }) => foreign).reduce(hull) }
    : unknown;
}

/** What stays of one material all through is that material still; of anything else it may be the rest. */
const weaken = (value: Sameness): Sameness =>
  value.single === 'true' && isNothing(value.foreign) ? value : unknown;

/**
 * What is foreign may be all that stays whole, and so more of what stays; or it leaves. A material without a listed name
 * may be a mixture, and another one without what left.
 */
function loseSome(step: Step<Sameness>, subject: Subject<SameRule>): Sameness {
  const { single, material, foreign } = combine(step.lines, subject);
  if (single !== 'true' || foreign.hi === undefined) return unknown;
  const factor = shrinkage(step, step.lines.map(({ mass }) => mass).reduce(sum, exactly(zero))).hi;
  const most = isZero(foreign.hi) ? zero : factor && multiply(foreign.hi, factor);
  if (most === undefined || compare(most, subject.rule.tolerance) > 0) return unknown;
  return {
    single,
    material: material?.listed === true ? material : undefined,
    foreign: closed(zero, most),
  };
}

export const sameValue: Kind<SameRule, Sameness> = {
  name: 'same-value',
  unknown: () => unknown,
  read(leaf, { id, rule, stricter = [] }) {
    const single = leaf.truth(id);
    if (single === 'unknown') return unknown;
    if (single === 'false') return { single, material: undefined, foreign: beyond(rule.tolerance) };
    // Outside the vocabulary a name proves nothing: each of several pieces may be of a material of its own.
    const name = leaf.name(rule.of);
    if (name?.listed !== true && !leaf.isOne) return unknown;
    const material = name?.listed === true ? name : { name: leaf.line, listed: false };
    // What is one material all through has nothing foreign in it, whoever asks for less.
    const least = stricter.find((other) => leaf.truth(other.id) === 'true')?.tolerance ?? rule.tolerance;
    return { single, material, foreign: isZero(least) ? exactly(zero) : within(least) };
  },
  associative: 'never',
  combine,
  join,
  behaviours: {
    blend,
    'lose-some': loseSome,
    replace: (step, subject) => combine(staying(step, weaken), subject),
  },
  known: ({ single }) => ({ kind: 'truth', truth: single }),
};
