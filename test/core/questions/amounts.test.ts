import { describe, expect, test } from 'vitest';
import { readable, rounded } from '../../../src/core/questions/amounts.ts';
import { rational } from '../../../src/core/values/rational.ts';

describe('an amount for a table', () => {
  test.each([
    [rational(313, 345), 'about 0.907'],
    [rational(31300, 345), 'about 90.7'],
    [rational(2000, 3), 'about 667'],
    [rational(-2, 3), 'about -0.667'],
    [rational(1, 300), 'about 0.00333'],
    [rational(2, 300), 'about 0.00667'],
    [rational(76), '76'],
    [rational(475, 10), '47.5'],
    [rational(0), '0'],
  ])('%o is %s', (value, says) => {
    expect(rounded(value)).toBe(says);
  });

  test('is exact wherever an explanation is', () => {
    expect(readable(rational(2, 3))).toBe('0.66…');
    expect(rounded(rational(2, 4))).toBe(readable(rational(2, 4)));
  });
});
