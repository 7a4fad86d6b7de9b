import { describe, expect, test } from 'vitest';
import { anyAmount, closed, exactly } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { placeText } from '../../samples/findings.ts';
import { billText, readBillText } from '../../samples/read.ts';

const read = (rest: string) => readBillText(billText(rest));

test('a header is read whole; what is merged is self-declared', () => {
  const { value, lines } = read('inputs: {}\nanswers: { no-lead: true }\nquantities: { energy: 3 MJ }\n');
  expect(lines).toEqual([]);
  expect(value).toMatchObject({
    catalogue: 'plastics/1',
    id: 'urn:example:crate',
    revision: 1,
    issued: '2026-06-01',
    assurance: 'self-declared',
    product: { name: 'Crate', level: 'product', mass: exactly(rational(2)) },
    maker: { name: 'Moulder' },
    inputs: [],
    processes: [],
    source: 'crate.bill.yaml',
  });
  expect(value?.answers.get('no-lead')?.value).toBe('true');
  expect(value?.quantities.get('energy')?.value).toEqual({ kind: 'range', range: exactly(rational(3)) });
});

test('places of the sheet to be issued go by their own names', () => {
  const places = read('inputs: {}\n').value?.places;
  const at = (path: string) => places?.get(path);
  expect(['issued', 'catalogue', 'product.mass', 'sheet'].map((path) => at(path)?.start.column)).toEqual([
    77, 57, 47, 1,
  ]);
});

describe('inputs', () => {
  test('come from a sheet, a bill or nowhere', () => {
    const { value, lines } = read(`inputs:
  pellets: { sheet: pellets.yaml, mass: 1.9 kg }
  pigment: { sheet: urn:uuid:1, mass: 40..60 g }
  label: { sheet: none, mass: unknown }
  lid: { bill: lid.bill.yaml }
  mould-release: { sheet: none, mass: 5 g, contained: false }
`);
    expect(lines).toEqual([]);
    expect(
      value?.inputs.map(({ name, origin, mass, contained }) => ({ name, origin, mass, contained })),
    ).toEqual([
      {
        name: 'pellets',
        origin: { kind: 'sheet', reference: 'pellets.yaml' },
        mass: exactly(rational(19, 10)),
        contained: true,
      },
      {
        name: 'pigment',
        origin: { kind: 'sheet', reference: 'urn:uuid:1' },
        mass: closed(rational(4, 100), rational(6, 100)),
        contained: true,
      },
      { name: 'label', origin: { kind: 'none' }, mass: anyAmount, contained: true },
      { name: 'lid', origin: { kind: 'bill', reference: 'lid.bill.yaml' }, mass: undefined, contained: true },
      { name: 'mould-release', origin: { kind: 'none' }, mass: exactly(rational(5, 1000)), contained: false },
    ]);
    const lid = value?.inputs[3];
    expect([lid?.at, lid?.originAt, lid?.massAt].map((at) => at && placeText(at))).toEqual([
      '9:3-9:6',
      '9:16-9:29',
      '9:3-9:6',
    ]);
  });

  test.each([
    [
      'a: { sheet: none, mass: -5 g }',
      '6:29-6:33 bill/mass-negative: the mass of `a` is `-5 g`, which is negative',
    ],
    [
      'a: { sheet: none, mass: 5 lb }',
      '6:29-6:33 read/bad-quantity: the unit `lb` of the mass of `a` is not known',
    ],
    [
      'a: { sheet: none, mass: 5 MJ }',
      '6:29-6:33 read/bad-quantity: the mass of `a` is in `MJ`, where a mass is expected',
    ],
    [
      'a: { sheet: none, mass: -0 kg, contained: true }',
      '6:29-6:34 read/bad-quantity: the mass of `a` is `-0 kg`, a zero with a minus sign',
    ],
    [
      'a: { sheet: none, mass: 0..-0 g }',
      '6:29-6:36 read/bad-quantity: the mass of `a` is `0..-0 g`, a zero with a minus sign',
    ],
    [
      'a: { sheet: none, mass: 0 g }',
      '6:29-6:32 read/bad-quantity: the mass of `a` is `0 g`, so nothing of it goes in',
    ],
    [
      'a: { sheet: none, mass: 0..4 g }',
      '6:29-6:35 read/bad-quantity: the mass of `a` is `0..4 g`, so it may not be there at all',
    ],
    ['a: { mass: 5 g }', '6:5-6:6 read/missing-key: input `a` names neither a sheet nor a bill'],
    [
      'a: { sheet: b, bill: c, mass: 5 g }',
      '6:20-6:24 read/wrong-value: input `a` names both a sheet and a bill',
    ],
  ])('%s', (input, line) => {
    const { value, lines } = read(`inputs:\n    ${input}\n`);
    expect(lines).toEqual([line]);
    expect(value?.inputs[0]?.mass).toBeDefined();
  });
});

test('a negative mass of the product is found', () => {
  const { lines } = readBillText(billText('inputs: {}\n').replace('2 kg', '-2 kg'));
  expect(lines).toEqual(['3:47-3:52 bill/mass-negative: `product.mass` is `-2 kg`, which is negative']);
});

