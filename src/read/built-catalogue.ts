// Catalogues and translations that ship with the tool are read when the tool is built, and stored as they are understood: start-up
// then needs no parser, no validator and no look-ups.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { Translation } from '../core/model/translation.ts';

/** The stored form: JSON, in which whole numbers of any size and maps carry a mark. */
export function storeCatalogue(stored: Catalogue | Translation): string {
  return `${JSON.stringify(encode(stored))}\n`;
}

/** The catalogue that was stored; undefined when the text stores something else. */
export function loadBuiltCatalogue(stored: string): Catalogue | undefined {
  const value = decode(JSON.parse(stored));
  return isCatalogue(value) ? value : undefined;
}

/** The translation that was stored; undefined when the text stores something else. */
export function loadBuiltTranslation(stored: string): Translation | undefined {
  const value = decode(JSON.parse(stored));
  return isTranslation(value) ? value : undefined;
}

const WHOLE = '$whole';
const MAP = '$map';

function encode(value: unknown): unknown {
  if (typeof value === 'bigint') return { [WHOLE]: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map) return { [MAP]: [...value].map(([key, each]) => [key, encode(each)]) };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
}

/** Fills marks in place: the value comes fresh from the parser and is nobody else's. */
function decode(value: unknown): unknown {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) value[index] = decode(value[index]);
    return value;
  }
  if (!isRecord(value)) return value;
  if (value[WHOLE] !== undefined) return BigInt(String(value[WHOLE]));
  if (Array.isArray(value[MAP])) return decodeMap(value[MAP]);
  // Not `Object.keys`: with thousands of small objects its lists cost more than all the rest at start-up.
  for (const key in value) {
    const each = value[key];
    if (typeof each === 'object') value[key] = decode(each);
  }
  return value;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function decodeMap(entries: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const map = new Map<unknown, unknown>();
  for (const entry of entries) if (Array.isArray(entry)) map.set(entry[0], decode(entry[1]));
  return map;
}

/** What is stored is made by this module alone, so its mark of origin is enough to know it by. */
const isCatalogue = (value: unknown): value is Catalogue =>
  isRecord(value) && value['statements'] instanceof Map && value['language'] === undefined;

const isTranslation = (value: unknown): value is Translation =>
  isRecord(value) && value['statements'] instanceof Map && value['language'] !== undefined;
