// Ranges in short. For people as one would type them: `40..60 g`, `>23.75..25 %`, `>=18 MJ`. For programs, which read
// them back from a trace, in brackets with exact ends: `(23.75 %, 25 %]`.

import type { Measure } from '../model/catalogue.ts';
import { inUnit, shorten, unitFor } from './amounts.ts';
import { type Interval, isExact } from './interval.ts';
import { type Dimension, writeAmount } from './quantity.ts';
import { isZero, type Rational } from './rational.ts';
import type { Region } from './region.ts';

/** A range as one would type it, in one unit; `about` where an end is rounded, always outward. */
export function showRange(range: Interval, dimension: Dimension): string {
  const { lo, loOpen, hi, hiOpen } = range;
  const unit = unitFor(dimension, hi ?? lo);
  const end = (value: Rational, towards: 'nearest' | 'down' | 'up') =>
    shorten(inUnit(value, dimension, unit), towards);
  const told = (text: string, isRounded: boolean): string => `${isRounded ? 'about ' : ''}${text} ${unit}`;
  if (isExact(range)) {
    const only = end(lo, 'nearest');
    return told(only.text, only.isRounded);
  }
  const from = end(lo, 'down');
  if (hi === undefined) {
    if (isZero(lo) && !loOpen) return 'any amount';
    return told(`${loOpen ? '>' : '>='}${from.text}`, from.isRounded);
  }
  const to = end(hi, 'up');
  const text = `${loOpen ? '>' : ''}${from.text}..${hiOpen ? '<' : ''}${to.text}`;
  return told(text, from.isRounded || to.isRounded);
}

/** A range in brackets with exact ends. */
export function writeRange(range: Interval, dimension: Dimension): string {
  if (isExact(range)) return writeAmount(range.lo, dimension);
  const left = `${range.loOpen ? '(' : '['}${writeAmount(range.lo, dimension)}`;
  return range.hi === undefined
    ? `${left}, …)`
    : `${left}, ${writeAmount(range.hi, dimension)}${range.hiOpen ? ')' : ']'}`;
}

/** What is known of a quantity, in its own terms; gaps show as `or`. */
export function showRegion(region: Region, measure: Measure, exact = false): string {
  if (region.length === 0) return 'nothing possible';
  return region.map((part) => showPart(part, measure, exact)).join(' or ');
}

function showPart(part: Interval, measure: Measure, exact: boolean): string {
  if (measure.kind === 'number') return (exact ? writeRange : showRange)(part, measure.dimension);
  if (measure.kind === 'name' || measure.kind === 'names') return 'a name';
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
