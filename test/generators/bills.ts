// A random bill together with what really happens: inputs with their true masses, processes with their true figures,
// and the true product that comes out.

import type { Subject } from '../../src/core/algebra/kind.ts';
import { subjectsOf } from '../../src/core/algebra/subjects.ts';
import type { Input, Process } from '../../src/core/model/bill.ts';
import type { Effect, QuantityId } from '../../src/core/model/catalogue.ts';
import { anyAmount, exactly, type Interval } from '../../src/core/values/interval.ts';
import {
  compare,
  divide,
  isZero,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
} from '../../src/core/values/rational.ts';
import { type Design, steps } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { canBeFree } from './losses.ts';
import { placeIn } from './places.ts';
import { behaviourOf, countedIn, type Deed, deedOf, keepsMass, perform } from './processes.ts';
import { drawMatter, keepImplications } from './suppliers.ts';
import { around } from './telling.ts';
import { type Amounts, addAmounts, plainStatements, sumUp, type Thing, type Verdict } from './things.ts';

export interface Line {
  readonly input: Input;
  readonly thing: Thing;
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
  const parts = new Map(lines.map(({ input, thing }) => [input.name, input.contained ? thing : undefined]));
  const processes: Process[] = [];
  const elsewhere: Deed[] = [];
  const count = draw.integer(0, wish.mostProcesses);
  for (let index = 0; index < count; index += 1) {
    const { process, deed } = drawProcess(draw, design, parts, `step-${index}`, wish);
    const inside = process.takes.map((name) => parts.get(name));
    for (const name of process.takes) parts.delete(name);
    parts.set(process.gives, carryOut(draw, design, deed, inside));
    if (inside.every((part) => part === undefined)) elsewhere.push(deed);
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

function drawProcess(
  draw: Draw,
  design: Design,
  parts: ReadonlyMap<string, Thing | undefined>,
  name: string,
  wish: BillWish,
): { readonly process: Process; readonly deed: Deed } {
  const effects = [...design.catalogue.effects.values()].filter((effect) => !wish.tame || keepsMass(effect));
  const effect = draw.pick(effects);
  const shuffled = draw.shuffle([...parts.keys()]);
  // What is packed has to be there.
  const isThere = (each: string): number => Number(parts.get(each) !== undefined);
  const names = effect.keepsApart ? [...shuffled].sort((a, b) => isThere(b) - isThere(a)) : shuffled;
  const takes = names.slice(0, draw.chance(60) ? names.length : draw.integer(1, names.length));
  const things = takes.flatMap((each) => parts.get(each) ?? []);
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
  return describe(draw, design, effect, written, things, wish);
}

function describe(
  draw: Draw,
  design: Design,
  effect: Effect,
  written: Process,
  things: readonly Thing[],
  wish: BillWish,
): { readonly process: Process; readonly deed: Deed } {
  const before = sumUp(things.map(({ mass }) => mass));
  const has = (parameter: string): boolean => effect.parameters.some(({ name }) => name === parameter);
  const loss = has('loses') ? drawLoss(draw, before, wish) : { left: one, stated: {} };
  const applied = has('applied') ? drawApplied(draw, effect, written.takes) : undefined;
  const use = has('uses') ? drawUse(draw, design, effect, wish) : { uses: [], stated: {} };
  const levels =
    has('levels') && design.catalogue.quantities.has('skill') && draw.chance(50)
      ? new Map([['skill', draw.integer(0, steps.length - 1)]])
      : new Map();
  const conserves = has('conserves') ? drawConserved(draw, design) : [];
  const lost = subtract(before, multiply(before, loss.left));
  const freeOf = has('freeOf') ? drawFreeOf(draw, design, effect, things, lost) : [];
  const process: Process = {
    ...written,
    ...loss.stated,
    ...use.stated,
    ...(applied === undefined ? {} : { applied }),
    ...(has('returns') ? { returns: exactly(rational(draw.integer(0, 300))) } : {}),
    levels,
    conserves,
    ...(freeOf.length === 0 ? {} : { freeOf }),
  };
  const names = applied ?? (effect.appliesRest ? written.takes.slice(1) : []);
  const isApplied = written.takes.map((name) => names.includes(name));
  return { process, deed: { effect, conserves, freeOf, isApplied, left: loss.left, uses: use.uses, levels } };
}

function drawLoss(draw: Draw, before: Rational, wish: BillWish) {
  const left = draw.pick([one, rational(9, 10), rational(4, 5), rational(1, 2), rational(1, 4)]);
  const lost = subtract(before, multiply(before, left));
  const isYield = draw.chance(40) || isZero(before);
  if (isYield) return { left, stated: { yield: wish.exactMasses ? exactly(left) : shareAround(draw, left) } };
  return { left, stated: { loses: wish.exactMasses ? exactly(lost) : around(draw, lost, true) } };
}

const shareAround = (draw: Draw, share: Rational): Interval => {
  const range = around(draw, share, true);
  return range.hi === undefined || range.hi.n > range.hi.d ? { ...range, hi: one } : range;
};

function drawApplied(draw: Draw, effect: Effect, takes: readonly string[]): readonly string[] | undefined {
  if (takes.length < 2 || (effect.appliesRest && draw.chance(60))) return undefined;
  return draw.chance(70) ? draw.shuffle(takes).slice(0, draw.integer(1, takes.length - 1)) : undefined;
}

function drawUse(draw: Draw, design: Design, effect: Effect, wish: BillWish) {
  const weight = effect.adds ?? '';
  const uses: Amounts = drawMatter(draw, design, weight, rational(draw.pick([0, 1, 50, 100])));
  const total = sumUp(uses);
  const shares = new Map<QuantityId, Interval>();
  for (const quantity of design.catalogue.quantities.values()) {
    const isOf = quantity.rule.kind === 'fraction' && quantity.rule.weight === weight;
    if (!isOf || isZero(total) || !draw.chance(70)) continue;
    const kinds = design.kinds.get(weight) ?? [];
    const share = divide(sumUp(uses.filter((_, index) => kinds[index]?.get(quantity.id))), total);
    shares.set(quantity.id, shareAround(draw, share));
  }
  return { uses, stated: { uses: wish.exactMasses ? exactly(total) : around(draw, total, true), shares } };
}

/** Only what can be: enough else must be there to leave. */
function drawFreeOf(
  draw: Draw,
  design: Design,
  effect: Effect,
  things: readonly Thing[],
  lost: Rational,
): readonly string[] {
  const named: string[] = [];
  const matter = things.map((thing) => thing.matter).reduce(addAmounts, things[0]?.matter.map(zeroOf) ?? []);
  const fits = (groups: readonly string[]): boolean => {
    const isCounted = countedIn(design, groups);
    return compare(sumUp(matter.filter((_, index) => !isCounted(index))), lost) >= 0;
  };
  const hasRoom = (id: string, isWhole: boolean): boolean => {
    const [only, ...more] = things.map((thing) => thing.lumps.get(id) ?? []);
    return only !== undefined && more.length === 0 && canBeFree(only, lost, isWhole);
  };
  const canBe = ({ id, rule }: Subject, isWhole: boolean): boolean => {
    if (rule.kind === 'fraction') return rule.weight === 'mass' && fits([...named, id]);
    if (rule.kind === 'conc-article' || rule.kind === 'conc-homog') return hasRoom(id, isWhole);
    return rule.kind === 'all' || rule.kind === 'any';
  };
  for (const subject of subjectsOf(design.catalogue)) {
    const behaviour = behaviourOf({ effect, conserves: [] }, subject.id, subject.rule);
    const isLost = behaviour === 'lose-some' || behaviour === 'select';
    if (isLost && draw.chance(40) && canBe(subject, behaviour === 'select')) named.push(subject.id);
  }
  return named;
}

const zeroOf = (): Rational => rational(0);

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
