// Catalogues that ship with the tool are read when the tool is built, and stored as they are understood: start-up
// then needs no parser, no validator and no look-ups.

import type { Catalogue } from '../core/model/catalogue.ts';

/** Keys and indexes from the top. */
type Path = readonly (string | number)[];

interface Stored {
  readonly catalogue: unknown;
  /** Where whole numbers of any size stand as text, and maps as lists of entries; what is inside comes first. */
  readonly marks: readonly Path[];
}

/** The stored form of a catalogue: JSON, with the places of what JSON has no form for. */
export function storeCatalogue(catalogue: Catalogue): string {
  const marks: Path[] = [];
  const stored: Stored = { catalogue: encode(catalogue, ['catalogue'], marks), marks };
  return `${JSON.stringify(stored)}\n`;
}

function encode(value: unknown, path: Path, marks: Path[]): unknown {
  if (typeof value === 'bigint') {
    marks.push(path);
    return String(value);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each, index) => encode(each, [...path, index], marks));
  if (value instanceof Map) {
    const entries = [...value].map(([key, each], index) => [key, encode(each, [...path, index, 1], marks)]);
    marks.push(path);
    return entries;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, encode(each, [...path, key], marks)]),
  );
}

/**
 * The catalogue that was stored; undefined when the text stores something else. Only marked places are visited: to
 * look at every object would cost more than all the rest of a start-up.
 */
export function loadBuiltCatalogue(stored: string): Catalogue | undefined {
  const value: unknown = JSON.parse(stored);
  if (!isRecord(value) || !Array.isArray(value['marks'])) return undefined;
  for (const path of value['marks']) restore(value, path);
  const { catalogue } = value;
  return isCatalogue(catalogue) ? catalogue : undefined;
}

/** In place: the value comes fresh from the parser and is nobody else's. */
function restore(top: Record<string, unknown>, path: Path): void {
  let holder = top;
  const last = path.length - 1;
  for (let index = 0; index < last; index++) {
    const next = holder[path[index] ?? ''];
    if (!isRecord(next)) return;
    holder = next;
  }
  const key = path[last] ?? '';
  const value = holder[key];
  if (typeof value === 'string') holder[key] = BigInt(value);
  else if (Array.isArray(value)) holder[key] = new Map(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What is stored is made by this module alone, so its mark of origin is enough to know it by. */
const isCatalogue = (value: unknown): value is Catalogue =>
  isRecord(value) && value['statements'] instanceof Map;
