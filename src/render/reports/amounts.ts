// Exact figures of an explanation, for reading.

import { rangeInWords } from '../../core/questions/figure-words.ts';
import { readMass } from '../../core/questions/figures.ts';
import { writerFor } from '../../core/values/amounts.ts';
import { parseRational } from '../../core/values/rational.ts';

/** A rational in [0, 1] as a percentage. */
export function shareText(share: string): string {
  const value = parseRational(share);
  return value === undefined ? share : writerFor('share')(value);
}

export function massText(mass: string): string {
  const range = readMass(mass);
  if (range === undefined) return mass;
  return mass === 'unknown' ? mass : rangeInWords(range, { kind: 'number', dimension: 'mass' });
}
