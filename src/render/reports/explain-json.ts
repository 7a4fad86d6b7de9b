// Explanations for programs: everything that the text says and the exact figures behind it. What made several inputs
// is told once, in full where it stands first.

import type { Declaration, Explanation } from '../../core/questions/explanation.ts';
import { escapeJson } from '../json-escape.ts';

export const explanationsJson = (explanations: readonly (Explanation | Declaration)[]): string =>
  `${escapeJson(JSON.stringify({ formatVersion: 1, explanations }, tellOnce(), 2))}\n`;

/** Told in short the second time, each with what names it. */
const NAMED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['because', ['id', 'sheet']],
  ['made', ['part', 'value']],
]);

function tellOnce(): (key: string, value: unknown) => unknown {
  const told = new Set<unknown>();
  return (key, value) => {
    const names = NAMED_BY.get(key);
    if (names === undefined || typeof value !== 'object' || value === null) return value;
    if (!told.has(value)) {
      told.add(value);
      return value;
    }
    const named = Object.entries(value).filter(([name]) => names.includes(name));
    return { ...Object.fromEntries(named), isToldAbove: true };
  };
}
