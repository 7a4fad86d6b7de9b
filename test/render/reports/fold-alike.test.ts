import { expect, test } from 'vitest';
import { foldAlike } from '../../../src/render/reports/fold-alike.ts';

const fold = (entries: string): string =>
  foldAlike([...entries], (each) => each, { most: 3, shown: 2 })
    .map(({ entry, more }) => (more === 0 ? entry : `${entry}+${more}`))
    .join(' ');

test.each([
  ['', ''],
  ['abc', 'a b c'],
  ['aaa', 'a a a'],
  ['aaaa', 'a a+2'],
  ['abababab', 'a b a+2 b+2'],
  ['aaaaab', 'a a+3 b'],
])('%j becomes %j', (entries, folded) => {
  expect(fold(entries)).toBe(folded);
});
