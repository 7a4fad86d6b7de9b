// What a process really does to concrete parts. Wherever its description leaves something open, anything legal is
// drawn: what leaves in an unknown selection, which article is coated, what an unnamed process makes of it all.

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
import { addAll, behaviourOf, type Case, type Deed, fateOf, isOld, oldAndNew } from './deeds.ts';
import type { Draw } from './draw.ts';
import { loseFromLumps, loseSome } from './losses.ts';
import { blendLumps, coatLumps, leachLumps, poolLumps } from './lumps.ts';
import { matterOf } from './matter.ts';
import { changeMinors } from './minors.ts';
import { allHeld, drawHeld, type Held, someHeld } from './sets.ts';
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

/** A process that does not even say what becomes of shares may change the mass as well. */
export const keepsMass = (effect: Effect): boolean =>
  (effect.behaviours.get('fraction') ?? 'unknown') !== 'unknown';

export function perform(draw: Draw, design: Design, deed: Deed, parts: readonly Thing[]): Thing {
  const before = sumUp(parts.map(({ mass }) => mass));
  const isKept = keepsMass(deed.effect) || deed.conserves.includes('mass');
  const factor = isKept ? deed.left : draw.pick([one, rational(1, 2), rational(1, 10), rational(3)]);
  const mass = isKept ? subtract(multiply(before, factor), deed.removed) : multiply(before, factor);
  const all = isZero(before) ? factor : divide(mass, before);
  const c: Case = { draw, design, deed, parts, before, factor: all, mass };
  return {
    mass: c.mass,
    matter: matterOf(c),
    uses: byQuantity(c, ['sum'], (quantity) => usesOf(c, quantity)),
    lumps: byQuantity(c, ['conc-article', 'conc-homog', 'conc-mixture'], (quantity) => lumpsOf(c, quantity)),
    numbers: byQuantity(c, ['min-level', 'min-number', 'max-number'], (quantity) => numberOf(c, quantity)),
    materials: new Map(plainBy(c, ['same-value']).map(([id, rule]) => [id, materialsOf(c, id, rule)])),
    minors: minorsOf(c),
    sets: byQuantity(c, ['set'], (quantity) => setOf(c, quantity)),
    truths: new Map(
      plainBy(c, ['all', 'any', 'assert-refutable', 'own']).map(([id, rule]) => [id, verdictOf(c, id, rule)]),
    ),
    isUniform: false,
  };
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
  if (behaviour === 'replace') return [...stayingLumps(c, object), ...applied];
  const isPiecewise = quantity.rule.kind !== 'conc-mixture';
  if (isPiecewise && (behaviour === 'lose-some' || behaviour === 'select')) {
    const lost = subtract(c.before, c.mass);
    const isFree = c.deed.freeOf.includes(quantity.id);
    return loseFromLumps(c.draw, [...object, ...applied], { lost, isFree, isWhole: behaviour === 'select' });
  }
  const joined = behaviour === 'pool' ? poolLumps(c.draw, ...oldAndNewLumps(c, lumps)) : undefined;
  return (joined ?? changeLumps(c, behaviour, object, applied)).map((lump) => ({
    ...lump,
    mass: multiply(lump.mass, c.factor),
    own: multiply(lump.own, c.factor),
  }));
}

const oldAndNewLumps = (c: Case, lumps: readonly (readonly Lump[])[]) =>
  [
    lumps.filter((_, index) => !c.deed.isApplied[index]),
    lumps.filter((_, index) => c.deed.isApplied[index]),
  ] as const;

/** Whole lumps are taken out; of those that stay it does not matter how large they are, but for their sum. */
function stayingLumps(c: Case, lumps: readonly Lump[]): readonly Lump[] {
  if (isZero(c.deed.removed)) return lumps;
  const whole = sumUp(oldAndNew(c, ({ mass }) => mass)[0]);
  const left = subtract(whole, c.deed.removed);
  if (isZero(left)) return [];
  const some = c.draw.some(
    lumps.filter(({ own }) => !isZero(own)),
    70,
  );
  const kept = some.length === 0 ? lumps : some;
  const factor = divide(left, sumUp(kept.map(({ own }) => own)));
  return kept.map((lump) => ({
    ...lump,
    mass: multiply(lump.mass, factor),
    own: multiply(lump.own, factor),
  }));
}

