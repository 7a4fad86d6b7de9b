// Catalogues and translations that ship with the tool are read when the tool is built, and stored as they are understood: start-up
// then needs no parser, no validator and no look-ups.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { Translation } from '../core/model/translation.ts';

/**
 * The stored form: JSON, in which whole numbers of any size and maps carry a mark. What occurs more than once (ranges of
 * bands, guidance of groups, references) stands in a table in front, each entry made of earlier ones: to make every
 * object of it anew would cost more than all the rest of a start.
 */
interface Stored {
  readonly table: unknown[];
  readonly value: unknown;
}

export function storeCatalogue(catalogue: Catalogue | Translation): string {
  const marked = mark(catalogue);
  const counts = new Map<string, number>();
  count(marked, counts);
  const table: unknown[] = [];
  const value = share(marked, counts, table, new Map());
  return `${JSON.stringify({ table, value } satisfies Stored)}\n`;
}

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
const SAME = '$same';

function mark(value: unknown): unknown {
  if (typeof value === 'bigint') return { [WHOLE]: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(mark);
  if (value instanceof Map) return { [MAP]: [...value].map(([key, each]) => [key, mark(each)]) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mark(each)]));
}

/** What is shorter than the pointer that would stand for it is not worth one. */
const SHORTEST_SHARED = 20;

function count(marked: unknown, counts: Map<string, number>): void {
  const text = JSON.stringify(marked) ?? '';
  const before = counts.get(text) ?? 0;
  counts.set(text, before + 1);
  if (before > 0 || typeof marked !== 'object' || marked === null) return;
  for (const each of Object.values(marked)) count(each, counts);
}

function share(
  marked: unknown,
  counts: ReadonlyMap<string, number>,
  table: unknown[],
  places: Map<string, number>,
): unknown {
  const text = JSON.stringify(marked) ?? '';
  const known = places.get(text);
  if (known !== undefined) return { [SAME]: known };
  const shared = inside(marked, (each) => share(each, counts, table, places));
  if ((counts.get(text) ?? 0) < 2 || text.length < SHORTEST_SHARED) return shared;
  places.set(text, table.length);
  table.push(shared);
  return { [SAME]: table.length - 1 };
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
  if (!isRecord(parsed) || !Array.isArray(parsed['table'])) return undefined;
  const table: unknown[] = parsed['table'];
  for (let index = 0; index < table.length; index++) table[index] = restore(table[index], table);
  return restore(parsed['value'], table);
}

/** Fills marks in place: the value comes fresh from the parser and is nobody else's. */
function restore(value: unknown, table: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = restore(value[index], table);
    return value;
  }
  if (!isRecord(value)) return value;
  if (value[SAME] !== undefined) return table[Number(value[SAME])];
  if (value[WHOLE] !== undefined) return BigInt(String(value[WHOLE]));
  if (Array.isArray(value[MAP])) return restoreMap(value[MAP], table);
  // Not `Object.keys`: with thousands of small objects its lists cost more than all the rest at start-up.
  for (const key in value) {
    const each = value[key];
    if (typeof each === 'object') value[key] = restore(each, table);
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
