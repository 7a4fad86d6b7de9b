// Which answer to a statement about a list says that nothing on the list is there. Lists grow, so only that answer
// depends on their edition: what is on an older list is on the newer one too.

import { isZero } from '../values/rational.ts';
import type { Catalogue, Statement } from './catalogue.ts';
import type { AnswerValue } from './sheet.ts';

/** Whether an answer says anything of the product: what says nothing relies on no edition. */
export const saysSomething = ({ falseMeans }: Statement, value: AnswerValue): boolean =>
  value === 'true' || (value === 'false' && falseMeans === 'negation');

/** Undefined for statements about no list, and where the rule does not tell which answer it is. */
export function absenceOf(statement: Statement, catalogue: Catalogue): 'true' | 'false' | undefined {
  if (statement.list === undefined) return undefined;
  const absence = directionOf(statement, catalogue);
  // Where FALSE only means that nothing is claimed, it claims no absence either.
  return absence === 'false' && statement.falseMeans === 'not-claimed' ? undefined : absence;
}

function directionOf({ meaning }: Statement, catalogue: Catalogue): 'true' | 'false' | undefined {
  if (meaning.kind === 'within') {
    const { lo, loOpen } = meaning.range;
    return isZero(lo) && !loOpen ? 'true' : 'false';
  }
  if (meaning.kind === 'plain') {
    if (meaning.rule.kind === 'any') return 'false';
    return meaning.rule.kind === 'all' ? 'true' : undefined;
  }
  if (meaning.kind === 'named') return 'false';
  const [first] = meaning.expression.of;
  const negated = first === undefined ? undefined : catalogue.statements.get(first);
  if (meaning.expression.operator !== 'not' || negated === undefined) return undefined;
  const absence = directionOf(negated, catalogue);
  if (absence === undefined) return undefined;
  return absence === 'true' ? 'false' : 'true';
}
