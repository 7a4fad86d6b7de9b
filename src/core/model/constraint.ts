// What must hold inside one sheet, whatever the product: linear facts about its figures, and answers that are never given
// together.

import type { Rational } from '../values/rational.ts';
import type { QuantityId, StatementId } from './catalogue.ts';

/** A linear fact about every product: sum of factor * quantity, compared with a bound. */
export interface LinearConstraint {
  readonly kind: 'partition' | 'atMost' | 'total' | 'nested';
  readonly id: string;
  readonly terms: readonly { readonly quantity: QuantityId; readonly factor: Rational }[];
  readonly relation: '=' | '<=';
  readonly bound: Rational;
  /** Why it is so of every product, in a sentence of its own. */
  readonly because?: string;
}

/** A statement with a value. */
export interface Literal {
  readonly statement: StatementId;
  readonly is: boolean;
}

export interface Implication {
  readonly kind: 'implies';
  readonly id: string;
  readonly when: Literal;
  readonly then: Literal;
  readonly because?: string;
}

/** What is never so all at once. */
export interface Exclusion {
  readonly kind: 'never';
  readonly id: string;
  readonly all: readonly Literal[];
  readonly because?: string;
}

export type LogicalConstraint = Implication | Exclusion;

export type Constraint = LinearConstraint | LogicalConstraint;

export const isLogical = (constraint: Constraint): constraint is LogicalConstraint =>
  constraint.kind === 'implies' || constraint.kind === 'never';

/** The one form of both: what the constraint says cannot hold all at once. */
export const excludedBy = (constraint: LogicalConstraint): readonly Literal[] =>
  constraint.kind === 'never'
    ? constraint.all
    : [constraint.when, { statement: constraint.then.statement, is: !constraint.then.is }];
