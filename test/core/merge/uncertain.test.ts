// Bills that leave open what goes in: pieces that are counted, parts that may not be there, and lines that several
// sources fill.

import { expect, test } from 'vitest';
import { piecesOf } from '../../../src/core/merge/pieces.ts';
import type { Input } from '../../../src/core/model/bill.ts';
import type { Sheet } from '../../../src/core/model/sheet.ts';
import { closed, exactly, product } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { answer, merge, sheet } from '../../support/merging.ts';

const RECYCLED = 'inputs.post-consumer-recycled';

const bill = (inputs: string, processes = '', more = '', product = ''): string => `loopsheet: bill/1
sheet: { id: "P", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product${product} }
maker: { name: Maker }
inputs:
${inputs}${processes === '' ? '' : `processes:\n${processes}`}answers:
  product.gtin-given: false
${more}`;

const share = (range: string): string => `quantities:\n  ${RECYCLED}: ${range}\n`;
const pvc = (value: boolean): string => `  inputs.no-pvc: ${value}\n`;

interface Written {
  readonly quantities?: Readonly<
    Record<string, string | { readonly atLeast: string; readonly atMost: string }>
  >;
}

/** What the merged sheet says of the quantity. */
async function figure(files: Readonly<Record<string, string>>, quantity: string): Promise<unknown> {
  const done = await merge(files, ['--quantities']);
  const text = done.files.get('out.json');
  const found = text === undefined ? done.stderr : (JSON.parse(text) as Written).quantities?.[quantity];
  return typeof found === 'object' ? `${found.atLeast} to ${found.atMost}` : found;
}

/** The errors of a merge, each as its code and message. */
async function codes(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { stderr } = await merge(files);
  const found = stderr.matchAll(/^error\[([a-z/-]+)\]: ((?:.|\n(?! *-->))*)/gm);
  return [...found].map(([, code, message = '']) => `${code}: ${message.replaceAll(/\s+/g, ' ')}`);
}

const sheets = {
  'a.yaml': sheet('A', pvc(true), share('20 %')),
  'b.yaml': sheet('B', pvc(true), share('60 %')),
  'c.yaml': sheet('C', pvc(false), share('0 %')),
};

test('ranges of masses on several lines give the exact range of their mean', async () => {
  const inputs =
    '  a: { sheet: a.yaml, mass: 1..3 kg }\n  b: { sheet: b.yaml, mass: 1..2 kg }\n  c: { sheet: c.yaml, mass: 0..1 kg, contained: true }\n';
  // Least: 3 kg of 20 %, 1 kg of 60 % and 1 kg of 0 %; most: 1 kg of 20 % and 2 kg of 60 %.
  expect(await figure({ ...sheets, 'p.yaml': bill(inputs) }, RECYCLED)).toBe('24 % to 140/3 %');
});

test('a mass that is not known leaves the hull of all lines', async () => {
  const inputs = '  a: { sheet: a.yaml, mass: unknown }\n  b: { sheet: b.yaml, mass: 1..2 kg }\n';
  expect(await figure({ ...sheets, 'p.yaml': bill(inputs) }, RECYCLED)).toBe('20 % to 60 %');
});

test('pieces weigh their number times what one weighs', async () => {
  const inputs = '  a: { sheet: a.yaml, count: 3, massEach: 1 kg }\n  b: { sheet: b.yaml, mass: 1 kg }\n';
  expect(await figure({ ...sheets, 'p.yaml': bill(inputs) }, RECYCLED)).toBe('30 %');
  const declared = '  a: { sheet: a.yaml, count: 3 }\n  b: { sheet: b.yaml, count: 1 }\n';
  expect(await figure({ ...sheets, 'p.yaml': bill(declared) }, RECYCLED)).toBe('30 %');
  const ranges =
    '  a: { sheet: a.yaml, count: 1..3, massEach: 1..2 kg }\n  b: { sheet: b.yaml, mass: 2 kg }\n';
  expect(await figure({ ...sheets, 'p.yaml': bill(ranges) }, RECYCLED)).toBe('30 % to 140/3 %');
});

