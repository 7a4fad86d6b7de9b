// Amounts for reading: exact where that is short, else cut after a few digits that count and marked with `…`.
// Masses are told in the unit that suits them; amounts in one sentence share one.

import { type Dimension, units, writtenUnit } from '../values/quantity.ts';
import {
  compare,
  divide,
  formatExact,
  formatRounded,
  isZero,
  one,
  type Rational,
  rational,
} from '../values/rational.ts';

export type Write = (value: Rational) => string;

const MOST_DIGITS = 6;
const MOST_PLACES = 12;

export function readable(value: Rational): string {
  const exact = formatExact(value);
  const digits = exact.replace(/^-?0?\.?0*/, '').replace('.', '');
  if (!exact.includes('/') && digits.length <= MOST_DIGITS) return exact;
  return formatRounded(value, isZero(value) ? 0 : placesFor(value));
}

/** Two decimals, or as many as show three digits that count. */
function placesFor(value: Rational): number {
  let places = 2;
  let power = rational(1, 10);
  while (compare(magnitude(value), power) < 0 && places < MOST_PLACES) {
    places += 1;
    power = divide(power, rational(10));
  }
  return places === 2 ? places : places + 1;
}

const magnitude = (value: Rational): Rational => (value.n < 0n ? { n: -value.n, d: value.d } : value);

/** Three digits that count, half rounded up, marked as `about`; what is short enough stays exact. */
export function rounded(value: Rational): string {
  const exact = readable(value);
  if (!exact.includes('…')) return exact;
  const size = magnitude(value);
  const power = 10n ** BigInt(placesForThree(size));
  const nearest = (2n * size.n * power + size.d) / (2n * size.d);
  return `about ${value.n < 0n ? '-' : ''}${formatExact(divide(rational(nearest), rational(power)))}`;
}

function placesForThree(size: Rational): number {
  let places = 2;
  let least = one;
  while (compare(size, least) < 0 && places < MOST_PLACES) {
    places += 1;
    least = divide(least, rational(10));
  }
  if (places > 2) return places;
  if (compare(size, rational(100)) >= 0) return 0;
  return compare(size, rational(10)) >= 0 ? 1 : 2;
}

export type WriterFor = (dimension: Dimension, like?: Rational) => Write;

/** Writes amounts in the unit that suits `like`, or each in its own. */
export const writerFor: WriterFor = (dimension, like) => writerWith(readable, dimension, like);

/** The same for tables, where nobody calculates with the amounts. */
export const roundingWriterFor: WriterFor = (dimension, like) => writerWith(rounded, dimension, like);

function writerWith(format: Write, dimension: Dimension, like: Rational | undefined): Write {
  return (value) => {
    const unit = dimension === 'mass' ? massUnit(like ?? value) : writtenUnit(dimension);
    return `${format(divide(value, units[dimension][unit] ?? one))} ${unit}`;
  };
}

function massUnit(value: Rational): 'kg' | 'g' | 'mg' {
  const size = magnitude(value);
  if (isZero(size) || compare(size, rational(1)) >= 0) return 'kg';
  return compare(size, rational(1, 1000)) >= 0 ? 'g' : 'mg';
}
