// `all-except-minor`: true of a product of which everything is so but for minor constituents, none of them more than
// `perItem` of the mass, and at most `total` together (the idea of EN 13432; both limits are the catalogue's).
//
// A constituent is what an input brings as one. What is known of a part is how much of it may be foreign, how large
// a single foreign constituent may be, by the sheet that brings it, and how large one certainly is:
//   TRUE of a product     foreign in [0, total], each constituent at most perItem of it
//   FALSE of a product    foreign in (perItem, 1]: one is too large, or all together are more than total >= perItem
//   nothing known         foreign in [0, 1]
//   one whole constituent (`materials: whole`, and the sheet of a material that names no inputs) TRUE: nothing
//   foreign; FALSE: all of it, as one constituent; unknown: one or the other.
// Merged by mass, shares of the whole are weighted means. TRUE takes the largest foreign share within `total` and the
// largest constituent of each sheet within `perItem`; FALSE the smallest foreign share beyond `total`, or one certain
// constituent beyond `perItem`. Since a TRUE part carries up to `total`, minor parts of minor parts add up, and
// tiers never contradict one bill; since a FALSE part may owe it to a little, it does not make the whole FALSE by
// itself. Lines by the same sheet count as one constituent towards TRUE, so that splitting a line gains nothing.

import { isOneConstituent, type MinorRule } from '../../model/minor-rule.ts';
import { anyShare, closed, exactly, hull, type Interval, isNothing, sum } from '../../values/interval.ts';
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
} from '../../values/rational.ts';
import type { Truth } from '../../values/truth.ts';
import type { Kind, Leaf, Line, Step, Subject } from '../kind.ts';
import { shareAfterLoss } from '../selective-loss.ts';
import { weightedMean } from '../weighted-mean.ts';

interface Minor {
  readonly truth: Truth;
  /** The share of the mass that is foreign. */
  readonly foreign: Interval;
  /** The largest share that one foreign constituent can have, by the sheet that brings it. */
  readonly brought: ReadonlyMap<string, Rational>;
  /** One foreign constituent has at least this share. */
  readonly certain: Rational;
}

/** Stands for whoever brings what a process made. */
const SOMEBODY = '';

function anything(sheets: Iterable<string>): Minor {
  const brought = new Map([...sheets].map((sheet) => [sheet, one]));
  if (brought.size === 0) brought.set(SOMEBODY, one);
  return { truth: 'unknown', foreign: anyShare, brought, certain: zero };
}

const pure: Minor = { truth: 'true', foreign: exactly(zero), brought: new Map(), certain: zero };

const foreignAllThrough = (sheets: Iterable<string>): Minor => ({
  ...anything(sheets),
  truth: 'false',
  foreign: exactly(one),
  certain: one,
});

function read(leaf: Leaf, { id, rule }: Subject<MinorRule>): Minor {
  const truth = leaf.truth(id);
  const open = anything([leaf.product]);
  if (truth === 'unknown') return open;
  if (isOneConstituent(rule, leaf.level, leaf.isMade))
    return truth === 'true' ? pure : foreignAllThrough([leaf.product]);
  if (truth === 'false') {
    // What is too much of one piece may be little enough of several that are not alike.
    const ofAll = leaf.isOne || compare(rule.perItem, rule.total) >= 0 ? truth : 'unknown';
    return { ...open, truth: ofAll, foreign: { lo: rule.perItem, loOpen: true, hi: one, hiOpen: false } };
  }
  return {
    truth,
    foreign: closed(zero, rule.total),
    brought: new Map([[leaf.product, rule.perItem]]),
    certain: zero,
  };
}

/** What weighs nothing has no share. */
const weighing = (lines: readonly Line<Minor>[]): readonly Line<Minor>[] =>
  lines.filter((line) => !isNothing(line.mass));

function combine(lines: readonly Line<Minor>[], { rule }: Subject<MinorRule>): Minor {
  const parts = weighing(lines);
  const [only, ...more] = parts.length === 0 ? lines : parts;
  if (only !== undefined && more.length === 0) return only.value;
  const foreign = weightedMean(parts.map(({ mass, value }) => ({ weight: mass, share: value.foreign })));
  if (foreign === undefined) return anything(sheetsOf(lines));
  return judged({ foreign, brought: broughtBy(parts), certain: certainIn(parts) }, rule);
}

const sheetsOf = (lines: readonly Line<Minor>[]): ReadonlySet<string> =>
  new Set(lines.flatMap(({ value }) => [...value.brought.keys()]));

