// Where in a document a fault of shape stands, and what the place is called.

import type { Span } from '../core/text/span.ts';
import { entryOf, type Node } from './tree.ts';

export interface Place {
  readonly node: Node;
  /** The place of the key that leads here; lists and the document itself have none. */
  readonly keyAt: Span | undefined;
  /** `product.mass`, `takes[0]`; empty for the document. */
  readonly name: string;
}

/** The place that a JSON pointer leads to; as far as it leads when the document ends earlier. */
export function placeAt(tree: Node, pointer: string): Place {
  let place: Place = { node: tree, keyAt: undefined, name: '' };
  for (const segment of pointer.split('/').slice(1)) {
    const next = childOf(place, segment.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (next === undefined) return place;
    place = next;
  }
  return place;
}

function childOf({ node, name }: Place, segment: string): Place | undefined {
  if (node.kind === 'list') {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { node: item, keyAt: undefined, name: `${name}[${segment}]` };
  }
  const entry = entryOf(node, segment);
  if (entry === undefined) return undefined;
  return { node: entry.value, keyAt: entry.keyAt, name: name === '' ? segment : `${name}.${segment}` };
}

/** Where a fault of the value is shown: at the value, or at the key of a value that is not written. */
export function valueSpan({ node, keyAt }: Place): Span {
  const isWritten = node.at.end.offset > node.at.start.offset;
  return isWritten || keyAt === undefined ? node.at : keyAt;
}

/** Where something is shown that a map lacks: at the map's key, or at its first key when it has none. */
export function holderSpan({ node, keyAt }: Place): Span {
  const first = node.kind === 'map' ? node.entries[0]?.keyAt : undefined;
  return keyAt ?? first ?? { ...node.at, end: node.at.start };
}
