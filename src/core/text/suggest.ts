// The nearest known names to one that is not known: at most three edits (a swap of neighbours is one edit)
// and clearly more alike than not.

import { compareNames } from './order.ts';

const MOST_EDITS = 3;
const LEAST_ALIKE = 0.4;

/** Names near to `wanted`, nearest first, ties in code-point order; at most `most` of them. */
export function suggest(wanted: string, known: Iterable<string>, most = 3): readonly string[] {
  const near: { readonly name: string; readonly edits: number }[] = [];
  for (const name of known) {
    const edits = distance(wanted.toLowerCase(), name.toLowerCase());
    const longest = Math.max(wanted.length, name.length);
    if (edits <= MOST_EDITS && (longest - edits) / longest > LEAST_ALIKE) near.push({ name, edits });
  }
  near.sort((a, b) => a.edits - b.edits || compareNames(a.name, b.name));
  return near.slice(0, most).map((each) => each.name);
}

/** A help line for near names, or undefined when nothing is near. */
export function didYouMean(wanted: string, known: Iterable<string>): string | undefined {
  const names = suggest(wanted, known).map((name) => `\`${name}\``);
  if (names.length === 0) return undefined;
  const last = names.pop();
  return names.length === 0 ? `did you mean ${last}?` : `did you mean ${names.join(', ')} or ${last}?`;
}

/** Optimal string alignment distance, given up early when the lengths alone exceed the limit. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_EDITS) return MOST_EDITS + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(best);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
