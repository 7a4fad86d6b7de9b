// A random catalogue while it is being made.

import type { Group, Quantity, QuantityId, Statement, StatementId } from '../../src/core/model/catalogue.ts';
import type { Constraint } from '../../src/core/model/constraint.ts';
import type { Ladder } from './ladders.ts';

export interface CatalogueWish {
  /** Plain cases only, in which the engine has no excuse for knowing less than the reference. */
  readonly tame: boolean;
}

export interface Draft {
  readonly quantities: Map<QuantityId, Quantity>;
  readonly groups: Map<QuantityId, Group>;
  readonly statements: Map<StatementId, Statement>;
  readonly constraints: Constraint[];
  readonly ladders: Map<QuantityId, Ladder>;
}

export function addStatement(
  draft: Draft,
  statement: Pick<Statement, 'id' | 'meaning'> & Partial<Statement>,
): void {
  draft.statements.set(statement.id, {
    section: 'all',
    title: statement.id,
    text: statement.id,
    guidance: '',
    level: 'product',
    falseMeans: 'negation',
    cites: false,
    official: [],
    references: [],
    ...statement,
  });
}
