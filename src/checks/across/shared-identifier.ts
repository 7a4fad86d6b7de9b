// What it means: one number that means one product stands on the sheets of two makers, or of two products.
// Why it matters: whoever looks the product up by its number gets the sheet of another one.
// Instead: each product carries the number that was assigned to it.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { MakerFacts, ProductNumber, SheetFacts } from './facts.ts';

interface Bearer {
  readonly sheet: SheetFacts;
  readonly number: ProductNumber;
}

/** One finding for each number, however many sheets bear it. Revisions of one sheet are one bearer. */
export function* sharedIdentifiers(sheets: readonly SheetFacts[]): Iterable<Finding> {
  const bearers = new Map<string, Map<string, Bearer>>();
  for (const sheet of sheets) {
    for (const number of sheet.numbers) {
      const key = `${number.scheme} ${number.number}`;
      const known = bearers.get(key) ?? new Map<string, Bearer>();
      const before = known.get(sheet.id);
      if (before === undefined || before.sheet.revision < sheet.revision)
        known.set(sheet.id, { sheet, number });
      bearers.set(key, known);
    }
  }
  for (const all of bearers.values()) {
    const found = quarrelOf([...all.values()]);
    if (found !== undefined) yield describe(found);
  }
}

interface Quarrel {
  readonly kind: 'legal-entities' | 'makers' | 'products';
  readonly first: Bearer;
  readonly other: Bearer;
  readonly all: readonly Bearer[];
}

/** The gravest that can be said: two legal entities for certain, two names of makers, two names of products. */
function quarrelOf(all: readonly Bearer[]): Quarrel | undefined {
  const registered = all.find(({ sheet }) => sheet.maker.lei !== undefined);
  const entity = all.find(
    ({ sheet }) => sheet.maker.lei !== undefined && sheet.maker.lei !== registered?.sheet.maker.lei,
  );
  if (registered !== undefined && entity !== undefined)
    return { kind: 'legal-entities', first: registered, other: entity, all };
  const [first] = all;
  if (first === undefined) return undefined;
  const maker = all.find(({ sheet }) => !isSameMaker(first.sheet.maker, sheet.maker));
  if (maker !== undefined) return { kind: 'makers', first, other: maker, all };
  const product = all.find(({ sheet }) => !isSameName(first.sheet.product, sheet.product));
  return product === undefined ? undefined : { kind: 'products', first, other: product, all };
}

const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const isSameMaker = (a: MakerFacts, b: MakerFacts): boolean =>
  (a.lei !== undefined && a.lei === b.lei) ||
  (a.gln !== undefined && a.gln === b.gln) ||
  isSameName(a.name, b.name);

const helps: Readonly<Record<Quarrel['kind'], string>> = {
  'legal-entities': 'ask both makers which of them the number was assigned to, and correct the other sheet',
  makers:
    'find out whether these are two makers; if it is one, write its name the same way, or its LEI on both',
  products: 'give each product its own number; for one product, keep one sheet and raise its revision',
};

function describe({ kind, first, other, all }: Quarrel): Finding {
  const { number } = other;
  const name = number.scheme.toUpperCase();
  const whose =
    kind === 'products'
      ? `two products of \`${first.sheet.maker.name}\`: \`${first.sheet.product}\` and \`${other.sheet.product}\``
      : `products of two makers: \`${first.sheet.maker.name}\` and \`${other.sheet.maker.name}\``;
  return finding('sheet/shared-identifier', `${name} \`${number.number}\` stands for ${whose}`, {
    // Where nothing but names differ, it may be one maker or product under two names.
    severity: kind === 'legal-entities' ? 'error' : 'warning',
    at: number.at,
    related: [{ at: first.number.at, label: 'the same number' }],
    help: [helps[kind]],
    data: {
      scheme: number.scheme,
      number: number.number,
      differs: kind,
      sheets: all.map(({ sheet }) => sheet.name),
    },
  });
}
