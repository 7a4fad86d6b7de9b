// The figures of a trace, read back from the text they are written as. A trace keeps exact ends, so nothing is
// lost on the way; a text that is no figure comes back as undefined.

import type { Measure } from '../model/catalogue.ts';
import { exactly, type Interval, isExact } from '../values/interval.ts';
import { type Dimension, isFault, parseQuantity } from '../values/quantity.ts';
import { type Rational, rational } from '../values/rational.ts';
import { type Region, regionOf } from '../values/region.ts';

/** What `showRegion` wrote with exact ends. */
export function readFigure(text: string, measure: Measure | undefined): Region | undefined {
  if (measure === undefined || measure.kind === 'name' || measure.kind === 'names') return undefined;
  const parts = text.split(' or ').map((part) => readPart(part, measure));
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? regionOf(...known) : undefined;
}

function readPart(text: string, measure: Exclude<Measure, { kind: 'name' | 'names' }>): Interval | undefined {
  if (measure.kind === 'number') return readRange(text, measure.dimension);
  const [from = '', to = from] = text.split(' to ');
  const lo = measure.steps.indexOf(from);
  const hi = measure.steps.indexOf(to);
  if (lo < 0 || hi < 0) return undefined;
  return { lo: rational(lo), loOpen: false, hi: rational(hi), hiOpen: false };
}

const BRACKETS = /^([[(])(.+), (.+)([\])])$/;

function readRange(text: string, dimension: Dimension): Interval | undefined {
  const match = BRACKETS.exec(text);
  if (match === null) {
    const value = readEnd(text, dimension);
    return value === undefined ? undefined : exactly(value);
  }
  const [, opening, from = '', to = '', closing] = match;
  const lo = readEnd(from, dimension);
  const hi = to === '…' ? undefined : readEnd(to, dimension);
  if (lo === undefined || (hi === undefined && to !== '…')) return undefined;
  return { lo, loOpen: opening === '(', hi, hiOpen: closing === ')' };
}

function readEnd(text: string, dimension: Dimension): Rational | undefined {
  const read = parseQuantity(text, dimension);
  return isFault(read) || !isExact(read) ? undefined : read.lo;
}

/** A mass of a trace. */
export const readMass = (text: string): Interval | undefined => {
  if (text !== 'unknown') return readRange(text, 'mass');
  const any = parseQuantity(text, 'mass');
  return isFault(any) ? undefined : any;
};
