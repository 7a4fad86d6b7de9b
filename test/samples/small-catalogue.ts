// Catalogues of a few lines, for tests of one rule: shares `a`, `b`, ... with statements about them.

import type { Catalogue, Meaning, Quantity, Rule, Statement } from '../../src/core/model/catalogue.ts';
import type { Constraint } from '../../src/core/model/constraint.ts';
import type { Expression } from '../../src/core/model/expression.ts';
import { anyShare } from '../../src/core/values/interval.ts';
import { one, rational, zero } from '../../src/core/values/rational.ts';
import { rangeOf } from './ranges.ts';

export function quantityOf(id: string, rule: Rule, changes: Partial<Quantity> = {}): Quantity {
  const measure = { kind: 'number', dimension: 'share' } as const;
  return { id, title: id, measure, domain: anyShare, rule, ownTerm: false, ...changes };
}

export const massShare: Rule = { kind: 'fraction', weight: 'mass', custody: 'physical' };

export function statementOf(id: string, meaning: Meaning, changes: Partial<Statement> = {}): Statement {
  return {
    id,
    section: 'all',
    title: id,
    text: id,
    guidance: '',
    level: 'product',
    meaning,
    falseMeans: 'negation',
    cites: false,
    official: [],
    references: [],
    ...changes,
  };
}

export const within = (id: string, quantity: string, range: string): Statement =>
  statementOf(id, { kind: 'within', quantity, range: rangeOf(range) });
export const plain = (id: string, rule: Rule): Statement => statementOf(id, { kind: 'plain', rule });
export const composed = (id: string, expression: Expression): Statement =>
  statementOf(id, { kind: 'expression', expression });

export function catalogueOf(
  quantities: readonly Quantity[],
  statements: readonly Statement[],
  constraints: readonly Constraint[] = [],
): Catalogue {
  return {
    id: 'small',
    version: '1',
    title: 'Small',
    note: '',
    sections: [{ id: 'all', number: 1, title: 'All' }],
    quantities: new Map(quantities.map((each) => [each.id, each])),
    groups: new Map(),
    statements: new Map(statements.map((each) => [each.id, each])),
    constraints,
    effects: new Map(),
    conventions: new Map(),
  };
}

const terms = (...factors: readonly (readonly [quantity: string, factor: number])[]) =>
  factors.map(([quantity, factor]) => ({ quantity, factor: rational(factor) }));

/** c = a + b */
export const total: Constraint = {
  kind: 'total',
  id: 'total',
  terms: terms(['c', 1], ['a', -1], ['b', -1]),
  relation: '=',
  bound: zero,
};
/** a + b + c = 1 */
export const partition: Constraint = {
  kind: 'partition',
  id: 'partition',
  terms: terms(['a', 1], ['b', 1], ['c', 1]),
  relation: '=',
  bound: one,
};
/** a + b <= 1 */
export const atMost: Constraint = {
  kind: 'atMost',
  id: 'atMost',
  terms: terms(['a', 1], ['b', 1]),
  relation: '<=',
  bound: one,
};
/** a <= b */
export const nested: Constraint = {
  kind: 'nested',
  id: 'nested',
  terms: terms(['a', 1], ['b', -1]),
  relation: '<=',
  bound: zero,
};

export function implies(when: string, is: boolean, other: string, otherIs: boolean): Constraint {
  const then = { statement: other, is: otherIs };
  return { kind: 'implies', id: `${when} implies ${other}`, when: { statement: when, is }, then };
}
