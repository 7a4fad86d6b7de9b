// Trees as plain values: what validators look at.

import type { Node } from './tree.ts';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The plain value of a tree; maps have no prototype, numbers beyond what a double holds stay text. */
export function plainOf(node: Node): Plain {
  if (node.kind === 'list') return node.items.map(plainOf);
  if (node.kind === 'map') {
    const map: Record<string, Plain> = Object.create(null);
    for (const { key, value } of node.entries) map[key] = plainOf(value);
    return map;
  }
  if (node.type === 'null') return null;
  if (node.type === 'boolean') return node.text === 'true';
  const number = node.type === 'number' ? Number(node.text) : Number.NaN;
  return Number.isFinite(number) ? number : node.text;
}
