import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasFormOf, identifierFault, worldwideGtin } from '../../../src/core/values/identifiers.ts';
import { countries, countryMeantBy, isCountry } from '../../../src/core/values/identifiers-countries.ts';
import { type IdentifierKind, identifierKinds } from '../../../src/core/values/identifiers-schemes.ts';

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
  ['gtin', '5901234123457'],
  ['gln', '5412345000013'],
  ['sscc', '106141412345678908'],
  ['sscc', '006141411234567890'],
  ['lei', 'HWUPKR0MPOU8FGXBT394'],
  ['lei', '5493001KJTIIGC8Y1R12'],
  ['cas', '50-00-0'],
  ['cas', '64-17-5'],
  ['cas', '7440-50-8'],
  ['ec', '200-001-8'],
  ['ec', '200-578-6'],
  ['digitalLink', 'https://id.gs1.org/01/09520123456788'],
  ['digitalLink', 'https://example.com/some/path/01/09520123456788/10/ABC1/21/12345?17=290331'],
  ['digitalLink', 'http://example.com/01/00614141123452#part'],
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
    ['sscc', '106141412345678907', { kind: 'check-digit', expected: '8' }],
    ['pcds', '010 02 001 2 75', { kind: 'form' }],
    ['digitalLink', 'https://id.gs1.org/01/09520123456789', { kind: 'check-digit', expected: '8' }],
    ['digitalLink', 'https://id.gs1.org/414/5412345000013', { kind: 'form' }],
    ['digitalLink', 'ftp://id.gs1.org/01/09520123456788', { kind: 'form' }],
  ] as const)('%s %s', (kind, text, fault) => {
    const { meant: _, ...found } = identifierFault(kind, text) ?? { kind: 'none' };
    expect(found).toEqual(fault);
  });

  it.each([
    ['gln', '09506000134352', 'gtin'],
    ['cas', '201-004-7', 'ec'],
    ['ec', '7732-18-5', 'cas'],
    ['gtin', '506700GE1G29325QX363', 'lei'],
    ['gtin', '106141412345678908', 'sscc'],
    ['gtin', 'https://id.gs1.org/01/09520123456788', 'digitalLink'],
    ['digitalLink', '09520123456788', 'gtin'],
    ['gtin', '4006381333932', undefined],
  ] as const)('takes the %s %s for one of kind %s', (kind, text, looksLike) => {
    expect(identifierFault(kind, text)?.looksLike).toBe(looksLike);
  });

  it.each([
    ['gtin', ' 4006381333931', { slip: 'spelling', text: '4006381333931' }],
    ['gtin', '4 006381 333931', { slip: 'spelling', text: '4006381333931' }],
    ['lei', '7ltwfzyicnsx8d621k86', { slip: 'spelling', text: '7LTWFZYICNSX8D621K86' }],
    ['cas', '0732-18-5', undefined],
    ['cas', '0007732-18-5', { slip: 'spelling', text: '7732-18-5' }],
    ['cas', '7732185', { slip: 'spelling', text: '7732-18-5' }],
    ['ec', '2317912', { slip: 'spelling', text: '231-791-2' }],
    ['ec', '231\u2013791\u20132', { slip: 'spelling', text: '231-791-2' }],
    ['pcds', '0100200120000075', { slip: 'spelling', text: '010 02 001 2 0000075' }],
    ['pcds', '010-02-001-2-0000075:001', { slip: 'spelling', text: '010 02 001 2 0000075:001' }],
    ['gtin', '36000291452', { slip: 'leading-zero', text: '036000291452' }],
    ['sscc', '06141411234567890', { slip: 'leading-zero', text: '006141411234567890' }],
    [
      'digitalLink',
      'https://id.gs1.org/01/9520123456788',
      { slip: 'leading-zero', text: 'https://id.gs1.org/01/09520123456788' },
    ],
    ['cas', '7732-81-5', { slip: 'swapped', text: '7732-18-5' }],
    ['ec', '213-791-2', undefined],
    ['gtin', '036000291542', { slip: 'swapped', text: '036000291452' }],
    ['gtin', '4006381333932', undefined],
  ] as const)('knows what %s %s may be meant to be', (kind, text, meant) => {
    expect(identifierFault(kind, text)?.meant).toEqual(meant);
  });

  it('knows EC prefixes for which no digit fits', () => {
    expect(identifierFault('ec', '200-004-0')?.expected).toBe('4');
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

  it('offers only what holds together', () => {
    const kinds = fc.constantFrom(...identifierKinds);
    const texts = fc.string({ unit: fc.constantFrom(...'0123456789- ABz'), maxLength: 24 });
    fc.assert(
      fc.property(kinds, texts, (kind, text) => {
        const meant = identifierFault(kind, text)?.meant;
        expect(meant === undefined ? undefined : identifierFault(kind, meant.text)).toBeUndefined();
      }),
    );
  });
});

