// What may only seem certain: parts that may be gone, materials that may have layers, masses that may be rounded,
// figures that are booked. Each was once published.

import { expect, test } from 'vitest';
import { answer, bill, merge, sheet } from '../support/merging.ts';

const material = (id: string, answers: string, more = ''): string =>
  sheet(id, answers, more).replace('level: component', 'level: material');
const melt = '{ effect: melt, takes: [a, b] }';
const screws = '{ effect: join-reversible, takes: [a, b] }';

test('one layer of a material does not decide what a melt of it holds', async () => {
  const lead = '  substances.lead-within-limit: { answer: false, references: [Directive 2011/65/EU] }\n';
  const clean = '  substances.lead-within-limit: { answer: true, references: [Directive 2011/65/EU] }\n';
  const files = {
    'a.yaml': material('A', lead, 'quantities: { substances.lead-content: 20 % }\n'),
    'b.yaml': material('B', clean, 'quantities: { substances.lead-content: 0 % }\n'),
  };
  const result = await merge({ ...files, 'p.yaml': bill(melt, '') });
  expect([result.exit, answer(result, 'substances.lead-within-limit')]).toEqual([0, 'unknown']);
});

test('a mixture beside an article is no article', async () => {
  const files = {
    'a.yaml': sheet('A', '', 'quantities: { substances.svhc-content: 0 % }\n'),
    'b.yaml': material('B', '', 'quantities: { substances.svhc-content: 1 % }\n'),
  };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect([result.exit, answer(result, 'substances.no-svhc')]).toEqual([0, 'unknown']);
});

test('what does not apply to a part does not hold for it, but for joints that it does not have', async () => {
  const cotton =
    '  end-of-use.technical-cycle: not-applicable\n  durability.reversible-connections: not-applicable\n';
  const both =
    '  end-of-use.technical-cycle: { answer: true, references: [ISO 59004] }\n  durability.reversible-connections: true\n';
  const files = { 'a.yaml': sheet('A', cotton), 'b.yaml': sheet('B', both) };
  const result = await merge({ ...files, 'p.yaml': bill(screws, both) });
  expect(answer(result, 'end-of-use.technical-cycle')).toBe('unknown');
  expect(answer(result, 'durability.reversible-connections')).toBe(true);
});

test('a product that is joined cannot say that joints do not apply to it', async () => {
  const none = '  durability.reversible-connections: not-applicable\n';
  const files = { 'a.yaml': sheet('A', none), 'b.yaml': sheet('B', none) };
  const result = await merge({ ...files, 'p.yaml': bill('{ effect: assemble, takes: [a, b] }', none) });
  expect(answer(result, 'durability.reversible-connections')).toBe('unknown');
});

test('what the maker books over its plant is not physically there for certain', async () => {
  const full = '  inputs.post-consumer-recycled: { answer: 95-100, references: [ISO 14021] }\n';
  const files = { 'a.yaml': sheet('A', full), 'b.yaml': sheet('B', full) };
  const booked = '  inputs.recycled-is-attributed: { answer: true, references: [ISO 22095] }\n';
  const plain = await merge({ ...files, 'p.yaml': bill(screws, '') });
  const result = await merge({ ...files, 'p.yaml': bill(screws, booked) });
  expect(answer(plain, 'inputs.post-consumer-above-75')).toBe(true);
  expect(answer(result, 'inputs.post-consumer-above-75')).toBe('unknown');
  expect(answer(result, 'inputs.post-consumer-recycled')).toBe('unknown');
});

test.each([
  ['0..1 kg', 'unknown'],
  ['1 kg', 'nothing written'],
  ['1..2 kg', 'nothing written'],
])('a part of which %s leaves decides nothing by itself: %s', async (loses, outcome) => {
  const files = {
    'a.yaml': sheet('A', '  inputs.no-pvc: false\n  inputs.contains-critical-raw-material: true\n'),
    'b.yaml': sheet(
      'B',
      '  inputs.no-pvc: true\n  inputs.contains-critical-raw-material: { answer: false, list: eu-critical-raw-materials/2024 }\n',
    ),
  };
  const off = `{ effect: loss-homogeneous, takes: [a], gives: rest, loses: ${loses} }\n  - { effect: join-reversible, takes: [rest, b] }`;
  const result = await merge({ ...files, 'p.yaml': bill(off, '') });
  expect(answer(result, 'inputs.no-pvc')).toBe(outcome);
  expect(answer(result, 'inputs.contains-critical-raw-material')).toBe(outcome);
});

