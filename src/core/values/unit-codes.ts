// Is it a unit code of UN/CEFACT Recommendation 20, as orders and invoices carry them, and which of our units is meant?

import { dimensionOf, isFault, parseQuantity } from './quantity.ts';

export interface UnitCode {
  readonly code: string;
  readonly name: string;
  /** The unit in which sheets write it; none where no quantity is measured in it. */
  readonly unit?: string;
}

const known: readonly UnitCode[] = [
  { code: 'KGM', name: 'kilogram', unit: 'kg' },
  { code: 'GRM', name: 'gram', unit: 'g' },
  { code: 'MGM', name: 'milligram', unit: 'mg' },
  { code: 'TNE', name: 'tonne', unit: 't' },
  { code: '2U', name: 'megagram', unit: 't' },
  { code: 'JOU', name: 'joule', unit: 'J' },
  { code: 'KJO', name: 'kilojoule', unit: 'kJ' },
  { code: '3B', name: 'megajoule', unit: 'MJ' },
  { code: 'GV', name: 'gigajoule', unit: 'GJ' },
  { code: 'WHR', name: 'watt hour', unit: 'Wh' },
  { code: 'KWH', name: 'kilowatt hour', unit: 'kWh' },
  { code: 'MWH', name: 'megawatt hour', unit: 'MWh' },
  { code: 'MTQ', name: 'cubic metre', unit: 'm3' },
  { code: 'LTR', name: 'litre', unit: 'l' },
  { code: 'MLT', name: 'millilitre', unit: 'ml' },
  { code: 'P1', name: 'percent', unit: '%' },
  { code: '60', name: 'percent weight', unit: '%' },
  { code: '59', name: 'part per million', unit: 'ppm' },
  { code: 'ANN', name: 'year', unit: 'years' },
  { code: 'MON', name: 'month', unit: 'months' },
  { code: 'C62', name: 'one' },
  { code: 'H87', name: 'piece' },
  { code: 'MTR', name: 'metre' },
  { code: 'MTK', name: 'square metre' },
  { code: 'HUR', name: 'hour' },
  { code: 'DAY', name: 'day' },
];

export const unitCodes: ReadonlyMap<string, UnitCode> = new Map(known.map((each) => [each.code, each]));

export interface Coded extends UnitCode {
  /** The same quantity in our unit, where it is one. */
  readonly meant?: string;
}

/** A code that starts with a digit needs a space before it, or it would be part of the number. */
const AMOUNT_AND_CODE = /^(-?[\d./]+(?:\s*\.\.\s*-?[\d./]+)?)(?:\s+([A-Z\d]{2,3})|([A-Z][A-Z\d]{1,2}))$/;

/** A quantity that is written with a code; undefined for every other text. */
export function writtenWithCode(text: string): Coded | undefined {
  const [, amount = '', apart, joined] = AMOUNT_AND_CODE.exec(text.trim()) ?? [];
  const coded = unitCodes.get(apart ?? joined ?? '');
  const dimension = dimensionOf(coded?.unit ?? '');
  if (coded?.unit === undefined || dimension === undefined) return coded;
  const meant = `${amount} ${coded.unit}`;
  return isFault(parseQuantity(meant, dimension)) ? coded : { ...coded, meant };
}
