// What it means: answers rely on an older edition of a list than was asked for.
// Why it matters: lists of substances grow; an older edition says nothing of what was added.
// Instead: ask for answers against the newer edition.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { AnswerFacts, ReliedList } from './facts.ts';
import { groupedBy } from './grouped.ts';
import { compareVersions, editionName, type ListEdition } from './list-editions.ts';

/** One finding for each sheet or bill and edition. */
export function* oldLists(
  all: readonly AnswerFacts[],
  policy: ReadonlyMap<string, ListEdition>,
): Iterable<Finding> {
  for (const each of all) {
    const old = each.lists.filter(({ edition }) => {
      const least = policy.get(edition.id);
      return least !== undefined && compareVersions(edition.version, least.version) < 0;
    });
    for (const [edition, answers] of groupedBy(old, ({ edition }) => editionName(edition))) {
      const [first] = answers;
      const least = first === undefined ? undefined : policy.get(first.edition.id);
      if (first !== undefined && least !== undefined)
        yield describe(each, edition, editionName(least), [first, ...answers.slice(1)]);
    }
  }
}

function describe(
  { isBill, maker, name }: AnswerFacts,
  edition: string,
  least: string,
  answers: readonly [ReliedList, ...ReliedList[]],
): Finding {
  const [{ at, isNamed }] = answers;
  const others = answers.length - 1;
  const who =
    others === 0
      ? `the ${isNamed ? 'answer' : 'statement'} relies`
      : `the answer and ${others} more of the ${isBill ? 'bill' : 'sheet'} rely`;
  return finding('sheet/old-list', `${who} on \`${edition}\`, which is older than \`${least}\``, {
    at,
    help: [
      isBill
        ? `check the product against \`${least}\`, and answer anew`
        : `ask \`${maker.name}\` for answers against \`${least}\``,
    ],
    data: {
      sheet: name,
      found: edition,
      expected: least,
      statements: answers.map(({ statement }) => statement),
    },
  });
}