test('masses that add up only but for rounding decide no edge', async () => {
  const files = {
    'a.yaml': sheet(
      'A',
      '  inputs.post-consumer-recycled: { answer: 95-100, references: [ISO 14021] }\n',
      'quantities: { inputs.post-consumer-recycled: 100 % }\n',
    ),
    'b.yaml': sheet('B', '  inputs.post-consumer-recycled: 0\n'),
  };
  const exact = bill(screws, '')
    .replace('a.yaml, mass: 1 kg', 'a.yaml, mass: 250 g')
    .replace('b.yaml, mass: 1 kg', 'b.yaml, mass: 750.5 g');
  const rounded = exact.replace('level: product }', 'level: product, mass: 1 kg }');
  const result = await merge({ ...files, 'p.yaml': rounded });
  expect(result.stdout + result.stderr).toContain('bill/mass-rounded');
  expect(answer(result, 'inputs.post-consumer-at-least-25')).toBe('unknown');
  expect(answer(await merge({ ...files, 'p.yaml': exact }), 'inputs.post-consumer-at-least-25')).toBe(false);
});

test('copper and zinc melted together may be one material', async () => {
  const named = (name: string) => `quantities: { inputs.main-material: ${name} }\n`;
  const mono = '  inputs.mono-material: true\n';
  const files = {
    'a.yaml': material('A', mono, named('copper')),
    'b.yaml': material('B', mono, named('zinc')),
  };
  expect(answer(await merge({ ...files, 'p.yaml': bill(melt, '') }), 'inputs.mono-material')).toBe('unknown');
  expect(answer(await merge({ ...files, 'p.yaml': bill(screws, '') }), 'inputs.mono-material')).toBe(false);
});

test('a part that is one material all through brings nothing else into a product that is nearly so', async () => {
  const named = (name: string) => `quantities: { inputs.main-material: ${name} }\n`;
  const nearlyOf = async (grams: number, how = screws): Promise<unknown> => {
    const files = {
      'a.yaml': material('A', '  inputs.mono-material: true\n', named('copper')),
      'b.yaml': material('B', '  inputs.mono-material: true\n', named('zinc')),
      'p.yaml': bill(how, '')
        .replace('a.yaml, mass: 1 kg', `a.yaml, mass: ${2000 - grams} g`)
        .replace('b.yaml, mass: 1 kg', `b.yaml, mass: ${grams} g`),
    };
    return answer(await merge(files), 'inputs.nearly-mono-material');
  };
  expect(await nearlyOf(90)).toBe(true);
  expect(await nearlyOf(110)).toBe(false);
  expect(await nearlyOf(90, melt)).toBe('unknown');
});

test('what was mixed stays mixed, whatever its maker calls it', async () => {
  const blended =
    '  inputs.post-consumer-recycled: { answer: 25-50, references: [ISO 14021], custody: controlled-blending }\n';
  const files = { 'a.yaml': sheet('A', blended), 'b.yaml': sheet('B', blended) };
  const own =
    '  inputs.post-consumer-recycled: { answer: 25-50, references: [ISO 14021], custody: identity-preserved }\n';
  const result = await merge({ ...files, 'p.yaml': bill(screws, own) });
  const written = JSON.parse(result.files.get('out.json') ?? '{}');
  expect(written.answers['inputs.post-consumer-recycled/25-50'].custody).toBe('controlled-blending');
});

test("a supplier's own words stay with the supplier", async () => {
  const secret = '  inputs.responsibly-sourced: { answer: true, references: [Contract with pit 7] }\n';
  const files = { 'a.yaml': sheet('A', secret), 'b.yaml': sheet('B', secret) };
  const result = await merge({ ...files, 'p.yaml': bill(screws, '') });
  expect(answer(result, 'inputs.responsibly-sourced')).toBe(true);
  expect(result.files.get('out.json')).not.toContain('pit 7');
});

test('the lineage names what the product contains, and no aid that leaves it', async () => {
  const inputs = '  c: { sheet: c.yaml, mass: 1 kg, contained: false }\n';
  const files = { 'a.yaml': sheet('A', ''), 'b.yaml': sheet('B', ''), 'c.yaml': sheet('C', '') };
  const result = await merge({ ...files, 'p.yaml': bill('{ effect: assemble, takes: [a, b] }', '', inputs) });
  const { inputs: lineage } = JSON.parse(result.files.get('out.json') ?? '{}');
  expect(lineage.map(({ id }: { readonly id: string }) => id)).toEqual(['A', 'B']);
});

test('several pieces of one sheet may come to what each of them is not', async () => {
  const files = { 'a.yaml': sheet('A', '  inputs.post-consumer-recycled/25-50: false\n') };
  const of = (mass: string): string =>
    bill('{ effect: use-energy, takes: [a], uses: 1 MJ }', '')
      .replace(/^ {2}b: .*\n/m, '')
      .replace('mass: 1 kg', `mass: ${mass}`);
  const excluded = async (mass: string) =>
    answer(await merge({ ...files, 'p.yaml': of(mass) }), 'inputs.post-consumer-recycled/25-50');
  expect(await excluded('1 kg')).toBe(false);
  expect(await excluded('2 kg')).toBeUndefined();
  expect(await excluded('1..2 kg')).toBeUndefined();
});