test('a sheet that declares no mass says nothing of what its pieces weigh', async () => {
  const bare = sheets['a.yaml'].replace(', mass: 1 kg', '');
  const files = {
    ...sheets,
    'a.yaml': bare,
    'p.yaml': bill('  a: { sheet: a.yaml, count: 3 }\n  b: { sheet: b.yaml, mass: 1 kg }\n'),
  };
  expect(await codes(files)).toEqual([
    'bill/mass-missing: input `a` is counted, but neither it nor its sheet says what one weighs',
  ]);
  const material = sheets['a.yaml'].replace('level: component', 'level: material');
  expect(await codes({ ...files, 'a.yaml': material })).toEqual([
    'bill/mass-missing: input `a` is counted, but neither it nor its sheet says what one weighs',
  ]);
});

test('what is published holds with and without an optional part', async () => {
  const one = (name: string): string =>
    `  a: { sheet: a.yaml, mass: 1 kg }\n  x: { sheet: ${name}.yaml, mass: 1 kg, optional: true }\n`;
  const withB = { ...sheets, 'p.yaml': bill(one('b')) };
  expect(await figure(withB, RECYCLED)).toBe('20 % to 40 %');
  expect(answer(await merge(withB), 'inputs.no-pvc')).toBe(true);
  const withC = { ...sheets, 'p.yaml': bill(one('c')) };
  expect(await figure(withC, RECYCLED)).toBe('10 % to 20 %');
  expect(answer(await merge(withC), 'inputs.no-pvc')).toBe('unknown');
  const certain = { ...sheets, 'p.yaml': bill(one('c').replace(', optional: true', '')) };
  expect(answer(await merge(certain), 'inputs.no-pvc')).toBe(false);
});

test('a joint to a part that may not be there neither stands nor refutes', async () => {
  const inputs =
    '  a: { sheet: none, mass: 1 kg }\n  b: { sheet: none, mass: 1 kg }\n  x: { sheet: none, mass: 1 kg, optional: true }\n';
  const own = '  durability.reversible-connections: true\n';
  const weld = (takes: string): string =>
    `  - { effect: join-irreversible, takes: [${takes}], gives: whole }\n`;
  const screw = '  - { effect: join-reversible, takes: [whole, b], gives: product }\n';
  const reversible = async (text: string): Promise<unknown> =>
    answer(await merge({ 'p.yaml': text }), 'durability.reversible-connections');
  const certain = inputs.replace(', optional: true', '');
  expect(await reversible(bill(inputs, weld('a, b, x'), own))).toBe('unknown');
  expect(await reversible(bill(certain, weld('a, x') + screw, ''))).toBe(false);
  expect(await reversible(bill(inputs, weld('a, x') + screw, ''))).toBe('unknown');
});

test('a product of nothing but optional parts is no product', async () => {
  const inputs =
    '  a: { sheet: a.yaml, mass: 1 kg, optional: true }\n  b: { sheet: b.yaml, mass: 1 kg, optional: true }\n';
  expect(await codes({ ...sheets, 'p.yaml': bill(inputs) })).toEqual([
    'bill/nothing-inside: every input of `Product` is optional',
  ]);
});

test('the mass of the product is that without as well as with its optional parts', async () => {
  const inputs = '  a: { sheet: a.yaml, mass: 1 kg }\n  b: { sheet: b.yaml, mass: 50 g, optional: true }\n';
  const of = (mass: string) => codes({ ...sheets, 'p.yaml': bill(inputs, '', '', `, mass: ${mass}`) });
  expect(await of('1..1.05 kg')).toEqual([]);
  expect(await of('1 kg')).toEqual([
    'bill/mass-imbalance: with all that is optional inputs less losses give 1.05 kg, but `Product` weighs 1 kg: 50 g too much, where at most 1 g passes as rounding',
  ]);
  expect(await of('1.05 kg')).toEqual([
    'bill/mass-imbalance: without what is optional inputs less losses give 1 kg, but `Product` weighs 1.05 kg: 50 g too little, where at most 1.05 g passes as rounding',
  ]);
});

