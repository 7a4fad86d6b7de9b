// The oldest editions of lists that are good enough, as the user names them: `<id>/<version>`, once for each list.

import type { AnswerFacts } from '../checks/across/facts.ts';
import { editionName, type ListEdition, listEdition } from '../checks/across/list-editions.ts';
import { inOrder } from '../core/text/order.ts';
import { didYouMean } from '../core/text/suggest.ts';
import type { Catalogues } from './catalogues.ts';

interface Refusal {
  readonly refusal: string;
  readonly help: string;
}

export type ListPolicy = { readonly lists: ReadonlyMap<string, ListEdition> } | Refusal;

export function listPolicy(named: readonly string[]): ListPolicy {
  const lists = new Map<string, ListEdition>();
  for (const text of named) {
    const edition = listEdition(text);
    if (edition === undefined)
      return {
        refusal: `\`${text}\` is not an edition of a list`,
        help: 'write it as `--list reach-candidate/2026-01`',
      };
    if (!isPossible(edition))
      return {
        refusal: `\`${text}\` names no month: \`${edition.version}\``,
        help: 'write the year and the month as `2026-01`',
      };
    const other = lists.get(edition.id);
    if (other !== undefined && other.version !== edition.version)
      return {
        refusal: `\`--list\` names two editions of one list, \`${editionName(other)}\` and \`${text}\``,
        help: 'name the older one: newer ones are good enough then as well',
      };
    lists.set(edition.id, edition);
  }
  return { lists };
}

/** What reads like a year and a month must be one. */
function isPossible({ version }: ListEdition): boolean {
  const [, month] = /^(?:19|20|21)\d\d-(\d\d?)$/.exec(version) ?? [];
  return month === undefined || (Number(month) >= 1 && Number(month) <= 12);
}

/** Why the first of the lists that nothing at hand names cannot be meant: the policy would never hold of anything. */
export function unknownList(
  { lists }: { readonly lists: ReadonlyMap<string, ListEdition> },
  catalogues: Pick<Catalogues, 'find' | 'names'>,
  answered: readonly Pick<AnswerFacts, 'lists'>[],
): Refusal | undefined {
  const named = new Set(
    catalogues
      .names()
      .flatMap((name) =>
        [...(catalogues.find(name)?.statements.values() ?? [])].flatMap(({ list }) => list?.id ?? []),
      ),
  );
  const reliedOn = new Set(answered.flatMap((each) => each.lists.map(({ edition }) => edition.id)));
  const unknown = [...lists.keys()].find((id) => !named.has(id) && !reliedOn.has(id));
  if (unknown === undefined) return undefined;
  return {
    refusal: `no statement and no answer at hand names the list \`${unknown}\``,
    help:
      didYouMean(unknown, named) ??
      `the catalogues name ${inOrder(named)
        .map((id) => `\`${id}\``)
        .join(', ')}`,
  };
}
