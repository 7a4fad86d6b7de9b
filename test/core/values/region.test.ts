import { describe, expect, test } from 'vitest';
import {
  hullOf,
  intersectRegions,
  liesIn,
  regionOf,
  sameRegion,
  without,
} from '../../../src/core/values/region.ts';
import { rangeOf, rangesOf, rangesText, rangeText } from '../../samples/ranges.ts';

test.each([
  ['[25,50] [0,25]', '[0,50]'],
  ['[0,25) [25,50]', '[0,50]'],
  ['[0,25] (25,50]', '[0,50]'],
  ['[0,25) (25,50]', '[0,25) (25,50]'],
  ['[0,10] [20,30]', '[0,10] [20,30]'],
  ['[0,30] [10,20]', '[0,30]'],
  ['[0,) [10,20]', '[0,)'],
])('the ranges %s are the region %s', (ranges, region) => {
  expect(rangesText(regionOf(...rangesOf(ranges)))).toBe(region);
});

test.each([
  ['[0,100]', '(25,50]', '[0,25] (50,100]'],
  ['[0,100]', '[25,50)', '[0,25) [50,100]'],
  ['[0,100]', '[0]', '(0,100]'],
  ['[0,100]', '(0,100]', '[0,0]'],
  ['[0,100]', '[25]', '[0,25) (25,100]'],
  ['[0,10] (50,100]', '(75,95]', '[0,10] (50,75] (95,100]'],
  ['(25,50]', '[0,100]', ''],
  ['[0,)', '[10,)', '[0,10)'],
  ['[0,10]', '[20,30]', '[0,10]'],
])('%s without %s leaves %s', (region, band, rest) => {
  expect(rangesText(without(rangesOf(region), rangeOf(band)))).toBe(rest);
});

test.each([
  ['[0,10] (50,100]', '[5,60]', '[5,10] (50,60]'],
  ['[0,10) (50,100]', '[10,50]', ''],
  ['[0,100]', '[0,10) [10,20]', '[0,20]'],
])('%s and %s share %s', (a, b, shared) => {
  expect(rangesText(intersectRegions(rangesOf(a), rangesOf(b)))).toBe(shared);
});

describe('a region lies in a band', () => {
  test.each([
    ['(25,50]', '(25,50]', 'true'],
    ['[25,50]', '(25,50]', 'unknown'],
    ['[0,25]', '(25,50]', 'false'],
    ['[0,25] (50,100]', '(25,50]', 'false'],
    ['[0,25] (30,40]', '(25,50]', 'unknown'],
    ['(26,27) (30,40]', '(25,50]', 'true'],
    ['(50,100]', '(25,50]', 'false'],
  ])('%s in %s: %s', (region, band, truth) => {
    expect(liesIn(rangesOf(region), rangeOf(band))).toBe(truth);
  });
});

test('the hull closes gaps; nothing has none', () => {
  expect(rangeText(hullOf(rangesOf('(0,10] [20,30)')))).toBe('(0,30)');
  expect(hullOf([])).toBeUndefined();
});

test('regions are the same when neither holds more', () => {
  expect(sameRegion(rangesOf('[0,10] [20,30]'), rangesOf('[0,10] [20,30]'))).toBe(true);
  expect(sameRegion(rangesOf('[0,10] [20,30]'), rangesOf('[0,30]'))).toBe(false);
  expect(sameRegion(rangesOf('[0,10]'), rangesOf('[0,10)'))).toBe(false);
});
