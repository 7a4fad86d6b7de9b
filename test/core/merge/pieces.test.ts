// Pieces that may weigh something else than what their sheet declares.

import { expect, test } from 'vitest';
import { answer, merge } from '../../support/merging.ts';

const RECYCLED = 'inputs.post-consumer-recycled-plastic';
const PLASTIC = 'inputs.plastic-mass';

const part = (id: string, band: string, plastic: string, mass = '100 g'): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: "${id}"
revision: 1
issued: 2026-01-01
product: { name: ${id}, level: component, mass: ${mass} }
maker: { name: M }
answers: { ${RECYCLED}: "${band}" }
quantities: { ${PLASTIC}: ${plastic}, production.energy: 1 MJ }
`;

const bill = (...inputs: readonly string[]): string => `loopsheet: bill/1
sheet: { id: "P", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
${inputs.map((line) => `  ${line}\n`).join('')}answers: {}
`;

const H = 'b: { sheet: h.yaml, count: 20 }';

async function made(line: string, mass = '100 g') {
  const files = {
    'f.yaml': part('F', '50-75', '100 g', mass),
    'h.yaml': part('H', '0', '50 g'),
    'p.yaml': bill(`a: { sheet: f.yaml, ${line} }`, H),
  };
  const merged = await merge(files, ['--quantities']);
  const figure = (id: string): unknown => {
    const found = JSON.parse(merged.files.get('out.json') ?? '{}').quantities?.[id];
    return typeof found === 'object' ? `${found.atLeast} to ${found.atMost}` : found;
  };
  return {
    band: answer(merged, RECYCLED),
    plastic: figure(PLASTIC),
    energy: figure('production.energy'),
  };
}

test('a piece that may weigh less than its sheet says has perhaps less of everything', async () => {
  const light = await made('count: 10, massEach: 90..100 g');
  expect(light.band).toBe(undefined);
  expect(light).toEqual(await made('mass: 900..1000 g'));
  expect(light.plastic).toBe('1.9 kg to 2 kg');
  expect((await made('count: 10, massEach: 1..100 g')).plastic).toBe('1.01 kg to 2 kg');
  const exact = await made('count: 10, massEach: 100 g');
  expect(exact.band).toBe('25-50');
  expect(exact).toEqual(await made('count: 10'));
});

test('a piece that may weigh more than its sheet says has perhaps more of everything', async () => {
  expect((await made('count: 10, massEach: 100..120 g')).plastic).toBe('2 kg to 2.2 kg');
  expect((await made('count: 10, massEach: 120 g')).plastic).toBe('2.2 kg');
});

test('a piece that weighs what its sheet allows counts as one', async () => {
  expect((await made('count: 10, massEach: 100..105 g', '95..110 g')).plastic).toBe('2 kg');
  expect((await made('mass: 1000..1050 g', '95..110 g')).plastic).not.toBe('2 kg');
});
