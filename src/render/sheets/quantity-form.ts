// How a figure is written so that reading gives back exactly the same range: `12 %`, `unknown`, a step of a
// scale by its name, or two ends where there are two.

import { type Measure, type Quantity, vocabularyOf } from '../../core/model/catalogue.ts';
import type { QuantityValue } from '../../core/model/sheet.ts';
import { anyAmount, compareLower, compareUpper, type Interval, isExact } from '../../core/values/interval.ts';
import { listOf, type NameList, writeList } from '../../core/values/name-list.ts';
import { writeAmount, writtenUnit } from '../../core/values/quantity.ts';
import { formatExact, isZero, type Rational } from '../../core/values/rational.ts';
import { type DocumentValue, isMap, mapOf } from './document.ts';

type Written = (value: Rational) => string;

export function quantityForm(
  value: QuantityValue,
  { measure, domain }: Pick<Quantity, 'measure' | 'domain'>,
): DocumentValue {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'names') return namesForm(listOf(value.names, vocabularyOf(measure)));
  const { range } = value;
  if (isSame(range, domain)) return 'unknown';
  const written = endWriter(measure);
  if (isExact(range)) return written(range.lo);
  const fromZero = isZero(range.lo) && !range.loOpen;
  return mapOf([
    [range.loOpen ? 'moreThan' : 'atLeast', fromZero ? undefined : written(range.lo)],
    [range.hiOpen ? 'lessThan' : 'atMost', range.hi === undefined ? undefined : written(range.hi)],
  ]);
}

function namesForm({ names, maybe, without, complete }: NameList): DocumentValue {
  const unlessEmpty = (list: readonly string[]) => (list.length === 0 ? undefined : list);
  return mapOf([
    ['names', names],
    ['maybe', unlessEmpty(maybe)],
    ['without', unlessEmpty(without)],
    ['complete', complete ? true : undefined],
  ]);
}

/** The same as one text, as it is typed into a cell: `>10..25 %`, `>=18 MJ`, `trained..layman`. */
export function quantityText(value: QuantityValue, quantity: Pick<Quantity, 'measure' | 'domain'>): string {
  if (value.kind === 'names') return writeList(listOf(value.names, vocabularyOf(quantity.measure)));
  const form = quantityForm(value, quantity);
  if (!isMap(form)) return String(form);
  const end = (key: string): string | undefined => {
    const written = form.get(key);
    return written === undefined ? undefined : String(written);
  };
  const [least, more, most, less] = [end('atLeast'), end('moreThan'), end('atMost'), end('lessThan')];
  const [lower, upper] = [least ?? more, most ?? less];
  if (upper === undefined) return `${more === undefined ? '>=' : '>'}${lower ?? ''}`;
  if (lower === undefined) return `${less === undefined ? '<=' : '<'}${upper}`;
  const bare = quantity.measure.kind === 'number' ? lower.replace(/ .*$/, '') : lower;
  return `${more === undefined ? '' : '>'}${bare}..${less === undefined ? '' : '<'}${upper}`;
}

function endWriter(measure: Measure): Written {
  if (measure.kind === 'number') return (value) => writeAmount(value, measure.dimension);
  if (measure.kind === 'scale') return (value) => stepAt(measure.steps, value) ?? formatExact(value);
  return formatExact;
}

const stepAt = (steps: readonly string[], value: Rational): string | undefined =>
  value.d === 1n ? steps[Number(value.n)] : undefined;

const isSame = (a: Interval, b: Interval): boolean => compareLower(a, b) === 0 && compareUpper(a, b) === 0;

/** A mass as one text. Its ends are part of a range so written; one that has no end is not known. */
export function massForm(mass: Interval): string {
  if (mass.hi === undefined || isSame(mass, anyAmount)) return 'unknown';
  const unit = writtenUnit('mass');
  return isExact(mass)
    ? writeAmount(mass.lo, 'mass')
    : `${formatExact(mass.lo)}..${formatExact(mass.hi)} ${unit}`;
}
