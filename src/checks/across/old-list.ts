// What it means: answers rely on an older edition of a list than was asked for.
// Why it matters: lists of substances grow; an older edition says nothing of what was added.
// Instead: ask for answers against the newer edition.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { ReliedList, SheetFacts } from './facts.ts';
import { groupedBy } from './grouped.ts';
import { compareVersions, editionName, type ListEdition } from './list-editions.ts';

/** One finding for each sheet and edition. */
export function* oldLists(
  sheets: readonly SheetFacts[],
  policy: ReadonlyMap<string, ListEdition>,
): Iterable<Finding> {
  for (const sheet of sheets) {
    const old = sheet.lists.filter(({ edition }) => {
      const least = policy.get(edition.id);
      return least !== undefined && compareVersions(edition.version, least.version) < 0;
    });
    for (const [edition, answers] of groupedBy(old, ({ edition }) => editionName(edition))) {
      const [first] = answers;
      const least = first === undefined ? undefined : policy.get(first.edition.id);
      if (first !== undefined && least !== undefined)
        yield describe(sheet, edition, editionName(least), [first, ...answers.slice(1)]);
    }
  }
}

function describe(
  sheet: SheetFacts,
  edition: string,
  least: string,
  answers: readonly [ReliedList, ...ReliedList[]],
): Finding {
  const [{ at, isNamed }] = answers;
  const others = answers.length - 1;
  const who =
    others === 0
      ? `the ${isNamed ? 'answer' : 'statement'} relies`
      : `the answer and ${others} more of the sheet rely`;
  return finding('sheet/old-list', `${who} on \`${edition}\`, which is older than \`${least}\``, {
    at,
    help: [`ask \`${sheet.maker.name}\` for answers against \`${least}\``],
    data: {
      sheet: sheet.name,
      found: edition,
      expected: least,
      statements: answers.map(({ statement }) => statement),
    },
  });
}
