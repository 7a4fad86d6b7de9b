import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, wrapText } from '../../src/render/width.ts';

test.each([
  ['', 0],
  ['graphite', 8],
  ['naïve', 5],
  ['nai\u0308ve', 5],
  ['電池', 4],
  ['ﾊﾝｶｸ', 4],
  ['한국', 4],
  ['ＡＢ', 4],
  ['👍', 2],
  ['–', 1],
])('displayWidth %s', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('wrapText keeps every word, in order, within the width where words allow it', () => {
  const words = fc.array(fc.stringMatching(/^[a-z電]{1,12}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (given, width) => {
      const lines = wrapText(given.join(' '), width);
      expect(lines.join(' ')).toBe(given.join(' '));
      for (const line of lines) expect(displayWidth(line) <= width || !line.includes(' ')).toBe(true);
    }),
  );
});