test.each([
  ['0 kg', 'where a product weighs something'],
  ['0..0.0 kg', 'where a product weighs something'],
  ['-0 kg', 'a zero with a minus sign'],
])('a product does not weigh %s', (mass, why) => {
  const { lines } = readBillText(billText('inputs: {}\n').replace('2 kg', mass));
  const end = 47 + mass.length;
  expect(lines).toEqual([`3:47-3:${end} read/bad-quantity: \`product.mass\` is \`${mass}\`, ${why}`]);
});

test('an input may weigh nothing where it is said to be contained', () => {
  const { value, lines } = read('inputs:\n    a: { sheet: none, mass: 0 g, contained: true }\n');
  expect([lines, value?.inputs[0]?.mass]).toEqual([[], exactly(rational(0))]);
});

describe('processes', () => {
  const process = (text: string) => read(`inputs: {}\nprocesses:\n  - ${text}\n`);

  test('are read whole', () => {
    const { value, lines } = process(`effect: heat
    name: moulding
    takes: [pellets, pigment]
    gives: body
    applied: [pigment]
    loses: 20 g
    yield: 95 %
    returns: 1..2 kg
    uses: 5 kWh
    shares: { renewable-energy: 50 % }
    levels: { skill: trained }
    conserves: [all, recycled]`);
    expect(lines).toEqual([]);
    const { at, places, ...rest } = value?.processes[0] ?? {};
    expect(rest).toEqual({
      effect: 'heat',
      name: 'moulding',
      takes: ['pellets', 'pigment'],
      gives: 'body',
      applied: ['pigment'],
      loses: exactly(rational(2, 100)),
      yield: exactly(rational(95, 100)),
      returns: closed(rational(1), rational(2)),
      uses: exactly(rational(18)),
      shares: new Map([['renewable-energy', exactly(rational(1, 2))]]),
      levels: new Map([['skill', 1]]),
      conserves: ['all', 'recycled'],
    });
    expect(at && placeText(at)).toBe('7:5-7:11');
    const takes = places?.get('takes/1');
    expect(takes && placeText(takes)).toBe('9:22-9:29');
    expect(places?.get('shares/renewable-energy')?.start.line).toBe(16);
  });

  test('take their defaults', () => {
    const { value } = process('{ effect: weld, takes: [a, b] }');
    expect(value?.processes[0]).toMatchObject({ name: 'weld', gives: 'a', conserves: [] });
    expect(value?.processes[0] !== undefined && 'applied' in value.processes[0]).toBe(false);
  });

  test('an unknown amount is any amount', () => {
    expect(
      process('{ effect: heat, takes: [a], uses: unknown, yield: unknown }').value?.processes[0],
    ).toMatchObject({
      uses: anyAmount,
      yield: closed(rational(0), rational(1)),
    });
  });

  test.each([
    ['loses: -1 g', 'bill/mass-negative: `loses` is `-1 g`, which is negative'],
    ['returns: 1', 'read/bad-quantity: `returns` is `1` without a unit'],
    ['yield: 101 %', 'read/bad-quantity: `yield` is `101 %`, which is more than the whole'],
    ['uses: 5 kg', 'read/bad-quantity: `uses` is in `kg`, where an amount of energy is expected'],
    [
      'shares: { renewable-energy: 2 kg }',
      'read/bad-quantity: `renewable-energy` is in `kg`, where a share is expected',
    ],
    [
      'shares: { renewable: 2 % }',
      'sheet/unknown-quantity: quantity `renewable` is not in catalogue `plastics/1`',
    ],
    ['levels: { skil: layman }', 'sheet/unknown-quantity: quantity `skil` is not in catalogue `plastics/1`'],
    ['levels: { skill: expert }', 'read/wrong-value: `expert` is not a step of the scale of `skill`'],
    ['levels: { energy: layman }', 'read/wrong-value: `energy` has no scale, so `layman` is no level of it'],
  ])('%s', (key, message) => {
    const { lines } = process(`{ effect: heat, takes: [a], ${key} }`);
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toEqual([message]);
  });

  test('what an unknown effect uses is read by its own unit', () => {
    const { value, lines } = process('{ effect: rinse, takes: [a], uses: 3 l }');
    expect(lines).toEqual([]);
    expect(value?.processes[0]?.uses).toEqual(exactly(rational(3, 1000)));
    expect(process('{ effect: rinse, takes: [a], uses: 3 drops }').lines).toHaveLength(1);
  });
});

test('a catalogue that is not known is found at its name', () => {
  const { value, lines } = readBillText(billText('inputs: {}\n').replace('plastics/1', 'plastics/9'));
  expect(value).toBeUndefined();
  expect(lines).toEqual([
    '2:57-2:67 sheet/unknown-catalogue: this version of catalogue `plastics` is not known: `plastics/9`',
  ]);
});

test.each(['sheet', 'product', 'maker'])('without %s there is no bill', (key) => {
  const { value, lines } = readBillText(billText('inputs: {}\n').replace(`\n${key}:`, '\nother:'));
  expect(value).toBeUndefined();
  expect(lines).toEqual([]);
});
