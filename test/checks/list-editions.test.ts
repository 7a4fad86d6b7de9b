import { describe, expect, it } from 'vitest';
import { compareVersions, editionName, listEdition } from '../../src/checks/across/list-editions.ts';

describe('of two versions the older one', () => {
  it.each([
    ['2025-06', '2026-01', -1],
    ['2026-01', '2026-01', 0],
    ['2026-9', '2026-10', -1],
    ['2026-09', '2026-9', 0],
    ['2026', '2026-01', -1],
    ['2026-01', '2026', 1],
    ['1.10', '1.9', 1],
    ['v2', 'v10', -1],
    ['a', 'b', -1],
    ['99999999999999999998', '99999999999999999999', -1],
  ])('%s and %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
  });
});

it.each([
  ['reach-candidate/2026-01', { id: 'reach-candidate', version: '2026-01' }],
  ['a/b/3', { id: 'a/b', version: '3' }],
  ['reach-candidate', undefined],
  ['/2026', undefined],
  ['a/', undefined],
  ['a b/1', undefined],
])('%s', (text, edition) => {
  expect(listEdition(text)).toEqual(edition);
  if (edition !== undefined) expect(editionName(edition)).toBe(text);
});
