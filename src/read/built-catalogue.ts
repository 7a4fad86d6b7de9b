// Catalogues and translations that ship with the tool are read when the tool is built, and stored as they are understood: start-up
// then needs no parser, no validator and no look-ups.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { Translation } from '../core/model/translation.ts';

/**
 * The stored form: JSON, in which whole numbers of any size and maps carry a mark. To make every object of it anew would
 * cost more than all the rest of a start. So what needs no more than parsing (texts that repeat, lists of references)
 * stands in a table in front, and behind it in the same table what occurs more than once, each entry made of earlier
 * ones; a negative number stands for an entry. All of it is plain ASCII, which is decoded and parsed in half the time.
 */
interface Stored {
  readonly plain: readonly unknown[];
  readonly made: readonly unknown[];
  readonly value: unknown;
}

export function storeCatalogue(catalogue: Catalogue | Translation): string {
  const marked = mark(catalogue);
  const store: Store = { counts: new Map(), plain: new Map(), made: new Map() };
  count(marked, store.counts);
  gatherPlain(marked, store);
  const value = inside(marked, (each) => share(each, store));
  const stored: Stored = { plain: [...store.plain.values()], made: [...store.made.values()], value };
  return `${asAscii(JSON.stringify(stored))}\n`;
}

const asAscii = (json: string): string =>
  json.replaceAll(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The catalogue that was stored; undefined when the text stores something else. */
export function loadBuiltCatalogue(stored: string): Catalogue | undefined {
  const value = load(stored);
  return isCatalogue(value) ? value : undefined;
}

/** The translation that was stored; undefined when the text stores something else. */
export function loadBuiltTranslation(stored: string): Translation | undefined {
  const value = load(stored);
  return isTranslation(value) ? value : undefined;
}

const WHOLE = '$whole';
const MAP = '$map';

/** Entry 0 is -1, and so on: numbers that a catalogue holds itself are never negative. */
const pointerTo = (entry: number): number => -1 - entry;

function mark(value: unknown): unknown {
  if (typeof value === 'bigint') return { [WHOLE]: String(value) };
  if (typeof value === 'number' && value < 0) throw new Error(`the number ${value} stands for another value`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(mark);
  if (value instanceof Map) return { [MAP]: [...value].map(([key, each]) => [key, mark(each)]) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mark(each)]));
}

/** What has been stored, by its text, in the order of the entries. */
interface Store {
  readonly counts: Map<string, number>;
  readonly plain: Map<string, unknown>;
  readonly made: Map<string, unknown>;
}

function count(marked: unknown, counts: Map<string, number>): void {
  const text = JSON.stringify(marked) ?? '';
  const before = counts.get(text) ?? 0;
  counts.set(text, before + 1);
  if (before > 0 || typeof marked !== 'object' || marked === null) return;
  for (const each of Object.values(marked)) count(each, counts);
}

/** A short text is parsed as fast as it is looked up. */
const isPlain = (text: string, counts: Store['counts']): boolean =>
  text.startsWith('"')
    ? text.length > 60 && (counts.get(text) ?? 0) > 1
    : /^[[{]/.test(text) && !text.includes(`"${WHOLE}":`) && !text.includes(`"${MAP}":`);

function gatherPlain(marked: unknown, store: Store): unknown {
  const text = JSON.stringify(marked) ?? '';
  if (isPlain(text, store.counts)) store.plain.set(text, marked);
  else inside(marked, (each) => gatherPlain(each, store));
  return marked;
}

function share(marked: unknown, store: Store): unknown {
  const { counts, plain, made } = store;
  const text = JSON.stringify(marked) ?? '';
  if (plain.has(text)) return pointerTo([...plain.keys()].indexOf(text));
  const shared = made.get(text) ?? inside(marked, (each) => share(each, store));
  if (typeof marked !== 'object' || (counts.get(text) ?? 0) < 2) return shared;
  made.set(text, shared);
  return pointerTo(plain.size + [...made.keys()].indexOf(text));
}

function inside(value: unknown, change: (each: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || WHOLE in value) return value;
  if (Array.isArray(value)) return value.map(change);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === MAP ? entriesInside(each, change) : change(each),
    ]),
  );
}

/** The list of entries is not a value of its own. */
const entriesInside = (entries: unknown, change: (each: unknown) => unknown): unknown =>
  Array.isArray(entries) ? entries.map(([key, each]: [unknown, unknown]) => [key, change(each)]) : entries;

function load(stored: string): unknown {
  const parsed: unknown = JSON.parse(stored);
  if (!isRecord(parsed) || !Array.isArray(parsed['plain']) || !Array.isArray(parsed['made']))
    return undefined;
  const table: unknown[] = parsed['plain'];
  for (const entry of parsed['made']) table.push(restore(entry, table));
  return restore(parsed['value'], table);
}

/** Fills marks in place: the value comes fresh from the parser and is nobody else's. */
function restore(value: unknown, table: readonly unknown[]): unknown {
  if (typeof value === 'number' && value < 0) return table[pointerTo(value)];
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = restore(value[index], table);
    return value;
  }
  return isRecord(value) ? restoreRecord(value, table) : value;
}

function restoreRecord(value: Record<string, unknown>, table: readonly unknown[]): unknown {
  if (value[WHOLE] !== undefined) return BigInt(String(value[WHOLE]));
  if (Array.isArray(value[MAP])) return restoreMap(value[MAP], table);
  // Not `Object.keys`, and no call for what has no mark: a start has thousands of entries to pass, and functions that
  // run so often are compiled once more, which costs more than it can save.
  for (const key in value) {
    const each = value[key];
    if (typeof each === 'object') value[key] = restore(each, table);
    else if (typeof each === 'number' && each < 0) value[key] = table[pointerTo(each)];
  }
  return value;
}

function restoreMap(entries: readonly unknown[], table: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (const entry of entries) if (Array.isArray(entry)) map.set(entry[0], restore(entry[1], table));
  return map;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What is stored is made by this module alone, so its mark of origin is enough to know it by. */
const isCatalogue = (value: unknown): value is Catalogue =>
  isRecord(value) && value['statements'] instanceof Map && value['language'] === undefined;

const isTranslation = (value: unknown): value is Translation =>
  isRecord(value) && value['statements'] instanceof Map && value['language'] !== undefined;
