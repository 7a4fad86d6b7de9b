// Exact rational numbers. Band edges are decided here, so no floating point is allowed: in doubles
// 1.30*100/5.20 is 25.000000000000004, which would lose a band.

/** n/d in lowest terms, d > 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Rational = { n: 0n, d: 1n };
export const one: Rational = { n: 1n, d: 1n };

/** n/d in lowest terms. Throws RangeError when d is 0: callers divide only by what they know to be positive. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  let numerator = BigInt(n);
  let denominator = BigInt(d);
  if (denominator === 0n) throw new RangeError('a rational needs a denominator other than 0');
  if (denominator < 0n) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const divisor =
    denominator === 1n ? 1n : greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { n: numerator / divisor, d: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/;
const FRACTION = /^(-?\d{1,400})\/(\d{1,400})$/;

/** Read `12`, `-0.50` or the exact fraction `115/3`; undefined for anything else (no exponents, no NaN). */
export function parseRational(text: string): Rational | undefined {
  const fraction = FRACTION.exec(text);
  if (fraction !== null) {
    const denominator = BigInt(fraction[2] ?? '0');
    return denominator === 0n ? undefined : rational(BigInt(fraction[1] ?? '0'), denominator);
  }
  const decimal = DECIMAL.exec(text);
  if (decimal === null) return undefined;
  const [, sign = '', whole = '0', decimals = ''] = decimal;
  return rational(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Rational, b: Rational): Rational => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;
export const isZero = (a: Rational): boolean => a.n === 0n;
export const isPositive = (a: Rational): boolean => a.n > 0n;
export const isNegative = (a: Rational): boolean => a.n < 0n;
export const smaller = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const larger = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** The number exactly: a decimal where it has a finite one of at most 15 digits, else a fraction. */
export function formatExact(a: Rational): string {
  return finiteDecimal(a) ?? `${a.n}/${a.d}`;
}

function finiteDecimal(a: Rational): string | undefined {
  let places = 0;
  let power = 1n;
  while (power % a.d !== 0n && places <= 15) {
    power *= 10n;
    places += 1;
  }
  const digits = (((a.n < 0n ? -a.n : a.n) * power) / a.d).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  if (places > 15 || whole.length > 15) return undefined;
  const decimals = places === 0 ? '' : `.${digits.slice(-places)}`;
  return `${a.n < 0n ? '-' : ''}${whole}${decimals}`;
}
