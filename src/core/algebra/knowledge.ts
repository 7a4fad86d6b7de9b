// What is known of one product: the possible values of every quantity and the truth of every plain statement.
// A name that is missing is simply not known. Statements are read off it as predicates, never stored twice.

import {
  type Catalogue,
  type QuantityId,
  type Statement,
  type StatementId,
  vocabularyIn,
} from '../model/catalogue.ts';
import type { Expression } from '../model/expression.ts';
import { anyNames, hasSome, type NameSet } from '../values/name-set.ts';
import { liesIn, type Region, regionOf } from '../values/region.ts';
import { and, not, or, type Truth } from '../values/truth.ts';

export interface Knowledge {
  readonly regions: ReadonlyMap<QuantityId, Region>;
  /** Plain statements, and answers to composed statements that their parts do not give back. */
  readonly truths: ReadonlyMap<StatementId, Truth>;
  readonly names: ReadonlyMap<QuantityId, string>;
  readonly sets: ReadonlyMap<QuantityId, NameSet>;
  readonly inapplicable: ReadonlySet<StatementId>;
}

export const nothingKnown: Knowledge = {
  regions: new Map(),
  truths: new Map(),
  names: new Map(),
  sets: new Map(),
  inapplicable: new Set(),
};

/** Every value the quantity may still have. */
export function regionIn(knowledge: Knowledge, catalogue: Catalogue, id: QuantityId): Region {
  const known = knowledge.regions.get(id);
  if (known !== undefined) return known;
  const quantity = catalogue.quantities.get(id);
  return quantity === undefined ? [] : regionOf(quantity.domain);
}

/** What is known of a set of names. */
export function setIn(knowledge: Pick<Knowledge, 'sets'>, catalogue: Catalogue, id: QuantityId): NameSet {
  return knowledge.sets.get(id) ?? anyNames(vocabularyIn(catalogue, id));
}

/** Whether the statement holds in every, in no, or in some product that fits what is known. */
export function truthIn(knowledge: Knowledge, catalogue: Catalogue, id: StatementId): Truth {
  const statement = catalogue.statements.get(id);
  return statement === undefined ? 'unknown' : truthOfStatement(knowledge, catalogue, statement);
}

function truthOfStatement(knowledge: Knowledge, catalogue: Catalogue, statement: Statement): Truth {
  const { meaning } = statement;
  const told = knowledge.truths.get(statement.id) ?? 'unknown';
  if (meaning.kind === 'plain') return told;
  if (meaning.kind === 'within') {
    return liesIn(regionIn(knowledge, catalogue, meaning.quantity), meaning.range);
  }
  if (meaning.kind === 'named') {
    const { quantity, names } = meaning;
    return hasSome(setIn(knowledge, catalogue, quantity), names, vocabularyIn(catalogue, quantity));
  }
  const composed = truthOfExpression(knowledge, catalogue, meaning.expression);
  return composed === 'unknown' ? told : composed;
}

function truthOfExpression(knowledge: Knowledge, catalogue: Catalogue, expression: Expression): Truth {
  const parts = expression.of.map((id) => truthIn(knowledge, catalogue, id));
  if (expression.operator === 'all') return and(parts);
  if (expression.operator === 'unless')
    return and([
      liesIn(regionIn(knowledge, catalogue, expression.quantity), expression.range),
      not(or(parts)),
    ]);
  return expression.operator === 'any' ? or(parts) : not(parts[0] ?? 'unknown');
}
