import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const sheet = (id: string, inputs = '[]'): string =>
  `loopsheet: sheet/1\ncatalogue: circularity-core/2026.1\nid: ${id}\nrevision: 1\nissued: 2026-01-01\nproduct: { name: Rod, level: material, mass: 1 kg }\nmaker: { name: Kuparila }\nanswers: { inputs.no-pvc: true }\ninputs: ${inputs}\n`;
const bill = (id: string, ...inputs: readonly string[]): string =>
  `loopsheet: bill/1\nsheet: { id: ${id}, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-10-01 }\nproduct: { name: Wire, level: material }\nmaker: { name: Draatti }\ninputs:\n${inputs.map((each, index) => `  i${index}: { ${each}, mass: 1 kg }\n`).join('')}`;
const lineage = (id: string, revision: number): string =>
  `[{ id: ${id}, revision: ${revision}, sha256: ${'a'.repeat(64)} }]`;

const cases: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    'the sheet of the product, two bills down',
    {
      'a.yaml': bill('p', 'bill: b.yaml'),
      'b.yaml': bill('q', 'bill: c.yaml'),
      'c.yaml': bill('r', 'sheet: s.yaml'),
      's.yaml': sheet('p'),
    },
    ['`p:1` -> `q:1` -> `r:1` -> `p:1`'],
  ],
  [
    'a bill with the id of the product, below another',
    {
      'a.yaml': bill('p', 'bill: b.yaml'),
      'b.yaml': bill('q', 'bill: c.yaml'),
      'c.yaml': bill('p', 'sheet: s.yaml'),
      's.yaml': sheet('s'),
    },
    ['`p:1` -> `q:1` -> `p:1`'],
  ],
  [
    'a round that starts below the product',
    {
      'a.yaml': bill('p', 'bill: b.yaml'),
      'b.yaml': bill('q', 'bill: c.yaml'),
      'c.yaml': bill('r', 'sheet: s.yaml'),
      's.yaml': sheet('q'),
    },
    ['`q:1` -> `r:1` -> `q:1`'],
  ],
  [
    'the edition that a received sheet says it was made of',
    { 'a.yaml': bill('p', 'sheet: s.yaml'), 's.yaml': sheet('s', lineage('p', 1)) },
    ['`p:1` -> `s:1` -> `p:1`'],
  ],
  [
    'another edition that a received sheet was made of, as where old products come back',
    { 'a.yaml': bill('p', 'sheet: s.yaml'), 's.yaml': sheet('s', lineage('p', 2)) },
    [],
  ],
  [
    'a tool of the same kind, which is no part',
    {
      'a.yaml': bill('p', 'bill: b.yaml'),
      'b.yaml': bill('q', 'sheet: s.yaml', 'contained: false, sheet: t.yaml'),
      's.yaml': sheet('s'),
      't.yaml': sheet('p'),
    },
    [],
  ],
];

test.each(cases)('%s', async (_, files, ways) => {
  for (const argv of [
    ['merge', 'a.yaml', '-o', 'out.yaml', '--no-trace'],
    ['validate', 'a.yaml'],
  ]) {
    const ran = await runLoopsheet(argv, { files });
    const said = `${ran.stdout}${ran.stderr}`.replaceAll(/\s+/g, ' ');
    expect([...said.matchAll(/made of itself: (.*?) -->/g)].map((match) => match[1])).toEqual(ways);
    expect([ran.exit, 'out.yaml' in ran.files]).toEqual(
      ways.length > 0 ? [1, false] : [0, argv[0] === 'merge'],
    );
  }
});

test('a bill that takes its own sheet is told as well where it is only validated', async () => {
  const files = { 'a.yaml': bill('p', 'sheet: s.yaml'), 's.yaml': sheet('p') };
  const { exit, stdout } = await runLoopsheet(['validate', 'a.yaml', '--format', 'compact'], { files });
  expect([exit, stdout]).toEqual([
    1,
    'a.yaml:6:16: error[merge/self-reference]: the product is made of itself: `p:1` -> `p:1`\n',
  ]);
});
