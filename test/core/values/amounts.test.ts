import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readable, shorten, writerFor } from '../../../src/core/values/amounts.ts';
import { compare, parseRational, rational, zero } from '../../../src/core/values/rational.ts';

describe('an amount', () => {
  test.each([
    [rational(313, 345), 'about 0.907'],
    [rational(31300, 345), 'about 90.7'],
    [rational(2000, 3), 'about 667'],
    [rational(-2, 3), 'about -0.667'],
    [rational(1, 300), 'about 0.00333'],
    [rational(2, 300), 'about 0.00667'],
    [rational(76), '76'],
    [rational(475, 10), '47.5'],
    [rational(123456, 1000), '123.456'],
    [rational(1234567, 1000), 'about 1235'],
    [rational(0), '0'],
  ])('%o is %s', (value, says) => {
    expect(readable(value)).toBe(says);
  });

  test.each([
    [rational(2, 3), 'about 0.666', 'about 0.667'],
    [rational(-2, 3), 'about -0.667', 'about -0.666'],
    [rational(1234567, 1000), 'about 1234', 'about 1235'],
    [rational(97, 100), '0.97', '0.97'],
  ])('%o as an end of a range is rounded down to %s and up to %s', (value, down, up) => {
    expect([readable(value, 'down'), readable(value, 'up')]).toEqual([down, up]);
  });

  test('next to a round number keeps the digits that tell them apart', () => {
    const near = rational(75010, 3000);
    expect([readable(near), readable(near, 'down')]).toEqual(['about 25.003', 'about 25.003']);
    expect(readable(rational(3001, 30_000), 'down')).toBe('about 0.10003');
    expect(readable(rational(2_999_999, 3000))).toBe('about 999.9997');
    expect(readable(rational(126_011, 30_000))).toBe('about 4.2');
  });

  test('as an end of a range never comes to lie inside it', () => {
    const amount = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n));
    fc.assert(
      fc.property(amount, ([n, d]) => {
        const value = rational(n, d);
        const read = (towards: 'down' | 'up') => parseRational(shorten(value, towards).text) ?? zero;
        expect(compare(read('down'), value)).toBeLessThanOrEqual(0);
        expect(compare(read('up'), value)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('of mass is told in the unit that suits it, or in that of another', () => {
    expect(writerFor('mass')(rational(1, 3000))).toBe('about 333 mg');
    expect(writerFor('mass', rational(1))(rational(1, 4))).toBe('0.25 kg');
  });
});
