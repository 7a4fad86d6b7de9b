// A random bill together with what really happens: inputs with their true masses, processes with their true figures,
// and the true product that comes out.

import type { Input, Process } from '../../src/core/model/bill.ts';
import type { Effect } from '../../src/core/model/catalogue.ts';
import { anyAmount, exactly, type Interval } from '../../src/core/values/interval.ts';
import { one, type Rational, rational, zero } from '../../src/core/values/rational.ts';
import { type Design, steps } from './catalogues.ts';
import { type Deed, deedOf } from './deeds.ts';
import type { Draw } from './draw.ts';
import { plainly } from './effects.ts';
import { drawBack, drawBooked, drawLoss, drawTaken, drawUse } from './figures.ts';
import { placeIn } from './places.ts';
import { keepsMass, perform } from './processes.ts';
import { drawMatter, keepImplications } from './suppliers.ts';
import { around } from './telling.ts';
import { addAmounts, plainStatements, sumUp, type Thing, type Verdict } from './things.ts';
import { partOf } from './uncertain.ts';

export interface Line {
  readonly input: Input;
  /** undefined where an optional input is not there, or another source fills the line. */
  readonly thing: Thing | undefined;
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

const place = placeIn('product.bill.yaml');

/** How a mass is written down: exactly, as a range, or not at all. */
export function stateMass(draw: Draw, mass: Rational, wish: BillWish): Interval {
  if (wish.exactMasses || draw.chance(60)) return exactly(mass);
  return draw.chance(40) ? anyAmount : around(draw, mass, true);
}

export function work(draw: Draw, design: Design, lines: readonly Line[], wish: BillWish): Done {
  // Process aids are parts as well, but nothing of them ends up in the product.
  const parts = layOut(draw, design, lines);
  const absent = absentParts(lines, parts);
  const processes: Process[] = [];
  const elsewhere: Deed[] = [];
  const count = draw.integer(0, wish.mostProcesses);
  for (let index = 0; index < count; index += 1) {
    const { process, deed } = drawProcess(draw, design, parts, `step-${index}`, wish);
    const inside = process.takes.map((name) => parts.get(name));
    const isShort = process.takes.some((name) => absent.has(name));
    for (const name of process.takes) parts.delete(name);
    // Without a part that it takes, a process may not be carried out at all.
    const isDone = !isShort || (draw.chance(50) && inside.some((part) => part !== undefined));
    parts.set(process.gives, isDone ? carryOut(draw, design, deed, inside) : layBeside(draw, design, inside));
    for (const name of process.takes) absent.delete(name);
    if (isShort && parts.get(process.gives) === undefined) absent.add(process.gives);
    else if (inside.every((part) => part === undefined)) elsewhere.push(deed);
    processes.push(process);
  }
  const whole = putTogether(
    draw,
    design,
    [...parts.values()].filter((part) => part !== undefined),
  );
  const { quantities } = design.catalogue;
  const counted = elsewhere.filter(({ effect }) => quantities.get(effect.adds ?? '')?.ownTerm);
  return { processes, product: finish(draw, design, counted.reduce(addUse, whole), processes) };
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
  const taken = inside.filter((part) => part !== undefined);
  const isApplied = deed.isApplied.filter((_, index) => inside[index] !== undefined);
  if (taken.length === 0) return undefined;
  if (taken.length === 1 || joinsParts(deed.effect))
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

function drawProcess(
  draw: Draw,
  design: Design,
  parts: ReadonlyMap<string, Thing | undefined>,
  name: string,
  wish: BillWish,
): { readonly process: Process; readonly deed: Deed } {
  const effects = [...design.catalogue.effects.values()].filter((effect) => !wish.tame || keepsMass(effect));
  const effect = draw.pick(effects);
  const names = draw.shuffle([...parts.keys()]);
  const takes = names.slice(0, draw.chance(60) ? names.length : draw.integer(1, names.length));
  const before = sumUp(takes.map((each) => parts.get(each)?.mass ?? rational(0)));
  const written = {
    effect: effect.id,
    name,
    takes,
    gives: draw.chance(50) ? name : (takes[0] ?? name),
    shares: new Map(),
    levels: new Map(),
    conserves: [],
    at: place,
    places: new Map(),
  };
  const old = parts.get(takes[0] ?? '')?.mass ?? zero;
  return describe(draw, design, effect, written, { before, old }, wish);
}

function describe(
  draw: Draw,
  design: Design,
  effect: Effect,
  written: Process,
  { before, old }: { readonly before: Rational; readonly old: Rational },
  wish: BillWish,
): { readonly process: Process; readonly deed: Deed } {
  const has = (parameter: string): boolean => effect.parameters.some(({ name }) => name === parameter);
  const loss = has('loses') ? drawLoss(draw, before, wish) : { left: one, stated: {} };
  const taken = has('removes') ? drawTaken(draw, old, wish) : { removed: zero, stated: {} };
  const booked = has('eligible') ? drawBooked(draw, before, wish) : { booked: zero, stated: {} };
  const back = has('takenBack') ? drawBack(draw, has('generations'), wish) : undefined;
  const applied = has('applied') ? drawApplied(draw, effect, written.takes) : undefined;
  const use = has('uses') ? drawUse(draw, design, effect, wish) : { uses: [], stated: {} };
  const levels =
    has('levels') && design.catalogue.quantities.has('skill') && draw.chance(50)
      ? new Map([['skill', draw.integer(0, steps.length - 1)]])
      : new Map();
  const conserves = has('conserves') ? drawConserved(draw, design) : [];
  const process: Process = {
    ...written,
    ...loss.stated,
    ...use.stated,
    ...taken.stated,
    ...booked.stated,
    ...back?.stated,
    ...(applied === undefined ? {} : { applied }),
    ...(has('returns') ? { returns: exactly(rational(draw.integer(0, 300))) } : {}),
    levels,
    conserves,
  };
  const names = applied ?? (effect.appliesRest ? written.takes.slice(1) : []);
  const isApplied = written.takes.map((name) => names.includes(name));
  const { removed } = taken;
  return {
    process,
    deed: {
      effect,
      conserves,
      isApplied,
      left: back?.left ?? loss.left,
      ...(back === undefined ? {} : { back: back.back }),
      removed,
      booked: booked.booked,
      uses: use.uses,
      levels,
    },
  };
}

function drawApplied(draw: Draw, effect: Effect, takes: readonly string[]): readonly string[] | undefined {
  if (takes.length < 2 || (effect.appliesRest && draw.chance(60))) return undefined;
  return draw.chance(70) ? draw.shuffle(takes).slice(0, draw.integer(1, takes.length - 1)) : undefined;
}

function drawConserved(draw: Draw, design: Design): readonly string[] {
  const { quantities } = design.catalogue;
  const rules = [
    ...[...quantities.values()].map(({ rule }) => rule),
    ...plainStatements(design.catalogue).map(([, rule]) => rule),
  ];
  const keys = rules
    .filter(({ kind }) => kind !== 'own')
    .map((rule) =>
      rule.kind === 'fraction' && rule.weight !== 'mass' ? `fraction/${rule.weight}` : rule.kind,
    );
  const here = [...new Set(keys)];
  const single = [...quantities.values()].filter(
    ({ rule }) => rule.kind !== 'fraction' && rule.kind !== 'own',
  );
  return draw.some(['mass', ...here, ...single.map(({ id }) => id)], 25);
}

/** The product as its maker delivers it: with what else the maker used, and what only the maker decides. */
function finish(draw: Draw, design: Design, whole: Thing, processes: readonly Process[]): Thing {
  const { quantities, effects } = design.catalogue;
  const uses = new Map(whole.uses);
  for (const [id, amounts] of whole.uses) {
    const isStated = processes.some((process) => effects.get(process.effect)?.adds === id);
    if (!quantities.get(id)?.ownTerm || isStated) continue;
    uses.set(id, addAmounts(amounts, drawMatter(draw, design, id, rational(draw.pick([0, 5, 300])))));
  }
  const truths = new Map<string, Verdict>(whole.truths);
  for (const [id, rule] of plainStatements(design.catalogue)) {
    if (rule.kind === 'assert-refutable') truths.set(id, whole.truths.get(id) !== false && draw.chance(65));
    if (rule.kind === 'own') truths.set(id, id !== 'attributed' && draw.chance(60));
  }
  return keepImplications(design, { ...whole, uses, truths });
}
