import { describe, expect, it } from 'vitest';
import { dayAfter, earliest, isDate } from '../../../src/core/values/date.ts';

describe('a day so many days later', () => {
  it.each([
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
    ['9999-12-30', 1, '9999-12-31'],
    ['9999-12-30', 2, '9999-12-31'],
    ['2026-11-22', 1_000_000_000, '9999-12-31'],
  ])('%s and %d', (date, days, later) => {
    expect(dayAfter(date, days)).toBe(later);
  });
});

it.each([
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2100-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['0000-01-01', false],
  ['2026-1-1', false],
])('%s is a date: %s', (text, is) => {
  expect(isDate(text)).toBe(is);
});

it('the earliest is the first of those there are', () => {
  expect(earliest(['2026-05-01', undefined, '2025-12-31'])).toBe('2025-12-31');
  expect(earliest([undefined])).toBeUndefined();
});
