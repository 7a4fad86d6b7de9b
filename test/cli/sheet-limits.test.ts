import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const sheet = (note: string, ids = ''): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: film
revision: 1
issued: 2026-01-01
product: { name: Film, level: component, mass: 1 kg, ids: { ${ids} } }
maker: { name: Mikropora, ids: { ${ids} } }
answers:
  inputs.no-pvc: { answer: true, note: "${note}" }
`;

const letters = (index: number): string =>
  `k${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;

const compact = (stderr: string): string => stderr.replaceAll(/\s+/g, ' ');

test.each([
  [['-f', 'csv'], 'the sheet as CSV'],
  [['-o', 'film.csv'], '`film.csv`'],
])('a table that nobody could read is not written: %j', async (options, what) => {
  const files = { 'film.yaml': sheet('x'.repeat(1_000_001)) };
  const ran = await runLoopsheet(['convert', 'film.yaml', ...options], { files });
  expect([ran.exit, ran.stdout, Object.keys(ran.files)]).toEqual([2, '', ['film.yaml']]);
  expect(compact(ran.stderr)).toContain(
    `error[emit/not-written]: ${what} could not be written: a row is longer than the limit of 1000000 bytes or 50 cells, in the row of \`inputs.no-pvc\` --> film.yaml:9:3`,
  );
});

test('the same sheet goes into a format without rows', async () => {
  const files = { 'film.yaml': sheet('x'.repeat(1_000_001)) };
  const ran = await runLoopsheet(['convert', 'film.yaml', '-o', 'film.json'], { files });
  expect([ran.exit, ran.stderr]).toEqual([0, 'wrote film.json\n']);
});

test('a table of too many rows is not written', async () => {
  const ids = Array.from({ length: 4999 }, (_, index) => `${letters(index)}: v`).join(', ');
  const lineage = Array.from(
    { length: 50 },
    (_, index) => `  - { id: i${index}, revision: 1, sha256: ${'a'.repeat(64)} }`,
  );
  const files = { 'film.yaml': `${sheet('x', ids)}inputs:\n${lineage.join('\n')}\n` };
  const ran = await runLoopsheet(['convert', 'film.yaml', '-o', 'film.csv'], { files });
  expect([ran.exit, Object.keys(ran.files)]).toEqual([2, ['film.yaml']]);
  expect(compact(ran.stderr)).toMatch(
    /^error\[emit\/not-written\]: `film\.csv` could not be written: the table has more than 10000 rows = help/,
  );
});

test('a document larger than any that is read is not written', async () => {
  // A joiner takes six signs in JSON, and three bytes here.
  const files = { 'film.yaml': sheet('👨\u200d'.repeat(1_200_000)) };
  const ran = await runLoopsheet(['convert', 'film.yaml', '-o', 'film.json'], { files });
  expect([ran.exit, Object.keys(ran.files)]).toEqual([2, ['film.yaml']]);
  expect(compact(ran.stderr)).toMatch(
    /^error\[emit\/not-written\]: `film\.json` could not be written: it would have 12000377 bytes, more than the limit of 10485760 = help/,
  );
});
