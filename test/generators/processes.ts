// What a process really does to concrete parts. Wherever its description leaves something open, anything legal is
// drawn: what leaves in an unknown selection, which article is coated, what an unnamed process makes of it all.

import type { Process } from '../../src/core/model/bill.ts';
import type {
  Behaviour,
  Effect,
  Quantity,
  QuantityId,
  Rule,
  StatementId,
} from '../../src/core/model/catalogue.ts';
import {
  add,
  divide,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import { type Design, steps } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { loseFromLumps, loseSome } from './losses.ts';
import { blendLumps, coatLumps, poolLumps } from './lumps.ts';
import { drawLumps, drawMaterials, drawMatter, drawNumber } from './suppliers.ts';
import {
  type Amounts,
  addAmounts,
  type Lump,
  plainStatements,
  scaleParts,
  sumUp,
  type Thing,
  times,
  type Verdict,
} from './things.ts';

/** A process with the true figures that its description gives as ranges, or not at all. */
export interface Deed {
  readonly effect: Effect;
  readonly conserves: readonly string[];
  /** Of what nothing leaves. */
  readonly freeOf: readonly string[];
  readonly isApplied: readonly boolean[];
  /** What is left of the mass that goes in. */
  readonly left: Rational;
  /** What the maker itself uses, by kind. */
  readonly uses: Amounts;
  /** Levels of the joint; those that are not stated are drawn. */
  readonly levels: ReadonlyMap<QuantityId, number>;
}

export const deedOf = (effect: Effect, process: Pick<Process, 'conserves'> | undefined): Deed => ({
  effect,
  conserves: process?.conserves ?? [],
  freeOf: [],
  isApplied: [],
  left: one,
  uses: [],
  levels: new Map(),
});

export function behaviourOf(
  deed: Pick<Deed, 'effect' | 'conserves'>,
  subject: string,
  rule: Rule,
): Behaviour {
  const key = rule.kind === 'fraction' && rule.weight !== 'mass' ? `fraction/${rule.weight}` : rule.kind;
  const single = deed.effect.behaviours.get(subject);
  const listed = single ?? deed.effect.behaviours.get(key) ?? 'unknown';
  const isKept = deed.conserves.includes(subject) || (single === undefined && deed.conserves.includes(key));
  return listed === 'unknown' && isKept ? 'combine' : listed;
}

/** A process that does not even say what becomes of shares may change the mass as well. */
export const keepsMass = (effect: Effect): boolean =>
  (effect.behaviours.get('fraction') ?? 'unknown') !== 'unknown';

export function perform(draw: Draw, design: Design, deed: Deed, parts: readonly Thing[]): Thing {
  const before = sumUp(parts.map(({ mass }) => mass));
  const isKept = keepsMass(deed.effect) || deed.conserves.includes('mass');
  const factor = isKept ? deed.left : draw.pick([one, rational(1, 2), rational(1, 10), rational(3)]);
  const c: Case = { draw, design, deed, parts, before, factor, mass: multiply(before, factor) };
  return {
    mass: c.mass,
    matter: matterOf(c),
    uses: byQuantity(c, ['sum'], (quantity) => usesOf(c, quantity)),
    lumps: byQuantity(c, ['conc-article', 'conc-homog'], (quantity) => lumpsOf(c, quantity)),
    numbers: byQuantity(c, ['min-level', 'min-number'], (quantity) => numberOf(c, quantity)),
    materials: new Map(plainBy(c, ['same-value']).map(([id, rule]) => [id, materialsOf(c, id, rule)])),
    truths: new Map(
      plainBy(c, ['all', 'any', 'assert-refutable', 'own']).map(([id, rule]) => [id, verdictOf(c, id, rule)]),
    ),
    isUniform: false,
  };
}

interface Case {
  readonly draw: Draw;
  readonly design: Design;
  readonly deed: Deed;
  readonly parts: readonly Thing[];
  readonly before: Rational;
  readonly factor: Rational;
  readonly mass: Rational;
}

function byQuantity<T>(
  c: Case,
  kinds: readonly Rule['kind'][],
  make: (quantity: Quantity) => T,
): ReadonlyMap<QuantityId, T> {
  const quantities = [...c.design.catalogue.quantities.values()].filter(({ rule }) =>
    kinds.includes(rule.kind),
  );
  return new Map(quantities.map((quantity) => [quantity.id, make(quantity)]));
}

const plainBy = (c: Case, kinds: readonly Rule['kind'][]): readonly (readonly [StatementId, Rule])[] =>
  plainStatements(c.design.catalogue).filter(([, rule]) => kinds.includes(rule.kind));

const addAll = (all: readonly Amounts[]): Amounts => all.reduce(addAmounts, all[0]?.map(() => zero) ?? []);

/** All groups of a weight share one fate, since constraints tie them together: that of the first of them. */
function fateOf(c: Case, weight: string): Behaviour {
  const group = [...c.design.catalogue.quantities.values()].find(
    ({ rule }) => rule.kind === 'fraction' && rule.weight === weight,
  );
  return group === undefined ? 'unknown' : behaviourOf(c.deed, group.id, group.rule);
}

function matterOf(c: Case): Amounts {
  const together = addAll(c.parts.map(({ matter }) => matter));
  const fate = fateOf(c, 'mass');
  if (fate === 'combine') return times(together, c.factor);
  if (fate === 'lose-some') {
    const isCounted = countedIn(c.design, c.deed.freeOf);
    const mayGo = together.map((amount, index) => (isCounted(index) ? zero : amount));
    return loseSome(c.draw, together, subtract(c.before, c.mass), mayGo);
  }
  return drawMatter(c.draw, c.design, 'mass', c.mass);
}

/** Whether a kind of matter counts for any of the groups. */
export const countedIn =
  ({ kinds }: Design, groups: readonly string[]) =>
  (index: number): boolean =>
    groups.some((id) => kinds.get('mass')?.[index]?.get(id) === true);

function usesOf(c: Case, quantity: Quantity): Amounts {
  const parts = addAll(c.parts.map((part) => part.uses.get(quantity.id) ?? []));
  const isAdded = c.deed.effect.adds === quantity.id;
  const together = isAdded ? addAmounts(parts, c.deed.uses) : parts;
  const sum = behaviourOf(c.deed, quantity.id, quantity.rule);
  const fate = fateOf(c, quantity.id);
  const isKnown = sum === 'combine' || sum === 'add-term' || sum === 'lose-some';
  const before = sumUp(together);
  // A share that is kept is a share of something: where nothing was used, nothing is.
  const isShareKept = fate === 'combine' || fate === 'add-term';
  const used = isShareKept && isZero(before) ? zero : rational(c.draw.pick([0, 1, 40, 500]));
  // How much of it belongs to what stays is not said.
  const part = sum === 'lose-some' ? c.draw.pick([one, rational(1, 2), zero]) : one;
  const total = isKnown ? multiply(before, part) : used;
  if (!isShareKept || isZero(before)) return drawMatter(c.draw, c.design, quantity.id, total);
  return times(together, divide(total, before));
}

function lumpsOf(c: Case, quantity: Quantity): readonly Lump[] {
  const lumps = c.parts.map((part) => part.lumps.get(quantity.id) ?? []);
  const object = lumps.filter((_, index) => !c.deed.isApplied[index]).flat();
  const applied = lumps.filter((_, index) => c.deed.isApplied[index]).flat();
  const behaviour = behaviourOf(c.deed, quantity.id, quantity.rule);
  if (behaviour === 'lose-some' || behaviour === 'select') {
    const lost = subtract(c.before, c.mass);
    const isFree = c.deed.freeOf.includes(quantity.id);
    return loseFromLumps(c.draw, [...object, ...applied], { lost, isFree, isWhole: behaviour === 'select' });
  }
  return changeLumps(c, behaviour, object, applied).map((lump) => ({
    ...lump,
    mass: multiply(lump.mass, c.factor),
    own: multiply(lump.own, c.factor),
  }));
}

function changeLumps(
  c: Case,
  behaviour: Behaviour,
  object: readonly Lump[],
  applied: readonly Lump[],
): readonly Lump[] {
  if (behaviour === 'combine') return [...object, ...applied];
  if (behaviour === 'blend') return blendLumps([...object, ...applied]);
  if (behaviour === 'pool') return poolLumps(object, applied);
  if (behaviour === 'absorb') return coatLumps(c.draw, object, applied);
  return drawLumps(c.draw, c.before, false);
}

function numberOf(c: Case, quantity: Quantity): Rational {
  const behaviour = behaviourOf(c.deed, quantity.id, quantity.rule);
  const parts = c.parts.map((part) => part.numbers.get(quantity.id) ?? zero);
  const lowest = parts.slice(1).reduce(smaller, parts[0] ?? zero);
  if (behaviour === 'combine') return lowest;
  if (behaviour === 'lose-some') return larger(lowest, drawNumber(c.draw, quantity.rule));
  if (behaviour !== 'limit') return drawNumber(c.draw, quantity.rule);
  // What the bill says of a joint cannot lift the ceiling that its effect has.
  const stated = [c.deed.levels.get(quantity.id), c.deed.effect.levels.get(quantity.id)].filter(
    (each) => each !== undefined,
  );
  const level = stated.length === 0 ? c.draw.integer(0, steps.length - 1) : Math.min(...stated);
  return smaller(lowest, rational(level));
}

function materialsOf(c: Case, id: StatementId, rule: Rule): ReadonlyMap<string, Rational> {
  const behaviour = behaviourOf(c.deed, id, rule);
  const isKept = behaviour === 'combine' || behaviour === 'blend' || behaviour === 'lose-some';
  if (!isKept) return drawMaterials(c.draw, c.mass);
  const together = new Map<string, Rational>();
  for (const part of c.parts) {
    for (const [name, mass] of part.materials.get(id) ?? [])
      together.set(name, add(together.get(name) ?? zero, mass));
  }
  if (behaviour !== 'lose-some') return scaleParts(together, c.factor);
  const left = loseSome(c.draw, [...together.values()], subtract(c.before, c.mass));
  return new Map([...together.keys()].map((name, index) => [name, left[index] ?? zero]));
}

function verdictOf(c: Case, id: StatementId, rule: Rule): Verdict {
  const behaviour = behaviourOf(c.deed, id, rule);
  const parts = c.parts.map((part) => part.truths.get(id) ?? true);
  if (rule.kind === 'own') return c.draw.chance(60);
  if (rule.kind === 'assert-refutable') return necessary(c, behaviour, parts, rule);
  const together =
    rule.kind === 'all' ? parts.every((each) => each === true) : parts.some((each) => each === true);
  if (behaviour === 'combine') return together;
  const isLost = behaviour === 'lose-some' && !c.deed.freeOf.includes(id);
  if (behaviour === 'lose-some' && (!isLost || together === (rule.kind === 'all'))) return together;
  return c.draw.chance(50);
}

function necessary(
  c: Case,
  behaviour: Behaviour,
  parts: readonly Verdict[],
  rule: Extract<Rule, { kind: 'assert-refutable' }>,
): boolean {
  const { refutedBy, openedBy } = rule;
  const inside = parts.every((each) => each !== false);
  if (behaviour === 'combine') return inside;
  if (behaviour === 'lose-some') return necessary(c, 'judge', parts, rule) || c.draw.chance(50);
  if (behaviour !== 'judge') return c.draw.chance(50);
  const { traits } = c.deed.effect;
  if (traits.some((trait) => refutedBy.includes(trait))) return false;
  return inside && !(traits.some((trait) => openedBy.includes(trait)) && c.draw.chance(30));
}
