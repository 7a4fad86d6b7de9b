// What falls with an answer that cannot be relied on: the other bands of its group, which say the same again, and the
// figure behind it, which was found by the same rule.

import { figureKey } from '../core/algebra/claims.ts';
import type { Catalogue, Statement } from '../core/model/catalogue.ts';

export function discreditedWith(statement: Statement, catalogue: Catalogue): readonly string[] {
  const group = statement.group === undefined ? undefined : catalogue.groups.get(statement.group);
  const statements = group === undefined ? [statement.id] : group.bands.map((band) => band.statement);
  const { meaning } = statement;
  return 'quantity' in meaning ? [...statements, figureKey(meaning.quantity)] : statements;
}
