// What a statement tolerates that is said of all but minor constituents.

import type { Rational } from '../values/rational.ts';
import type { ProductLevel } from './sheet.ts';

export interface MinorRule {
  readonly kind: 'all-except-minor';
  /** The most that one constituent may be of which it is not so. */
  readonly perItem: Rational;
  /** The most that all such constituents together may be. */
  readonly total: Rational;
  /** `whole`: a material that names no inputs is one constituent, and what its sheet says is said of all of it. */
  readonly materials: 'whole' | 'mixed';
}

/** Whether what its sheet says is said of one constituent through and through. */
export const isOneConstituent = (
  { materials }: Pick<MinorRule, 'materials'>,
  level: ProductLevel | undefined,
  isMade: boolean,
): boolean => materials === 'whole' && level === 'material' && !isMade;
