// Which answers of a merged sheet are marked as resting on the maker's own answers, and that the mark survives.

import { expect, test } from 'vitest';
import { filesUnder, session } from '../../support/session.ts';

const sheet = (id: string, answers: string): Uint8Array =>
  new TextEncoder().encode(`loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: my:${id}
revision: 1
issued: 2026-05-04
product: { name: ${id}, level: material, mass: 1 kg }
maker: { name: Maker of ${id} }
answers:
${answers}`);

const bill = new TextEncoder().encode(`loopsheet: bill/1
sheet: { id: my:p, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: P, level: component, mass: 2 kg }
maker: { name: Me }
inputs:
  a: { sheet: a.yaml, mass: 1 kg }
  b: { sheet: b.yaml, mass: 1 kg }
processes: [{ effect: join-irreversible, takes: [a, b] }]
answers:
  inputs.no-pvc: true
  inputs.no-added-pfas: true
  end-of-use.take-back-offered: true
  durability.repairable: not-applicable
`);

const files = (): Map<string, Uint8Array> =>
  new Map([
    ...filesUnder('catalogues'),
    ['/project/a.yaml', sheet('a', '  inputs.no-pvc: true\n  inputs.no-added-pfas: true\n')],
    ['/project/b.yaml', sheet('b', '  inputs.no-pvc: true\n')],
    ['/project/p.bill.yaml', bill],
  ]);

test('only what would not follow without the own answers is marked', async () => {
  const merged = await session(['merge', 'p.bill.yaml', '-o', 'p.yaml'], files());
  expect(merged.exit).toBe(0);
  const text = merged.files.get('p.yaml') ?? '';
  expect(text).toContain('\n  inputs.no-pvc: true\n');
  const marked = [...text.matchAll(/\n {2}(\S+):\n {4}answer: (\S+)\n {4}basis: own\n/g)].map((each) =>
    each.slice(1),
  );
  expect(marked).toEqual([
    ['inputs.no-added-pfas', 'true'],
    ['durability.repairable', 'not-applicable'],
    ['end-of-use.take-back-offered', 'true'],
  ]);
});

test('the mark survives every format, and a public report shows it', async () => {
  const memory = files();
  await session(['merge', 'p.bill.yaml', '-o', 'p.yaml', '--no-trace'], memory);
  for (const [from, to] of [
    ['p.yaml', 'p.csv'],
    ['p.csv', 'p.json'],
    ['p.json', 'again.yaml'],
  ] as const)
    expect((await session(['convert', from, '-o', to], memory)).exit).toBe(0);
  const text = (path: string): string => new TextDecoder().decode(memory.get(`/project/${path}`));
  expect(text('again.yaml')).toBe(text('p.yaml'));
  const { stdout } = await session(['report', 'p.yaml', '--public'], memory, { width: 200 });
  const rows = stdout.split('\n').filter((line) => /^ {2}(No PVC|No PFAS added) {2}/.test(line));
  expect(rows.map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['No PVC', 'TRUE', 'self-declared'],
    [
      'No PFAS added',
      'TRUE (own claim)',
      "self-declared; the maker's own claim, which does not follow from the inputs",
    ],
  ]);
  expect(stdout).not.toContain('by the maker itself');
  expect(stdout).not.toContain('Self-declared by the maker (');
});
