// Figures in the words of a sentence: the label of a band where one fits, otherwise ends that say whether they
// are included.

import type { Group, Measure } from '../model/catalogue.ts';
import { type Write, writerFor } from '../values/amounts.ts';
import { compareLower, compareUpper, type Interval, isExact } from '../values/interval.ts';
import { type Dimension, writeAmount } from '../values/quantity.ts';
import { isZero, one } from '../values/rational.ts';
import type { Region } from '../values/region.ts';
import { showRange, stepsWithin } from '../values/show.ts';
import { listed, name } from './words.ts';

/** What is known of a figure: `>25-50 %`, `more than 23.75 % and at most 25 %`, `unknown`. */
export function figureInWords(region: Region, measure: Measure, group?: Group): string {
  const [only, ...more] = region;
  if (only === undefined) return 'nothing possible';
  if (more.length === 0 && isUnknown(only, measure)) return 'unknown';
  return listed(
    region.map((part) => bandLabel(part, group) ?? rangeInWords(part, measure)),
    'or',
  );
}

/** The same where it follows an `at`: `34..36 %`. */
export function figureAsPart(region: Region, measure: Measure, group?: Group): string {
  const [only, ...more] = region;
  const inWords = figureInWords(region, measure, group);
  if (only?.hi === undefined || more.length > 0 || measure.kind !== 'number' || isExact(only)) return inWords;
  return inWords === 'unknown' || bandLabel(only, group) !== undefined
    ? inWords
    : showRange(only, measure.dimension);
}

/** With the fraction behind every end that is too long to show. */
export function figureExactly(region: Region, measure: Measure): string {
  if (measure.kind !== 'number') return figureInWords(region, measure);
  return listed(
    region.map((part) => rangeWith(withoutTop(part, measure.dimension), exactWriter(measure.dimension))),
    'or',
  );
}

const exactWriter =
  (dimension: Dimension): Write =>
  (value, towards) => {
    const shown = writerFor(dimension)(value, towards);
    const exact = writeAmount(value, dimension);
    return shown.startsWith('about ') ? `${shown} (exactly ${exact})` : shown;
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

export function rangeInWords(range: Interval, measure: Measure): string {
  if (measure.kind === 'name' || measure.kind === 'names') return 'a name';
  if (measure.kind === 'number')
    return rangeWith(withoutTop(range, measure.dimension), writerFor(measure.dimension, range.hi));
  const [from, to] = stepsWithin(range, measure.steps.length - 1);
  const step = (number: number): string => name(measure.steps[number] ?? '?');
  if (from > to) return 'nothing possible';
  return from === to ? step(from) : `${step(from)} to ${step(to)}`;
}

/** That a share is at most all of it goes without saying; told, it reads as if it might be. */
function withoutTop(range: Interval, dimension: Dimension): Interval {
  const { lo, hi, hiOpen } = range;
  const isTop = dimension === 'share' && hi?.n === one.n && hi.d === one.d && !hiOpen;
  return !isTop || isZero(lo) || isExact(range) ? range : { ...range, hi: undefined, hiOpen: true };
}

function rangeWith(range: Interval, write: Write): string {
  const { lo, loOpen, hi, hiOpen } = range;
  if (isExact(range)) return write(lo);
  const lower = `${loOpen ? 'more than' : 'at least'} ${write(lo, 'down')}`;
  if (hi === undefined) return isZero(lo) && !loOpen ? 'any amount' : lower;
  const upper = `${hiOpen ? 'less than' : 'at most'} ${write(hi, 'up')}`;
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
