// What ties statements of a random catalogue together: expressions, implications and exclusions.

import type { StatementId } from '../../src/core/model/catalogue.ts';
import { addStatement, type CatalogueWish, type Draft } from './drafts.ts';
import type { Draw } from './draw.ts';
import { thresholdFrom } from './ladders.ts';

/** What ties several statements together is left out of plain cases: the engine does not see what excludes what. */
export function addExpressions(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const ids = [...draft.statements.keys()];
  for (const operator of draw.some(wish.tame ? [] : (['all', 'any'] as const), 40)) {
    const of = draw.shuffle(ids).slice(0, 2);
    addStatement(draft, {
      id: `both-${operator}`,
      meaning: { kind: 'expression', expression: { operator, of } },
    });
  }
  const shares = wish.tame || !draw.chance(40) ? [] : [...draft.ladders];
  for (const [quantity, ladder] of shares.slice(0, 1)) {
    const of = draw.shuffle(ids).slice(0, draw.integer(1, 2));
    const range = thresholdFrom(draw, ladder);
    addStatement(draft, {
      id: 'vetoed',
      meaning: { kind: 'expression', expression: { operator: 'unless', of, quantity, range } },
    });
  }
  if (draw.chance(25)) {
    const of = [draw.pick(ids)] as const;
    addStatement(draft, {
      id: 'opposite',
      meaning: { kind: 'expression', expression: { operator: 'not', of } },
    });
  }
}

/** An implication or an exclusion out of a statement that the maker alone decides, so that every product can keep it. */
export function addImplications(draw: Draw, draft: Draft): void {
  const owned = ['take-back', 'closed-loop'].filter((id) => draft.statements.has(id));
  for (const id of draw.some(owned, 40)) {
    const others = [...draft.statements.keys()].filter(
      (other) => !owned.slice(owned.indexOf(id)).includes(other) && !speaksOf(draft, other, owned),
    );
    const then = { statement: draw.pick(others), is: draw.chance(60) };
    const when = { statement: id, is: true };
    const other = { statement: draw.pick(others), is: draw.chance(60) };
    if (draw.chance(40) && other.statement !== then.statement)
      draft.constraints.push({ kind: 'never', id: `never ${id}`, all: [when, other, then] });
    else draft.constraints.push({ kind: 'implies', id: `implies ${id}`, when, then });
  }
}

function speaksOf(draft: Draft, id: StatementId, owned: readonly StatementId[]): boolean {
  const meaning = draft.statements.get(id)?.meaning;
  if (meaning?.kind !== 'expression') return false;
  return meaning.expression.of.some((other) => owned.includes(other) || speaksOf(draft, other, owned));
}
