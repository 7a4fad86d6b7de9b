// What a run comes to where its documents cannot be checked, or can and are wrong: the same for every command.

import { expect, test } from 'vitest';
import { filesUnder, session } from '../support/session.ts';

const text = (lines: string): Uint8Array => new TextEncoder().encode(lines);
const header = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: my:p
revision: 1
issued: 2026-05-04
product: { name: P, level: material, mass: 1 kg }
maker: { name: Me }
`;

const files = (): Map<string, Uint8Array> =>
  new Map([
    ...filesUnder('catalogues'),
    ['/project/broken.yaml', text('loopsheet: [\n')],
    ['/project/empty.yaml', text('')],
    ['/project/shape.yaml', text(header)],
    ['/project/wrong.yaml', text(`${header}answers:\n  inputs.no-pvc: true\n  inputs.contains-pvc: true\n`)],
    ['/project/bill.yaml', text('loopsheet: bill/1\n')],
  ]);

test.each([
  ['broken.yaml', 'read/syntax', 2],
  ['empty.yaml', 'read/empty', 2],
  ['shape.yaml', 'read/missing-key', 1],
  ['wrong.yaml', 'sheet/contradiction', 1],
] as const)('%s', async (file, code, exit) => {
  for (const argv of [
    ['validate', file],
    ['report', file],
    ['explain', file, 'inputs.no-pvc'],
    ['convert', file, '-f', 'json'],
  ]) {
    const run = await session(argv, files());
    expect([argv[0], run.exit, (run.stdout + run.stderr).includes(code)]).toEqual([argv[0], exit, true]);
  }
});

test.each([
  ['broken.yaml', 2],
  ['wrong.yaml', 2],
  ['bill.yaml', 1],
] as const)('merging %s', async (file, exit) => {
  expect((await session(['merge', file, '-o', 'out.yaml'], files())).exit).toBe(exit);
});
