// What it means: two sheets carry one id and revision, and their contents differ.
// Why it matters: an id with a revision stands for one content; who relies on one cannot know of the other.
// Instead: give the changed sheet a new revision.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { SheetFacts } from './facts.ts';

/** Each content once: copies of a file say nothing new, wherever they lie. */
export function distinctSheets(sheets: readonly SheetFacts[]): readonly SheetFacts[] {
  const met = new Map<string, SheetFacts>();
  for (const sheet of sheets) {
    const key = `${sheet.name} ${sheet.sha256}`;
    if (!met.has(key)) met.set(key, sheet);
  }
  return [...met.values()];
}

export function* editionConflicts(sheets: readonly SheetFacts[]): Iterable<Finding> {
  const met = new Map<string, SheetFacts>();
  for (const sheet of sheets) {
    const first = met.get(sheet.name);
    if (first === undefined) met.set(sheet.name, sheet);
    else if (first.sha256 !== sheet.sha256) yield conflict(first, sheet);
  }
}

const conflict = (first: SheetFacts, { at, name, file }: SheetFacts): Finding =>
  finding(
    'sheet/edition-conflict',
    `\`${first.file}\` carries the same id and revision, \`${name}\`, and other content`,
    {
      at,
      related: [{ at: first.at, label: 'the other content' }],
      help: ['give the changed sheet a new revision, or remove the copy that its maker does not stand for'],
      data: { sheet: name, files: [first.file, file] },
    },
  );
