// A bill as a tree: inputs are leaves, processes are steps over the parts they take.

import type { Bill, Input, Process } from '../../src/core/model/bill.ts';
import type { Behaviour, Catalogue, Effect, QuantityId, Rule } from '../../src/core/model/catalogue.ts';
import type { Interval } from '../../src/core/values/interval.ts';
import { type Choose, unanswered } from './every-run.ts';
import { exact } from './exact.ts';
import { add, all, at, boundless, compare, divide, multiply, type Near, nothing, subtract } from './near.ts';
import type { Possible } from './possible.ts';
import { highEnd, lowEnd, type Span, spanOf } from './spans.ts';

/** One material without a shape of its own, nothing but articles, or nobody knows. */
export type Form = 'mixture' | 'articles' | 'either';

export interface Leaf {
  readonly kind: 'leaf';
  readonly input: Input;
  /** undefined: nothing is known of it. */
  readonly known: Possible | undefined;
  /** The mass that the sheet's figures speak of. */
  readonly unit: Interval | undefined;
  readonly form: Form;
  /** Whether it is just one of what the sheet speaks of. */
  readonly isOne: boolean;
  /** Whether it may be glued to something by one of its articles, and by another one to nothing. */
  readonly comesApart: boolean;
  /** Whether glue may be among what is in it, judged over all that it joins. */
  readonly mayHoldGlue: boolean;
  /** Whether the sheet names what it was made from. */
  readonly isMade: boolean;
  /** The sheet by id and revision; undefined when there is none. */
  readonly product: string | undefined;
}

export interface Step {
  readonly kind: 'step';
  readonly effect: Effect;
  /** undefined for parts left over at the end. */
  readonly process: Process | undefined;
  readonly parts: readonly Node[];
  /** Those of the parts that are applied to the others. */
  readonly applied: readonly Node[];
}

export type Node = Leaf | Step;

/** The bill as one tree; undefined when nothing is contained or a process cannot be followed. */
export function treeOf(bill: Bill, catalogue: Catalogue, leafOf: (input: Input) => Leaf): Node | undefined {
  // Process aids are laid out as well: they can be taken, but nothing of them ends up in the product.
  const parts = new Map<string, Node | undefined>();
  for (const input of bill.inputs) parts.set(input.name, input.contained ? leafOf(input) : undefined);
  for (const process of bill.processes) {
    const effect = catalogue.effects.get(process.effect);
    if (effect === undefined || process.takes.some((name) => !parts.has(name))) return undefined;
    const step = stepOf(process, effect, parts, catalogue);
    for (const name of process.takes) parts.delete(name);
    if (parts.has(process.gives)) return undefined;
    parts.set(process.gives, step);
  }
  return assembled(
    catalogue,
    [...parts.values()].filter((part) => part !== undefined),
  );
}

/** Parts that nobody says how to join. */
function assembled(catalogue: Catalogue, parts: readonly Node[]): Node | undefined {
  if (parts.length <= 1) return parts[0];
  const effect = [...catalogue.effects.values()].find((each) => each.implicit);
  return effect === undefined ? undefined : { kind: 'step', effect, process: undefined, parts, applied: [] };
}

/** An effect joins what it takes if it says so, or makes the parts one. */
const joins = (effect: Effect): boolean =>
  effect.joins ||
  effect.implicit ||
  ['blend', 'absorb', 'pool'].some((each) => [...effect.behaviours.values()].some((b) => b === each));

function stepOf(
  process: Process,
  effect: Effect,
  parts: ReadonlyMap<string, Node | undefined>,
  catalogue: Catalogue,
): Step | undefined {
  const names = process.applied ?? (effect.appliesRest ? process.takes.slice(1) : []);
  const nodeOf = (name: string): Node | undefined => parts.get(name);
  const isPart = (node: Node | undefined): node is Node => node !== undefined;
  const inside = (effect.keepsApart ? process.takes.slice(0, 1) : process.takes).map(nodeOf).filter(isPart);
  const applied = process.takes
    .filter((name) => names.includes(name))
    .map(nodeOf)
    .filter(isPart);
  if (inside.length === 0) return undefined;
  // What is only applied, and not joined, lies on an object whose parts somebody has put together.
  if (joins(effect) && !effect.joins && effect.parameters.some(({ name }) => name === 'applied')) {
    const object = inside.filter((part) => !applied.includes(part));
    const whole = assembled(catalogue, object.length === 0 ? inside : object);
    if (whole === undefined) return undefined;
    const on = object.length === 0 ? [] : applied;
    return { kind: 'step', effect, process, parts: [whole, ...on], applied: on };
  }
  if (inside.length === 1 || joins(effect)) return { kind: 'step', effect, process, parts: inside, applied };
  const together = assembled(catalogue, inside);
  return together === undefined
    ? undefined
    : { kind: 'step', effect, process, parts: [together], applied: [] };
}

