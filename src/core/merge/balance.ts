// The same plan with wide steps halved, for one subject, wherever its kind combines associatively: then a change
// of one input among hundreds is felt only along a path of halves. Values do not change.

import type { Subject } from '../algebra/kind.ts';
import { withKind } from '../algebra/kinds/index.ts';
import type { Behaviour, Effect } from '../model/catalogue.ts';
import { exactly, isExact, sum } from '../values/interval.ts';
import { zero } from '../values/rational.ts';
import { behaviourOf } from './fold.ts';
import type { PlanStep, ProcessStep } from './plan.ts';
import { behaviourKey } from './rows.ts';

/** Behaviours that begin by combining all parts, so that parts may be combined beforehand. */
const COMBINES: ReadonlySet<Behaviour> = new Set([
  'combine',
  'judge',
  'limit',
  'add-term',
  'shrink',
  'lose-some',
]);

const FEW = 3;

export function balancePlan(step: PlanStep, subject: Subject): PlanStep {
  if (step.kind === 'input') return step;
  const from = step.from.map((part) => ({ ...part, step: balancePlan(part.step, subject) }));
  const mayHalve =
    step.lots !== 'open' && COMBINES.has(behaviourOf(step, subject)) && isAssociative(from, subject);
  return { ...step, from: mayHalve ? halve(from, subject) : from };
}

/** Weights other than masses are bounded together: taken apart, they would be bounded too widely. */
function isAssociative(from: ProcessStep['from'], subject: Subject): boolean {
  const { rule } = subject;
  if (rule.kind === 'fraction' && rule.weight !== 'mass') return false;
  const associative = withKind(subject, (kind) => kind.associative);
  return associative === 'with-exact-masses'
    ? from.every(({ step }) => isExact(step.mass))
    : associative === 'always';
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
    mayVanish: false,
    keepsMass: true,
    mass,
  };
}

const combining = (subject: Subject): Effect => ({
  id: '',
  title: '',
  text: '',
  traits: [],
  parameters: [],
  joins: true,
  implicit: false,
  alsoCalled: [],
  appliesRest: false,
  keepsApart: false,
  levels: new Map(),
  behaviours: new Map([[behaviourKey(subject), 'combine']]),
  references: [],
});
