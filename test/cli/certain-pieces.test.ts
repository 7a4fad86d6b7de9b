// What is certain of a product does not hang on taking several pieces for one, or an object for one article.

import { expect, test } from 'vitest';
import { answer, merge, sheet } from '../support/merging.ts';

const bill = (inputs: readonly string[], processes: readonly string[], more = ''): string =>
  `loopsheet: bill/1
sheet: { id: "P", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
${inputs.map((line) => `  ${line}\n`).join('')}${processes.length === 0 ? '' : 'processes:\n'}${processes.map((each) => `  - ${each}\n`).join('')}answers:
  product.gtin-given: false
${more}`;

const weighing = (mass: string, text: string, level = 'component'): string =>
  text.replace(
    'level: component, mass: 1 kg',
    mass === '' ? `level: ${level}` : `level: ${level}, mass: ${mass}`,
  );

const content = (share: string): string => `quantities:\n  substances.svhc-content: ${share}\n`;
const clean = (mass: string): string => weighing(mass, sheet(`C-${mass}`, '', content('0 %')));

const FREE = 'substances.no-svhc';
const glued = {
  'frame.yaml': clean('10 kg'),
  'lid.yaml': clean('10 g'),
  'knob.yaml': clean('10 g').replaceAll('C-10 g', 'K'),
  'glue.yaml': weighing('1 g', sheet('G', '', content('50 %')), 'material'),
};
const glue = 'glue: { sheet: glue.yaml, mass: 0.1 g }';
const knob = 'knob: { sheet: knob.yaml, mass: 10 g }';
const frame = 'frame: { sheet: frame.yaml, mass: 10 kg }';
const lid = 'lid: { sheet: lid.yaml, mass: 10 g }';
const screws = '{ effect: join-reversible, takes: [frame, lid], gives: box }';
const gluing = (part: string): string =>
  `{ effect: join-irreversible, takes: [${part}, knob, glue], applied: [glue], gives: x }`;

test('glue on an object that comes apart may be on its smallest article', async () => {
  const of = async (inputs: readonly string[], processes: readonly string[], files = {}): Promise<unknown> =>
    answer(await merge({ ...glued, ...files, 'p.yaml': bill(inputs, processes) }), FREE);
  // One article of 10 kg: the pool is all of it.
  expect(await of([frame, knob, glue], [gluing('frame')])).toBe(true);
  expect(await of([frame, lid, knob, glue], [screws, gluing('box')])).toBe('unknown');
  const repair = '{ effect: replace, takes: [x, n], removes: 10 kg }';
  const n = 'n: { sheet: lid.yaml, mass: 10 g }';
  expect(await of([frame, lid, knob, glue, n], [screws, gluing('box'), repair])).toBe('unknown');
  // What is welded stays one object.
  const weld = screws.replace('join-reversible', 'join-irreversible');
  expect(await of([frame, lid, knob, glue], [weld, gluing('box')])).toBe(true);
  // A product, a component of named inputs and several pieces may be complex objects.
  const inside = `inputs: [{ id: "I", revision: 1, sha256: "${'a'.repeat(64)}" }]\n`;
  for (const object of [
    weighing('10 kg', sheet('C', '', content('0 %')), 'product'),
    clean('10 kg') + inside,
    clean('5 kg'),
    clean(''),
  ])
    expect(await of([frame, knob, glue], [gluing('frame')], { 'frame.yaml': object })).toBe('unknown');
});

const MONO = 'inputs.mono-material';

test('pieces that say to be of one material, but not of which, need not be of the same', async () => {
  const unnamed = sheet('A', `  ${MONO}: true\n`);
  const named = sheet('A', `  ${MONO}: true\n`, 'quantities:\n  inputs.main-material: steel\n');
  const of = async (text: string, lines: readonly string[], level = 'component'): Promise<unknown> =>
    answer(await merge({ 'a.yaml': weighing('1 kg', text, level), 'p.yaml': bill(lines, []) }), MONO);
  expect(await of(unnamed, ['a: { sheet: a.yaml, mass: 1 kg }'])).toBe(true);
  expect(await of(unnamed, ['a: { sheet: a.yaml, count: 1 }'])).toBe(true);
  expect(await of(unnamed, ['a: { sheet: a.yaml, count: 2 }'])).toBe('unknown');
  expect(await of(unnamed, ['a: { sheet: a.yaml, mass: 2 kg }'])).toBe('unknown');
  expect(await of(named, ['a: { sheet: a.yaml, count: 2 }'])).toBe(true);
  const two = ['a: { sheet: a.yaml, mass: 1 kg }', 'b: { sheet: a.yaml, mass: 1 kg }'];
  expect(await of(unnamed, two)).toBe('unknown');
  expect(await of(named, two)).toBe(true);
  // One line of a material is one lot; two lines are two.
  expect(await of(unnamed, ['a: { sheet: a.yaml, mass: 2 kg }'], 'material')).toBe(true);
  expect(await of(unnamed, two, 'material')).toBe('unknown');
});

test('a line of which nobody says what one piece weighs may be several pieces', async () => {
  const band = 'inputs.post-consumer-recycled/25-50';
  const of = async (text: string, line: string): Promise<unknown> =>
    answer(await merge({ 'a.yaml': text, 'p.yaml': bill([line], []) }), band);
  const told = sheet('A', `  ${band}: false\n`);
  expect(await of(told, 'a: { sheet: a.yaml, mass: 1 kg }')).toBe(false);
  expect(await of(weighing('', told), 'a: { sheet: a.yaml, mass: 2 kg }')).toBe(undefined);
  expect(await of(weighing('', told), 'a: { sheet: a.yaml, count: 1, massEach: 2 kg }')).toBe(false);
  expect(await of(weighing('', told, 'material'), 'a: { sheet: a.yaml, mass: 2 kg }')).toBe(false);
});

test('a use that is stated covers what was done before it, and nothing else', async () => {
  const part = sheet(
    'A',
    '  production.renewable-energy/95-100: true\n',
    'quantities:\n  production.energy: 10 MJ\n  production.renewable-energy: 100 %\n',
  );
  const of = async (...processes: readonly string[]): Promise<unknown> =>
    answer(
      await merge({
        'a.yaml': part,
        'p.yaml': bill(['a: { sheet: a.yaml, mass: 1 kg }', 'b: { sheet: a.yaml, mass: 1 kg }'], processes),
      }),
      'production.renewable-energy',
    );
  const use = (takes: string): string =>
    `{ effect: use-energy, name: own, takes: [${takes}], uses: 1 MJ, shares: { production.renewable-energy: 100 % } }`;
  const melt = '{ effect: melt, takes: [a, b] }';
  const water = '{ effect: use-water, takes: [a], uses: 1 l }';
  expect(await of(melt, use('a'))).toBe('95-100');
  expect(await of(melt, use('a'), water)).toBe('95-100');
  expect(await of(use('a, b'))).toBe('95-100');
  expect(await of(use('a'), melt)).toBe('unknown');
  expect(await of(use('a'))).toBe('unknown');
  expect(await of(use('a'), use('b'))).toBe('unknown');
});
