import { describe, expect, it } from 'vitest';
import { dimensionOf } from '../../../src/core/values/quantity.ts';
import { unitCodes, writtenWithCode } from '../../../src/core/values/unit-codes.ts';

describe('unit codes', () => {
  it('each stand for a unit that is read, or for none', () => {
    const measured = [...unitCodes.values()].flatMap(({ unit }) => unit ?? []);
    expect(measured.filter((unit) => dimensionOf(unit) === undefined)).toEqual([]);
    expect([...unitCodes.values()].filter(({ unit }) => unit === undefined).map(({ code }) => code)).toEqual([
      'C62',
      'H87',
      'MTR',
      'MTK',
      'HUR',
      'DAY',
    ]);
  });

  it('are no units themselves: what is read stays in one notation', () => {
    expect([...unitCodes.keys()].filter((code) => dimensionOf(code) !== undefined)).toEqual([]);
  });
});

describe('a quantity with a unit code', () => {
  it.each([
    ['3 KGM', '3 kg'],
    ['3KGM', '3 kg'],
    ['40 .. 60 GRM', '40 .. 60 g'],
    ['1/3 TNE', '1/3 t'],
    ['18 3B', '18 MJ'],
    ['5 P1', '5 %'],
    ['250 59', '250 ppm'],
    ['0.5 60', '0.5 %'],
  ])('%s is %s', (text, meant) => {
    expect(writtenWithCode(text)?.meant).toBe(meant);
  });

  it.each(['3 kg', '3 kgm', 'KGM', '3 KGMX', '183B', '360', '3 XYZ', 'about 3 KGM', ''])(
    '%s is none',
    (text) => {
      expect(writtenWithCode(text)).toBeUndefined();
    },
  );

  it('is known, but offered in no other unit, where nothing is measured in it or the amount cannot be read', () => {
    expect(writtenWithCode('3 C62')).toEqual({ code: 'C62', name: 'one' });
    expect(writtenWithCode('5..3 KGM')).toEqual({ code: 'KGM', name: 'kilogram', unit: 'kg' });
    expect(writtenWithCode('1/0 KGM')).toEqual({ code: 'KGM', name: 'kilogram', unit: 'kg' });
  });
});
