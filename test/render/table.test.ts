import { expect, test } from 'vitest';
import { facts, paragraph } from '../../src/render/frame.ts';
import { plainStyle } from '../../src/render/palette.ts';
import { renderTable } from '../../src/render/table.ts';
import { displayWidth } from '../../src/render/width.ts';

const columns = [
  { title: 'input' },
  { title: 'mass', align: 'right', shrinks: false },
  { title: 'why' },
] as const;
const rows = [
  ['graphite', '970 g', 'the sheet says so in line 12'],
  ['ピッチ', '40..60 g', 'no sheet was received, so nothing is known of what is in it or where it came from'],
];

test('columns stand below one another, whatever their letters', () => {
  expect(renderTable(columns, rows, { ...plainStyle, width: 120 }, 2)).toMatchInlineSnapshot(`
    "  input         mass  why
      graphite     970 g  the sheet says so in line 12
      ピッチ    40..60 g  no sheet was received, so nothing is known of what is in it or where it came from"
  `);
});

test('a column that may shrink is wrapped to the width', () => {
  const table = renderTable(columns, rows, { ...plainStyle, width: 50 });
  expect(table).toMatchInlineSnapshot(`
    "input         mass  why
    graphite     970 g  the sheet says so in line 12
    ピッチ    40..60 g  no sheet was received, so
                        nothing is known of what is in
                        it or where it came from"
  `);
  for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(50);
});

test('untitled columns have no line for titles, and colour stays within its cell', () => {
  const paint = (text: string): string => `\u001b[32m${text}\u001b[39m`;
  const table = renderTable(
    [{ title: '' }, { title: '' }],
    [[{ text: 'yes', paint }, 'and more']],
    plainStyle,
  );
  expect(table).toBe('\u001b[32myes\u001b[39m  and more');
});

test('a table of nothing is nothing', () => {
  expect(renderTable([{ title: '' }], [], plainStyle)).toBe('');
});

test('facts stand in two columns and go on below themselves', () => {
  const pairs = [
    ['maker', 'Lac Blanc Graphite'],
    ['valid', 'until 2028-05-03, which is as long as what it rests on'],
  ] as const;
  expect(facts(pairs, { ...plainStyle, width: 40 }, 2)).toMatchInlineSnapshot(`
    "  maker  Lac Blanc Graphite
      valid  until 2028-05-03, which is as
             long as what it rests on"
  `);
});

test('paragraphs are indented alike', () => {
  expect(paragraph('one two three four five six seven', { ...plainStyle, width: 24 }, 2)).toBe(
    '  one two three four\n  five six seven',
  );
});

test('a cell of a hundred thousand words is laid out whole', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => `w${index % 10}`);
  const table = renderTable([{ title: '' }, { title: '' }], [['note', words.join(' ')]], {
    ...plainStyle,
    width: 46,
  });
  const lines = table.split('\n');
  expect(lines.map((line) => line.trim()).join(' ')).toBe(`note  ${words.join(' ')}`);
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(46);
});
