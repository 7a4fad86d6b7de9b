// The conventions that a bill adopts, by their names in the catalogue.

import { type Catalogue, catalogueName } from '../../core/model/catalogue.ts';
import type { Answer } from '../../core/model/sheet.ts';
import { finding } from '../../core/text/finding.ts';
import { didYouMean, oneOf, suggest } from '../../core/text/suggest.ts';
import type { Node } from '../tree.ts';
import { namedItems, type Report } from './fields.ts';

/** Those that the catalogue has, each once; undefined where the bill adopts none. */
export function readAdopted(
  node: Node | undefined,
  catalogue: Catalogue,
  report: Report,
): readonly string[] | undefined {
  const { conventions } = catalogue;
  const adopted = new Set<string>();
  for (const { text, at } of namedItems(node)) {
    if (conventions.has(text)) adopted.add(text);
    else
      report(
        finding(
          'bill/unknown-convention',
          `convention \`${text}\` is not in catalogue \`${catalogueName(catalogue)}\``,
          {
            at,
            label: 'not a known convention',
            help: [didYouMean(text, conventions.keys()) ?? knownConventions(catalogue)],
            data: { convention: text, near: [...suggest(text, conventions.keys())] },
          },
        ),
      );
  }
  return adopted.size === 0 ? undefined : [...adopted];
}

const knownConventions = ({ conventions }: Catalogue): string =>
  conventions.size === 0
    ? 'the catalogue has no conventions: leave it out'
    : `there is ${oneOf(conventions.keys())}`;

/** What a maker knows of the own product is the maker's word; only a merge finds what holds by a convention. */
export function refuseConventional(answers: ReadonlyMap<string, Answer>, report: Report): void {
  const told = new Set<number>();
  for (const { basis, conventions, statement, at, valueAt } of answers.values()) {
    const isMarked = basis === 'convention' || conventions !== undefined;
    if (!isMarked || told.has(at.start.offset)) continue;
    told.add(at.start.offset);
    report(
      finding('read/wrong-value', `\`${statement}\` cannot rest on a convention in a bill`, {
        at: valueAt,
        help: [
          'leave the answer out and adopt the convention under `conventions`: the merge marks what rests on it',
        ],
        data: { statement },
      }),
    );
  }
}