test('what is published holds for every mix of alternatives', async () => {
  const line = (...names: string[]): string =>
    `  a: { sheet: a.yaml, mass: 1 kg }\n  x: { mass: 1 kg, anyOf: [${names.map((name) => `{ sheet: ${name}.yaml }`).join(', ')}] }\n`;
  const both = { ...sheets, 'p.yaml': bill(line('b', 'c')) };
  expect(await figure(both, RECYCLED)).toBe('10 % to 40 %');
  expect(answer(await merge(both), 'inputs.no-pvc')).toBe('unknown');
  const good = { ...sheets, 'd.yaml': sheet('D', pvc(true), share('40 %')), 'p.yaml': bill(line('b', 'd')) };
  expect(await figure(good, RECYCLED)).toBe('30 % to 40 %');
  expect(answer(await merge(good), 'inputs.no-pvc')).toBe(true);
  const bad = { ...sheets, 'd.yaml': sheet('D', pvc(false)), 'p.yaml': bill(line('c', 'd')) };
  expect(answer(await merge(bad), 'inputs.no-pvc')).toBe(false);
  const open = {
    ...sheets,
    'p.yaml': bill(line('b').replace('{ sheet: b.yaml }', '{ sheet: b.yaml }, { sheet: none }')),
  };
  expect(answer(await merge(open), 'inputs.no-pvc')).toBe('unknown');
});

test('alternatives in fixed shares are several lines', async () => {
  const line = (b: string, c: string): string =>
    `  x: { mass: 2 kg, anyOf: [{ sheet: b.yaml, share: ${b} }, { sheet: c.yaml, share: ${c} }] }\n`;
  const fixed = { ...sheets, 'p.yaml': bill(line('75 %', '25 %')) };
  expect(await figure(fixed, RECYCLED)).toBe('45 %');
  expect(answer(await merge(fixed), 'inputs.no-pvc')).toBe(false);
  // Where one share is fixed so is what is left for the other.
  expect(await figure({ ...sheets, 'p.yaml': bill(line('75 %', '0..100 %')) }, RECYCLED)).toBe('45 %');
  expect(await figure({ ...sheets, 'p.yaml': bill(line('50..75 %', '25..100 %')) }, RECYCLED)).toBe(
    '30 % to 45 %',
  );
});

test('a band that no alternative is in may still be the mix', async () => {
  const group = (band: string): string => `  ${RECYCLED}: ${band}\n`;
  const files = {
    'a.yaml': sheet('A', group('"0"')),
    'b.yaml': sheet('B', group('75-95')),
    'p.yaml': bill('  x: { mass: 1 kg, anyOf: [{ sheet: a.yaml }, { sheet: b.yaml }] }\n'),
  };
  expect(answer(await merge(files), `${RECYCLED}/25-50`)).toBe('unknown');
  expect(answer(await merge(files), `${RECYCLED}/95-100`)).toBe(false);
});

test('a piece that weighs something else is something else, however many there are', () => {
  const sheetOf17 = { product: { level: 'component', mass: exactly(rational(17, 10_000)) } } as Sheet;
  const massEach = exactly(rational(2, 1000));
  const counts = [exactly(rational(12)), closed(rational(10), rational(12))];
  const pieces = counts.map((count) =>
    piecesOf({ count, massEach, mass: product(count, massEach) } as Input, sheetOf17),
  );
  expect(pieces).toEqual([undefined, undefined]);
});

test('whether a source is there at all is no share of it', async () => {
  const line =
    '{ mass: 1 kg, anyOf: [{ sheet: a.yaml, share: 0..50 % }, { sheet: b.yaml, share: 50..100 % }] }';
  expect(await codes({ ...sheets, 'p.yaml': bill(`  a: ${line}\n`) })).toEqual([
    'read/bad-quantity: the share of `a/1` may be nothing, so it may not be there at all',
  ]);
});
