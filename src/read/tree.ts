// A document as it was written: every scalar with its source text and every key and value with its place.
// YAML, JSON and CSV all become such a tree, so that everything after reading is the same for all three.

import type { Span } from '../core/text/span.ts';

export interface ScalarNode {
  readonly kind: 'scalar';
  /** What the scalar is in its own format: quoted text is always `text`. */
  readonly type: 'text' | 'number' | 'boolean' | 'null';
  /** The decoded text; for numbers and booleans the source text, so that `0.10` stays `0.10`. */
  readonly text: string;
  readonly at: Span;
}

export interface Entry {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: Node;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly at: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly at: Span;
}

export type Node = ScalarNode | MapNode | ListNode;

/** The entry of a map under a key. */
export function entryOf(node: Node | undefined, key: string): Entry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The value at a path of keys, or undefined where the path leads nowhere. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  let current = node;
  for (const key of path) current = entryOf(current, key)?.value;
  return current;
}
