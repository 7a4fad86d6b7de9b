// Bills that are used twice on every tier: what is told of them must not double from tier to tier.

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const TIERS = 24;

const header = (
  id: string,
): string => `sheet: { id: ${id}, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: ${id}, level: component }
maker: { name: Kuparila }
`;

const tier = (index: number): string => {
  const origin = index === 0 ? 'sheet: rod.yaml' : `bill: t${index - 1}.bill.yaml`;
  const inputs = ['left', 'right'].map((name) => `  ${name}: { ${origin}, mass: 1 kg }\n`);
  return `loopsheet: bill/1\n${header(`t${index}`)}inputs:\n${inputs.join('')}`;
};

const files = {
  'rod.yaml': `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: rod
revision: 1
issued: 2026-05-04
product: { name: Rod, level: material }
maker: { name: Kuparila }
answers: { inputs.no-pvc: true }
`,
  ...Object.fromEntries(Array.from({ length: TIERS }, (_, index) => [`t${index}.bill.yaml`, tier(index)])),
};

const merged = await runLoopsheet(['merge', `t${TIERS - 1}.bill.yaml`, '-o', 'x.sheet.yaml'], { files });
const ask = (...argv: readonly string[]) => runLoopsheet(argv, { files: merged.files });
/** However the lines are broken. */
const count = (text: string, part: string): number => text.replaceAll(/\s+/g, ' ').split(part).length - 1;

test('an explanation follows a shared bill once and names it the second time', async () => {
  const text = (await ask('explain', 'x.sheet.yaml', 'inputs.no-pvc')).stdout;
  expect(count(text, 'in turn, because')).toBe(TIERS - 1);
  expect(count(text, 'in turn, as told above')).toBe(TIERS - 1);
  const json = (await ask('explain', 'x.sheet.yaml', 'inputs.no-pvc', '--format', 'json')).stdout;
  // Grounds and parts once per tier, and both parts again in the explanation of each bill below the top.
  expect(count(json, '"isToldAbove": true')).toBe(2 * (TIERS - 1) + 2 * (TIERS - 2));
});

test('what keeps an answer open in a shared bill is told once', async () => {
  const text = (await ask('explain', 'x.sheet.yaml', 'inputs.total-recycled')).stdout;
  expect(count(text, 'what keeps it open there is told above')).toBe(TIERS - 1);
});

test('a report lists what a shared bill is made of once', async () => {
  const text = (await ask('report', 'x.sheet.yaml')).stdout;
  expect(count(text, 'merged, from the same as above')).toBe(TIERS - 1);
  expect(count(text, 'Rod by Kuparila')).toBe(2);
});
