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

/** Names of sheets whose bytes differ from what they are held against, be it for their format alone. */
export function differingSheets(sheets: readonly SheetFacts[]): ReadonlySet<string> {
  const digests = new Map<string, Set<string>>();
  for (const { name, sha256 } of sheets) digests.set(name, (digests.get(name) ?? new Set()).add(sha256));
  const several = [...digests].flatMap(([name, { size }]) => (size > 1 ? [name] : []));
  const relied = sheets
    .flatMap(({ inputs }) => inputs)
    .filter(({ name, sha256 }) => digests.get(name)?.has(sha256) === false);
  return new Set([...several, ...relied.map(({ name }) => name)]);
}

export function* editionConflicts(sheets: readonly SheetFacts[]): Iterable<Finding> {
  const met = new Map<string, SheetFacts>();
  for (const sheet of sheets) {
    const first = met.get(sheet.name);
    if (first === undefined) met.set(sheet.name, sheet);
    else if (first.sha256 !== sheet.sha256 && contentOf(first) !== contentOf(sheet))
      yield conflict(first, sheet);
  }
}

/** In whatever format it lies there. */
const contentOf = ({ sha256, contents }: SheetFacts): string => contents?.[0] ?? sha256;

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
