// What a file met in a folder is to somebody who looks for a sheet by its id: a sheet with an id, nothing of that kind,
// or a file that cannot be read and may be the newest edition of all. The last must never be passed over for an older one.

import type { Span } from '../core/text/span.ts';
import { sha256 } from '../io/sha256.ts';
import { LARGEST_DOCUMENT } from '../read/source.ts';
import { type Node, valueAt } from '../read/tree.ts';
import { documentKinds } from '../read/validator.ts';
import { type Desk, openDocument, parseDocument } from './documents.ts';
import type { Target } from './targets.ts';

export interface IndexedSheet {
  readonly target: Target;
  readonly revision: number;
  readonly sha256: string;
  /** Where the sheet states its id. */
  readonly at: Span;
}

/** What may hide an edition. */
export interface Unread {
  readonly name: string;
  readonly why: string;
  /** Whether it may be about the sheet of that id. */
  mayBe(id: string): boolean;
}

export type Identity =
  | { readonly kind: 'sheet'; readonly id: string; readonly sheet: IndexedSheet }
  | { readonly kind: 'unread'; readonly unread: Unread };

/** What a sheet calls itself, however much is wrong with the rest of it. Undefined for what is no sheet. */
export async function identify(desk: Desk, target: Target): Promise<Identity | undefined> {
  const opened = await openDocument(desk, target);
  if (opened.value === undefined)
    return unreadUnlessOther(target, bytesText(desk, target), opened.findings[0]?.message);
  const { text } = opened.value.source;
  if (!isOurs(text)) return undefined;
  const { value, findings } = await parseDocument(desk, opened.value);
  if (value === undefined) return unreadUnlessOther(target, text, findings[0]?.message);
  if (value.kind !== 'sheet') return undefined;
  const id = valueAt(value.tree, 'id');
  if (id?.kind !== 'scalar') return unreadUnlessOther(target, text, 'it states no id');
  const sheet = { target, revision: revisionIn(value.tree), sha256: sha256(value.bytes), at: id.at };
  return { kind: 'sheet', id: id.text, sheet };
}

/** A revision that cannot be read may be the newest. */
function revisionIn(tree: Node): number {
  const revision = valueAt(tree, 'revision');
  const stated = revision?.kind === 'scalar' ? Number(revision.text) : Number.NaN;
  return Number.isFinite(stated) ? stated : Number.POSITIVE_INFINITY;
}

/** The letters of a file in whatever encoding: those of UTF-16 stand between zero bytes. */
function bytesText({ context }: Desk, { path }: Target): string | undefined {
  const read = path === undefined ? undefined : context.files.read(path, LARGEST_DOCUMENT);
  return read?.ok === true ? new TextDecoder('latin1').decode(read.value).replaceAll('\0', '') : undefined;
}

/** Every document of ours says so; a letter may be written as an escape. */
const isOurs = (text: string): boolean => text.includes('loopsheet') || text.includes('\\u');

function unreadUnlessOther(
  { name }: Target,
  text: string | undefined,
  why = 'it cannot be read',
): Identity | undefined {
  if (text !== undefined && (!isOurs(text) || isOther(text))) return undefined;
  const letters = text === undefined ? undefined : withoutGaps(text);
  // Where letters may be written as escapes, or are not known, it may be about anything.
  const isLegible = letters !== undefined && /^[\x20-\x7e]*$/.test(letters) && !letters.includes('\\');
  const mayBe = (id: string): boolean => !isLegible || letters.includes(withoutGaps(id));
  return { kind: 'unread', unread: { name, why, mayBe } };
}

const withoutGaps = (text: string): string => text.replaceAll(/\s+/g, '');

/** Whether it calls itself another kind of document, or is one that only mentions ours. */
function isOther(text: string): boolean {
  const [, kind] = /(?:^|[\n{,])\s*["']?loopsheet["']?\s*[:,]\s*["']?([a-z]+)/.exec(text) ?? [];
  return kind === undefined
    ? !text.includes('sheet/')
    : kind !== 'sheet' && documentKinds.some((each) => each === kind);
}
