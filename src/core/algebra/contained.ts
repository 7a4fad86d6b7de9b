// Amounts that an input brings, and what is left of those that are contained in the product after a loss of mass.

import type { QuantityId } from '../model/catalogue.ts';
import { anyAmount, exactly, type Interval, intersect, leftOf, product, sum } from '../values/interval.ts';
import { divide, isZero, one, zero } from '../values/rational.ts';
import { hullOf } from '../values/region.ts';
import type { Leaf, Step } from './kind.ts';
import { shrinkage } from './losses.ts';

/** What the input's sheet says of one declared unit, for as much of it as goes in; a content is part of its mass. */
export function amountIn(leaf: Leaf, id: QuantityId, isContent: boolean): Interval {
  const perUnit = hullOf(leaf.region(id));
  const amount = perUnit === undefined || leaf.units === undefined ? anyAmount : product(perUnit, leaf.units);
  return isContent ? within(amount, leaf.mass) : amount;
}

/** As far as the mass has room for it. */
export function within(amount: Interval, mass: Interval): Interval {
  const room = { ...mass, lo: zero, loOpen: false };
  return intersect(amount, room) ?? room;
}

type Losing = Pick<Step<unknown>, 'lines' | 'loss' | 'process' | 'silent'>;

/** Less what the loss may have taken of it, which is nothing where what leaves is free of it. */
export function lessened(amount: Interval, { loss }: Losing, isFree: boolean): Interval {
  const least = isFree ? amount : leftOf(amount, loss);
  return { ...amount, lo: least.lo, loOpen: least.loOpen };
}

/** As the mass, which loses alike of everything. */
export function scaledDown(amount: Interval, step: Losing): Interval {
  const before = step.lines.map(({ mass }) => mass).reduce(sum, exactly(zero));
  const { lo, hi } = shrinkage(step, before);
  const factor = {
    lo: hi === undefined || isZero(hi) ? zero : divide(one, hi),
    loOpen: false,
    hi: isZero(lo) ? one : divide(one, lo),
    hiOpen: false,
  };
  return product(amount, factor);
}
