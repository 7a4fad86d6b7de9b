import { expect, test } from 'vitest';
import { LONGEST_WAY, measureWays } from '../../../src/core/merge/ways.ts';
import { billText, readBillText } from '../../samples/read.ts';
import { runLoopsheet } from '../../setup/run.ts';

const step = '  - { effect: use-energy, takes: [wire], uses: 1 MJ }\n';

const text = (steps: number): string => `loopsheet: bill/1
sheet: { id: 'lac-blanc:cable-1', revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: Cable, level: product, mass: 1 kg }
maker: { name: Lac Blanc }
inputs:
  wire: { sheet: none, mass: 1 kg }
processes:
${step.repeat(steps)}`;

test('a way as long as the limit is merged, explained and reported', async () => {
  const merged = await runLoopsheet(['merge', 'a.bill.yaml', '-o', 'a.sheet.yaml'], {
    files: { 'a.bill.yaml': text(LONGEST_WAY - 1) },
  });
  expect(merged.exit).toBe(0);
  const { files } = merged;
  const explained = await runLoopsheet(
    ['explain', 'a.sheet.yaml', 'production.renewable-energy', '--format', 'json'],
    { files },
  );
  expect(explained.exit).toBe(0);
  expect((await runLoopsheet(['report', 'a.sheet.yaml'], { files })).exit).toBe(0);
});

test('the first step beyond the limit is told, and nothing is merged', async () => {
  const { stdout } = await runLoopsheet(['validate', 'a.bill.yaml', '--format', 'json'], {
    files: { 'a.bill.yaml': text(LONGEST_WAY + 700) },
  });
  const { findings } = JSON.parse(stdout) as { findings: { code: string }[] };
  expect(findings.map(({ code }) => code)).toEqual(['bill/too-deep']);
});

test('ways are counted on through the bills behind inputs', () => {
  const { value: bill } = readBillText(
    billText('inputs:\n  a: { sheet: none, mass: 1 kg }\n  b: { bill: b.bill.yaml, mass: 1 kg }\n'),
  );
  const longest = (behind: number) => measureWays(bill ?? expect.fail(), new Map([['b', behind]]));
  expect(longest(7).longest).toBe(8);
  expect(longest(LONGEST_WAY - 1).findings).toEqual([]);
  expect(longest(LONGEST_WAY).findings.map(({ code, data }) => [code, data])).toEqual([
    ['bill/too-deep', { part: 'b', limit: LONGEST_WAY }],
  ]);
});
