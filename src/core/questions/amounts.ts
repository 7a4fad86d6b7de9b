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

/** Writes amounts in the unit that suits `like`, or each in its own. */
export function writerFor(dimension: Dimension, like?: Rational): Write {
  return (value) => {
    const unit = dimension === 'mass' ? massUnit(like ?? value) : writtenUnit(dimension);
    return `${readable(divide(value, units[dimension][unit] ?? one))} ${unit}`;
  };
}

function massUnit(value: Rational): 'kg' | 'g' | 'mg' {
  const size = magnitude(value);
  if (isZero(size) || compare(size, rational(1)) >= 0) return 'kg';
  return compare(size, rational(1, 1000)) >= 0 ? 'g' : 'mg';
}
