import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../../src/core/model/catalogue.ts';
import {
  figureAsPart,
  figureExactly,
  figureInWords,
  thresholdInWords,
} from '../../../src/core/questions/figure-words.ts';
import { readFigure, readMass } from '../../../src/core/questions/figures.ts';
import { writerFor } from '../../../src/core/values/amounts.ts';
import {
  anyAmount,
  anyShare,
  between,
  closed,
  exactly,
  type Interval,
} from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { regionOf, sameRegion } from '../../../src/core/values/region.ts';
import { showRegion, writeRange } from '../../../src/core/values/show.ts';

const share: Measure = { kind: 'number', dimension: 'share' };
const years: Measure = { kind: 'number', dimension: 'duration' };
const skill: Measure = { kind: 'scale', steps: ['specialist', 'trained', 'layman'] };
const percent = (n: number, d = 1) => rational(n, 100 * d);
const open = (lo: Interval['lo'], hi: Interval['lo']): Interval => ({ lo, loOpen: true, hi, hiOpen: false });

const amount = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 97 }))
  .map(([n, d]) => rational(n, d));

const interval = fc
  .tuple(amount, amount, fc.boolean(), fc.boolean(), fc.boolean())
  .map(([a, b, loOpen, hiOpen, bounded]) =>
    bounded
      ? between({ lo: a, loOpen }, { hi: b, hiOpen })
      : between({ lo: a, loOpen }, { hi: undefined, hiOpen: true }),
  )
  .filter((each) => each !== undefined);

describe('figures of a trace', () => {
  test('read back as exactly what was written', () => {
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 3 }), (parts) => {
        const region = regionOf(...parts);
        for (const measure of [share, years]) {
          const read = readFigure(showRegion(region, measure, true), measure);
          expect(read !== undefined && sameRegion(read, region)).toBe(true);
        }
      }),
    );
  });

  test('read back from scales as the steps that are possible', () => {
    const steps = closed(rational(0), rational(1));
    expect(readFigure('specialist to trained', skill)).toEqual([steps]);
    expect(
      readFigure(showRegion([{ ...anyAmount, hi: rational(2), hiOpen: true }], skill, true), skill),
    ).toEqual([steps]);
    expect(readFigure('layman', skill)).toEqual([exactly(rational(2))]);
  });

  test.each(['', 'true', 'nothing', 'a name', '(1 %, ', '[1 kg, 2 kg]', '1 % or', 'amateur'])(
    'is no figure: %j',
    (text) => {
      expect(readFigure(text, share)).toBeUndefined();
      expect(readFigure(text, skill)).toBeUndefined();
      expect(readFigure(text, { kind: 'name', names: [] })).toBeUndefined();
    },
  );

  test('masses may be unknown', () => {
    expect(readMass('unknown')).toEqual(anyAmount);
    expect(readMass(writeRange(closed(rational(1, 25), rational(3, 50)), 'mass'))).toEqual(
      closed(rational(1, 25), rational(3, 50)),
    );
    expect(readMass('some')).toBeUndefined();
  });
});

describe('figures in words', () => {
  test.each([
    [open(percent(25), percent(50)), 'more than 25 % and at most 50 %', '>25..50 %'],
    [closed(percent(40), percent(60)), 'at least 40 % and at most 60 %', '40..60 %'],
    [exactly(percent(30)), '30 %', '30 %'],
    [closed(percent(0), percent(5)), 'at most 5 %', '0..5 %'],
    [anyShare, 'unknown', 'unknown'],
    [{ ...anyShare, loOpen: true }, 'more than 0 % and at most 100 %', '>0..100 %'],
  ])('%#', (range, inWords, asPart) => {
    expect(figureInWords([range], share)).toBe(inWords);
    expect(figureAsPart([range], share)).toBe(asPart);
  });

  test('keep gaps, and the fraction behind an end that is rounded', () => {
    const region = regionOf(
      exactly(percent(0)),
      open(percent(50), percent(300, 7)).hi === undefined ? anyShare : closed(percent(300, 7), percent(50)),
    );
    expect(figureInWords(region, share)).toBe('0 % or at least about 42.8 % and at most 50 %');
    expect(figureExactly(region, share)).toBe(
      '0 % or at least about 42.8 % (exactly 300/7 %) and at most 50 %',
    );
  });

  test('of scales name the steps that are possible', () => {
    expect(figureInWords([closed(rational(0), rational(1))], skill)).toBe('`specialist` to `trained`');
    expect(figureInWords([{ ...closed(rational(0), rational(1)), hiOpen: true }], skill)).toBe(
      '`specialist`',
    );
    expect(figureInWords([closed(rational(0), rational(2))], skill)).toBe('unknown');
  });

  test('of thresholds leave out the end that every value keeps', () => {
    expect(thresholdInWords(open(percent(75), percent(100)), share, anyShare)).toBe('more than 75 %');
    expect(thresholdInWords(closed(percent(0), percent(1, 10)), share, anyShare)).toBe('at most 0.1 %');
    expect(thresholdInWords(closed(rational(1), rational(2)), skill, closed(rational(0), rational(2)))).toBe(
      'at least `trained`',
    );
    expect(thresholdInWords({ ...anyAmount, lo: rational(10) }, years, anyAmount)).toBe('at least 10 years');
  });
});

describe('amounts', () => {
  test('of mass take the unit that suits them, or the one of their sentence', () => {
    expect(writerFor('mass')(rational(31, 2000))).toBe('15.5 g');
    expect(writerFor('mass')(rational(3, 10_000_000))).toBe('0.3 mg');
    expect(writerFor('mass')(rational(0))).toBe('0 kg');
    expect(writerFor('mass', rational(102, 100))(rational(5, 100))).toBe('0.05 kg');
    expect(writerFor('energy')(rational(1, 1000))).toBe('0.001 MJ');
  });
});
