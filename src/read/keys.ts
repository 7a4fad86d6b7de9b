// What holds for the keys of every map, in whatever format it was written: each stands once, and none is a name
// that JavaScript gives a meaning of its own.

import { type Finding, finding } from '../core/text/finding.ts';
import type { Entry } from './tree.ts';

const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The entries that may stay, and what is wrong with the others; the first of two equal keys stays. */
export function keepEntries(
  written: readonly Entry[],
  describeTwice: (entry: Entry, first: Entry) => Finding = duplicateKey,
): {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
} {
  const kept = new Map<string, Entry>();
  const findings: Finding[] = [];
  for (const entry of written) {
    const first = kept.get(entry.key);
    if (reserved.has(entry.key)) findings.push(reservedKey(entry));
    else if (first !== undefined) findings.push(describeTwice(entry, first));
    else kept.set(entry.key, entry);
  }
  return { entries: [...kept.values()], findings };
}

function reservedKey({ key, keyAt }: Entry): Finding {
  return finding('read/unknown-key', `\`${key}\` cannot be used as a key`, {
    at: keyAt,
    label: 'a reserved name',
    help: ['choose another name'],
    data: { key },
  });
}

function duplicateKey({ key, keyAt }: Entry, first: Entry): Finding {
  return finding('read/duplicate-key', `the key \`${key}\` stands twice in one map`, {
    at: keyAt,
    label: 'written again here',
    related: [{ at: first.keyAt, label: 'first written here' }],
    help: ['remove one of the two'],
    data: { key },
  });
}
