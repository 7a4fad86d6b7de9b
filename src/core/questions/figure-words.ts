// Figures in the words of a sentence: the label of a band where one fits, otherwise ends that say whether they
// are included.

import type { Group, Measure } from '../model/catalogue.ts';
import { compareLower, compareUpper, type Interval, isExact } from '../values/interval.ts';
import { type Dimension, writeAmount } from '../values/quantity.ts';
import { isZero, one } from '../values/rational.ts';
import { hullOf, type Region } from '../values/region.ts';
import { stepsWithin } from '../values/show.ts';
import { roundingWriterFor, type Write, type WriterFor, writerFor } from './amounts.ts';
import { listed, name } from './words.ts';

/** What is known of a figure: `>25-50 %`, `more than 23.75 % and at most 25 %`, `unknown`. */
export function figureInWords(
  region: Region,
  measure: Measure,
  group?: Group,
  writing: WriterFor = writerFor,
): string {
  const [only, ...more] = region;
  if (only === undefined) return 'nothing possible';
  if (more.length === 0 && isUnknown(only, measure)) return 'unknown';
  return listed(
    region.map((part) => bandLabel(part, group) ?? rangeInWords(part, measure, writing)),
    'or',
  );
}

/** Both ends at a glance, rounded, without saying which are included: `between 23.75 % and 25 %`. */
export function figureAtAGlance(region: Region, measure: Measure, group?: Group): string {
  return glance(region, measure, group, roundingWriterFor, (lo, hi) => `between ${lo} and ${hi}`);
}

/** The same where it follows an `at`, and not rounded: `34 % to 36 %`. */
export function figureAsPart(region: Region, measure: Measure, group?: Group): string {
  return glance(region, measure, group, writerFor, (lo, hi) => `${lo} to ${hi}`);
}

function glance(
  region: Region,
  measure: Measure,
  group: Group | undefined,
  writing: WriterFor,
  join: (lo: string, hi: string) => string,
): string {
  const whole = hullOf(region);
  if (whole?.hi === undefined || region.length > 1 || measure.kind !== 'number' || isExact(whole)) {
    return figureInWords(region, measure, group, writing);
  }
  const label = bandLabel(whole, group);
  if (label !== undefined || isUnknown(whole, measure)) return label ?? 'unknown';
  const write = writing(measure.dimension, whole.hi);
  return isZero(whole.lo) ? `up to ${write(whole.hi)}` : join(write(whole.lo), write(whole.hi));
}

/** With the fraction behind every end that is too long to show. */
export function figureExactly(region: Region, measure: Measure): string {
  if (measure.kind !== 'number') return figureInWords(region, measure);
  return listed(
    region.map((part) => rangeWith(part, exactWriter(measure.dimension))),
    'or',
  );
}

const exactWriter =
  (dimension: Dimension): Write =>
  (value) => {
    const shown = writerFor(dimension)(value);
    const exact = writeAmount(value, dimension);
    return shown.includes('…') ? `${shown} (exactly ${exact})` : shown;
  };

/** A share of which nothing is known may be all or nothing; an amount may be any. */
function isUnknown(range: Interval, measure: Measure): boolean {
  if (!isZero(range.lo) || range.loOpen) return false;
  if (range.hi === undefined) return true;
  if (measure.kind === 'scale')
    return range.hi.n >= BigInt(measure.steps.length - 1) && measure.steps.length > 1;
  const isShare = measure.kind === 'number' && measure.dimension === 'share';
  return isShare && !range.hiOpen && range.hi.n === one.n && range.hi.d === one.d;
}

const bandLabel = (range: Interval, group: Group | undefined): string | undefined =>
  group?.bands.find((band) => compareLower(band.range, range) === 0 && compareUpper(band.range, range) === 0)
    ?.label;

export function rangeInWords(range: Interval, measure: Measure, writing: WriterFor = writerFor): string {
  if (measure.kind === 'name') return 'a name';
  if (measure.kind === 'number') return rangeWith(range, writing(measure.dimension));
  const [from, to] = stepsWithin(range, measure.steps.length - 1);
  const step = (number: number): string => name(measure.steps[number] ?? '?');
  if (from > to) return 'nothing possible';
  return from === to ? step(from) : `${step(from)} to ${step(to)}`;
}

function rangeWith(range: Interval, write: Write): string {
  const { lo, loOpen, hi, hiOpen } = range;
  if (isExact(range)) return write(lo);
  const lower = `${loOpen ? 'more than' : 'at least'} ${write(lo)}`;
  if (hi === undefined) return isZero(lo) && !loOpen ? 'any amount' : lower;
  const upper = `${hiOpen ? 'less than' : 'at most'} ${write(hi)}`;
  return isZero(lo) && !loOpen ? upper : `${lower} and ${upper}`;
}

/** What a threshold asks, without the end that every value keeps anyway: `more than 25 %`, `at least layman`. */
export function thresholdInWords(range: Interval, measure: Measure, domain: Interval): string {
  const toTop = compareUpper(range, domain) === 0;
  if (measure.kind !== 'scale' || !toTop) {
    return rangeInWords(toTop ? { ...range, hi: undefined, hiOpen: true } : range, measure);
  }
  const [from] = stepsWithin(range, measure.steps.length - 1);
  return `at least ${name(measure.steps[from] ?? '?')}`;
}