function changeLumps(
  c: Case,
  behaviour: Behaviour,
  object: readonly Lump[],
  applied: readonly Lump[],
): readonly Lump[] {
  if (behaviour === 'combine') return [...object, ...applied];
  if (behaviour === 'return-same' && c.deed.back?.isSteady === true)
    return !isZero(c.before) && c.draw.chance(50)
      ? blendLumps([...object, ...applied])
      : [...object, ...applied];
  if (behaviour === 'blend') return blendLumps([...object, ...applied]);
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
  if (behaviour === 'lose-some') {
    const drawn = drawNumber(c.draw, quantity.rule);
    return quantity.rule.kind === 'max-number' ? smaller(lowest, drawn) : larger(lowest, drawn);
  }
  if (behaviour !== 'limit' && behaviour !== 'replace') return drawNumber(c.draw, quantity.rule);
  const inside = behaviour === 'replace' ? replacedNumber(c, quantity, parts) : lowest;
  if (quantity.rule.kind === 'min-number') return inside;
  // What the bill says of a joint cannot lift the ceiling that its effect has.
  const stated = [c.deed.levels.get(quantity.id), c.deed.effect.levels.get(quantity.id)].filter(
    (each) => each !== undefined,
  );
  const level = stated.length === 0 ? c.draw.integer(0, steps.length - 1) : Math.min(...stated);
  return smaller(inside, rational(level));
}

/** What was lowest may have gone. */
function replacedNumber(c: Case, { rule }: Quantity, parts: readonly Rational[]): Rational {
  const most = rational(steps.length - 1);
  const raised = (value: Rational): Rational => {
    const higher = add(value, rational(c.draw.integer(0, 3)));
    return rule.kind === 'min-level' ? smaller(higher, most) : higher;
  };
  const left = parts.map((value, index) =>
    isOld(c, index) && !isZero(c.deed.removed) ? raised(value) : value,
  );
  return left.slice(1).reduce(smaller, left[0] ?? zero);
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

/** What is lost or taken out takes anything along; what is not described may bring anything. */
function setOf(c: Case, quantity: Quantity): Held {
  const behaviour = behaviourOf(c.deed, quantity.id, quantity.rule);
  const parts = c.parts.map((part) => part.sets.get(quantity.id) ?? new Set<string>());
  if (behaviour === 'combine') return allHeld(parts);
  if (behaviour === 'return-same') return allHeld([...parts, drawHeld(c.draw, quantity)]);
  if (behaviour === 'lose-some') {
    const isFree = c.deed.freeOf.includes(quantity.id);
    return isFree ? allHeld(parts) : someHeld(c.draw, allHeld(parts));
  }
  if (behaviour !== 'replace') return drawHeld(c.draw, quantity);
  const left = parts.map((held, index) =>
    isOld(c, index) && !isZero(c.deed.removed) ? someHeld(c.draw, held) : held,
  );
  return allHeld(left);
}

function materialsOf(c: Case, id: StatementId, rule: Rule): ReadonlyMap<string, Rational> {
  const behaviour = behaviourOf(c.deed, id, rule);
  if (behaviour === 'replace') return replacedMaterials(c, id);
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

function replacedMaterials(c: Case, id: StatementId): ReadonlyMap<string, Rational> {
  const [old, put] = oldAndNew(c, (part) => [...(part.materials.get(id) ?? [])]);
  const entries = old.flat();
  const left = loseSome(
    c.draw,
    entries.map(([, mass]) => mass),
    c.deed.removed,
  );
  const together = new Map<string, Rational>();
  for (const [name, mass] of [
    ...entries.map(([name], index) => [name, left[index] ?? zero] as const),
    ...put.flat(),
  ])
    together.set(name, add(together.get(name) ?? zero, mass));
  return together;
}

/** What the part has after some of it was taken out, where that could bring a change about. */
const replacedTruths = (c: Case, parts: readonly Verdict[], decisive: boolean): readonly Verdict[] =>
  parts.map((truth, index) =>
    isOld(c, index) && truth === decisive && !isZero(c.deed.removed) ? c.draw.chance(50) : truth,
  );

function verdictOf(c: Case, id: StatementId, rule: Rule): Verdict {
  const behaviour = behaviourOf(c.deed, id, rule);
  const before = c.parts.map((part) => part.truths.get(id) ?? true);
  const parts = behaviour === 'replace' ? replacedTruths(c, before, rule.kind === 'any') : before;
  if (rule.kind === 'own') return c.draw.chance(60);
  if (rule.kind === 'assert-refutable') return necessary(c, behaviour, parts, rule);
  const together =
    rule.kind === 'all' ? parts.every((each) => each === true) : parts.some((each) => each === true);
  if (behaviour === 'combine' || behaviour === 'replace') return together;
  if (behaviour === 'return-same') {
    const back = c.draw.chance(50);
    return rule.kind === 'all' ? together && back : together || back;
  }
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
  if (behaviour !== 'judge' && behaviour !== 'replace') return c.draw.chance(50);
  const { traits } = c.deed.effect;
  if (traits.some((trait) => refutedBy.includes(trait))) return false;
  return inside && !(traits.some((trait) => openedBy.includes(trait)) && c.draw.chance(30));
}
