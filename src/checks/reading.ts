// What the answers of one sheet come to. Several checks ask, so it is worked out once for each sheet.

import type { Claim } from '../core/algebra/believe.ts';
import { claimsOf } from '../core/algebra/claims.ts';
import { interpret, type Reading } from '../core/algebra/interpret.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Answered } from './check.ts';

type Told = Pick<Answered, 'answers' | 'quantities' | 'composition'>;

interface Whole {
  readonly catalogue: Catalogue;
  /** All claims, those that were set aside among them. */
  readonly said: readonly Claim[];
  readonly reading: Reading;
}

const known = new WeakMap<Told, Whole>();

export function readingOf(catalogue: Catalogue, sheet: Told): Whole {
  const before = known.get(sheet);
  if (before?.catalogue === catalogue) return before;
  const said = claimsOf(catalogue, sheet);
  const whole = { catalogue, said, reading: interpret(catalogue, said) };
  known.set(sheet, whole);
  return whole;
}
