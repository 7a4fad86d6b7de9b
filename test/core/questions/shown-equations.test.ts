import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restEquation, shareEquation, sumEquation } from '../../../src/core/questions/shown-equations.ts';
import {
  add,
  divide,
  formatExact,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../../src/core/values/rational.ts';

const hundred = rational(100);
const number = (text: string | undefined): Rational => {
  const read = parseRational(text ?? '');
  if (read === undefined) throw new Error(`no number: ${text}`);
  return read;
};

/** A number to as many decimals as the shown one has. */
function toPlaces({ n, d }: Rational, shown: string): string {
  const power = 10n ** BigInt(/\.(\d+)$/.exec(shown)?.[1]?.length ?? 0);
  return formatExact(rational((2n * n * power + d) / (2n * d), power));
}

/** What a pocket calculator makes of the terms as they stand there. */
function termsOf(text: string): Rational {
  return text
    .replaceAll(/ \(of [^)]*\)/g, '')
    .split(' + ')
    .map((term) => {
      const [, amount, share] = /^(?:about )?([\d.]+) k?m?g(?: × ([\d.]+) %)?$/.exec(term) ?? [];
      return share === undefined ? number(amount) : divide(multiply(number(amount), number(share)), hundred);
    })
    .reduce(add, zero);
}

const EQUATION =
  /^(.*) = (?:about )?([\d.]+) k?m?g of (?:about )?([\d.]+) k?m?g = (?:about )?([\d.]+) %(?:, rounded (up|down) to ([\d.]+) %)?$/;

const mass = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom(1, 3, 7, 100, 1000, 9973))
  .map(([n, d]) => rational(n, d));
const share = fc.tuple(fc.nat(9973), fc.constantFrom(9973, 10_000, 12_000)).map(([n, d]) => rational(n, d));

describe('an equation of shares', () => {
  test('holds for the figures that it shows, and rounds outward', () => {
    const term = fc.record({ whole: mass, share });
    const way = fc.constantFrom('nearest' as const, 'down' as const, 'up' as const);
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 5 }), way, (terms, towards) => {
        const total = terms.map(({ whole }) => whole).reduce(add, zero);
        const amounts = terms.map((of) => ({ of, amount: multiply(of.whole, of.share) }));
        const says = shareEquation(amounts, total, 'mass', towards);
        const [, left = '', sum = '', whole, end = '', rounded, told] = EQUATION.exec(says) ?? [];
        expect(toPlaces(termsOf(left), sum)).toBe(formatExact(number(sum)));
        expect(toPlaces(multiply(divide(number(sum), number(whole)), hundred), end)).toBe(
          formatExact(number(end)),
        );
        if (told === undefined) return;
        expect(rounded).toBe(towards);
        const beyond = subtract(number(told), number(end));
        expect(towards === 'up' ? beyond.n > 0n : beyond.n < 0n).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('tells a rounded share by its amount, and the quotient beside what is told of it', () => {
    const [g83, g107, g3] = [rational(8325, 100_000), rational(107, 1000), rational(3, 1000)];
    const terms = [
      { amount: g83, of: { whole: g107, share: divide(g83, g107) } },
      { amount: g3, of: { whole: g3, share: rational(1) } },
    ];
    expect(shareEquation(terms, rational(110, 1000), 'mass', 'up')).toBe(
      '83.25 g (of 107 g) + 3 g × 100 % = 86.25 g of 110 g = about 78.41 %, rounded up to 78.5 %',
    );
  });

  test('gives the quotient a digit more where the next would be a zero that is not seen', () => {
    const terms = [{ amount: rational(8325, 100_000) }];
    expect(shareEquation(terms, rational(107, 1000), 'mass', 'up')).toBe(
      '83.25 g = 83.25 g of 107 g = about 77.804 %, rounded up to 77.9 %',
    );
  });
});

test('a sum holds for the figures that it shows', () => {
  fc.assert(
    fc.property(fc.array(mass, { minLength: 2, maxLength: 6 }), (amounts) => {
      const says = sumEquation(amounts, 'mass', amounts.reduce(add, zero));
      const [, left = '', sum = ''] = /^(.*) = (?:about )?([\d.]+) k?m?g$/.exec(says) ?? [];
      expect(toPlaces(termsOf(left), sum)).toBe(formatExact(number(sum)));
    }),
    { numRuns: 300 },
  );
});

test.each([
  [30, 20, 80, 'down', '30 kg − 20 kg of 80 kg, so at least 12.5 %'],
  [30, 20, 81, 'down', '30 kg − 20 kg of 81 kg = about 12.35 %, so at least about 12.3 %'],
  [30, undefined, 81, 'up', '30 kg of 81 kg = about 37.04 %, so at most about 37.1 %'],
] as const)('what is left of %d kg without %s kg in %d kg', (whole, less, left, towards, says) => {
  const taken = less === undefined ? {} : { less: rational(less) };
  expect(restEquation({ whole: rational(whole), ...taken }, rational(left), rational(whole), towards)).toBe(
    says,
  );
});
