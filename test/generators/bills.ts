// A random bill together with what really happens: inputs with their true masses, processes with their true figures,
// and the true product that comes out.

import type { Input, Process } from '../../src/core/model/bill.ts';
import type { Effect } from '../../src/core/model/catalogue.ts';
import { anyAmount, exactly, type Interval } from '../../src/core/values/interval.ts';
import { type Rational, rational } from '../../src/core/values/rational.ts';
import type { Design } from './catalogues.ts';
import { type Deed, deedOf } from './deeds.ts';
import type { Draw } from './draw.ts';
import { plainly } from './effect-sketches.ts';
import { perform } from './processes.ts';
import { drawProcess } from './recipes.ts';
import { drawMatter, keepImplications } from './suppliers.ts';
import { around } from './telling.ts';
import { addAmounts, plainStatements, type Thing, type Verdict } from './things.ts';
import { partOf } from './uncertain.ts';

export interface Line {
  readonly input: Input;
  /** undefined where an optional input is not there, or another source fills the line. */
  readonly thing: Thing | undefined;
  /** What another amount of it would be. */
  readonly lay: (mass: Rational) => Thing;
}

export interface Done {
  readonly processes: readonly Process[];
  readonly product: Thing;
}

export interface BillWish {
  readonly tame: boolean;
  readonly mostProcesses: number;
  /** Masses and losses are exact. */
  readonly exactMasses: boolean;
}

/** How a mass is written down: exactly, as a range, or not at all. */
export function stateMass(draw: Draw, mass: Rational, wish: BillWish): Interval {
  if (wish.exactMasses || draw.chance(60)) return exactly(mass);
  return draw.chance(40) ? anyAmount : around(draw, mass, true);
}

export function work(draw: Draw, design: Design, lines: readonly Line[], wish: BillWish): Done {
  // Process aids are parts as well, but nothing of them ends up in the product.
  const parts = layOut(draw, design, lines);
  const fixed = lines.filter(({ input }) => input.contained && input.optional !== true);
  const bench: Bench = { parts, absent: absentParts(lines, parts), certain: new Set(fixed.map(partOf)) };
  const processes: Process[] = [];
  const elsewhere: Deed[] = [];
  const count = draw.integer(0, wish.mostProcesses);
  for (let index = 0; index < count; index += 1) {
    const { process, deed } = drawProcess(draw, design, bench, `step-${index}`, wish);
    if (doOrLeave(draw, design, bench, process, deed) === 'elsewhere') elsewhere.push(deed);
    processes.push(process);
  }
  const whole = putTogether(
    draw,
    design,
    [...parts.values()].filter((part) => part !== undefined),
  );
  const { quantities } = design.catalogue;
  const counted = elsewhere.filter(({ effect }) => quantities.get(effect.adds ?? '')?.ownTerm);
  const covered = coveredBy(design, lines, processes);
  return { processes, product: finish(draw, design, counted.reduce(addUse, whole), covered) };
}

export interface Bench {
  readonly parts: Map<string, Thing | undefined>;
  /** Parts that might be there and are not. */
  readonly absent: Set<string>;
  /** Parts that are there in every product that the bill may stand for. */
  readonly certain: Set<string>;
}

/** What a process does to the parts at hand, or that it is done to what is no part of the product. */
function doOrLeave(
  draw: Draw,
  design: Design,
  { parts, absent, certain }: Bench,
  { takes, gives }: Process,
  deed: Deed,
): 'elsewhere' | undefined {
  const inside = takes.map((name) => parts.get(name));
  // Whatever it is packed in stays a product of its own.
  const within = deed.effect.keepsApart ? inside.slice(0, 1) : inside;
  const isAbsent = (name: string): boolean => absent.has(name);
  const isShort = takes.some(isAbsent);
  const isGone = takes.slice(0, within.length).some(isAbsent);
  const isCertain = takes.slice(0, within.length).some((name) => certain.has(name));
  const isEmpty = within.every((part) => part === undefined);
  for (const name of takes) {
    parts.delete(name);
    absent.delete(name);
    certain.delete(name);
  }
  if (isCertain) certain.add(gives);
  // Without a part that it takes, a process may not be carried out at all.
  const isDone = !isShort || (draw.chance(50) && !isEmpty);
  const given = isDone ? carryOut(draw, design, deed, inside) : layBeside(draw, design, within);
  parts.set(gives, given);
  if (isGone && given === undefined) absent.add(gives);
  else if (isEmpty) return 'elsewhere';
  return undefined;
}

/** The parts that a bill begins with: sources of one line lie side by side. */
function layOut(draw: Draw, design: Design, lines: readonly Line[]): Map<string, Thing | undefined> {
  const parts = new Map<string, Thing | undefined>();
  for (const line of lines) {
    const part = partOf(line);
    const before = parts.get(part);
    const thing = line.input.contained ? line.thing : undefined;
    parts.set(part, before === undefined ? thing : layBeside(draw, design, [before, thing]));
  }
  return parts;
}

