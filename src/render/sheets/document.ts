// A document about to be written: plain values in the order in which they will stand, so that YAML, JSON and
// tables say the same thing in the same order.

export type DocumentValue = string | number | boolean | readonly DocumentValue[] | DocumentMap;

export interface DocumentMap extends ReadonlyMap<string, DocumentValue> {}

type MaybeEntry = readonly [key: string, value: DocumentValue | undefined];

/** A map of the entries that have a value, in the order given. */
export function mapOf(entries: Iterable<MaybeEntry>): DocumentMap {
  const map = new Map<string, DocumentValue>();
  for (const [key, value] of entries) if (value !== undefined) map.set(key, value);
  return map;
}

/** A list, or undefined for an empty one, which goes without saying. */
export const listOf = (items: readonly DocumentValue[]): DocumentValue | undefined =>
  items.length === 0 ? undefined : items;

export const isMap = (value: DocumentValue): value is DocumentMap => value instanceof Map;

export const isList = (value: DocumentValue): value is readonly DocumentValue[] => Array.isArray(value);
