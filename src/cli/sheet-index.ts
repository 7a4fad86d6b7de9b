// The sheets in a folder tree by their ids, looked up only when a bill names an input by id.

import { joinPath, resolvePath } from '../io/paths.ts';
import { type Desk, loadDocument, openDocument } from './documents.ts';
import { shownPath } from './references.ts';
import type { Target } from './targets.ts';

export interface SheetIndex {
  /** The sheet of that id with the highest revision. */
  readonly find: (id: string) => Promise<Target | undefined>;
  readonly ids: () => Promise<readonly string[]>;
}

interface Entry {
  readonly target: Target;
  readonly revision: number;
}

export const MOST_FILES = 10_000;
const SHEET_NAME = /\.(ya?ml|json|csv)$/i;

export function indexSheets(desk: Desk, folder: string): SheetIndex {
  let entries: Promise<ReadonlyMap<string, Entry>> | undefined;
  const all = (): Promise<ReadonlyMap<string, Entry>> => {
    entries ??= readEntries(desk, folder);
    return entries;
  };
  return {
    find: async (id) => (await all()).get(id)?.target,
    ids: async () => [...(await all()).keys()],
  };
}

async function readEntries(desk: Desk, folder: string): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  // Sheets that are only looked through must not fill the desk with their texts.
  const aside: Desk = { ...desk, texts: new Map() };
  for (const path of sheetFiles(desk, folder)) {
    const target: Target = { name: shownPath(desk.context, path), path, met: true };
    const opened = await openDocument(aside, target);
    aside.texts.clear();
    if (opened.value === undefined || !opened.value.source.text.includes('sheet/1')) continue;
    const { value } = await loadDocument(aside, target);
    if (value?.content.kind !== 'sheet') continue;
    const { id, revision } = value.content.sheet;
    const before = entries.get(id);
    if (before === undefined || before.revision < revision) entries.set(id, { target, revision });
  }
  return entries;
}

function sheetFiles(desk: Desk, folder: string, files: string[] = []): readonly string[] {
  const listed = desk.context.files.list(folder);
  for (const entry of listed.ok ? listed.value : []) {
    if (files.length >= MOST_FILES) break;
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = resolvePath(folder, joinPath('.', entry.name));
    if (entry.kind === 'folder') sheetFiles(desk, path, files);
    else if (entry.kind === 'file' && SHEET_NAME.test(entry.name)) files.push(path);
  }
  return files;
}
