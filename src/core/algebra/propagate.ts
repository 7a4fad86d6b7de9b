// Bounds propagation over one linear fact: what the others leave for each quantity. On a single equality over
// a box this is the exact hull; over several, repeated to a fixpoint, it is sound.

import type { QuantityId } from '../model/catalogue.ts';
import type { LinearConstraint } from '../model/constraint.ts';
import type { Interval } from '../values/interval.ts';
import { add, divide, isPositive, multiply, type Rational, subtract, zero } from '../values/rational.ts';

/** One end of a signed sum: how far it reaches (undefined: without limit) and whether it gets there. */
interface Reach {
  readonly value: Rational | undefined;
  readonly open: boolean;
}

/** A lower or an upper end. */
export type End = Pick<Interval, 'lo' | 'loOpen'> | Pick<Interval, 'hi' | 'hiOpen'>;

/** The bounds that the constraint puts on the quantity at `index`, given what is known of the others. */
export function boundsFor(
  constraint: LinearConstraint,
  index: number,
  rangeOf: (quantity: QuantityId) => Interval,
): readonly End[] {
  const own = constraint.terms[index];
  if (own === undefined) return [];
  const others = constraint.terms.filter((_, position) => position !== index);
  const bounds: (End | undefined)[] = [
    boundFrom(others, 'least', constraint.bound, own.factor, rangeOf),
    constraint.relation === '='
      ? boundFrom(others, 'most', constraint.bound, own.factor, rangeOf)
      : undefined,
  ];
  return bounds.filter((bound) => bound !== undefined);
}

/**
 * factor * x <= bound - (least the others can be), or factor * x >= bound - (most they can be):
 * an upper or a lower end for x, depending on the sign of its factor.
 */
function boundFrom(
  others: LinearConstraint['terms'],
  extreme: 'least' | 'most',
  bound: Rational,
  factor: Rational,
  rangeOf: (quantity: QuantityId) => Interval,
): End | undefined {
  const { value, open } = reachOf(others, extreme, rangeOf);
  if (value === undefined) return undefined;
  const end = divide(subtract(bound, value), factor);
  const isUpper = (extreme === 'least') === isPositive(factor);
  return isUpper ? { hi: end, hiOpen: open } : { lo: end, loOpen: open };
}

function reachOf(
  terms: LinearConstraint['terms'],
  extreme: 'least' | 'most',
  rangeOf: (quantity: QuantityId) => Interval,
): Reach {
  let total: Reach = { value: zero, open: false };
  for (const { quantity, factor } of terms) {
    const range = rangeOf(quantity);
    const useLower = (extreme === 'least') === isPositive(factor);
    const end = useLower ? range.lo : range.hi;
    if (end === undefined || total.value === undefined) return { value: undefined, open: true };
    total = {
      value: add(total.value, multiply(factor, end)),
      open: total.open || (useLower ? range.loOpen : range.hiOpen),
    };
  }
  return total;
}
