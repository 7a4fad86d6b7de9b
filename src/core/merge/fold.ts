// The walk over the tree of steps, bottom-up, for one subject. The derivation is made on the way: explaining is a
// by-product of evaluating, never a second computation that could disagree.

import type { Kind, Known, Leaf, Line, Step, Subject } from '../algebra/kind.ts';
import { withKind } from '../algebra/kinds/index.ts';
import type { Process } from '../model/bill.ts';
import type { Behaviour, Effect, Rule } from '../model/catalogue.ts';
import type { Custody } from '../values/custody.ts';
import { isOptional } from './optional.ts';
import type { InputStep, PlanStep, ProcessStep } from './plan.ts';
import { type Acted, behaviourIn, behaviourKey, LOSES, rowKeyIn } from './rows.ts';

/** How the value of one part came about. */
export interface Derivation {
  readonly step: PlanStep;
  /** undefined for an input, whose value was read, and for a mix of inputs that is not known. */
  readonly behaviour: Behaviour | undefined;
  readonly known: Known;
  /** What plain combination would have given, where the process did something else. */
  readonly plainly?: Known;
  /** What would be known of an input that may not be there, if it were. */
  readonly whenThere?: Known;
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
    const value = readPart(step, kind, subject, told);
    const derivation = { step, behaviour: undefined, known: kind.known(value, subject), from: [] };
    if (!isOptional(step)) return { value, derivation };
    const whenThere = kind.known(kind.read(told.leafOf(step.input.name), subject), subject);
    return { value, derivation: { ...derivation, whenThere } };
  }
  const from: Derivation[] = [];
  const lines = step.from.map(({ step: part, applied }): Line<V> => {
    const result = foldStep(part, kind, subject, told);
    from.push(result.derivation);
    return { value: result.value, mass: part.mass, applied };
  });
  const heard = heardOf(step, told);
  const behaviour = behaviourOf(heard, subject);
  const value = behave(behaviour, heard, lines, kind, subject, told);
  const known = kind.known(value, subject);
  if (step.lots === 'open') return { value, derivation: { step, behaviour: undefined, known, from } };
  if (behaviour === 'combine' && !step.mayVanish)
    return { value, derivation: { step, behaviour, known, from } };
  const plainly = kind.known(kind.combine(lines, subject), subject);
  return { value, derivation: { step, behaviour, known, plainly, from } };
}

/** What an input brings; one that may not be there may also bring nothing. */
export function readPart<R extends Rule, V>(
  step: InputStep,
  kind: Kind<R, V>,
  subject: Subject<R>,
  { leafOf }: Pick<Told, 'leafOf'>,
): V {
  const value = kind.read(leafOf(step.input.name), subject);
  return isOptional(step) && kind.vanishing !== undefined ? kind.vanishing(value, subject) : value;
}

/** The step as it is told: what a process conserves is its own word. */
export const heardOf = (step: ProcessStep, { isSilent }: Pick<Told, 'isSilent'>): ProcessStep =>
  step.process === undefined || step.process.conserves.length === 0 || !isSilent(step.process)
    ? step
    : unsaid(step, step.process);

const unsaid = (step: ProcessStep, process: Process): ProcessStep => ({
  ...step,
  process: { ...process, conserves: [] },
});

/** Whether the subject, or what weighs it, outlasts the step only because the process says so. */
export function isConserved(step: ProcessStep, subject: Subject): boolean {
  const { process } = step;
  if (process === undefined || process.conserves.length === 0) return false;
  const silent = unsaid(step, process);
  return (
    behaviourOf(step, subject) !== behaviourOf(silent, subject) ||
    weighing(step, subject) !== weighing(silent, subject)
  );
}

