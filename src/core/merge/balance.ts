// The same plan with wide steps halved, for one subject, wherever its kind combines associatively: then a change
// of one input among hundreds is felt only along a path of halves. Values do not change.

import type { Subject } from '../algebra/kind.ts';
import type { Behaviour, Effect } from '../model/catalogue.ts';
import { exactly, isExact, sum } from '../values/interval.ts';
import { zero } from '../values/rational.ts';
import { behaviourKey, behaviourOf } from './fold.ts';
import type { PlanStep, ProcessStep } from './plan.ts';

/** Behaviours that begin by combining all parts, so that parts may be combined beforehand. */
const COMBINES: ReadonlySet<Behaviour> = new Set(['combine', 'judge', 'limit', 'add-term', 'lose-some']);

const ASSOCIATIVE = new Set([
  'all',
  'any',
  'conc-article',
  'conc-homog',
  'min-level',
  'min-number',
  'sum',
  'assert-refutable',
]);

const FEW = 3;

export function balancePlan(step: PlanStep, subject: Subject): PlanStep {
  if (step.kind === 'input') return step;
  const from = step.from.map((part) => ({ ...part, step: balancePlan(part.step, subject) }));
  const mayHalve = COMBINES.has(behaviourOf(step, subject)) && isAssociative(from, subject);
  return { ...step, from: mayHalve ? halve(from, subject) : from };
}

/** Means of means are exact where weights are; other weights are bounded together or too widely. */
function isAssociative(from: ProcessStep['from'], { rule }: Subject): boolean {
  if (ASSOCIATIVE.has(rule.kind)) return true;
  return rule.kind === 'fraction' && rule.weight === 'mass' && from.every(({ step }) => isExact(step.mass));
}

function halve(from: ProcessStep['from'], subject: Subject): ProcessStep['from'] {
  if (from.length <= FEW) return from;
  const middle = Math.ceil(from.length / 2);
  return [from.slice(0, middle), from.slice(middle)].map((half) => ({
    step: together(halve(half, subject), subject),
    applied: false,
  }));
}

function together(from: ProcessStep['from'], subject: Subject): ProcessStep {
  const mass = from.map(({ step }) => step.mass).reduce(sum, exactly(zero));
  return {
    kind: 'process',
    part: '',
    process: undefined,
    effect: combining(subject),
    from,
    loss: exactly(zero),
    mass,
  };
}

const combining = (subject: Subject): Effect => ({
  id: '',
  title: '',
  text: '',
  traits: [],
  parameters: [],
  implicit: false,
  appliesRest: false,
  levels: new Map(),
  behaviours: new Map([[behaviourKey(subject), 'combine']]),
  references: [],
});
