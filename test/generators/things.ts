// Concrete products: exact amounts of every kind of matter, every article, every joint. A statement is simply true
// or false of one.

import type {
  Catalogue,
  Quantity,
  QuantityId,
  Rule,
  Statement,
  StatementId,
} from '../../src/core/model/catalogue.ts';
import type { Expression } from '../../src/core/model/expression.ts';
import type { MinorRule } from '../../src/core/model/minor-rule.ts';
import type { Interval } from '../../src/core/values/interval.ts';
import {
  add,
  compare,
  divide,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import type { Design } from './catalogues.ts';
import { hasWanted, type Sets } from './sets.ts';

/** Amounts by kind of bit, in the order of the design's kinds. */
export type Amounts = readonly Rational[];

/** An article, a mixture without a shape of its own, or what glue spreads over a joined object. */
export interface Lump {
  readonly kind: 'article' | 'mixture' | 'pool';
  /** What cannot be taken apart whole is one body: whatever is glued to a piece of it is glued to all of it. */
  readonly body: symbol;
  /** The mass over which contents are judged. */
  readonly mass: Rational;
  /** The mass of its own that it brings: all of it, or that of the glue alone. */
  readonly own: Rational;
  /** The content of each substance, as a share of `mass`. */
  readonly contents: readonly Rational[];
}

/** `necessary` of an assertion before its maker has spoken. */
export type Verdict = boolean | 'inapplicable';

export interface Thing {
  readonly mass: Rational;
  readonly matter: Amounts;
  /** By quantity that weighs: how much of each kind was used. */
  readonly uses: ReadonlyMap<QuantityId, Amounts>;
  readonly lumps: ReadonlyMap<QuantityId, readonly Lump[]>;
  readonly numbers: ReadonlyMap<QuantityId, Rational>;
  /** By statement: which materials make up the mass. */
  readonly materials: ReadonlyMap<StatementId, ReadonlyMap<string, Rational>>;
  /** By statement: the masses of the pieces that are not as it says. */
  readonly minors: ReadonlyMap<StatementId, Amounts>;
  /** By quantity: the names that are in it. */
  readonly sets: Sets;
  readonly truths: ReadonlyMap<StatementId, Verdict>;
  readonly isUniform: boolean;
}

export const sumUp = (amounts: Iterable<Rational>): Rational => [...amounts].reduce(add, zero);

/** Whether what is foreign stays within both limits. */
const isMinor = ({ perItem, total }: MinorRule, pieces: Amounts, mass: Rational): boolean =>
  pieces.every((piece) => compare(piece, multiply(perItem, mass)) <= 0) &&
  compare(sumUp(pieces), multiply(total, mass)) <= 0;

/** Amounts times a factor. */
export const times = (amounts: Amounts, factor: Rational): Amounts =>
  amounts.map((each) => multiply(each, factor));

export const addAmounts = (a: Amounts, b: Amounts): Amounts =>
  a.map((each, index) => add(each, b[index] ?? zero));

/** The thing in another amount: everything that grows with the amount does. */
export function scaleThing(thing: Thing, factor: Rational): Thing {
  return {
    ...shrinkThing(thing, factor),
    uses: new Map([...thing.uses].map(([id, amounts]) => [id, times(amounts, factor)])),
  };
}

/** Some of everything alike is taken away; what was used to make it stays used. */
export function shrinkThing(thing: Thing, factor: Rational): Thing {
  const shrink = (lump: Lump): Lump => ({
    ...lump,
    mass: multiply(lump.mass, factor),
    own: multiply(lump.own, factor),
  });
  return {
    ...thing,
    mass: multiply(thing.mass, factor),
    matter: times(thing.matter, factor),
    lumps: new Map([...thing.lumps].map(([id, lumps]) => [id, lumps.map(shrink)])),
    materials: new Map([...thing.materials].map(([id, parts]) => [id, scaleParts(parts, factor)])),
    minors: new Map([...thing.minors].map(([id, pieces]) => [id, times(pieces, factor)])),
  };
}

export const scaleParts = (
  parts: ReadonlyMap<string, Rational>,
  factor: Rational,
): ReadonlyMap<string, Rational> => new Map([...parts].map(([name, mass]) => [name, multiply(mass, factor)]));

/** How much of each kind weighs the share. */
function weightOf(design: Design, { weight }: Extract<Rule, { kind: 'fraction' }>, thing: Thing): Amounts {
  if (weight === 'mass') return thing.matter;
  return thing.uses.get(weight) ?? contained(design, thing, weight);
}

/** The matter that is it, by kind. */
function contained({ kinds }: Design, { matter }: Thing, id: QuantityId): Amounts {
  const bits = kinds.get('mass') ?? [];
  return matter.map((amount, index) => (bits[index]?.get(id) === true ? amount : zero));
}

/** The value of a quantity; undefined where there is none, as of a share of nothing. */
export function figureOf(design: Design, thing: Thing, quantity: Quantity): Rational | undefined {
  const { rule, id } = quantity;
  if (rule.kind === 'fraction') return shareOf(design, thing, id, rule);
  if (rule.kind === 'sum') return sumUp(thing.uses.get(id) ?? []);
  if (rule.kind === 'content') return sumUp(contained(design, thing, id));
  if (rule.kind === 'conc-article' || rule.kind === 'conc-homog') {
    return (thing.lumps.get(id) ?? []).flatMap(({ contents }) => contents).reduce(larger, zero);
  }
  if (rule.kind === 'conc-mixture') {
    const [only, ...more] = thing.lumps.get(id) ?? [];
    if (only?.kind !== 'mixture' || more.length > 0) return undefined;
    return rule.named ? only.contents[0] : only.contents.reduce(larger, zero);
  }
  return thing.numbers.get(id);
}

function shareOf(
  design: Design,
  thing: Thing,
  id: QuantityId,
  rule: Extract<Rule, { kind: 'fraction' }>,
): Rational | undefined {
  const amounts = weightOf(design, rule, thing);
  const whole = sumUp(amounts);
  if (isZero(whole)) return undefined;
  const kinds = design.kinds.get(rule.weight) ?? design.kinds.get('mass') ?? [];
  return divide(sumUp(amounts.filter((_, index) => kinds[index]?.get(id))), whole);
}

const isInside = (value: Rational, range: Interval): boolean => {
  const low = compare(value, range.lo);
  const high = range.hi === undefined ? -1 : compare(value, range.hi);
  return (low > 0 || (low === 0 && !range.loOpen)) && (high < 0 || (high === 0 && !range.hiOpen));
};

/** Whether the statement is true of the thing; undefined where the question has no answer. */
export function truthOf(design: Design, thing: Thing, statement: Statement): boolean | undefined {
  const { meaning, id } = statement;
  if (meaning.kind === 'within') {
    const quantity = design.catalogue.quantities.get(meaning.quantity);
    const value = quantity === undefined ? undefined : figureOf(design, thing, quantity);
    return value === undefined ? undefined : isInside(value, meaning.range);
  }
  if (meaning.kind === 'named')
    return hasWanted(thing.sets.get(meaning.quantity) ?? new Set(), meaning.names);
  if (meaning.kind === 'plain') return plainTruth(thing, id, meaning.rule);
  return composedTruth(design, thing, meaning.expression);
}

function composedTruth(design: Design, thing: Thing, expression: Expression): boolean | undefined {
  const operands = expression.of.map((other) => truthById(design, thing, other));
  if (operands.includes(undefined)) return undefined;
  if (expression.operator === 'unless') {
    const quantity = design.catalogue.quantities.get(expression.quantity);
    const value = quantity === undefined ? undefined : figureOf(design, thing, quantity);
    return value === undefined ? undefined : isInside(value, expression.range) && !operands.includes(true);
  }
  if (expression.operator === 'not') return operands[0] === false;
  return expression.operator === 'all' ? operands.every(Boolean) : operands.some(Boolean);
}

export function truthById(design: Design, thing: Thing, id: StatementId): boolean | undefined {
  const statement = design.catalogue.statements.get(id);
  return statement === undefined ? undefined : truthOf(design, thing, statement);
}

function plainTruth(thing: Thing, id: StatementId, rule: Rule): boolean | undefined {
  if (rule.kind === 'same-value') {
    if (isZero(thing.mass)) return undefined;
    const limit = multiply(thing.mass, subtract(one, rule.tolerance));
    return [...(thing.materials.get(id)?.values() ?? [])].some((mass) => compare(mass, limit) >= 0);
  }
  if (rule.kind === 'all-except-minor')
    return isZero(thing.mass) ? undefined : isMinor(rule, thing.minors.get(id) ?? [], thing.mass);
  const truth = thing.truths.get(id);
  return truth === 'inapplicable' ? undefined : truth;
}

/** The material there is most of. */
export function mainMaterial(thing: Thing, id: StatementId): string | undefined {
  const parts = [...(thing.materials.get(id) ?? [])].filter(([, mass]) => !isZero(mass));
  return parts.reduce<readonly [string, Rational] | undefined>(
    (best, part) => (best === undefined || compare(part[1], best[1]) > 0 ? part : best),
    undefined,
  )?.[0];
}

export const ruleOf = (catalogue: Catalogue, id: StatementId): Rule | undefined => {
  const meaning = catalogue.statements.get(id)?.meaning;
  return meaning?.kind === 'plain' ? meaning.rule : undefined;
};

/** Plain statements with their rules. */
export function plainStatements(catalogue: Catalogue): readonly (readonly [StatementId, Rule])[] {
  return [...catalogue.statements.values()].flatMap((statement) =>
    statement.meaning.kind === 'plain' ? [[statement.id, statement.meaning.rule] as const] : [],
  );
}