/** Quantities of which the bill says all that the maker itself uses, on parts of the product and after all else. */
export function statedUses(bill: Bill, catalogue: Catalogue, tree: Node): ReadonlySet<QuantityId> {
  const inside = new Set(stepsOf(tree).map(({ process }) => process));
  const adding = bill.processes.filter(({ effect }) => catalogue.effects.get(effect)?.adds !== undefined);
  const addedBy = (process: Process): QuantityId => catalogue.effects.get(process.effect)?.adds ?? '';
  const elsewhere = adding.filter((process) => !inside.has(process)).map(addedBy);
  const stated = adding.map(addedBy).filter((id) => !elsewhere.includes(id));
  return new Set(stated.filter((id) => !isWorkedUncounted(tree, id)));
}

/** Whether the maker does something to a part, or joins parts, of which no later process counts the use. */
function isWorkedUncounted(node: Node, quantity: QuantityId): boolean {
  if (node.kind === 'leaf') return false;
  const { adds } = node.effect;
  return (
    adds !== quantity && (adds === undefined || node.parts.some((part) => isWorkedUncounted(part, quantity)))
  );
}

/** What a step does to a subject: the listed behaviour, or what it is said to conserve, or anything. */
export function behaviourOf(step: Step, subject: string, rule: Rule): Behaviour {
  const weight = rule.kind === 'fraction' && rule.weight !== 'mass' ? rule.weight : undefined;
  const key = weight === undefined ? rule.kind : `fraction/${weight === 'energy' ? weight : 'content'}`;
  // What is said of one subject by its name goes before what is said of all of its kind.
  const single = step.effect.behaviours.get(subject);
  const listed = single ?? step.effect.behaviours.get(key) ?? 'unknown';
  if (listed !== 'unknown') return listed;
  const conserves = step.process?.conserves ?? [];
  const isKept = conserves.includes(subject) || (single === undefined && conserves.includes(key));
  return isKept ? 'combine' : 'unknown';
}

/** Whether the bill says that what leaves has nothing of it. */
export const isFree = ({ process }: Step, subject: string): boolean =>
  process?.freeOf?.includes(subject) === true;

/** Both ends of a range, or its one value. */
export function ends(span: Span): readonly Near[] {
  const low = lowEnd(span);
  const high = highEnd(span);
  return compare(low, high) === 0 ? [low] : [low, high];
}

export const anyAmount: readonly Near[] = [nothing, boundless];

export const massOf = (choose: Choose, leaf: Leaf): Near =>
  leaf.input.mass === undefined ? choose(anyAmount) : choose(ends(spanOf(leaf.input.mass)));

/** What is left of a mass after a step. A process that no behaviour describes may do anything to it. */
export function massAfter(choose: Choose, step: Step, mass: Near): Near {
  const { process } = step;
  const isListed = (step.effect.behaviours.get('fraction') ?? 'unknown') !== 'unknown';
  if (!isListed && process?.conserves.includes('mass') !== true) return choose(anyAmount);
  if (process?.yield !== undefined) return multiply(mass, choose(ends(spanOf(process.yield))));
  if (process?.takenBack !== undefined) return withReturned(mass, choose(ends(spanOf(process.takenBack))));
  const gone = process?.loses ?? process?.removes;
  if (gone === undefined) return mass;
  const left = subtract(mass, choose(ends(spanOf(gone))));
  // A loss that only some of the masses allow cuts corners off: the extremes are then elsewhere.
  if (compare(left, nothing) < 0) throw unanswered;
  return left;
}

/** What comes out where so large a share of it came back. */
export function withReturned(fresh: Near, share: Near): Near {
  if (compare(share, all) >= 0) throw unanswered;
  return divide(fresh, subtract(all, share));
}

/** Whether something is taken out of the parts that are not applied. */
export const takesOut = ({ process }: Step): boolean =>
  process?.removes !== undefined && !isNone(process.removes);

const isNone = (range: Interval): boolean => compare(highEnd(spanOf(range)), nothing) === 0;

export const isPutIn = (step: Step, index: number): boolean =>
  step.applied.some((node) => node === step.parts[index]);

/** Whether all masses that go into it are single numbers. */
export function isWeighed(node: Node): boolean {
  const isNumber = (range: Interval | undefined): boolean =>
    range?.hi !== undefined && compare(highEnd(spanOf(range)), lowEnd(spanOf(range))) === 0;
  if (node.kind === 'leaf') return isNumber(node.input.mass);
  const { loses, removes, takenBack, yield: stays } = node.process ?? {};
  return (
    node.parts.every(isWeighed) &&
    [loses, removes, takenBack, stays].every((each) => each === undefined || isNumber(each))
  );
}

export const sumOf = (each: readonly Near[]): Near => each.reduce(add, at(exact(0)));

/** Every step of a tree. */
export function stepsOf(node: Node): readonly Step[] {
  return node.kind === 'leaf' ? [] : [node, ...node.parts.flatMap(stepsOf)];
}
