// The oldest editions of lists that are good enough, as the user names them: `<id>/<version>`, once for each list.

import { editionName, type ListEdition, listEdition } from '../checks/across/list-editions.ts';

export type ListPolicy =
  | { readonly lists: ReadonlyMap<string, ListEdition> }
  | { readonly refusal: string; readonly help: string };

export function listPolicy(named: readonly string[]): ListPolicy {
  const lists = new Map<string, ListEdition>();
  for (const text of named) {
    const edition = listEdition(text);
    if (edition === undefined)
      return {
        refusal: `\`${text}\` is not an edition of a list`,
        help: 'write it as `--list reach-candidate/2026-01`',
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
