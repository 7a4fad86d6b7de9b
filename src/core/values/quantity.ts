// Quantities as documents write them: `1.2 kg`, `40..60 g`, `12 %`, `300/7 %`, `unknown`. Read as exact decimals
// from the source text and kept in one base unit per dimension.

import { anyAmount, type Interval, scale, shrink } from './interval.ts';
import { compare, formatExact, isNegative, parseRational, type Rational, rational } from './rational.ts';

export type Dimension = 'mass' | 'energy' | 'volume' | 'share' | 'duration' | 'emissions' | 'occupation';

/** Per dimension the units that are read, each in terms of the first, which is the base and the one written. */
export const units: Record<Dimension, Readonly<Record<string, Rational>>> = {
  mass: { kg: rational(1), g: rational(1, 1000), mg: rational(1, 1_000_000), t: rational(1000) },
  energy: {
    MJ: rational(1),
    kJ: rational(1, 1000),
    J: rational(1, 1_000_000),
    GJ: rational(1000),
    Wh: rational(36, 10_000),
    kWh: rational(36, 10),
    MWh: rational(3600),
  },
  volume: { m3: rational(1), l: rational(1, 1000), L: rational(1, 1000), ml: rational(1, 1_000_000) },
  share: { '%': rational(1, 100), ppm: rational(1, 1_000_000) },
  duration: {
    years: rational(1),
    year: rational(1),
    a: rational(1),
    months: rational(1, 12),
    month: rational(1, 12),
  },
  emissions: { 'kg CO2e': rational(1), 'g CO2e': rational(1, 1000), 't CO2e': rational(1000) },
  /** Land kept from other uses: area times time. */
  occupation: { 'm2 year': rational(1), 'ha year': rational(10_000) },
};

/** Why a text is not a quantity: data for the message that the reader writes. */
export type QuantityFault =
  | { readonly fault: 'shape' }
  | { readonly fault: 'unit-missing' }
  | { readonly fault: 'unit-unknown'; readonly unit: string }
  | { readonly fault: 'unit-dimension'; readonly unit: string; readonly dimension: Dimension }
  | { readonly fault: 'negative' }
  | { readonly fault: 'minus-zero' }
  | { readonly fault: 'range-reversed' };

const QUANTITY = /^(-?[\d./]+?)(?:\s*\.\.\s*(-?[\d./]+))?(?:\s*([^\d\s./].*))?$/;

/** The dimension a unit belongs to; undefined when no dimension has it. */
export function dimensionOf(unit: string): Dimension | undefined {
  return (Object.keys(units) as Dimension[]).find((dimension) => Object.hasOwn(units[dimension], unit));
}

/** Read a quantity of the dimension, in its base unit. `unknown` is every amount. */
export function parseQuantity(text: string, dimension: Dimension): Interval | QuantityFault {
  if (text === 'unknown') return anyAmount;
  const match = QUANTITY.exec(text.trim());
  const from = parseRational(match?.[1] ?? '');
  const to = match?.[2] === undefined ? from : parseRational(match[2]);
  if (from === undefined || to === undefined) return { fault: 'shape' };
  const unit = match?.[3];
  if (unit === undefined) return { fault: 'unit-missing' };
  const factor = Object.hasOwn(units[dimension], unit) ? units[dimension][unit] : undefined;
  if (factor === undefined) {
    const other = dimensionOf(unit);
    return other === undefined
      ? { fault: 'unit-unknown', unit }
      : { fault: 'unit-dimension', unit, dimension: other };
  }
  if (isNegative(from)) return { fault: 'negative' };
  if ([match?.[1], match?.[2]].some((end) => end?.startsWith('-') === true)) return { fault: 'minus-zero' };
  if (compare(from, to) > 0) return { fault: 'range-reversed' };
  return scale({ lo: from, loOpen: false, hi: to, hiOpen: false }, factor);
}

export const isFault = (result: Interval | QuantityFault): result is QuantityFault => 'fault' in result;

/** The unit a dimension is written in. */
export function writtenUnit(dimension: Dimension): string {
  return Object.keys(units[dimension])[0] ?? '';
}

/** One end of an interval, exactly, in the written unit. */
export function writeAmount(value: Rational, dimension: Dimension): string {
  return `${formatExact(inWrittenUnit(value, dimension))} ${writtenUnit(dimension)}`;
}

function inWrittenUnit(value: Rational, dimension: Dimension): Rational {
  const factor = units[dimension][writtenUnit(dimension)] ?? rational(1);
  return shrink({ lo: value, loOpen: false, hi: value, hiOpen: false }, factor).lo;
}
