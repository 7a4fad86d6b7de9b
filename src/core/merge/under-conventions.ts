// The merge once more under the conventions that its bill adopts. What is decided without them stays as it is; only what
// they alone decide is taken from here, and marked.

import type { Subject } from '../algebra/kind.ts';
import { truthIn } from '../algebra/knowledge.ts';
import type { Bill } from '../model/bill.ts';
import type { Catalogue, Statement } from '../model/catalogue.ts';
import type { Convention } from '../model/convention.ts';
import { type Case, type Evaluation, evaluate } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import { type Published, publishAnswer } from './publish.ts';
import { settledCase } from './settled.ts';
import { searchWitnesses, type WitnessSearch } from './witness.ts';

export interface Seen {
  readonly c: Case;
  readonly evaluation: Evaluation;
  readonly witnesses: WitnessSearch;
}

/** The conventions of the bill in the order of the catalogue; those that it does not know are told by the plan. */
export const adoptedBy = ({ conventions = [] }: Bill, catalogue: Catalogue): readonly Convention[] =>
  [...catalogue.conventions.values()].filter(({ id }) => conventions.includes(id));

/** Undefined where the conventions add nothing, or where something is wrong already without them. */
export function seeUnderConventions(
  bill: Bill,
  { c, evaluation }: Pick<Seen, 'c' | 'evaluation'>,
  subjects: readonly Subject[],
): Seen | undefined {
  if (evaluation.conflict !== undefined) return undefined;
  const settled = settledCase(c, adoptedBy(bill, c.catalogue));
  if (settled === undefined) return undefined;
  return {
    c: settled,
    evaluation: evaluate(settled, subjects),
    witnesses: searchWitnesses(settled, subjects, bill),
  };
}

/** Whether the statement is open without the conventions and decided with them. */
export function isUpToConventions(
  bill: Bill,
  { c, evaluation }: Pick<Seen, 'c' | 'evaluation'>,
  agreed: Seen,
  statement: Statement,
): boolean {
  if (agreed.evaluation.conflict !== undefined || evaluation.refuted.includes(statement.id)) return false;
  return (
    publishAnswer(bill, c, evaluation, statement).value === 'unknown' &&
    truthIn(agreed.evaluation.knowledge, c.catalogue, statement.id) !== 'unknown'
  );
}

/** Marked with the conventions among its grounds. */
export function markedBy(
  published: Published,
  grounds: readonly Ground[],
  adopted: readonly Convention[],
): Published {
  const named = new Set(
    grounds.flatMap((ground) => (ground.kind === 'convention' ? ground.conventions : [])),
  );
  const ids = adopted.map(({ id }) => id);
  const used = ids.filter((id) => named.has(id));
  return { value: published.value, basis: 'convention', conventions: used.length > 0 ? used : ids };
}
