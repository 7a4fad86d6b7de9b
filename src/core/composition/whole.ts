// How the parts of a whole add up to 100 %, and what is hidden then. Where all ranges at their tops do not reach the
// whole, the rest is hidden too.

import type { Composition, Hidden, Material } from '../model/composition.ts';
import { anyShare, exactly, type Interval, intersect, isExact, sum } from '../values/interval.ts';
import { compare, one, zero } from '../values/rational.ts';
import { complement } from './full-sum.ts';

const nothing = exactly(zero);

const sumOf = (shares: readonly Interval[]): Interval => shares.reduce(sum, nothing);

/**
 * The share that is not disclosed, given the parts and what is said to be hidden; undefined: above the whole. An upper
 * end of 100 % is no word that the parts are all there is.
 */
export function hiddenBeside(parts: readonly Interval[], told: readonly Interval[]): Interval | undefined {
  const disclosed = sumOf(parts);
  const said = sumOf(told);
  const all = sum(disclosed, said);
  const least = compare(all.lo, one);
  if (least > 0 || (least === 0 && all.loOpen)) return undefined;
  const most = all.hi === undefined ? 1 : compare(all.hi, one);
  const isWhole = (most > 0 || (most === 0 && !all.hiOpen)) && [...parts, ...told].every(hasTop);
  if (isWhole) return intersect(said, anyShare);
  const rest = intersect(complement(disclosed), anyShare);
  return rest === undefined ? undefined : intersect(rest, { ...anyShare, lo: said.lo, loOpen: said.loOpen });
}

const hasTop = (share: Interval): boolean =>
  isExact(share) || (share.hi !== undefined && compare(share.hi, one) < 0);

const sharesOf = (parts: readonly { readonly share: Interval }[]): readonly Interval[] =>
  parts.map(({ share }) => share);

export const hiddenOfProduct = ({ materials, hidden }: Composition): Interval | undefined =>
  hiddenBeside(sharesOf(materials), sharesOf(hidden));

export const hiddenOfMaterial = ({ substances, hidden }: Material): Interval | undefined =>
  hiddenBeside(sharesOf(substances), sharesOf(hidden));

/** What is said outright to be hidden, without the rest. */
export const toldHidden = (hidden: readonly Hidden[]): Interval => sumOf(sharesOf(hidden));
