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
import { blendLumps, coatLumps, leachLumps, poolLumps } from './lumps.ts';
import { changeMinors } from './minors.ts';
import { drawLumps, drawMaterials, drawMatter, drawNumber, drawShares } from './suppliers.ts';
import {
  type Amounts,
  addAmounts,
  type Lump,
  loseSome,
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
  isApplied: [],
  left: one,
  uses: [],
  levels: new Map(),
});

function behaviourOf(deed: Deed, subject: string, rule: Rule): Behaviour {
  const key = rule.kind === 'fraction' && rule.weight !== 'mass' ? `fraction/${rule.weight}` : rule.kind;
  const listed = deed.effect.behaviours.get(subject) ?? deed.effect.behaviours.get(key) ?? 'unknown';
  const isKept = deed.conserves.includes(subject) || deed.conserves.includes(key);
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
    lumps: byQuantity(c, ['conc-article', 'conc-homog', 'conc-mixture'], (quantity) => lumpsOf(c, quantity)),
    numbers: byQuantity(c, ['min-level', 'min-number', 'max-number'], (quantity) => numberOf(c, quantity)),
    materials: new Map(plainBy(c, ['same-value']).map(([id, rule]) => [id, materialsOf(c, id, rule)])),
    minors: minorsOf(c),
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
  const fates = fatesOf(c);
  if ([...fates.values()].some((each) => each === 'whole' || each === 'none'))
    return drawBits(c.draw, c.design, fates, c.mass);
  const fate = fateOf(c, 'mass');
  if (fate === 'combine') return times(together, c.factor);
  if (fate === 'lose-some') return loseSome(c.draw, together, subtract(c.before, c.mass));
  return drawMatter(c.draw, c.design, 'mass', c.mass);
}

/** What becomes of each share of the mass. */
const fatesOf = (c: Case): ReadonlyMap<QuantityId, Behaviour> =>
  new Map(
    [...c.design.catalogue.quantities.values()].flatMap(({ id, rule }) =>
      rule.kind === 'fraction' && rule.weight === 'mass' ? [[id, behaviourOf(c.deed, id, rule)]] : [],
    ),
  );

/** Matter of which every bit counts for what all of it counts for, and for nothing of which none does. */
function drawBits(
  draw: Draw,
  design: Design,
  fates: ReadonlyMap<QuantityId, Behaviour>,
  mass: Rational,
): Amounts {
  const kinds = design.kinds.get('mass') ?? [];
  const fits = kinds.map((kind) =>
    [...fates].every(([id, fate]) => (fate === 'whole' ? kind.get(id) : fate !== 'none' || !kind.get(id))),
  );
  const shares = [...drawShares(draw, fits.filter(Boolean).length)];
  return fits.map((isFit) => (isFit ? multiply(shares.pop() ?? zero, mass) : zero));
}

function usesOf(c: Case, quantity: Quantity): Amounts {
  const parts = addAll(c.parts.map((part) => part.uses.get(quantity.id) ?? []));
  const isAdded = c.deed.effect.adds === quantity.id;
  const together = isAdded ? addAmounts(parts, c.deed.uses) : parts;
  const sum = behaviourOf(c.deed, quantity.id, quantity.rule);
  const fate = fateOf(c, quantity.id);
  const isKnown = sum === 'combine' || sum === 'add-term';
  const before = sumUp(together);
  // A share that is kept is a share of something: where nothing was used, nothing is.
  const isShareKept = fate === 'combine' || fate === 'add-term';
  const used = isShareKept && isZero(before) ? zero : rational(c.draw.pick([0, 1, 40, 500]));
  const total = isKnown ? before : used;
  if (!isShareKept || isZero(before)) return drawMatter(c.draw, c.design, quantity.id, total);
  return times(together, divide(total, before));
}

function lumpsOf(c: Case, quantity: Quantity): readonly Lump[] {
  const lumps = c.parts.map((part) => part.lumps.get(quantity.id) ?? []);
  const object = lumps.filter((_, index) => !c.deed.isApplied[index]).flat();
  const applied = lumps.filter((_, index) => c.deed.isApplied[index]).flat();
  const behaviour = behaviourOf(c.deed, quantity.id, quantity.rule);
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
  if (behaviour === 'lose-some') return leachLumps(c.draw, [...object, ...applied], c.factor);
  return drawLumps(c.draw, c.before, false);
}

function numberOf(c: Case, quantity: Quantity): Rational {
  const behaviour = behaviourOf(c.deed, quantity.id, quantity.rule);
  const parts = c.parts.map((part) => part.numbers.get(quantity.id) ?? zero);
  const pick = quantity.rule.kind === 'max-number' ? larger : smaller;
  const lowest = parts.slice(1).reduce(pick, parts[0] ?? zero);
  if (behaviour === 'combine') return lowest;
  if (behaviour !== 'limit') return drawNumber(c.draw, quantity.rule);
  // What the bill says of a joint cannot lift the ceiling that its effect has.
  const stated = [c.deed.levels.get(quantity.id), c.deed.effect.levels.get(quantity.id)].filter(
    (each) => each !== undefined,
  );
  const level = stated.length === 0 ? c.draw.integer(0, steps.length - 1) : Math.min(...stated);
  return smaller(lowest, rational(level));
}

function minorsOf(c: Case): ReadonlyMap<StatementId, Amounts> {
  return new Map(
    plainStatements(c.design.catalogue).flatMap(([id, rule]) => {
      if (rule.kind !== 'all-except-minor') return [];
      const { before, mass, factor } = c;
      const pieces = c.parts.flatMap((part) => part.minors.get(id) ?? []);
      const fate = { behaviour: behaviourOf(c.deed, id, rule), before, mass, factor };
      return [[id, changeMinors(c.draw, rule, pieces, fate)] as const];
    }),
  );
}

function materialsOf(c: Case, id: StatementId, rule: Rule): ReadonlyMap<string, Rational> {
  const behaviour = behaviourOf(c.deed, id, rule);
  if (behaviour !== 'combine' && behaviour !== 'blend') return drawMaterials(c.draw, c.mass);
  const together = new Map<string, Rational>();
  for (const part of c.parts) {
    for (const [name, mass] of part.materials.get(id) ?? [])
      together.set(name, add(together.get(name) ?? zero, mass));
  }
  return scaleParts(together, c.factor);
}

function verdictOf(c: Case, id: StatementId, rule: Rule): Verdict {
  const behaviour = behaviourOf(c.deed, id, rule);
  const parts = c.parts.map((part) => part.truths.get(id) ?? true);
  if (rule.kind === 'own') return c.draw.chance(60);
  if (rule.kind === 'assert-refutable') return necessary(c, behaviour, parts, rule);
  const together =
    rule.kind === 'all' ? parts.every((each) => each === true) : parts.some((each) => each === true);
  if (behaviour === 'combine') return together;
  if (behaviour === 'lose-some' && together === (rule.kind === 'all')) return together;
  return c.draw.chance(50);
}

function necessary(
  c: Case,
  behaviour: Behaviour,
  parts: readonly Verdict[],
  { refutedBy, openedBy }: Extract<Rule, { kind: 'assert-refutable' }>,
): boolean {
  const inside = parts.every((each) => each !== false);
  if (behaviour === 'combine') return inside;
  if (behaviour !== 'judge') return c.draw.chance(50);
  const { traits } = c.deed.effect;
  if (traits.some((trait) => refutedBy.includes(trait))) return false;
  return inside && !(traits.some((trait) => openedBy.includes(trait)) && c.draw.chance(30));
}
