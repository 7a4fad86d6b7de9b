// A convention: what is taken to be so where a sheet leaves it unspecified. It is no deduction: nothing follows from it
// unless a bill adopts it, and whatever rests on it says so.

import type { Rational } from '../values/rational.ts';
import type { QuantityId, Reference } from './catalogue.ts';

export interface Convention {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Quantities that it settles where a sheet says nothing of them, each with the figure that then counts. */
  readonly settles: ReadonlyMap<QuantityId, Rational>;
  /**
   * Quantities that those it settles are part of, or that speak of the same in another way: what follows for them is
   * meant. Where a sheet speaks of any of these, the convention says nothing.
   */
  readonly unlessTold: readonly QuantityId[];
  readonly references: readonly Reference[];
}
