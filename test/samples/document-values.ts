// Trees and documents as plain values, so that what was read can be compared with what was written.

import type { Node } from '../../src/read/tree.ts';
import { type DocumentValue, isList, isMap } from '../../src/render/sheets/document.ts';

/** A tree without its places; maps as lists of entries, so that their order counts. */
export function withoutPlaces(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'map') return { map: node.entries.map(({ key, value }) => [key, withoutPlaces(value)]) };
  if (node.kind === 'list') return node.items.map(withoutPlaces);
  return { [node.type]: node.text };
}

/** A document as its tree would be. */
export function asTree(value: DocumentValue): unknown {
  if (isMap(value)) return { map: [...value].map(([key, each]) => [key, asTree(each)]) };
  if (isList(value)) return value.map(asTree);
  if (typeof value === 'string') return { text: value };
  return { [typeof value]: String(value) };
}
