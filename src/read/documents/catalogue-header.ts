// How a statement is tied to the header of the sheet that answers it, checked against what it is said of.

import type { Meaning } from '../../core/model/catalogue.ts';
import {
  type HeaderLink,
  type HeaderPath,
  headerPaths,
  isHeaderPath,
  isUnder,
} from '../../core/model/header-link.ts';
import { identifierKinds } from '../../core/values/identifiers-schemes.ts';
import { type Node, valueAt } from '../tree.ts';
import { reportBadRule, reportUnknown } from './catalogue-names.ts';
import { namedItems, type Report } from './fields.ts';

export function readHeaderLink(
  node: Node | undefined,
  id: string,
  meaning: Meaning,
  report: Report,
): HeaderLink | undefined {
  if (node === undefined) return undefined;
  if (meaning.kind !== 'plain' || meaning.rule.kind !== 'own') {
    const message = `no header tells whether \`${id}\` holds: it follows from inputs or other entries`;
    reportBadRule(message, 'remove `header`, or use `rule: { kind: own }`', node.at, report);
    return undefined;
  }
  const link: HeaderLink = {
    shownBy: readPaths(node, 'shownBy', report),
    needs: readPaths(node, 'needs', report),
  };
  const torn = link.shownBy.find((path) => !isEnough(path, link.needs));
  if (torn !== undefined) {
    const message = `\`${torn}\` shows that \`${id}\` holds, and is not among what it needs`;
    reportBadRule(message, `add \`${torn}\` to \`needs\`, or take it out of \`shownBy\``, node.at, report);
    return undefined;
  }
  return link.shownBy.length === 0 && link.needs.length === 0 ? undefined : link;
}

const isEnough = (path: HeaderPath, needs: readonly HeaderPath[]): boolean =>
  needs.length === 0 || needs.some((outer) => isUnder(path, outer));

const known: readonly HeaderPath[] = [
  ...headerPaths,
  ...['product', 'maker'].flatMap((holder) => identifierKinds.map((kind) => `${holder}.ids.${kind}`)),
];

function readPaths(node: Node, key: string, report: Report): readonly HeaderPath[] {
  return namedItems(valueAt(node, key)).flatMap(({ text, at }) => {
    if (isHeaderPath(text)) return [text];
    reportUnknown(text, 'place in the header of a sheet', known, at, report);
    return [];
  });
}
