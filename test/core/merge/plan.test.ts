import { expect, test } from 'vitest';
import { runLoopsheet } from '../../setup/run.ts';

const bill = (processes: string): string => `loopsheet: bill/1
sheet: { id: 'lac-blanc:cable-1', revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: Cable, level: product, mass: 1 kg }
maker: { name: Lac Blanc }
inputs:
  wire: { sheet: none, mass: 800 g }
  jacket: { sheet: none, mass: 200 g }
processes:
${processes}`;

interface Told {
  readonly code: string;
  readonly help: readonly string[];
}

/** The errors about the bill, each with its help. */
async function errorsOf(processes: string): Promise<readonly Told[]> {
  const files = { 'a.bill.yaml': bill(processes) };
  const { stdout } = await runLoopsheet(['validate', 'a.bill.yaml', '--format', 'json'], { files });
  const { findings } = JSON.parse(stdout) as { findings: (Told & { severity: string })[] };
  return findings.filter(({ severity }) => severity === 'error').map(({ code, help }) => ({ code, help }));
}

test('a mistyped part is offered by its near name, not by the process that takes it', async () => {
  expect(await errorsOf('  - { effect: join-irreversible, takes: [wire, jaket], gives: jaket }\n')).toEqual([
    { code: 'bill/unknown-part', help: ['did you mean `jacket`?'] },
  ]);
});

test('a part that only a later process gives is worth a move; an unlike one shows what is at hand', async () => {
  const later = `  - { effect: join-irreversible, takes: [wire, sheathing] }
  - { effect: join-irreversible, takes: [jacket], gives: sheathing }
`;
  expect((await errorsOf(later))[0]?.help).toEqual([
    'move this process behind `join-irreversible`, which gives `sheathing`',
  ]);
  const unlike = '  - { effect: join-irreversible, takes: [wire, zzzzzz], gives: zzzzzz }\n';
  expect((await errorsOf(unlike))[0]?.help).toEqual(['take one of `jacket`']);
});

test('a loss that cannot be read is neither missing nor out of balance', async () => {
  const lossy = '  - { effect: loss-homogeneous, takes: [wire, jacket], gives: cable, loses: 2 % }\n';
  expect(await errorsOf(lossy)).toEqual([
    { code: 'read/bad-quantity', help: ['write `yield: 98 %`, the share that stays'] },
  ]);
});
