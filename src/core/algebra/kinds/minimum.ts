// `min-level` and `min-number`: the product is no better than its weakest part. Levels are steps of an ordinal
// scale; a joint puts a ceiling of its own on them.

import type { QuantityId, Rule } from '../../model/catalogue.ts';
import { exactly, type Interval, minimum } from '../../values/interval.ts';
import { rational } from '../../values/rational.ts';
import { hullOf, regionOf } from '../../values/region.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';

type MinimumRule = Extract<Rule, { kind: 'min-level' | 'min-number' }>;

function combine(lines: readonly Line<Interval>[], { domain }: Subject<MinimumRule>): Interval {
  const [first, ...rest] = lines.map((line) => line.value);
  return rest.reduce(minimum, first ?? domain);
}

/** No better than the levels of the joint; a level that nobody stated may be any. */
function limit(step: Step<Interval>, subject: Subject<MinimumRule>): Interval {
  const stated = statedLevel(step, subject.id);
  return minimum(
    combine(step.lines, subject),
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

/** What was weakest may have left: what stays is at least as good. */
function loseSome(step: Step<Interval>, subject: Subject<MinimumRule>): Interval {
  const { hi, hiOpen } = subject.domain;
  return { ...combine(step.lines, subject), hi, hiOpen };
}

function minimumKind<R extends MinimumRule>(
  name: R['kind'],
  behaviours: Kind<R, Interval>['behaviours'],
): Kind<R, Interval> {
  return {
    behaviours: { ...behaviours, 'lose-some': loseSome },
    name,
    unknown: ({ domain }) => domain,
    read: (leaf, { id, domain }) => hullOf(leaf.region(id)) ?? domain,
    associative: 'always',
    combine,
    vanishing: ({ lo, loOpen }, { domain: { hi, hiOpen } }) => ({ lo, loOpen, hi, hiOpen }),
    known: (value) => ({ kind: 'region', region: regionOf(value) }),
  };
}

export const minLevel = minimumKind<Extract<Rule, { kind: 'min-level' }>>('min-level', { limit });
export const minNumber = minimumKind<Extract<Rule, { kind: 'min-number' }>>('min-number', {});
