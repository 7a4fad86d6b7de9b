// Sets of names: what is really in a product, what its maker says of it, and what processes make of it. Where other
// names than those of the vocabulary may be in it, a maker may call a thing by a name that nobody has listed.

import type { Quantity, QuantityId } from '../../src/core/model/catalogue.ts';
import { vocabularyOf } from '../../src/core/model/catalogue.ts';
import type { QuantityValue } from '../../src/core/model/sheet.ts';
import { type NameList, setFrom } from '../../src/core/values/name-list.ts';
import type { NameSet, Wanted } from '../../src/core/values/name-set.ts';
import { addStatement, type CatalogueWish, type Draft } from './drafts.ts';
import type { Draw } from './draw.ts';

export type Held = ReadonlySet<string>;

const alias = 'fine ';
const unlisted = ['x', 'y'];

export function addSets(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const closed = wish.tame || draw.chance(60);
  const names = ['p', 'q', 'r'].slice(0, draw.integer(1, 3));
  const id = 'held';
  draft.quantities.set(id, {
    id,
    title: id,
    measure: { kind: 'names', names, closed },
    domain: { lo: { n: 0n, d: 1n }, loOpen: false, hi: undefined, hiOpen: true },
    rule: { kind: 'set' },
    ownTerm: false,
  });
  const falseMeans = !wish.tame && draw.chance(15) ? 'not-claimed' : 'negation';
  const ask = (statement: string, wanted: Wanted): void =>
    addStatement(draft, {
      id: statement,
      meaning: { kind: 'named', quantity: id, names: wanted },
      falseMeans,
    });
  for (const name of draw.some(names, 70)) ask(`held.has-${name}`, [name]);
  if (names.length > 1) ask('held.has-some', names.slice(0, 2));
  if (draw.chance(70)) ask('held.has-any', 'any');
}

const everythingIn = (quantity: Quantity): readonly string[] => {
  const { names, closed } = vocabularyOf(quantity.measure);
  return closed ? names : [...names, ...unlisted];
};

export const drawHeld = (draw: Draw, quantity: Quantity): Held =>
  new Set(draw.some(everythingIn(quantity), draw.pick([0, 30, 60])));

export const someHeld = (draw: Draw, held: Held): Held => new Set(draw.some([...held], 60));

export const allHeld = (each: readonly Held[]): Held => new Set(each.flatMap((held) => [...held]));

export const hasWanted = (held: Held, wanted: Wanted): boolean =>
  wanted === 'any' ? held.size > 0 : wanted.some((name) => held.has(name));

/** Nothing but the truth: some of what is there, what is not, and now and then that there is nothing else. */
export function tellHeld(
  draw: Draw,
  quantity: Quantity,
  held: Held,
  tame: boolean,
): QuantityValue | undefined {
  const vocabulary = vocabularyOf(quantity.measure);
  const nameOf = (name: string): string =>
    !vocabulary.closed && !tame && draw.chance(15) ? `${alias}${name}` : name;
  const complete = draw.chance(45);
  const [told, untold] = halves(draw, [...held]);
  const absent = everythingIn(quantity).filter((name) => !held.has(name));
  const [maybe, without] = halves(draw, draw.some(absent, 60));
  const list: NameList = {
    names: told.map(nameOf),
    maybe: complete ? [...untold.map(nameOf), ...maybe] : [],
    without,
    complete,
  };
  const names = setFrom(list, vocabulary);
  if (names === undefined) throw new Error('a true list contradicts itself');
  return { kind: 'names', names };
}

function halves(draw: Draw, names: readonly string[]): readonly [readonly string[], readonly string[]] {
  const first = draw.some(names, 60);
  return [first, names.filter((name) => !first.includes(name))];
}

/** What is said of the set and is not so. */
export function wrongOf(names: NameSet, held: Held): readonly string[] {
  const goesBy = (thing: string, name: string): boolean => name === thing || name === `${alias}${thing}`;
  const isIn = (name: string): boolean => [...held].some((thing) => goesBy(thing, name));
  const { certain, excluded, possible, someOf } = names;
  return [
    ...[...certain].filter((name) => !isIn(name)).map((name) => `${name} is not in it`),
    ...[...excluded].filter(isIn).map((name) => `${name} is in it`),
    ...[...held]
      .filter((thing) => possible !== undefined && ![...possible].some((name) => goesBy(thing, name)))
      .map((thing) => `${thing} is not thought possible`),
    ...someOf
      .filter((wanted) => (wanted === 'any' ? held.size === 0 : !wanted.some(isIn)))
      .map((wanted) => `none of ${wanted} is in it`),
  ];
}

export function describeNames({ certain, excluded, possible, someOf }: NameSet): string {
  const sorted = (names: Iterable<string>): string => [...names].sort().join(' ');
  const all = possible === undefined ? 'anything' : sorted(possible);
  return `{${sorted(certain)}} in {${all}} without {${sorted(excluded)}} ${JSON.stringify(someOf)}`;
}

export type Sets = ReadonlyMap<QuantityId, Held>;
