// Exact figures of an explanation, for reading.

import { amountParameters, isAmount } from '../../core/model/process-parameters.ts';
import { rangeInWords } from '../../core/questions/figure-words.ts';
import { readFigure, readMass } from '../../core/questions/figures.ts';
import { writerFor } from '../../core/values/amounts.ts';
import { parseRational } from '../../core/values/rational.ts';
import { hullOf } from '../../core/values/region.ts';

/** A rational in [0, 1] as a percentage. */
export function shareText(share: string): string {
  const value = parseRational(share);
  return value === undefined ? share : writerFor('share')(value);
}

/** What the bill says of a process by one of its parameters. */
export function parameterText(parameter: string, value: string): string {
  if (!isAmount(parameter)) return value;
  const measure = { kind: 'number', dimension: amountParameters[parameter] } as const;
  const range = hullOf(readFigure(value, measure) ?? []);
  return range === undefined ? value : rangeInWords(range, measure);
}

export function massText(mass: string): string {
  const range = readMass(mass);
  if (range === undefined) return mass;
  return mass === 'unknown' ? mass : rangeInWords(range, { kind: 'number', dimension: 'mass' });
}
