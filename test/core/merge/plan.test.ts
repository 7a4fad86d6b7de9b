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
  expect((await errorsOf(unlike))[0]?.help).toEqual(['take `jacket`']);
});

test('a loss that cannot be read is neither missing nor out of balance', async () => {
  const lossy = '  - { effect: loss-homogeneous, takes: [wire, jacket], gives: cable, loses: 2 % }\n';
  expect(await errorsOf(lossy)).toEqual([
    { code: 'read/bad-quantity', help: ['write `yield: 98 %`, the share that stays'] },
  ]);
});

/** Every finding about the bill, whatever its weight. */
async function findingsOf(text: string): Promise<readonly Record<string, unknown>[]> {
  const { stdout } = await runLoopsheet(['validate', 'a.bill.yaml', '--format', 'json'], {
    files: { 'a.bill.yaml': text },
  });
  return (JSON.parse(stdout) as { findings: readonly Record<string, unknown>[] }).findings;
}

test('what is left over by a process with a mistyped effect is not told as well', async () => {
  const found = await findingsOf(bill('  - { effect: trimm, takes: [wire] }\n'));
  expect(found.map(({ code }) => code)).toEqual(['bill/unknown-effect']);
  const right = await findingsOf(bill('  - { effect: loss-homogeneous, yield: 100 %, takes: [wire] }\n'));
  expect(right.map(({ code }) => code)).toEqual(['bill/part-unused']);
});

test('a level above what the joint allows is told with the level that counts', async () => {
  const levels = 'levels: { durability.repair-skill: layman, durability.fastener-class: permanent }';
  const found = await findingsOf(
    bill(`  - { effect: join-irreversible, name: weld, takes: [wire, jacket], gives: cable, ${levels} }\n`),
  );
  expect(found.map(({ severity, message, help }) => ({ severity, message, help }))).toEqual([
    {
      severity: 'warning',
      message:
        'process `weld` declares `durability.repair-skill` as `layman`, but `not-feasible` counts: effect `join-irreversible` allows no more',
      help: [
        'write `durability.repair-skill: not-feasible` or leave it out, or name the effect that the joint really is',
        'run `loopsheet catalogue show join-irreversible` for the levels of the effect',
      ],
    },
  ]);
});

test.each([
  [
    '199.66666 g',
    '1 kg',
    { made: 'about 999.7 g', declared: '1 kg', difference: '333.34 mg', tolerance: '1 g' },
  ],
  ['200 g', '1.3 kg', { made: '1 kg', declared: '1.3 kg', difference: '300 g', tolerance: '1.3 g' }],
  ['100..200 g', '890 g', { made: '0.9..1 kg', declared: '890 g', difference: '10 g', tolerance: '890 mg' }],
])('of %s, masses that do not give %s are told with their difference', async (jacket, product, data) => {
  const joined = bill('  - { effect: join-irreversible, takes: [wire, jacket], gives: cable }\n');
  const [found] = await findingsOf(
    joined.replace('mass: 200 g', `mass: ${jacket}`).replace('mass: 1 kg', `mass: ${product}`),
  );
  expect(found?.['data']).toEqual(data);
});
