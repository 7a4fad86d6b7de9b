// The sheets in a folder tree by their ids, looked up only when a bill names an input by id.

import { compareNames } from '../core/text/order.ts';
import type { Span } from '../core/text/span.ts';
import { joinPath, resolvePath } from '../io/paths.ts';
import { sha256 } from '../io/sha256.ts';
import { valueAt } from '../read/tree.ts';
import { type Desk, openDocument, parseDocument } from './documents.ts';
import { shownPath } from './references.ts';
import type { Target } from './targets.ts';

export interface SheetIndex {
  /** The sheets of that id with the highest revision: one for each content. */
  readonly find: (id: string) => Promise<readonly IndexedSheet[]>;
  readonly ids: () => Promise<readonly string[]>;
}

export interface IndexedSheet {
  readonly target: Target;
  readonly revision: number;
  readonly sha256: string;
  /** Where the sheet states its id. */
  readonly at: Span;
}

export const MOST_FILES = 10_000;
const SHEET_NAME = /\.(ya?ml|json|csv)$/i;

/** `without`: a folder in it whose sheets do not count. */
export function indexSheets(desk: Desk, folder: string, without?: string): SheetIndex {
  let entries: Promise<ReadonlyMap<string, readonly IndexedSheet[]>> | undefined;
  const all = (): Promise<ReadonlyMap<string, readonly IndexedSheet[]>> => {
    entries ??= readEntries(desk, folder, without);
    return entries;
  };
  return {
    find: async (id) => {
      const found = await distinctContents(desk, (await all()).get(id) ?? []);
      // Where there is a choice it is shown, and that takes the texts.
      if (found.length > 1) for (const { target } of found) await openDocument(desk, target);
      return found;
    },
    ids: async () => [...(await all()).keys()],
  };
}

/** Of copies in several formats the one whose path comes first. */
async function distinctContents(
  desk: Desk,
  sheets: readonly IndexedSheet[],
): Promise<readonly IndexedSheet[]> {
  if (sheets.length < 2) return sheets;
  // What writes sheets is loaded only where there are several: it would slow every start.
  const { contentsAt } = await import('./sheet-content.ts');
  const byContent = new Map<string, IndexedSheet>();
  for (const sheet of [...sheets].sort((a, b) => compareNames(a.target.name, b.target.name))) {
    const [content = sheet.sha256] = await contentsAt(desk, sheet.target);
    if (!byContent.has(content)) byContent.set(content, sheet);
  }
  return [...byContent.values()];
}

async function readEntries(
  desk: Desk,
  folder: string,
  without: string | undefined,
): Promise<ReadonlyMap<string, readonly IndexedSheet[]>> {
  const entries = new Map<string, readonly IndexedSheet[]>();
  // Sheets that are only looked through must not fill the desk with their texts.
  const aside: Desk = { ...desk, texts: new Map() };
  for (const path of sheetFiles(desk, folder, without)) {
    const target: Target = { name: shownPath(desk.context, path), path, met: true };
    const found = await identify(aside, target);
    aside.texts.clear();
    if (found !== undefined) entries.set(found.id, withSheet(entries.get(found.id) ?? [], found.sheet));
  }
  return entries;
}

/**
 * What a sheet calls itself, however much is wrong with the rest of it: a newer edition that is broken must be told,
 * not passed over for an older one.
 */
async function identify(
  desk: Desk,
  target: Target,
): Promise<{ readonly id: string; readonly sheet: IndexedSheet } | undefined> {
  const opened = await openDocument(desk, target);
  if (opened.value === undefined || !opened.value.source.text.includes('sheet/1')) return undefined;
  const { value } = await parseDocument(desk, opened.value);
  const id = valueAt(value?.tree, 'id');
  const revision = valueAt(value?.tree, 'revision');
  if (value?.kind !== 'sheet' || id?.kind !== 'scalar') return undefined;
  const stated = revision?.kind === 'scalar' ? Number(revision.text) : Number.NaN;
  return {
    id: id.text,
    sheet: {
      target,
      // A revision that cannot be read may be the newest.
      revision: Number.isFinite(stated) ? stated : Number.POSITIVE_INFINITY,
      sha256: sha256(value.bytes),
      at: id.at,
    },
  };
}

function withSheet(known: readonly IndexedSheet[], sheet: IndexedSheet): readonly IndexedSheet[] {
  const highest = known[0]?.revision ?? sheet.revision;
  if (sheet.revision > highest) return [sheet];
  const isCopy = known.some((each) => each.sha256 === sheet.sha256);
  return sheet.revision < highest || isCopy ? known : [...known, sheet];
}

function sheetFiles(
  desk: Desk,
  folder: string,
  without: string | undefined,
  files: string[] = [],
): readonly string[] {
  if (folder === without) return files;
  const listed = desk.context.files.list(folder);
  for (const entry of listed.ok ? listed.value : []) {
    if (files.length >= MOST_FILES) break;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = resolvePath(folder, joinPath('.', entry.name));
    if (entry.kind === 'folder') sheetFiles(desk, path, without, files);
    else if (entry.kind === 'file' && SHEET_NAME.test(entry.name)) files.push(path);
  }
  return files;
}
