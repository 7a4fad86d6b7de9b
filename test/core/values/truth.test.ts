import { expect, test } from 'vitest';
import { and, not, or, type Truth } from '../../../src/core/values/truth.ts';

const values: readonly Truth[] = ['true', 'false', 'unknown'];
const possible = (value: Truth): readonly boolean[] =>
  value === 'unknown' ? [true, false] : [value === 'true'];
const truthOf = (results: readonly boolean[]): Truth =>
  new Set(results).size === 2 ? 'unknown' : results[0] === true ? 'true' : 'false';

/** The classical connective over everything that the values may stand for. */
const image = (a: Truth, b: Truth, connect: (x: boolean, y: boolean) => boolean): Truth =>
  truthOf(possible(a).flatMap((x) => possible(b).map((y) => connect(x, y))));

test('connectives are the classical ones over all values that are still possible', () => {
  for (const a of values) {
    expect(not(a)).toBe(truthOf(possible(a).map((x) => !x)));
    for (const b of values) {
      expect([a, b, and([a, b])]).toEqual([a, b, image(a, b, (x, y) => x && y)]);
      expect([a, b, or([a, b])]).toEqual([a, b, image(a, b, (x, y) => x || y)]);
    }
  }
});

test('of nothing, all is true and any is false', () => {
  expect([and([]), or([])]).toEqual(['true', 'false']);
});
