// Ranges as people read them: `(23.75 %, 25 %]`, `exactly 50 %`, `at least 2 years`.

import type { Measure } from '../model/catalogue.ts';
import { type Interval, isExact } from './interval.ts';
import { type Dimension, showAmount, writeAmount } from './quantity.ts';
import type { Rational } from './rational.ts';
import type { Region } from './region.ts';

type Write = (value: Rational) => string;

function bracket(range: Interval, write: Write): string {
  if (isExact(range)) return write(range.lo);
  const left = `${range.loOpen ? '(' : '['}${write(range.lo)}`;
  return range.hi === undefined ? `${left}, …)` : `${left}, ${write(range.hi)}${range.hiOpen ? ')' : ']'}`;
}

/** A range in brackets, ends cut after a few digits and marked `…` where they are longer. */
export const showRange = (range: Interval, dimension: Dimension): string =>
  bracket(range, (value) => showAmount(value, dimension));

/** A range in brackets with exact ends. */
export const writeRange = (range: Interval, dimension: Dimension): string =>
  bracket(range, (value) => writeAmount(value, dimension));

/** What is known of a quantity, in its own terms; gaps show as `or`. */
export function showRegion(region: Region, measure: Measure, exact = false): string {
  if (region.length === 0) return 'nothing possible';
  return region.map((part) => showPart(part, measure, exact)).join(' or ');
}

function showPart(part: Interval, measure: Measure, exact: boolean): string {
  if (measure.kind === 'number') return (exact ? writeRange : showRange)(part, measure.dimension);
  if (measure.kind === 'name') return 'a name';
  const step = (value: Rational): string => measure.steps[Number(value.n / value.d)] ?? '?';
  const from = step(part.lo);
  const to = part.hi === undefined ? (measure.steps.at(-1) ?? '?') : step(part.hi);
  return from === to ? from : `${from} to ${to}`;
}
