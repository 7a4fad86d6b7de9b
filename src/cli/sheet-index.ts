// The sheets in a folder tree by their ids, looked up only when a bill names an input by id.

import { compareNames } from '../core/text/order.ts';
import { joinPath, resolvePath } from '../io/paths.ts';
import { groupDigits } from '../render/plural.ts';
import { type Desk, openDocument } from './documents.ts';
import { shownPath } from './references.ts';
import { type IndexedSheet, identify, type Unread } from './sheet-identity.ts';

export interface SheetIndex {
  /** The sheets of that id with the highest revision: one for each content. */
  readonly find: (id: string) => Promise<readonly IndexedSheet[]>;
  readonly ids: () => Promise<readonly string[]>;
  /** What could not be looked into, and may hold an edition of that sheet. */
  readonly unread: (id: string) => Promise<readonly Unread[]>;
}

export const MOST_FILES = 10_000;
const SHEET_NAME = /\.(ya?ml|json|csv)$/i;

interface Entries {
  readonly sheets: Map<string, readonly IndexedSheet[]>;
  readonly unread: Unread[];
}

/** `without`: a folder in it whose sheets do not count. */
export function indexSheets(desk: Desk, folder: string, without?: string): SheetIndex {
  let entries: Promise<Entries> | undefined;
  const all = (): Promise<Entries> => {
    entries ??= readEntries(desk, folder, without);
    return entries;
  };
  return {
    find: async (id) => {
      const found = await distinctContents(desk, (await all()).sheets.get(id) ?? []);
      // Where there is a choice it is shown, and that takes the texts.
      if (found.length > 1) for (const { target } of found) await openDocument(desk, target);
      return found;
    },
    ids: async () => [...(await all()).sheets.keys()],
    unread: async (id) => (await all()).unread.filter((each) => each.mayBe(id)),
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

async function readEntries(desk: Desk, folder: string, without: string | undefined): Promise<Entries> {
  const walked: Walked = { files: [], unread: [] };
  walkFolder(desk, folder, without, walked);
  const entries: Entries = { sheets: new Map(), unread: walked.unread };
  if (walked.files.length > MOST_FILES) {
    const why = `no more than ${groupDigits(MOST_FILES)} files are looked through for an id`;
    return { ...entries, unread: [notLookedInto(desk, folder, why)] };
  }
  // Sheets that are only looked through must not fill the desk with their texts.
  const aside: Desk = { ...desk, texts: new Map() };
  for (const path of walked.files) {
    const found = await identify(aside, { name: shownPath(desk.context, path), path, met: true });
    aside.texts.clear();
    if (found?.kind === 'unread') entries.unread.push(found.unread);
    if (found?.kind === 'sheet')
      entries.sheets.set(found.id, withSheet(entries.sheets.get(found.id) ?? [], found.sheet));
  }
  return entries;
}

function withSheet(known: readonly IndexedSheet[], sheet: IndexedSheet): readonly IndexedSheet[] {
  const highest = known[0]?.revision ?? sheet.revision;
  if (sheet.revision > highest) return [sheet];
  const isCopy = known.some((each) => each.sha256 === sheet.sha256);
  return sheet.revision < highest || isCopy ? known : [...known, sheet];
}

interface Walked {
  readonly files: string[];
  readonly unread: Unread[];
}

/** What is not looked into is told: it may hold what was meant. */
function walkFolder(desk: Desk, folder: string, without: string | undefined, walked: Walked): void {
  if (folder === without) return;
  const { context } = desk;
  const listed = context.files.list(folder);
  if (!listed.ok) walked.unread.push(notLookedInto(desk, folder, listed.fault.reason));
  for (const { name, kind } of listed.ok ? listed.value : []) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = resolvePath(folder, joinPath('.', name));
    if (kind === 'folder') walkFolder(desk, path, without, walked);
    else if (kind === 'file' && SHEET_NAME.test(name)) walked.files.push(path);
    if (walked.files.length > MOST_FILES) break;
  }
}

const notLookedInto = ({ context }: Desk, folder: string, why: string): Unread => ({
  name: shownPath(context, folder) || '.',
  why,
  mayBe: () => true,
});
