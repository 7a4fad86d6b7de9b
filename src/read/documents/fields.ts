// Plain values out of maps whose shape has been checked. A value of another shape counts as not written, so that
// readers stay total whatever they are given.

import type { Finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { type Entry, type Node, valueAt } from '../tree.ts';

/** Takes what a reader finds on its way; reading goes on. */
export type Report = (found: Finding) => void;

/** The text of a scalar; undefined for anything else and for values that are not written. */
export const scalarText = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' && node.type !== 'null' ? node.text : undefined;

export const textAt = (node: Node | undefined, ...path: readonly string[]): string | undefined =>
  scalarText(valueAt(node, ...path));

/** True only where true is written. */
export const isSet = (node: Node | undefined, key: string): boolean => textAt(node, key) === 'true';

/** The word under a key, if it is one of those listed. */
export function wordAt<Word extends string>(
  node: Node | undefined,
  key: string,
  words: readonly Word[],
): Word | undefined {
  const text = textAt(node, key);
  return words.find((word) => word === text);
}

export const entriesOf = (node: Node | undefined): readonly Entry[] =>
  node?.kind === 'map' ? node.entries : [];

export const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : []);

/** The texts of a list with their places. */
export function namedItems(node: Node | undefined): readonly { readonly text: string; readonly at: Span }[] {
  return itemsOf(node).flatMap((item) => {
    const text = scalarText(item);
    return text === undefined ? [] : [{ text, at: item.at }];
  });
}

export const textsAt = (node: Node | undefined, key: string): readonly string[] =>
  namedItems(valueAt(node, key)).map(({ text }) => text);

/** The places of everything under a node by path: values for scalars, keys for maps and lists. */
export function placesOf(
  node: Node,
  separator: string,
  skip: readonly string[] = [],
): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>();
  const visit = (each: Node, path: string, keyAt: Span | undefined): void => {
    if (path !== '') places.set(path, each.kind === 'scalar' || keyAt === undefined ? each.at : keyAt);
    const under = (name: string): string => (path === '' ? name : `${path}${separator}${name}`);
    for (const entry of entriesOf(each)) {
      if (path !== '' || !skip.includes(entry.key)) visit(entry.value, under(entry.key), entry.keyAt);
    }
    for (const [index, item] of itemsOf(each).entries()) visit(item, under(String(index)), undefined);
  };
  visit(node, '', undefined);
  return places;
}
