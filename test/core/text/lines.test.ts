import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineStartsOf, offsetAt, positionAt, spansIn } from '../../../src/core/text/lines.ts';

const text = fc
  .array(fc.constantFrom('a', 'é', '𝔸', '\n', '\r', '\r\n', '\t', ' '), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('lines', () => {
  test.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb\nc', [0, 2, 4]],
    ['\n\r\n\r', [0, 1, 3, 4]],
  ])('of %j start at %j', (written, starts) => {
    expect(lineStartsOf(written)).toEqual(starts);
  });

  test('columns count UTF-16 units', () => {
    const starts = lineStartsOf('x\n𝔸b');
    expect(positionAt(starts, 4)).toEqual({ line: 2, column: 3, offset: 4 });
  });

  test('a position and its offset name the same place', () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, pick) => {
        const starts = lineStartsOf(written);
        const offset = pick % (written.length + 1);
        const { line, column } = positionAt(starts, offset);
        expect(offsetAt(starts, line, column)).toBe(offset);
      }),
    );
  });

  test('the line of an offset is the number of line ends before it', () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, pick) => {
        const offset = pick % (written.length + 1);
        const before = written.slice(0, offset);
        const isInsideEnd = before.endsWith('\r') && written[offset] === '\n';
        const ends = before.split(/\r\n|\r|\n/).length - Number(isInsideEnd);
        expect(positionAt(lineStartsOf(written), offset).line).toBe(ends);
      }),
    );
  });

  test('a line that is not there has no offset', () => {
    expect(offsetAt([0, 3], 3, 1)).toBeUndefined();
    expect(offsetAt([0, 3], 0, 1)).toBeUndefined();
  });

  test('spans stay within their source', () => {
    const spans = spansIn({ name: 'x', text: 'ab\ncd' });
    expect(spans(-5, 99)).toEqual({
      source: 'x',
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 2, column: 3, offset: 5 },
    });
    expect(spans(4, 1).end.offset).toBe(4);
  });
});
