// Statements made of others: what they deny, ask for together, or let veto.

import type { Interval } from '../values/interval.ts';

export type Expression =
  | { readonly operator: 'not'; readonly of: readonly [string] }
  | { readonly operator: 'all' | 'any'; readonly of: readonly string[] }
  | Vetoed;

/** True where the quantity lies in the range and none of the statements is true: each of them is a veto. */
export interface Vetoed {
  readonly operator: 'unless';
  readonly of: readonly string[];
  readonly quantity: string;
  readonly range: Interval;
}

/** The quantities and statements that an expression names. */
export const namedIn = (expression: Expression): readonly string[] =>
  expression.operator === 'unless' ? [expression.quantity, ...expression.of] : expression.of;
