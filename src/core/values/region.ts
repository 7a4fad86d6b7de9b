// A region is what a group of true and false bands says of one quantity: a sorted union of disjoint intervals.
// A false middle band leaves a gap, so the hull alone would forget something that the sheet says.

import { between, compareLower, hull, type Interval, intersect, isWithin } from './interval.ts';
import { compare } from './rational.ts';

/** Sorted, disjoint, not touching; empty when nothing is possible. */
export type Region = readonly Interval[];

export const regionOf = (...intervals: readonly Interval[]): Region => normalise(intervals);

export const isEmpty = (a: Region): boolean => a.length === 0;

function touches(a: Interval, b: Interval): boolean {
  if (a.hi === undefined) return true;
  const order = compare(a.hi, b.lo);
  return order > 0 || (order === 0 && !(a.hiOpen && b.loOpen));
}

function normalise(intervals: readonly Interval[]): Region {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort(compareLower)) {
    const last = merged.at(-1);
    if (last !== undefined && touches(last, next)) merged[merged.length - 1] = hull(last, next);
    else merged.push(next);
  }
  return merged;
}

export function intersectRegions(a: Region, b: Region): Region {
  const parts = a.flatMap((x) => b.map((y) => intersect(x, y)));
  return normalise(parts.filter((part) => part !== undefined));
}

/** What is left of a region once a band is ruled out. */
export function without(a: Region, band: Interval): Region {
  const parts = a.flatMap((x) => {
    const below = between(x, { hi: band.lo, hiOpen: !band.loOpen });
    const above = band.hi === undefined ? undefined : between({ lo: band.hi, loOpen: !band.hiOpen }, x);
    return [
      below === undefined ? undefined : intersect(below, x),
      above === undefined ? undefined : intersect(above, x),
    ];
  });
  return normalise(parts.filter((part) => part !== undefined));
}

/** The smallest interval that holds the region; undefined for the empty one. */
export function hullOf(a: Region): Interval | undefined {
  const first = a[0];
  return first === undefined ? undefined : a.reduce(hull, first);
}

/** Whether the quantity certainly, never or possibly lies in the band. */
export function liesIn(a: Region, band: Interval): 'true' | 'false' | 'unknown' {
  if (a.every((part) => isWithin(part, band))) return 'true';
  return a.some((part) => intersect(part, band) !== undefined) ? 'unknown' : 'false';
}

export const isSubregion = (inner: Region, outer: Region): boolean =>
  inner.every((part) => outer.some((whole) => isWithin(part, whole)));

export const sameRegion = (a: Region, b: Region): boolean => isSubregion(a, b) && isSubregion(b, a);
