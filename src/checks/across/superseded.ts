// What it means: a newer revision of the sheet is at hand.
// Why it matters: what the older one says may no longer be so, and it is easily taken for the current one.
// Instead: rely on the newest, and keep older ones apart.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { SheetFacts } from './facts.ts';

/** By id, the first sheet met with the highest revision. */
export function newestSheets(sheets: readonly SheetFacts[]): ReadonlyMap<string, SheetFacts> {
  const newest = new Map<string, SheetFacts>();
  for (const sheet of sheets) {
    const known = newest.get(sheet.id);
    if (known === undefined || sheet.revision > known.revision) newest.set(sheet.id, sheet);
  }
  return newest;
}

export function* supersededSheets(
  sheets: readonly SheetFacts[],
  newest: ReadonlyMap<string, SheetFacts>,
): Iterable<Finding> {
  const told = new Set<string>();
  for (const { id, name, revision, at, file } of sheets) {
    const newer = newest.get(id);
    if (newer === undefined || newer.revision === revision || told.has(name)) continue;
    told.add(name);
    yield finding(
      'sheet/superseded',
      `\`${newer.file}\` is a newer revision, ${newer.revision}, of this sheet`,
      {
        at,
        label: `revision ${revision}`,
        related: [{ at: newer.at, label: 'the newer one' }],
        help: [`rely on \`${newer.name}\`, and keep the older one out of the folder that is checked`],
        data: { sheet: name, newer: newer.name, files: [file, newer.file] },
      },
    );
  }
}
