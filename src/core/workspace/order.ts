// In which order bills are merged: each after those it is made of. Bills that lead back to themselves have no such
// place, nor have those that need them; a way round is told instead.

import { inOrder } from '../text/order.ts';

export interface BuildOrder {
  /** Each after everything it needs; among equals by name, so that the order is the same in every run. */
  readonly ordered: readonly string[];
  /** Ways round, each from its first name by code points; one for every set of bills that need one another. */
  readonly cycles: readonly (readonly string[])[];
}

/** `needs`: for every name the names it needs. What is needed and not a name itself is no concern of the order. */
export function orderByNeed(needs: ReadonlyMap<string, readonly string[]>): BuildOrder {
  const names = inOrder([...needs.keys()]);
  const waiting = new Map(names.map((name) => [name, neededOf(needs, name).length]));
  const neededBy = new Map<string, string[]>();
  for (const name of names)
    for (const needed of neededOf(needs, name)) neededBy.set(needed, [...(neededBy.get(needed) ?? []), name]);
  const ordered = names.filter((name) => waiting.get(name) === 0);
  // The list grows while it is walked: whoever needs nothing more joins its end.
  for (const name of ordered) {
    for (const next of neededBy.get(name) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ordered.push(next);
    }
  }
  const placed = new Set(ordered);
  return { ordered, cycles: cyclesAmong(new Set(names.filter((name) => !placed.has(name))), needs) };
}

const neededOf = (needs: ReadonlyMap<string, readonly string[]>, name: string): readonly string[] => [
  ...new Set((needs.get(name) ?? []).filter((each) => needs.has(each))),
];

function cyclesAmong(
  left: ReadonlySet<string>,
  needs: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const told = new Set<string>();
  for (const start of left) {
    // Everything left needs something left, so a walk comes round sooner or later.
    const way = new Map<string, number>();
    let name = start;
    while (!way.has(name) && !told.has(name)) {
      way.set(name, way.size);
      name = neededOf(needs, name).find((each) => left.has(each)) ?? name;
    }
    if (!told.has(name)) cycles.push(fromFirst([...way.keys()].slice(way.get(name))));
    for (const each of way.keys()) told.add(each);
  }
  return cycles;
}

function fromFirst(round: readonly string[]): readonly string[] {
  const first = round.indexOf(inOrder(round)[0] ?? '');
  return [...round.slice(first), ...round.slice(0, first)];
}