/** What single slips go unnoticed: by the sums of the schemes, and not by what the code does. */
describe('of slips of one digit, or of two that change places', () => {
  const body = (length: number) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((all) => all.join(''));
  const complete = (kind: IdentifierKind, before: string): string =>
    `${before}${identifierFault(kind, `${before}0`)?.expected ?? '0'}`;
  const isNoticed = (kind: IdentifierKind, text: string): boolean =>
    identifierFault(kind, text) !== undefined;

  interface Slip {
    readonly text: string;
    readonly index: number;
    readonly from: string;
    readonly to: string;
  }
  const mistyped = (text: string): readonly Slip[] =>
    [...text].flatMap((from, index) =>
      /\d/.test(from)
        ? [...'0123456789']
            .filter((to) => to !== from)
            .map((to) => ({ text: text.slice(0, index) + to + text.slice(index + 1), index, from, to }))
        : [],
    );
  const swapped = (text: string): readonly Slip[] =>
    [...text].slice(1).flatMap((to, index) => {
      const from = text.charAt(index);
      return /\d\d/.test(from + to) && from !== to
        ? [{ text: text.slice(0, index) + to + from + text.slice(index + 2), index, from, to }]
        : [];
    });

  it.each([
    ['gtin', 7],
    ['gtin', 11],
    ['gtin', 12],
    ['gtin', 13],
    ['gln', 12],
    ['sscc', 17],
  ] as const)('a %s of %i digits and one notices all, but for two digits 5 apart', (kind, length) => {
    fc.assert(
      fc.property(body(length), (before) => {
        const whole = complete(kind, before);
        expect(isNoticed(kind, whole)).toBe(false);
        expect(mistyped(whole).filter((slip) => !isNoticed(kind, slip.text))).toEqual([]);
        for (const slip of swapped(whole))
          expect(isNoticed(kind, slip.text)).toBe(Math.abs(Number(slip.from) - Number(slip.to)) !== 5);
      }),
      { numRuns: 20 },
    );
  });

  it('an EC number notices all', () => {
    fc.assert(
      fc.property(body(6), (digits) => {
        const before = `${digits.slice(0, 3)}-${digits.slice(3)}-`;
        const whole = complete('ec', before);
        fc.pre(!isNoticed('ec', whole));
        expect([...mistyped(whole), ...swapped(whole)].filter((slip) => !isNoticed('ec', slip.text))).toEqual(
          [],
        );
      }),
    );
  });

  it('a CAS number notices what its weights can tell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9_999_999 }),
        fc.integer({ min: 10, max: 99 }),
        (high, low) => {
          const whole = complete('cas', `${high}-${low}-`);
          for (const slip of mistyped(whole)) {
            const weight = whole.slice(slip.index + 1).replaceAll('-', '').length;
            const tells = weight === 0 || (weight * (Number(slip.to) - Number(slip.from))) % 10 !== 0;
            if (hasFormOf('cas', slip.text)) expect(isNoticed('cas', slip.text)).toBe(tells);
          }
          expect(swapped(whole).filter((slip) => !isNoticed('cas', slip.text))).toEqual([]);
        },
      ),
    );
  });

  it('an LEI notices all', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ'), minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(signs, (before) => {
        const whole = before + (identifierFault('lei', `${before}00`)?.expected ?? '00');
        expect(isNoticed('lei', whole)).toBe(false);
        expect(
          [...mistyped(whole), ...swapped(whole)].filter((slip) => !isNoticed('lei', slip.text)),
        ).toEqual([]);
      }),
    );
  });

  it('a PCDS id notices those before its sequence', () => {
    const whole = '010 02 001 2 0000075';
    const missed = mistyped(whole).filter((slip) => !isNoticed('pcds', slip.text));
    expect(missed.every((slip) => slip.index > '010 02 001 2'.length)).toBe(true);
    expect(missed.length).toBe(7 * 9);
  });
});

describe('worldwideGtin', () => {
  it.each([
    ['gtin', '4006381333931', '04006381333931'],
    ['gtin', '04006381333931', '04006381333931'],
    ['digitalLink', 'https://example.com/01/04006381333931/10/A', '04006381333931'],
    ['gtin', '4006381333932', undefined],
    ['gtin', '2001234567893', undefined],
    ['gtin', '0212345678906', undefined],
    ['gtin', '20012346', undefined],
    ['gtin', '96385074', '00000096385074'],
  ] as const)('of %s %s is %s', (kind, text, expected) => {
    expect(worldwideGtin(kind, text)).toBe(expected);
  });
});

describe('country codes', () => {
  it('are those assigned, each known to the run-time as well', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    expect(countries.size).toBe(250);
    expect([...countries].filter((code) => names.of(code) === undefined)).toEqual([]);
    expect([...countries]).toEqual([...[...countries].slice(0, -1).sort(), 'XK']);
  });

  it.each(['UK', 'EL', 'EU', 'ZZ', 'DD', 'fi', ''])('%j is none', (code) => {
    expect(isCountry(code)).toBe(false);
  });

  it('knows what habit writes', () => {
    expect([countryMeantBy('UK'), countryMeantBy('EL'), countryMeantBy('ZZ')]).toEqual([
      'GB',
      'GR',
      undefined,
    ]);
  });

  it.each([
    ['uk', 'GB'],
    ['fi', 'FI'],
    ['FIN', 'FI'],
    ['246', 'FI'],
    ['004', 'AF'],
    ['Finland', 'FI'],
    ['united kingdom', 'GB'],
    ['Cote d\u2019Ivoire', 'CI'],
    ['Türkiye', 'TR'],
    ['Bonaire, Sint Eustatius and Saba', 'BQ'],
    ['Kosovo', 'XK'],
    ['Congo', undefined],
    ['Atlantis', undefined],
    ['-', undefined],
    ['', undefined],
    ['constructor', undefined],
    [' '.repeat(61), undefined],
  ])('%j means %s', (text, code) => {
    expect(countryMeantBy(text)).toBe(code);
  });

  it('knows the codes of three letters and of three digits of every country but Kosovo, each once', () => {
    const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const letters = [...upper].flatMap((a) => [...upper].flatMap((b) => [...upper].map((c) => a + b + c)));
    const digits = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
    const meant = (texts: readonly string[]) => texts.flatMap((text) => countryMeantBy(text) ?? []);
    const all = [...countries].filter((code) => code !== 'XK').sort();
    expect(meant(digits).sort()).toEqual(all);
    // UAE is a name.
    expect(meant(letters.filter((code) => code !== 'UAE')).sort()).toEqual(all);
  });
});
