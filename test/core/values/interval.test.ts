import { describe, expect, test } from 'vitest';
import {
  hull,
  intersect,
  isExact,
  isNothing,
  isWithin,
  maximum,
  minimum,
  product,
  scale,
  shrink,
  sum,
} from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';

type Case = readonly [a: string, b: string, result: string];

/** Both ways round: none of these depends on the order. */
function holdsBothWays(operation: typeof sum | typeof intersect, cases: readonly Case[]): void {
  test.each(cases)('%s and %s give %s', (a, b, result) => {
    expect(rangeText(operation(rangeOf(a), rangeOf(b)))).toBe(result);
    expect(rangeText(operation(rangeOf(b), rangeOf(a)))).toBe(result);
  });
}

describe('the sum', () => {
  holdsBothWays(sum, [
    ['[1,2]', '[3,5]', '[4,7]'],
    ['(1,2]', '[3,5]', '(4,7]'],
    ['[1,2)', '[3,5]', '[4,7)'],
    ['(1,2)', '(3,5)', '(4,7)'],
    ['[1,)', '[3,5]', '[4,)'],
    ['(0,)', '[0]', '(0,)'],
  ]);
});

describe('the product', () => {
  holdsBothWays(product, [
    ['[1,2]', '[3,5]', '[3,10]'],
    ['(1,2]', '[3,5]', '(3,10]'],
    ['[1,2)', '[3,5]', '[3,10)'],
    ['(0,2]', '[0,5]', '[0,10]'],
    ['(0,2]', '(0,5]', '(0,10]'],
    ['(1,2]', '[0,5]', '[0,10]'],
    ['[0]', '[3,)', '[0,0]'],
    ['[0]', '(3,5)', '[0,0]'],
    ['[2]', '[3,)', '[6,)'],
    ['[0,0]', '[0,)', '[0,0]'],
  ]);

  test('with a number, or divided by one, moves both ends', () => {
    expect(rangeText(scale(rangeOf('(1,3]'), rational(1, 2)))).toBe('(1/2,3/2]');
    expect(rangeText(shrink(rangeOf('(1,3]'), rational(1, 2)))).toBe('(2,6]');
  });
});

describe('what two ranges share', () => {
  holdsBothWays(intersect, [
    ['[0,2]', '[1,3]', '[1,2]'],
    ['[0,2)', '[1,2]', '[1,2)'],
    ['(1,2]', '[1,2]', '(1,2]'],
    ['[0,1]', '[1,2]', '[1,1]'],
    ['[0,1)', '[1,2]', 'nothing'],
    ['[0,1]', '(1,2]', 'nothing'],
    ['[0,1)', '(1,2]', 'nothing'],
    ['[0,1]', '[2,3]', 'nothing'],
    ['[0,)', '(1,2]', '(1,2]'],
    ['[0,)', '(1,)', '(1,)'],
  ]);
});

describe('the hull', () => {
  holdsBothWays(hull, [
    ['[0,1]', '[2,3]', '[0,3]'],
    ['(0,1]', '[0,1)', '[0,1]'],
    ['(0,1)', '(0,1)', '(0,1)'],
    ['[0,1]', '(3,)', '[0,)'],
  ]);
});

describe('the smaller of two', () => {
  holdsBothWays(minimum, [
    ['[0,3]', '[1,2]', '[0,2]'],
    ['(1,2]', '[1,2)', '[1,2)'],
    ['[1,)', '[0,5]', '[0,5]'],
    ['[1,)', '(0,)', '(0,)'],
  ]);
});

describe('the larger of two', () => {
  holdsBothWays(maximum, [
    ['[0,3]', '[1,2]', '[1,3]'],
    ['(1,2]', '[1,2)', '(1,2]'],
    ['[1,)', '[0,5]', '[1,)'],
  ]);
});

test.each([
  ['[1,2]', '[1,2]', true],
  ['(1,2]', '[1,2]', true],
  ['[1,2]', '(1,2]', false],
  ['[1,2)', '[1,2]', true],
  ['[1,2]', '[1,2)', false],
  ['[1,2]', '[1,)', true],
  ['[1,)', '[1,2]', false],
])('%s within %s: %s', (inner, outer, is) => {
  expect(isWithin(rangeOf(inner), rangeOf(outer))).toBe(is);
});

test('one number is exact, and zero alone is nothing', () => {
  expect(['[2]', '[2,3]', '[2,)'].map((text) => isExact(rangeOf(text)))).toEqual([true, false, false]);
  expect(['[0]', '[0,1]', '[0,)'].map((text) => isNothing(rangeOf(text)))).toEqual([true, false, false]);
});
