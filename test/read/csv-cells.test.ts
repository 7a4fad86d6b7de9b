import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, readCells } from '../../src/read/csv-cells.ts';

const name = 'rod.csv';

const texts = (text: string) => readCells({ name, text }).rows.map((row) => row.map((cell) => cell.text));

interface Written {
  readonly text: string;
  readonly source: string;
}

const content = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'é', '石', '😀', '"', ',', ';', '\t', '\n', '\r', '\r\n', ' ', '='),
    maxLength: 6,
  }),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** A cell as a text and as one of the ways to write it. */
const cell: fc.Arbitrary<Written> = fc
  .tuple(content, fc.boolean(), fc.boolean())
  .map(([text, isQuoted, isPadded]) => {
    const mustQuote = /[",;\t\r\n]|^\s|\s$/.test(text);
    const source = isQuoted || mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
    return { text, source: isPadded ? `  ${source} ` : source };
  });

const table = fc.record({
  rows: fc.array(
    fc.array(cell, { minLength: 1, maxLength: 4 }).filter((row) => row.some(({ text }) => text !== '')),
    { minLength: 1, maxLength: 4 },
  ),
  delimiter: fc.constantFrom(',', ';', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  endsInLineEnd: fc.boolean(),
});

describe('readCells', () => {
  it('gives every cell its text and its place', () => {
    fc.assert(
      fc.property(table, ({ rows, delimiter, lineEnd, endsInLineEnd }) => {
        const lines = rows.map((row) => row.map(({ source }) => source).join(delimiter));
        const text = `sep=${delimiter}${lineEnd}${lines.join(lineEnd)}${endsInLineEnd ? lineEnd : ''}`;
        const read = readCells({ name, text });
        expect(read.fault).toBeUndefined();
        expect(read.rows.map((row) => row.map((each) => each.text))).toEqual(
          rows.map((row) => row.map((each) => each.text)),
        );
        const sourceOf = ({ at }: Cell): string => text.slice(at.start.offset, at.end.offset);
        expect(read.rows.map((row) => row.map(sourceOf))).toEqual(
          rows.map((row) => row.map(({ source }) => source.trim())),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('counts lines through quoted newlines, whatever ends a line', () => {
    const text = 'a,b\r\n"one\r\ntwo\nthree" , "ü😀"\n\n,x';
    const places = readCells({ name, text }).rows.map((row) =>
      row.map(({ at }) => [at.start.line, at.start.column, at.end.line, at.end.column]),
    );
    expect(places).toEqual([
      [
        [1, 1, 1, 2],
        [1, 3, 1, 4],
      ],
      [
        [2, 1, 4, 7],
        [4, 10, 4, 15],
      ],
      [
        [6, 1, 6, 1],
        [6, 2, 6, 3],
      ],
    ]);
  });

  it.each([
    [
      'kind,name\nmeta,"a;b;c;d"',
      [
        ['kind', 'name'],
        ['meta', 'a;b;c;d'],
      ],
    ],
    [
      'kind;name\nmeta;a,b,c',
      [
        ['kind', 'name'],
        ['meta', 'a,b,c'],
      ],
    ],
    [
      'kind\tname\nmeta\ta,b',
      [
        ['kind', 'name'],
        ['meta', 'a,b'],
      ],
    ],
    [
      '"ki,n,d";name\nmeta;x',
      [
        ['ki,n,d', 'name'],
        ['meta', 'x'],
      ],
    ],
    [
      'sep=;\r\nkind;na,m,e\r\nmeta;x',
      [
        ['kind', 'na,m,e'],
        ['meta', 'x'],
      ],
    ],
    ['SEP=|\nkind|name', [['kind', 'name']]],
    ['kind', [['kind']]],
    ['\n\n , \n', []],
    ['', []],
  ])('splits %j', (text, rows) => {
    expect(texts(text)).toEqual(rows);
  });

  it.each([
    ['a,b\nc,"d\ne,f', 'quote-open', '"', [2, 3]],
    ['a,b\n"c" d,e\n', 'quote-inside', '"c" d,e', [2, 1]],
    ['a,b\nx,c"d"\ny', 'quote-inside', 'c"d"', [2, 3]],
    ['"', 'quote-open', '"', [1, 1]],
    ['a,b\r\n\r\n  "x', 'quote-open', '"', [3, 3]],
  ])('stops in %j', (text, reason, source, [line, column]) => {
    const { fault } = readCells({ name, text });
    expect(fault?.reason).toBe(reason);
    expect(text.slice(fault?.at.start.offset, fault?.at.end.offset)).toBe(source);
    expect([fault?.at.start.line, fault?.at.start.column]).toEqual([line, column]);
  });

  it('stops at a row that never ends', () => {
    const text = `a,b\nc,"${'x'.repeat(1_000_100)}`;
    expect(readCells({ name, text }).fault?.reason).toBe('row-too-long');
  });

  it('stops at a row without end, at many rows and at many blank ones', () => {
    expect(readCells({ name, text: ','.repeat(2_000_000) }).fault?.reason).toBe('row-too-long');
    expect(readCells({ name, text: 'a\n'.repeat(20_000) }).fault?.reason).toBe('too-many-rows');
    expect(readCells({ name, text: `a${'\n'.repeat(2_000_000)}b` }).fault?.at.start.line).toBe(10_001);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', ';', 's', 'e', 'p', '=') }),
        (text) => {
          const { rows, fault } = readCells({ name, text });
          for (const { at } of rows.flat()) expect(at.start.offset).toBeLessThanOrEqual(at.end.offset);
          expect((fault?.at.end.offset ?? 0) <= text.length).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
