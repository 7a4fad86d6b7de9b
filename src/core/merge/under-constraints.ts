// What follows under some of the constraints, remembered: one that had no part in it is not missed when it is left out,
// so that most of what the search for those that are needed asks was answered before.

import type { Constraint } from '../model/constraint.ts';

export type Constraints = ReadonlySet<Constraint>;

export interface Followed<T> {
  readonly follows: T;
  /** The constraints that had a part in it: under these alone, and under any between, it comes out the same. */
  readonly used: Constraints;
}

export type Follow<T> = (given: Constraints) => Followed<T>;

interface Remembered<T> {
  readonly given: Constraints;
  readonly followed: Followed<T>;
}

export function remember<T>(follow: Follow<T>): Follow<T> {
  const known: Remembered<T>[] = [];
  return (given) => {
    const found = known.find((each) => isWithin(each.followed.used, given) && isWithin(given, each.given));
    if (found !== undefined) return found.followed;
    const followed = follow(given);
    known.push({ given, followed });
    return followed;
  };
}

function isWithin(some: Constraints, all: Constraints): boolean {
  if (some === all) return true;
  if (some.size > all.size) return false;
  for (const each of some) if (!all.has(each)) return false;
  return true;
}
