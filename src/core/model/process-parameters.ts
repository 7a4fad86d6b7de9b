// What a process of a bill may say of itself, beside what it takes and gives; effects tell which of these they take.

import type { Dimension } from '../values/quantity.ts';

export const processParameters = [
  'applied',
  'loses',
  'yield',
  'returns',
  'uses',
  'shares',
  'levels',
  'conserves',
  'removes',
  'eligible',
  'fuelShare',
  'lossShare',
  'cap',
  'takenBack',
  'generations',
  'steadyState',
  'freeOf',
] as const;

export type ProcessParameter = (typeof processParameters)[number];

/** Those that are one amount, with what it is measured in. */
export const amountParameters = {
  yield: 'share',
  returns: 'mass',
  removes: 'mass',
  eligible: 'mass',
  fuelShare: 'share',
  lossShare: 'share',
  cap: 'share',
  takenBack: 'share',
} as const satisfies { readonly [P in ProcessParameter]?: Dimension };

export type AmountParameter = keyof typeof amountParameters;

export const isAmount = (parameter: string): parameter is AmountParameter =>
  Object.hasOwn(amountParameters, parameter);
