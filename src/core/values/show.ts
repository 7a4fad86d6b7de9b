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
  const last = measure.steps.length - 1;
  const [from, to] = stepsWithin(part, last);
  const first = measure.steps[from] ?? '?';
  if (from > to) return 'nothing possible';
  return from === to ? first : `${first} to ${measure.steps[to] ?? '?'}`;
}

/** The first and the last step within a range: an open end leaves its own step out. */
export function stepsWithin({ lo, loOpen, hi, hiOpen }: Interval, last: number): readonly [number, number] {
  const below = Number(lo.n / lo.d);
  const above = hi === undefined ? last : Number(hi.n / hi.d);
  const isStep = (value: Rational | undefined): boolean => value?.d === 1n;
  return [isStep(lo) && !loOpen ? below : below + 1, hiOpen && isStep(hi) ? above - 1 : above];
}
