// `assert-refutable`: what a product is designed for only its maker can assert; parts and joints can refute it or
// leave it open, never establish it (EN ISO 14021 on design for disassembly, as quoted in public sources).
// The value is the necessary condition so far: does anything stand against the assertion?

import type { Rule } from '../../model/catalogue.ts';
import { and, same, type Truth } from '../../values/truth.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { staying } from '../taken-out.ts';

type AssertRule = Extract<Rule, { kind: 'assert-refutable' }>;

const combine = (lines: readonly Line<Truth>[]): Truth => and(lines.map((line) => line.value));

function judge(step: Step<Truth>, { rule }: Subject<AssertRule>): Truth {
  const has = (traits: readonly string[]): boolean =>
    traits.some((trait) => step.effect.traits.includes(trait));
  const stated = has(rule.refutedBy) ? 'false' : has(rule.openedBy) ? 'unknown' : 'true';
  return and([combine(step.lines), step.silent ? 'unknown' : stated]);
}

/** What stood against it may have left with what leaves. */
const loseSome = (step: Step<Truth>, subject: Subject<AssertRule>): Truth => weaken(judge(step, subject));

const weaken = (truth: Truth): Truth => (truth === 'false' ? 'unknown' : truth);

export const assertRefutable: Kind<AssertRule, Truth> = {
  name: 'assert-refutable',
  unknown: () => 'unknown',
  read(leaf, { id, rule }) {
    if (rule.scope === 'own') return 'true';
    const truth = leaf.truth(id);
    // A part without joints (a screw, bulk material) cannot stand against joints that can be undone.
    return truth === 'unknown' && leaf.isInapplicable(id) && rule.inapplicable === 'holds' ? 'true' : truth;
  },
  associative: 'always',
  combine,
  behaviours: {
    judge,
    'lose-some': loseSome,
    replace: (step, subject) => judge({ ...step, lines: staying(step, weaken) }, subject),
  },
  vanishing: weaken,
  join: same,
  known: (truth) => ({ kind: 'truth', truth }),
};
