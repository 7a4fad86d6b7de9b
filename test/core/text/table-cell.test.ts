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
    ['\r=1', "'\r=1"],
    ['\0', "'\0"],
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

  it('gives every text back and opens no formula', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\0', 'a', ' ') }),
        (text) => {
          expect(unguardCell(guardCell(text))).toBe(text);
          expect(guardCell(text)).not.toMatch(/^[=+\-@\t\r\0]/);
          expect(guardCell(text)).not.toBe('');
        },
      ),
    );
  });
});
