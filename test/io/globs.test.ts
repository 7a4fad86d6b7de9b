import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandBraces, isPattern, matchesSegment, matchPattern } from '../../src/io/globs.ts';
import { memoryFiles } from '../../src/io/memory.ts';

const files = memoryFiles(
  new Map(
    [
      '/work/anode.bill.yaml',
      '/work/sheets/graphite.yaml',
      '/work/sheets/pitch.yml',
      '/work/sheets/old/graphite.yaml',
      '/work/sheets/.hidden/secret.yaml',
      '/work/node_modules/package/sheet.yaml',
      '/work/notes.txt',
    ].map((path) => [path, new Uint8Array()]),
  ),
);

describe('matchPattern', () => {
  test.each([
    ['sheets/*.yaml', ['sheets/graphite.yaml']],
    ['sheets/*.{yaml,yml}', ['sheets/graphite.yaml', 'sheets/pitch.yml']],
    ['**/*.yaml', ['anode.bill.yaml', 'sheets/graphite.yaml', 'sheets/old/graphite.yaml']],
    ['sheets/**', ['sheets/graphite.yaml', 'sheets/old/graphite.yaml', 'sheets/pitch.yml']],
    ['*/p?tch.*', ['sheets/pitch.yml']],
    ['./sheets/p*', ['sheets/pitch.yml']],
    ['/work/sheets/*.yml', ['/work/sheets/pitch.yml']],
    ['sheets/.hidden/*', ['sheets/.hidden/secret.yaml']],
    ['{sheets/*.yml,notes.txt}', ['sheets/pitch.yml', 'notes.txt']],
    ['nothing/*.yaml', []],
    ['*', ['anode.bill.yaml', 'notes.txt']],
  ])('%s', (pattern, expected) => {
    expect(matchPattern(pattern, '/work', files)).toEqual(expected);
  });
});

test('a name without signs is no pattern', () => {
  expect(['sheet.yaml', 'a[1].yaml', '*.yaml', 'a?.yaml', '{a,b}.yaml'].map(isPattern)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

test.each([
  ['a', ['a']],
  ['a.{yaml,yml}', ['a.yaml', 'a.yml']],
  ['{a,b}{1,2}', ['a1', 'a2', 'b1', 'b2']],
  ['{a,b{1,2}}c', ['ac', 'b1c', 'b2c']],
  ['{a', ['{a']],
  ['a}', ['a}']],
])('expandBraces %s', (pattern, expected) => {
  expect(expandBraces(pattern)).toEqual(expected);
});

test.each([
  ['too many', '{a,b}'.repeat(10), '{a,b}'.repeat(9)],
  ['too many inside', `{${'{a,b}'.repeat(9)},{a,b,c}${'{a,b}'.repeat(8)}}`, '{a,b}'],
  ['too deep', '{'.repeat(21) + '}'.repeat(21), '{'.repeat(20) + '}'.repeat(20)],
])('expandBraces refuses %s', (_, refused, taken) => {
  expect(expandBraces(refused)).toBeUndefined();
  expect(expandBraces(taken)).toBeDefined();
});

test('a pattern longer than any path is refused', () => {
  expect(matchPattern(`${'a/'.repeat(2048)}*`, '/work', files)).toBeUndefined();
  expect(matchPattern(`${'../'.repeat(1360)}work/*.txt`, '/work', files)).toHaveLength(1);
});

test('repeated `**` costs nothing, together or apart', () => {
  const deep = new Map(
    Array.from({ length: 30 }, (_, index) => [`/d${'/d'.repeat(index)}/x.yaml`, new Uint8Array()]),
  );
  let listed = 0;
  const memory = memoryFiles(deep);
  const counted = {
    ...memory,
    list: (folder: string) => {
      listed += 1;
      return memory.list(folder);
    },
  };
  expect(matchPattern(`${'**/'.repeat(30)}*.yaml`, '/', counted)).toHaveLength(30);
  expect(listed).toBe(62);
  listed = 0;
  expect(matchPattern(`${'**/d/'.repeat(10)}*.yaml`, '/', counted)).toHaveLength(21);
  expect(listed).toBeLessThan(31 * 21);
});

test('matchesSegment agrees with the regular expression a pattern stands for', () => {
  const letters = fc.constantFrom('a', 'b', '*', '?');
  const names = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 8 }), fc.array(names, { maxLength: 8 }), (pattern, name) => {
      const source = pattern.map((each) => (each === '*' ? '.*' : each === '?' ? '.' : each)).join('');
      const expected = new RegExp(`^${source}$`).test(name.join(''));
      expect(matchesSegment(pattern.join(''), name.join(''))).toBe(expected);
    }),
  );
});