function judged(shares: Omit<Minor, 'truth'>, { perItem, total }: MinorRule): Minor {
  const { foreign, brought, certain } = shares;
  const isAtMost = foreign.hi !== undefined && compare(foreign.hi, total) <= 0;
  const isEachMinor = [...brought.values()].every((share) => compare(share, perItem) <= 0);
  if (isAtMost && isEachMinor) return { ...shares, truth: 'true' };
  const order = compare(foreign.lo, total);
  const isBeyond = order > 0 || (order === 0 && foreign.loOpen) || compare(certain, perItem) > 0;
  return { ...shares, truth: isBeyond ? 'false' : 'unknown' };
}

/** The largest share of the whole that one constituent can have, by sheet: its parts as heavy as can be, the rest light. */
function broughtBy(parts: readonly Line<Minor>[]): ReadonlyMap<string, Rational> {
  const bringing = new Map<string, Line<Minor>[]>();
  for (const part of parts) {
    for (const sheet of part.value.brought.keys())
      bringing.set(sheet, [...(bringing.get(sheet) ?? []), part]);
  }
  const least = parts.reduce((total, { mass }) => add(total, mass.lo), zero);
  return new Map([...bringing].map(([sheet, lines]) => [sheet, largestOf(sheet, lines, parts, least)]));
}

function largestOf(
  sheet: string,
  lines: readonly Line<Minor>[],
  parts: readonly Line<Minor>[],
  least: Rational,
): Rational {
  const [only, ...more] = lines;
  if (only !== undefined && more.length === 0) {
    const share = only.value.brought.get(sheet) ?? one;
    const { lo, hi } = only.mass;
    if (hi === undefined) return share;
    return divide(multiply(share, hi), add(hi, subtract(least, lo)));
  }
  const mean = weightedMean(
    parts.map(({ mass, value }) => ({
      weight: mass,
      share: closed(zero, value.brought.get(sheet) ?? zero),
    })),
  );
  return mean?.hi ?? one;
}

/** What one part certainly holds as one constituent, as light as it can be among all others as heavy as can be. */
function certainIn(parts: readonly Line<Minor>[]): Rational {
  const shares = parts.map(({ mass, value }, index) => {
    if (isZero(value.certain) || isZero(mass.lo)) return zero;
    const others = parts.filter((_, other) => other !== index).map((other) => other.mass);
    const whole = others.reduce(sum, exactly(mass.lo)).hi;
    return whole === undefined ? zero : divide(multiply(value.certain, mass.lo), whole);
  });
  return shares.reduce(larger, zero);
}

/** What is alike all through stays so in one new material; what a little of something else does to it nobody knows. */
function blend({ lines }: Step<Minor>, subject: Subject<MinorRule>): Minor {
  const { foreign } = combine(lines, subject);
  if (isNothing(foreign)) return pure;
  const sheets = sheetsOf(lines);
  return compare(foreign.lo, one) === 0 ? foreignAllThrough(sheets) : anything(sheets);
}

function loseSome({ lines, loss }: Step<Minor>, subject: Subject<MinorRule>): Minor {
  const before = combine(lines, subject);
  // Where nothing is foreign, nothing that leaves changes that.
  if (isNothing(loss) || isNothing(before.foreign)) return before;
  const masses = lines.map((line) => line.mass);
  const foreign = shareAfterLoss(before.foreign, masses, loss);
  if (foreign === undefined) return anything(before.brought.keys());
  const most = (share: Rational): Rational => shareAfterLoss(closed(zero, share), masses, loss)?.hi ?? one;
  const brought = new Map([...before.brought].map(([sheet, share]) => [sheet, most(share)]));
  const certain = shareAfterLoss(closed(before.certain, one), masses, loss)?.lo ?? zero;
  return judged({ foreign, brought, certain }, subject.rule);
}

/** One of these, or any mix of them: a mix holds no more of anything than the lot that has most of it. */
function join(values: readonly Minor[], { rule }: Subject<MinorRule>): Minor {
  const brought = new Map<string, Rational>();
  for (const value of values)
    for (const [sheet, share] of value.brought) brought.set(sheet, larger(share, brought.get(sheet) ?? zero));
  const foreign = values.map((value) => value.foreign).reduce(hull);
  return judged({ foreign, brought, certain: zero }, rule);
}

export const allExceptMinor: Kind<MinorRule, Minor> = {
  name: 'all-except-minor',
  unknown: () => anything([]),
  read,
  associative: 'never',
  combine,
  behaviours: { blend, 'lose-some': loseSome },
  join,
  known: ({ truth }) => ({ kind: 'truth', truth }),
};
