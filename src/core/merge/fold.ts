// The walk over the tree of steps, bottom-up, for one subject. The derivation is made on the way: explaining is a
// by-product of evaluating, never a second computation that could disagree.

import type { Kind, Known, Leaf, Line, Step, Subject } from '../algebra/kind.ts';
import { withKind } from '../algebra/kinds/index.ts';
import type { Process } from '../model/bill.ts';
import type { Behaviour, Rule } from '../model/catalogue.ts';
import type { Custody } from '../values/custody.ts';
import type { PlanStep, ProcessStep } from './plan.ts';
import { behaviourIn, behaviourKey, rowKeyIn } from './rows.ts';

/** How the value of one part came about. */
export interface Derivation {
  readonly step: PlanStep;
  /** undefined for an input: its value was read. */
  readonly behaviour: Behaviour | undefined;
  readonly known: Known;
  /** What plain combination would have given, where the process did something else. */
  readonly plainly?: Known;
  readonly from: readonly Derivation[];
}

export interface Folded {
  readonly known: Known;
  readonly custody: Custody | undefined;
  readonly derivation: Derivation;
}

/** What a fold is told about the world. */
export interface Told {
  leafOf(input: string): Leaf;
  /** Whether a process's own facts (joint, levels, own use) are left out of account. */
  isSilent(process: Process | undefined): boolean;
}

/** Evaluate the subject at the root of the tree, and tell how. */
export function foldSubject(root: PlanStep, subject: Subject, told: Told): Folded {
  return withKind(subject, (kind, typed) => {
    const { value, derivation } = foldStep(root, kind, typed, told);
    return { known: derivation.known, custody: kind.custody?.(value), derivation };
  });
}

interface Evaluated<V> {
  readonly value: V;
  readonly derivation: Derivation;
}

function foldStep<R extends Rule, V>(
  step: PlanStep,
  kind: Kind<R, V>,
  subject: Subject<R>,
  told: Told,
): Evaluated<V> {
  if (step.kind === 'input') {
    const value = kind.read(told.leafOf(step.input.name), subject);
    return { value, derivation: { step, behaviour: undefined, known: kind.known(value, subject), from: [] } };
  }
  const from: Derivation[] = [];
  const lines = step.from.map(({ step: part, applied }): Line<V> => {
    const result = foldStep(part, kind, subject, told);
    from.push(result.derivation);
    return { value: result.value, mass: part.mass, applied };
  });
  const behaviour = behaviourOf(step, subject);
  const value = behave(behaviour, step, lines, kind, subject, told);
  const known = kind.known(value, subject);
  if (behaviour === 'combine' && !step.mayVanish)
    return { value, derivation: { step, behaviour, known, from } };
  const plainly = kind.known(kind.combine(lines, subject), subject);
  return { value, derivation: { step, behaviour, known, plainly, from } };
}

/** What the effect says of the subject; what it does not say is unknown, unless the process conserves it. */
export function behaviourOf(
  { effect, process }: ProcessStep,
  subject: Pick<Subject, 'id' | 'rule'>,
): Behaviour {
  if (effect === undefined) return 'unknown';
  const stated = behaviourIn(effect, subject);
  if (stated !== 'unknown') return stated;
  // A row of its own sets a subject apart from its kind: then only its own name conserves it.
  const isApart = rowKeyIn(effect, subject) === subject.id;
  const names = isApart ? [subject.id] : [subject.id, behaviourKey(subject)];
  return process?.conserves.some((name) => names.includes(name)) === true ? 'combine' : 'unknown';
}

/** Whether a share outlasts the step, but not all of the quantity that weighs it. */
export const losesWeight = (step: ProcessStep, subject: Subject): boolean =>
  weighing(step, subject) !== 'combine';

/** What becomes of the quantity that weighs a share. */
function weighing(step: ProcessStep, { rule, weightRule }: Subject): 'combine' | 'lose-some' | 'unknown' {
  if (rule.kind !== 'fraction' || weightRule === undefined) return 'combine';
  const behaviour = behaviourOf(step, { id: rule.weight, rule: weightRule });
  if (behaviour === 'combine' || behaviour === 'add-term') return 'combine';
  return behaviour === 'lose-some' ? behaviour : 'unknown';
}

/** The value of what a step gives, from the values of what it takes. */
export function behave<R extends Rule, V>(
  behaviour: Behaviour,
  step: ProcessStep,
  lines: readonly Line<V>[],
  kind: Kind<R, V>,
  subject: Subject<R>,
  told: Pick<Told, 'isSilent'>,
): V {
  const carried = carriedOut(behaviour, step, lines, kind, subject, told);
  const value = step.mayVanish && kind.vanishing !== undefined ? kind.vanishing(carried, subject) : carried;
  const weight = weighing(step, subject);
  return kind.unweighed === undefined || weight === 'combine'
    ? value
    : kind.unweighed(value, weight === 'lose-some');
}

function carriedOut<R extends Rule, V>(
  behaviour: Behaviour,
  step: ProcessStep,
  lines: readonly Line<V>[],
  kind: Kind<R, V>,
  subject: Subject<R>,
  told: Pick<Told, 'isSilent'>,
): V {
  if (behaviour === 'combine') return kind.combine(lines, subject);
  const special = kind.behaviours[behaviour];
  if (special === undefined || step.effect === undefined) return kind.unknown(subject);
  const process: Step<V>['process'] = step.process ?? { levels: new Map(), shares: new Map() };
  const { mass, loss, effect } = step;
  return special({ lines, mass, loss, effect, process, silent: told.isSilent(step.process) }, subject);
}
