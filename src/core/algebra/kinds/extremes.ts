// `min-level` and `min-number`: the product is no better than its weakest part; `max-number`: the largest figure of any
// part counts. Levels are steps of an ordinal scale; a joint puts a ceiling of its own on them.

import type { QuantityId, Rule } from '../../model/catalogue.ts';
import { exactly, hull, type Interval, maximum, minimum } from '../../values/interval.ts';
import { rational } from '../../values/rational.ts';
import { hullOf, regionOf } from '../../values/region.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { staying } from '../taken-out.ts';

type ExtremeRule = Extract<Rule, { kind: 'min-level' | 'min-number' | 'max-number' }>;

type Choice = (a: Interval, b: Interval) => Interval;

const combineBy =
  (pick: Choice) =>
  (lines: readonly Line<Interval>[], { domain }: Subject<ExtremeRule>): Interval => {
    const [first, ...rest] = lines.map((line) => line.value);
    return rest.reduce(pick, first ?? domain);
  };

/** No better than the levels of the joint; a level that nobody stated may be any. */
function limit(step: Step<Interval>, subject: Subject<ExtremeRule>): Interval {
  const stated = statedLevel(step, subject.id);
  return minimum(
    combineBy(minimum)(step.lines, subject),
    stated === undefined ? subject.domain : exactly(rational(stated)),
  );
}

/** What the bill says of a joint cannot lift the ceiling that its effect has. */
function statedLevel(step: Step<Interval>, id: QuantityId): number | undefined {
  if (step.silent) return undefined;
  const stated = step.process.levels.get(id);
  const ceiling = step.effect.levels.get(id);
  return stated === undefined || ceiling === undefined ? (stated ?? ceiling) : Math.min(stated, ceiling);
}

/** Where a part may have gone, be it all of it or some, the one that decides may be gone: only the other side is left. */
const weakenBy = {
  minimum: ({ lo, loOpen }: Interval, { hi, hiOpen }: Interval): Interval => ({ lo, loOpen, hi, hiOpen }),
  maximum: ({ hi, hiOpen }: Interval, { lo, loOpen }: Interval): Interval => ({ lo, loOpen, hi, hiOpen }),
};

function extremeKind<R extends ExtremeRule>(
  name: R['kind'],
  extreme: 'minimum' | 'maximum',
  behaviours: Kind<R, Interval>['behaviours'],
): Kind<R, Interval> {
  const combine = combineBy(extreme === 'minimum' ? minimum : maximum);
  const weaken = (value: Interval, { domain }: Subject<R>): Interval => weakenBy[extreme](value, domain);
  return {
    behaviours: {
      'lose-some': (step, subject) => weaken(combine(step.lines, subject), subject),
      replace: (step, subject) =>
        combine(
          staying(step, (value) => weaken(value, subject)),
          subject,
        ),
      ...behaviours,
    },
    name,
    unknown: ({ domain }) => domain,
    read: (leaf, { id, domain }) => hullOf(leaf.region(id)) ?? domain,
    associative: 'always',
    combine,
    vanishing: weaken,
    join: (values) => values.reduce(hull),
    known: (value) => ({ kind: 'region', region: regionOf(value) }),
  };
}

type Of<K extends ExtremeRule['kind']> = Extract<Rule, { kind: K }>;

export const minLevel = extremeKind<Of<'min-level'>>('min-level', 'minimum', {
  limit,
  replace: (step, subject) =>
    limit({ ...step, lines: staying(step, (value) => weakenBy.minimum(value, subject.domain)) }, subject),
});
export const minNumber = extremeKind<Of<'min-number'>>('min-number', 'minimum', {});
export const maxNumber = extremeKind<Of<'max-number'>>('max-number', 'maximum', {});