function absentParts(lines: readonly Line[], parts: ReadonlyMap<string, Thing | undefined>): Set<string> {
  const optional = lines.filter(({ input }) => input.optional === true).map(partOf);
  return new Set(optional.filter((part) => parts.get(part) === undefined));
}

/** Parts that nobody has done anything to. */
function layBeside(draw: Draw, design: Design, things: readonly (Thing | undefined)[]): Thing | undefined {
  const there = things.filter((thing) => thing !== undefined);
  const [only, ...more] = there;
  const beside = { ...implicitIn(design.catalogue), traits: [], behaviours: plainly };
  return more.length === 0 ? only : perform(draw, design, deedOf(beside, undefined), there);
}

function carryOut(
  draw: Draw,
  design: Design,
  deed: Deed,
  inside: readonly (Thing | undefined)[],
): Thing | undefined {
  const [first] = inside;
  // Whatever it is packed in stays a product of its own.
  const within = deed.effect.keepsApart ? [first] : inside;
  const taken = within.filter((part) => part !== undefined);
  const isApplied = deed.isApplied.filter((_, index) => inside[index] !== undefined);
  if (taken.length === 0) return undefined;
  const applies = !deed.effect.joins && deed.effect.parameters.some(({ name }) => name === 'applied');
  const object = applies ? taken.filter((_, index) => !isApplied[index]) : [];
  if (joinsParts(deed.effect) && object.length > 1) {
    const residues = taken.filter((_, index) => isApplied[index]);
    const flags = [false, ...residues.map(() => true)];
    const whole = putTogether(draw, design, object);
    return perform(draw, design, { ...deed, isApplied: flags }, [whole, ...residues]);
  }
  const areLoose = applies && object.length === 0;
  if (taken.length === 1 || (joinsParts(deed.effect) && !areLoose))
    return perform(draw, design, { ...deed, isApplied }, taken);
  return perform(draw, design, deed, [putTogether(draw, design, taken)]);
}

function implicitIn({ effects }: Design['catalogue']): Effect {
  const implicit = [...effects.values()].find((effect) => effect.implicit);
  if (implicit === undefined) throw new Error('a catalogue has one implicit effect');
  return implicit;
}

/** What joins nothing is done to parts that somebody has joined before, in a way that is not said. */
const joinsParts = ({ joins, implicit, behaviours }: Effect): boolean =>
  joins || implicit || [...behaviours.values()].some((each) => ['blend', 'absorb', 'pool'].includes(each));

function putTogether(draw: Draw, design: Design, parts: readonly Thing[]): Thing {
  const [only, ...more] = parts;
  if (only === undefined) throw new Error('a bill has to contain something');
  return more.length === 0
    ? only
    : perform(draw, design, deedOf(implicitIn(design.catalogue), undefined), parts);
}

/** What the maker uses on process aids is used for the product all the same. */
function addUse(product: Thing, { effect, uses }: Deed): Thing {
  const before = effect.adds === undefined ? undefined : product.uses.get(effect.adds);
  if (effect.adds === undefined || before === undefined) return product;
  return { ...product, uses: new Map(product.uses).set(effect.adds, addAmounts(before, uses)) };
}

/** Quantities of which a use was stated after all that was done to what became the product. */
function coveredBy(
  design: Design,
  lines: readonly Line[],
  processes: readonly Process[],
): ReadonlySet<string> {
  const { effects } = design.catalogue;
  const added = new Set(processes.flatMap(({ effect }) => effects.get(effect)?.adds ?? []));
  const isCovered = (quantity: string): boolean => {
    const inside = lines.filter(({ input }) => input.contained);
    // By part, whether something was done to it that no use tells of.
    const parts = new Map(inside.map((line) => [partOf(line), false]));
    for (const { effect, takes, gives } of processes) {
      const taken = takes.filter((name) => parts.has(name));
      const adds = effects.get(effect)?.adds;
      const isOpen = adds === undefined || (adds !== quantity && taken.some((name) => parts.get(name)));
      for (const name of taken) parts.delete(name);
      if (taken.length > 0) parts.set(gives, isOpen || (adds !== quantity && taken.length > 1));
    }
    return parts.size === 1 && [...parts.values()].every((isOpen) => !isOpen);
  };
  return new Set([...added].filter(isCovered));
}

/** The product as its maker delivers it: with what else the maker used, and what only the maker decides. */
function finish(draw: Draw, design: Design, whole: Thing, covered: ReadonlySet<string>): Thing {
  const { quantities } = design.catalogue;
  const uses = new Map(whole.uses);
  for (const [id, amounts] of whole.uses) {
    if (!quantities.get(id)?.ownTerm || covered.has(id)) continue;
    uses.set(id, addAmounts(amounts, drawMatter(draw, design, id, rational(draw.pick([0, 5, 300])))));
  }
  const truths = new Map<string, Verdict>(whole.truths);
  for (const [id, rule] of plainStatements(design.catalogue)) {
    if (rule.kind === 'assert-refutable') truths.set(id, whole.truths.get(id) !== false && draw.chance(65));
    if (rule.kind === 'own') truths.set(id, id !== 'attributed' && draw.chance(60));
  }
  return keepImplications(design, { ...whole, uses, truths });
}
