import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasFormOf,
  type IdentifierKind,
  identifierFault,
  identifierKinds,
} from '../../../src/core/values/identifiers.ts';

const good: readonly (readonly [IdentifierKind, string])[] = [
  ['gtin', '96385074'],
  ['gtin', '036000291452'],
  ['gtin', '4006381333931'],
  ['gtin', '09520123456788'],
  ['gtin', '09506000134352'],
  ['gln', '9506000134352'],
  ['lei', '7LTWFZYICNSX8D621K86'],
  ['lei', '506700GE1G29325QX363'],
  ['cas', '7732-18-5'],
  ['cas', '80-05-7'],
  ['cas', '7782-42-5'],
  ['ec', '231-791-2'],
  ['ec', '201-245-8'],
  ['pcds', '010 02 001 2 0000075'],
  ['pcds', '010 02 001 2 0000075:001'],
];

describe('identifierFault', () => {
  it.each(good)('finds nothing wrong with %s %s', (kind, text) => {
    expect(identifierFault(kind, text)).toBeUndefined();
    expect(hasFormOf(kind, text)).toBe(true);
  });

  it.each([
    ['gtin', '4006381333932', { kind: 'check-digit', expected: '1' }],
    ['gtin', '09506000134353', { kind: 'check-digit', expected: '2' }],
    ['gln', '9506000134351', { kind: 'check-digit', expected: '2' }],
    ['lei', '7LTWFZYICNSX8D621K87', { kind: 'check-digit', expected: '86' }],
    ['cas', '7732-18-4', { kind: 'check-digit', expected: '5' }],
    ['ec', '231-791-3', { kind: 'check-digit', expected: '2' }],
    ['pcds', '010 02 001 3 0000075', { kind: 'check-digit', expected: '2' }],
    ['gtin', '123', { kind: 'form' }],
    ['gtin', '95060001343O2', { kind: 'form' }],
    ['gtin', ' 4006381333931', { kind: 'form' }],
    ['gln', '09506000134352', { kind: 'form', looksLike: 'gtin' }],
    ['lei', '7ltwfzyicnsx8d621k86', { kind: 'form' }],
    ['cas', '0732-18-5', { kind: 'form' }],
    ['cas', '201-004-7', { kind: 'form', looksLike: 'ec' }],
    ['ec', '7732-18-5', { kind: 'form', looksLike: 'cas' }],
    ['gtin', '506700GE1G29325QX363', { kind: 'form', looksLike: 'lei' }],
    ['pcds', '010 02 001 2 75', { kind: 'form' }],
    ['pcds', '0100200120000075', { kind: 'form' }],
  ] as const)('%s %s', (kind, text, fault) => {
    expect(identifierFault(kind, text)).toEqual(fault);
  });

  it('knows EC prefixes for which no digit fits', () => {
    expect(identifierFault('ec', '200-004-0')).toEqual({ kind: 'check-digit', expected: '4' });
    expect(identifierFault('ec', '200-200-0')).toEqual({ kind: 'check-digit' });
  });

  it('never throws and never expects what is there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identifierKinds), fc.string(), (kind, text) => {
        const fault = identifierFault(kind, text);
        expect(fault?.expected === undefined || !text.endsWith(fault.expected)).toBe(true);
      }),
    );
  });

  it('catches every single mistyped digit of a GTIN', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(digits, fc.nat(13), fc.integer({ min: 1, max: 9 }), (body, index, shift) => {
        const prefix = body.join('');
        const digit = identifierFault('gtin', `${prefix}0`)?.expected ?? '0';
        const whole = `${prefix}${digit}`;
        expect(identifierFault('gtin', whole)).toBeUndefined();
        const wrong = (Number(whole.charAt(index)) + shift) % 10;
        const mistyped = whole.slice(0, index) + String(wrong) + whole.slice(index + 1);
        expect(identifierFault('gtin', mistyped)?.kind).toBe('check-digit');
      }),
    );
  });
});
