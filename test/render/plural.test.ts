import { expect, test } from 'vitest';
import { listInWords, plural, pluralOrNone } from '../../src/render/plural.ts';

test('numbers agree with their nouns', () => {
  expect([plural(0, 'sheet'), plural(1, 'sheet'), plural(2, 'sheet'), plural(2, 'entry', 'entries')]).toEqual(
    ['0 sheets', '1 sheet', '2 sheets', '2 entries'],
  );
  expect([pluralOrNone(0, 'finding'), pluralOrNone(3, 'finding')]).toEqual(['no findings', '3 findings']);
  expect(plural(1234567, 'sheet')).toBe('1 234 567 sheets');
});

test('lists read as a sentence does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((names) => listInWords(names))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect(listInWords(['a', 'b'], 'or')).toBe('a or b');
});
