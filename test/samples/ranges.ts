// Ranges as tests write them: `[0,25)`, `(25,50]`, `[1,)` for no upper end, `[7]` for one number.

import type { Interval } from '../../src/core/values/interval.ts';
import { parseRational, type Rational } from '../../src/core/values/rational.ts';
import { range } from '../generators/describe.ts';

const RANGE = /^([[(])([\d./]+)(?:,([\d./]*))?([\])])$/;

function number(text: string): Rational {
  const value = parseRational(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

export function rangeOf(text: string): Interval {
  const [, left, lo = '', hi = lo, right] = RANGE.exec(text) ?? [];
  if (left === undefined) throw new Error(`not a range: ${text}`);
  return {
    lo: number(lo),
    loOpen: left === '(',
    hi: hi === '' ? undefined : number(hi),
    hiOpen: hi === '' || right === ')',
  };
}

export const rangesOf = (text: string): readonly Interval[] =>
  text === '' ? [] : text.split(' ').map(rangeOf);

/** In the same words again; one number shows as a range of itself. */
export const rangeText = (interval: Interval | undefined): string =>
  range(interval).replaceAll(' ', '').replace(',…)', ',)');

export const rangesText = (intervals: readonly Interval[]): string => intervals.map(rangeText).join(' ');
