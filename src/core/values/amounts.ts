// How an amount is written for people, in every message, report and explanation:
// - exactly, where six digits say it;
// - otherwise with three digits that count (more, where three would make a round number of it), marked `about`: a
//   single figure half up, the ends of a range outward, so that the range as told never leaves out what is possible.
// Masses are told in the unit that suits them; amounts in one sentence share one. What programs read stays exact.

import { type Dimension, units, writtenUnit } from './quantity.ts';
import { compare, divide, equal, formatExact, isZero, one, type Rational, rational } from './rational.ts';

/** Which way a number that is too long is rounded. */
export type Towards = 'nearest' | 'down' | 'up';

export type Write = (value: Rational, towards?: Towards) => string;

export interface Shortened {
  readonly text: string;
  readonly isRounded: boolean;
}

const MOST_DIGITS = 6;
const MOST_PLACES = 12;

/** A number without a unit, and whether it was rounded. */
export function shorten(value: Rational, towards: Towards = 'nearest'): Shortened {
  const exact = formatExact(value);
  const digits = exact.replace(/^-?0?\.?0*/, '').replace('.', '');
  if (!exact.includes('/') && digits.length <= MOST_DIGITS) return { text: exact, isRounded: false };
  const rounded = roundTo(value, placesFor(magnitude(value)), towards);
  return { text: formatExact(rounded), isRounded: !equal(rounded, value) };
}

export const readable: Write = (value, towards) => {
  const { text, isRounded } = shorten(value, towards);
  return isRounded ? `about ${text}` : text;
};

const magnitude = (value: Rational): Rational => (value.n < 0n ? { n: -value.n, d: value.d } : value);

function roundTo(value: Rational, places: number, towards: Towards): Rational {
  const power = 10n ** BigInt(places);
  const count = wholeOf({ n: value.n * power, d: value.d }, towards);
  // A number next to a round one would read as that one, and seem to lie on an edge that it does not touch.
  return places < MOST_PLACES && isRound(count, power)
    ? roundTo(value, places + 1, towards)
    : rational(count, power);
}

/** Whether a rounded number reads like an edge: a whole one, or one digit behind zeros. */
const isRound = (count: bigint, power: bigint): boolean =>
  power === 1n ? count % 10n === 0n : count % power === 0n || /^-?\d0*$/.test(count.toString());

/** Half is rounded away from zero. */
function wholeOf({ n, d }: Rational, towards: Towards): bigint {
  if (towards === 'nearest') {
    const half = (2n * (n < 0n ? -n : n) + d) / (2n * d);
    return n < 0n ? -half : half;
  }
  const below = n < 0n && n % d !== 0n ? n / d - 1n : n / d;
  return towards === 'down' || n % d === 0n ? below : below + 1n;
}

/** Decimals that leave three digits. */
function placesFor(size: Rational): number {
  if (isZero(size) || compare(size, rational(100)) >= 0) return 0;
  if (compare(size, one) >= 0) return compare(size, rational(10)) >= 0 ? 1 : 2;
  let places = 2;
  for (let least = one; compare(size, least) < 0 && places < MOST_PLACES; places += 1)
    least = divide(least, rational(10));
  return places;
}

/** Writes amounts in the unit that suits `like`, or each in its own. */
export function writerFor(dimension: Dimension, like?: Rational): Write {
  return (value, towards) => {
    const unit = unitFor(dimension, like ?? value);
    return `${readable(inUnit(value, dimension, unit), towards)} ${unit}`;
  };
}

export const unitFor = (dimension: Dimension, like: Rational): string =>
  dimension === 'mass' ? massUnit(like) : writtenUnit(dimension);

export const inUnit = (value: Rational, dimension: Dimension, unit: string): Rational =>
  divide(value, units[dimension][unit] ?? one);

function massUnit(value: Rational): 'kg' | 'g' | 'mg' {
  const size = magnitude(value);
  if (isZero(size) || compare(size, rational(1)) >= 0) return 'kg';
  return compare(size, rational(1, 1000)) >= 0 ? 'g' : 'mg';
}
