// Sets of names by enumeration: every set that can be, over the names of the vocabulary and, where others may be in it,
// one more thing that stands for all others. A name that nobody has listed may be another word for anything.

import {
  type Catalogue,
  type Quantity,
  type QuantityId,
  vocabularyIn,
} from '../../src/core/model/catalogue.ts';
import type { NameSet, Wanted } from '../../src/core/values/name-set.ts';
import { behaviourOf, isFree, isPutIn, type Node, takesOut } from './tree.ts';

export type Names = ReadonlySet<string>;

const OTHER = '*';

export function everySet(catalogue: Catalogue, id: QuantityId): readonly Names[] {
  const { names, closed } = vocabularyIn(catalogue, id);
  return subsetsOf(new Set(closed ? names : [...names, OTHER]));
}

function subsetsOf(names: Names): readonly Names[] {
  let all: readonly (readonly string[])[] = [[]];
  for (const name of names) all = all.flatMap((some) => [some, [...some, name]]);
  return all.map((some) => new Set(some));
}

export const isInSet = (names: Names, wanted: Wanted): boolean =>
  wanted === 'any' ? names.size > 0 : wanted.some((name) => names.has(name));

/** Whether a list can be true of the set. */
export function fitsList(names: Names, told: NameSet, listed: readonly string[]): boolean {
  const isListed = (name: string): boolean => listed.includes(name);
  const certain = [...told.certain];
  if (certain.some((name) => (isListed(name) ? !names.has(name) : names.size === 0))) return false;
  if ([...told.excluded].some((name) => isListed(name) && names.has(name))) return false;
  if (told.possible === undefined) return true;
  const { possible } = told;
  const strange = [...names].filter((name) => !possible.has(name));
  return strange.length <= [...possible].filter((name) => !isListed(name)).length;
}

const distinct = (sets: readonly Names[]): readonly Names[] => [
  ...new Map(sets.map((names) => [[...names].sort().join(), names])).values(),
];

/** Every set that the product can have. */
export function setsOf(catalogue: Catalogue, quantity: Quantity, node: Node): readonly Names[] {
  const all = everySet(catalogue, quantity.id);
  if (node.kind === 'leaf') return node.known?.sets.get(quantity.id) ?? all;
  const behaviour = behaviourOf(node, quantity.id, quantity.rule);
  const parts = node.parts.map((part) => setsOf(catalogue, quantity, part));
  if (behaviour === 'combine') return together(parts);
  if (behaviour === 'return-same') return together([...parts, all]);
  // What leaves may be any of it, and nothing comes in.
  if (behaviour === 'lose-some')
    return isFree(node, quantity.id) ? together(parts) : distinct(together(parts).flatMap(subsetsOf));
  if (behaviour !== 'replace') return all;
  const left = parts.map((sets, index) =>
    takesOut(node) && !isPutIn(node, index) ? distinct(sets.flatMap(subsetsOf)) : sets,
  );
  return together(left);
}

const together = (parts: readonly (readonly Names[])[]): readonly Names[] =>
  parts.reduce<readonly Names[]>(
    (sum, sets) => distinct(sum.flatMap((a) => sets.map((b) => new Set([...a, ...b])))),
    [new Set()],
  );
