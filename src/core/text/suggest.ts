// The nearest known names to one that is not known: at most three edits (a swap of neighbours is one edit)
// and clearly more alike than not.

import { compareNames } from './order.ts';

const MOST_EDITS = 3;
const LEAST_ALIKE = 0.4;

/** Names near to `wanted`, nearest first, ties in code-point order; at most `most` of them. */
export function suggest(
  wanted: string,
  known: Iterable<string>,
  most = 3,
  mostEdits = MOST_EDITS,
): readonly string[] {
  const near: { readonly name: string; readonly edits: number }[] = [];
  for (const name of known) {
    const edits = distance(wanted.toLowerCase(), name.toLowerCase());
    const longest = Math.max(wanted.length, name.length);
    if (edits <= mostEdits && (longest - edits) / longest > LEAST_ALIKE) near.push({ name, edits });
  }
  near.sort((a, b) => a.edits - b.edits || compareNames(a.name, b.name));
  return near.slice(0, most).map((each) => each.name);
}

/** A help line for near names, or undefined when nothing is near. */
export function didYouMean(wanted: string, known: Iterable<string>): string | undefined {
  return askedAs(suggest(wanted, known));
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Names that hold every word of the one wanted (`no-pfas`: `inputs.no-added-pfas`), those with the fewest other words first; at most three. */
export function holdingWords(wanted: string, known: readonly string[]): readonly string[] {
  const words = wordsOf(wanted);
  if (words.length === 0) return [];
  return known
    .map((name) => ({ name, words: wordsOf(name) }))
    .filter((each) => words.every((word) => each.words.includes(word)))
    .sort((a, b) => a.words.length - b.words.length || compareNames(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The question that offers the names; undefined without one. */
export function askedAs(near: readonly string[]): string | undefined {
  const names = near.map((name) => `\`${name}\``);
  if (names.length === 0) return undefined;
  const last = names.pop();
  return names.length === 0 ? `did you mean ${last}?` : `did you mean ${names.join(', ')} or ${last}?`;
}

/** What there is to choose from, after a verb: one of several names, or the only one there is. */
export function oneOf(names: Iterable<string>, most = Number.POSITIVE_INFINITY): string {
  const quoted = [...names].map((name) => `\`${name}\``);
  const more = quoted.length - most;
  const list = more > 0 ? `${quoted.slice(0, most).join(', ')} and ${more} more` : quoted.join(', ');
  return quoted.length === 1 ? list : `one of ${list}`;
}

/** Optimal string alignment distance, given up as soon as it must exceed the limit. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_EDITS) return MOST_EDITS + 1;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  let isNear = true;
  for (let i = 1; i <= a.length; i++) {
    const current = nextRow(a, b, i, previous, beforePrevious);
    // A step looks back two rows at most: once two rows lie beyond the limit, so does everything below them.
    const staysNear = Math.min(...current) <= MOST_EDITS;
    if (!staysNear && !isNear) return MOST_EDITS + 1;
    isNear = staysNear;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

function nextRow(
  a: string,
  b: string,
  i: number,
  previous: readonly number[],
  beforePrevious: readonly number[],
): readonly number[] {
  const current = [i];
  for (let j = 1; j <= b.length; j++) {
    const cost = a[i - 1] === b[j - 1] ? 0 : 1;
    const plain = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
    const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    current.push(isSwapped ? Math.min(plain, (beforePrevious[j - 2] ?? 0) + 1) : plain);
  }
  return current;
}
