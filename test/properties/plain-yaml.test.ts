// The quick reader of plain YAML gives the tree of the full reader, or nothing: on documents as people lay them out,
// on documents with a few signs changed, and on lines put together at random.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '../../src/read/yaml.ts';
import { readPlainYaml } from '../../src/read/yaml-plain.ts';
import { root } from '../setup/run.ts';

function expectSame(text: string): boolean {
  const plain = readPlainYaml({ name: 'a.yaml', text });
  if (plain === undefined) return false;
  const full = readYaml({ name: 'a.yaml', text });
  expect({ text, findings: full.findings }).toEqual({ text, findings: [] });
  expect({ text, tree: plain }).toEqual({ text, tree: full.value });
  return true;
}

const scalars = fc.constantFrom(
  ...[
    'x',
    'x y',
    'true',
    'False',
    'null',
    '~',
    '1',
    '-1.50',
    '0.10',
    '1e3',
    '0x1f',
    '2026-05-04',
    '40..60 g',
  ],
  ...['25-50', '"q: #"', "'s, t'", 'x#y', 'x:y', 'Regulation (EC) 1907/2006', '>25 %', '"0"'],
);
const keys = fc.constantFrom('a', 'b', 'c.d/e-f', "'g h'", '"i"', 'j1', 'k_l');

/** The lines of a block, not yet indented. */
const { block } = fc.letrec<{ block: readonly string[]; value: readonly string[]; flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars.filter((text) => !/[,>]/.test(text)),
    fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .uniqueArray(fc.tuple(keys, tie('flow')), {
        maxLength: 3,
        selector: ([key]) => key.replace(/["']/g, ''),
      })
      .map((entries) => `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`),
  ),
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars.map((text) => [text]),
    tie('flow').map((text) => [text]),
    tie('block').map((lines) => ['', ...lines.map((line) => `  ${line}`)]),
  ),
  block: fc.oneof(
    fc
      .uniqueArray(fc.tuple(keys, tie('value'), fc.constantFrom('', '', '', ' # note', '\n', '\n# above')), {
        minLength: 1,
        maxLength: 4,
        selector: ([key]) => key.replace(/["']/g, ''),
      })
      .map((entries) =>
        entries.flatMap(([key, [first = '', ...rest], note]) => [
          ...(note.startsWith('\n') ? note.split('\n').slice(1) : []),
          `${key}:${first === '' ? '' : ` ${first}`}${note.startsWith(' ') ? note : ''}`,
          ...rest,
        ]),
      ),
    fc
      .array(
        fc.oneof(
          scalars.map((text) => [text]),
          tie('flow').map((text) => [text]),
          tie('block'),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((items) =>
        items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...rest.map((line) => `  ${line}`)]),
      ),
  ),
}));

test('documents as people lay them out', () => {
  let answered = 0;
  const runs = 1500;
  fc.assert(
    fc.property(block, fc.constantFrom('', '\n', '\n\n', '\n# end\n'), (lines, end) => {
      if (expectSame(lines.join('\n') + end)) answered += 1;
    }),
    { numRuns: runs },
  );
  expect(answered).toBeGreaterThan(runs / 2);
});

const samples = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(join(root, 'fixtures', file), 'utf8'))
  .filter((text) => text.length < 3000);

test('a changed, lost or added sign never makes the two readers disagree', () => {
  const signs = fc.constantFrom(
    ...' \n:#-,[]{}"\'\\&*!|>%@`?~.a0=\t\r\u0085é',
    ...['\n\n', '  ', ': ', ' #', '- ', '---\n', '...\n', 'null', '<<: '],
  );
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(2), signs), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...samples), changes, (text, all) => {
      let changed = text;
      for (const [place, lost, sign] of all) {
        const at = place % (changed.length + 1);
        changed = changed.slice(0, at) + sign + changed.slice(at + lost);
      }
      expectSame(changed);
    }),
    { numRuns: 3000 },
  );
});

test('lines put together at random', () => {
  const line = fc
    .tuple(
      fc.constantFrom('', '', '  ', '  ', '    ', '      ', ' '),
      fc.constantFrom('', '', '', '- ', '-   ', '- - ', '# '),
      fc.constantFrom('a: ', 'b: ', 'c:', 'd:', "'e f': ", '"g": ', 'h.i/j-k: ', 'true: ', '1: ', ''),
      fc.oneof(
        scalars,
        fc.constantFrom(
          ...[
            '',
            'x: y',
            'x # note',
            '-',
            '- x',
            '|',
            '>-',
            '&a x',
            '*a',
            '!t x',
            '@x',
            '%x',
            '`x',
            '? x',
            'x ',
          ],
          ...['[a', 'http://x/?y#z', "'it''s'", '"a\\n"', '[a, ]', '{a: 1}', '{ a }', '{}', '[]'],
        ),
      ),
    )
    .map((parts) => parts.join(''));
  const lines = fc.array(fc.oneof({ weight: 6, arbitrary: line }, fc.constantFrom('', '   ', '  # note')), {
    minLength: 1,
    maxLength: 7,
  });
  let answered = 0;
  fc.assert(
    fc.property(lines, fc.constantFrom('', '\n', '\n\n', '\n# end'), (all, end) => {
      if (expectSame(all.join('\n') + end)) answered += 1;
    }),
    { numRuns: 6000 },
  );
  expect(answered).toBeGreaterThan(20);
});