/** What the effect says of the subject; what it does not say is unknown, unless the process conserves it. */
export function behaviourOf({ effect, process, lots }: ProcessStep, subject: Acted): Behaviour {
  if (lots !== undefined) return 'combine';
  if (effect === undefined) return 'unknown';
  const stated = behaviourIn(effect, subject);
  // What is taken out takes with it what is conserved of it: nobody says how much.
  if (stated !== 'unknown' || process?.removes !== undefined) return stated;
  // A row of its own sets a subject apart from its kind: then only its own name conserves it.
  const isApart = rowKeyIn(effect, subject) === subject.id;
  const names = isApart ? [subject.id] : [subject.id, behaviourKey(subject)];
  return process?.conserves.some((name) => names.includes(name)) === true ? 'combine' : 'unknown';
}

/** Whether a share outlasts the step, but not all of the quantity that weighs it. */
export const losesWeight = (step: ProcessStep, subject: Subject): boolean => {
  const fate = weighing(step, subject);
  return !KEEPS_WEIGHT.has(fate) && fate !== 'shrink';
};

const KEEPS_WEIGHT: ReadonlySet<Behaviour> = new Set(['combine', 'add-term']);

/** What becomes of the quantity that weighs a share. */
const weighing = (step: ProcessStep, { rule, weightRule }: Subject): Behaviour =>
  rule.kind !== 'fraction' || weightRule === undefined
    ? 'combine'
    : allowed(step, behaviourOf(step, { id: rule.weight, rule: weightRule }));

/** Where not even the mass is known afterwards, or something came back, nobody knows what has left and what has come. */
const allowed = (step: ProcessStep, behaviour: Behaviour): Behaviour =>
  FOLLOWS_MASS.has(behaviour) && (!step.keepsMass || takesBack(step)) ? 'unknown' : behaviour;

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
  // What is taken out was reckoned with already, and what is put in stays.
  const mayVanish = step.mayVanish && behaviour !== 'replace';
  const left = mayVanish && kind.vanishing !== undefined ? kind.vanishing(carried, subject) : carried;
  const fate = weighing(step, subject);
  const value =
    kind.reweighed === undefined || step.effect === undefined || KEEPS_WEIGHT.has(fate)
      ? left
      : kind.reweighed(left, fate, stepWith(step, step.effect, lines, told), subject);
  const done =
    step.mayBeUndone === true ? joinOf(kind, [value, kind.combine(lines, subject)], subject, false) : value;
  return kind.inMass?.(done, step.mass, subject) ?? done;
}

function joinOf<R extends Rule, V>(
  kind: Kind<R, V>,
  values: readonly V[],
  subject: Subject<R>,
  isMix: boolean,
): V {
  return kind.join === undefined ? kind.unknown(subject) : kind.join(values, subject, isMix);
}

const FOLLOWS_MASS: ReadonlySet<Behaviour> = new Set([...LOSES, 'shrink']);

const takesBack = ({ process }: ProcessStep): boolean =>
  process?.takenBack !== undefined || process?.unread?.includes('takenBack') === true;

function carriedOut<R extends Rule, V>(
  behaviour: Behaviour,
  step: ProcessStep,
  lines: readonly Line<V>[],
  kind: Kind<R, V>,
  subject: Subject<R>,
  told: Pick<Told, 'isSilent'>,
): V {
  if (step.lots === 'open') {
    const values = lines.map(({ value }) => value);
    return joinOf(kind, values, subject, true);
  }
  if (behaviour === 'combine') return kind.combine(lines, subject);
  const special = kind.behaviours[allowed(step, behaviour)];
  if (special === undefined || step.effect === undefined) return kind.unknown(subject);
  return special(stepWith(step, step.effect, lines, told), subject);
}

function stepWith<V>(
  { process, mass, loss }: ProcessStep,
  effect: Effect,
  lines: readonly Line<V>[],
  told: Pick<Told, 'isSilent'>,
): Step<V> {
  const silent = told.isSilent(process);
  return { lines, mass, loss, effect, process: process ?? { levels: new Map(), shares: new Map() }, silent };
}
