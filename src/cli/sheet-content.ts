// What a sheet says, whatever format it lies in: YAML, JSON and CSV of one sheet have one canonical text.

import type { SheetFacts } from '../checks/across/facts.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import { hasErrors } from '../core/text/finding.ts';
import { sha256 } from '../io/sha256.ts';
import { type Desk, loadDocument } from './documents.ts';
import { writeSheet } from './sheet-output.ts';
import type { Target } from './targets.ts';

const formats = ['yaml', 'json', 'csv'] as const;

export const contentOf = (
  sheet: Sheet,
  catalogue: Catalogue,
  format: (typeof formats)[number] = 'yaml',
): string => sha256(new TextEncoder().encode(writeSheet(sheet, catalogue, format)));

/** The digest of the canonical text in each format; none of what cannot be read as it stands. */
export async function contentsAt(desk: Desk, target: Target): Promise<readonly string[]> {
  const aside: Desk = { ...desk, texts: new Map() };
  const { value, findings } = await loadDocument(aside, target);
  if (value?.content.kind !== 'sheet' || hasErrors(findings)) return [];
  const { sheet, catalogue } = value.content;
  return formats.map((format) => contentOf(sheet, catalogue, format));
}

/** Those of that name are read again. */
export async function withContents(
  desk: Desk,
  sheets: readonly SheetFacts[],
  targets: ReadonlyMap<string, Target>,
  names: ReadonlySet<string>,
): Promise<readonly SheetFacts[]> {
  const told: SheetFacts[] = [];
  for (const sheet of sheets) {
    const target = names.has(sheet.name) ? targets.get(sheet.file) : undefined;
    // What came through a pipe is gone.
    const isAtHand = target?.path !== undefined;
    told.push(isAtHand ? { ...sheet, contents: await contentsAt(desk, target) } : sheet);
  }
  return told;
}
