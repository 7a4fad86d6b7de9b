import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../../src/core/text/table-cell.ts';

describe('guardCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '\\u{d}=1'],
    ['\0', '\\u{0}'],
    ['a\u202eb\u200bc', 'a\\u{202e}b\\u{200b}c'],
    ['\u{e0041}', '\\u{e0041}'],
    ['C:\\u{202e}', 'C:\\u{5c}u{202e}'],
    ['C:\\users', 'C:\\users'],
    ['one\n  ::error::two', 'one\n  \\u{3a}:error::two'],
    ['##vso[a] ##[b]', '#\\u{23}vso[a] #\\u{23}[b]'],
    ['## a, a::b', '## a, a::b'],
    ['👨\u200d👩, \u0645\u06cc\u200c\u062e', '👨\u200d👩, \u0645\u06cc\u200c\u062e'],
    ['＝1', "'＝1"],
    ["'tis", "''tis"],
    ["'=1", "''=1"],
    ['', "'"],
    ['copper', 'copper'],
    ['1 kg', '1 kg'],
  ])('writes %j as %j', (text, cell) => {
    expect(guardCell(text)).toBe(cell);
    expect(unguardCell(cell)).toBe(text);
  });

  it('leaves the apostrophe of a user who guards nothing', () => {
    expect(unguardCell("'tis")).toBe("'tis");
  });

  it('leaves what is written like an escape and names nothing that is escaped', () => {
    expect(unguardCell('\\u{41} \\u{110000} \\u{5c}u{41}')).toBe('\\u{41} \\u{110000} \\u{41}');
  });

  it('gives every text back, opens no formula and commands nobody', () => {
    const signs = [
      "'",
      '=',
      '-',
      '@',
      '\t',
      '\n',
      '\r',
      '\0',
      'a',
      ' ',
      '\u202e',
      '\\',
      'u',
      '{',
      '}',
      '2',
      '3',
    ];
    const unit = fc.constantFrom(...signs, ':', '#', '[', '##vso[', '::', '\\u{', '\\u{23}');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const cell = guardCell(text);
        expect(unguardCell(cell)).toBe(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r\0]|[\0\r\u202e]|##[a-z]*\[|\n\s*::/);
        expect(cell).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
