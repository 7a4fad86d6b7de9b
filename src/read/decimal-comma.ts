// Amounts written with a decimal comma inside brackets: `{ mass: 1,5 kg }` is a mass of `1` and a key `5 kg`.

import { type Finding, finding } from '../core/text/finding.ts';
import type { Entry, Node } from './tree.ts';

export interface DecimalComma {
  readonly map: Node;
  /** The entry that is no entry of its own. */
  readonly entry: Entry;
  readonly finding: Finding;
}

export function findDecimalCommas(tree: Node): readonly DecimalComma[] {
  const found: DecimalComma[] = [];
  const pending: Node[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'scalar') continue;
    if (node.kind === 'list') pending.push(...node.items);
    else {
      found.push(...commasIn(node, node.entries));
      pending.push(...node.entries.map(({ value }) => value));
    }
  }
  return found.sort((a, b) => a.entry.keyAt.start.offset - b.entry.keyAt.start.offset);
}

const WHOLE = /(?:^|\.\.\s*)-?\d+$/;
const DECIMALS_AND_UNIT = /^\d+\s*[^\d\s,:][^,:]*$/;

function commasIn(map: Node, entries: readonly Entry[]): readonly DecimalComma[] {
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    if (before?.value.kind !== 'scalar' || !isBare(entry)) return [];
    if (!WHOLE.test(before.value.text) || !DECIMALS_AND_UNIT.test(entry.key)) return [];
    const written = `${before.value.text},${entry.key}`;
    const amount = `${before.value.text}.${entry.key}`;
    const found = finding(
      'read/unknown-key',
      `\`${before.key}\` is \`${written}\`, cut in two at its comma`,
      {
        at: { ...before.value.at, end: entry.keyAt.end },
        help: [`a decimal comma? write \`${amount}\``],
        data: { key: entry.key, found: written },
      },
    );
    return [{ map, entry, finding: found }];
  });
}

const isBare = ({ value }: Entry): boolean => value.kind === 'scalar' && value.type === 'null';
