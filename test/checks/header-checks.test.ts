import { describe, expect, it } from 'vitest';
import { checkSheet } from '../../src/checks/index.ts';
import { catalogue } from '../samples/catalogue.ts';
import { check, read, sheetText, shown, today, unmark } from './marked-sheets.ts';

check('sheet/expired', {
  valid: [
    { dates: 'issued: 2026-05-04\nvalidUntil: 2026-11-22' },
    { dates: 'issued: 2026-05-04\nvalidUntil: 2030-01-01' },
    { dates: 'issued: 2020-01-01' },
  ],
  invalid: [
    {
      sheet: { dates: 'issued: 2025-05-04\nvalidUntil: «2026-11-21»' },
      findings: [
        {
          code: 'sheet/expired',
          message: 'the sheet was valid until 2026-11-21',
          label: '2026-11-22 is later',
          help: [
            'ask `Rautajoki Copper` for a newer revision',
            'if the sheet is yours, review it and set a later `validUntil`',
          ],
        },
      ],
    },
  ],
});

check('sheet/issued-after-valid', {
  valid: [{ dates: 'issued: 2026-11-22\nvalidUntil: 2026-11-22' }],
  invalid: [],
});

describe('sheet/issued-after-valid', () => {
  it('comes before the expiry that it explains', () => {
    const { text, places } = unmark(sheetText({ dates: 'issued: «2026-10-02»\nvalidUntil: «2026-10-01»' }));
    const found = checkSheet({ sheet: read(text), catalogue, today });
    expect(found.map(({ code }) => code)).toEqual(['sheet/issued-after-valid', 'sheet/expired']);
    expect(found.map(({ at }) => at?.start.offset)).toEqual(places.map(({ start }) => start));
    expect(found.slice(0, 1).map((each) => shown(text, each))).toEqual([
      {
        code: 'sheet/issued-after-valid',
        message: 'the sheet is issued on 2026-10-02 but valid only until 2026-10-01',
        help: ['set `issued` to 2026-10-01 or earlier, or `validUntil` to 2026-10-02 or later'],
        related: ['2026-10-01'],
      },
    ]);
  });
});

check('sheet/issued-in-future', {
  valid: [{ dates: 'issued: 2026-11-22' }],
  invalid: [
    {
      sheet: { dates: 'issued: «2026-11-23»' },
      findings: [
        {
          code: 'sheet/issued-in-future',
          message: 'the sheet is dated 2026-11-23, which is after 2026-11-22',
          help: ['correct `issued`, or check as of a later day with `--as-of`'],
        },
      ],
    },
  ],
});

const mistyped = 'copy it again from its source: a digit is mistyped, or two have changed places';

check('sheet/bad-identifier', {
  valid: [
    { id: '"010 02 001 2 0000075"', productIds: 'gtin: "09506000134352", cas: 7440-50-8, ec: 231-159-6' },
    { makerIds: 'lei: 506700GE1G29325QX363, gln: "9506000134352"', productIds: 'gln: 9506000134352' },
    { id: 'urn:any', productIds: 'partNumber: "123", lei: x', makerIds: 'gtin: "1", duns: 15-048-3782' },
    { id: '"010 02 001 3"' },
    { id: 'https://example.com/sheets/01/7', site: ', site: { country: XK }' },
    { id: 'https://id.gs1.org/01/09520123456788', site: ', site: { name: Works, country: FI }' },
  ],
  invalid: [
    {
      sheet: {
        id: '«"010 02 001 3 0000075:001"»',
        productIds: 'gtin: «"09506000134351"», cas: «7440-50-9», ec: «200-200-0»',
        makerIds: 'lei: «7LTWFZYICNSX8D621K87», gln: «950600013435»',
      },
      findings: [
        {
          code: 'sheet/bad-identifier',
          message: '`010 02 001 3 0000075:001` is not a PCDS id: check digit 2 expected',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`09506000134351` is not a GTIN: check digit 2 expected',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`7440-50-9` is not a CAS number: check digit 8 expected',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`200-200-0` is not an EC number: no check digit fits',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`7LTWFZYICNSX8D621K87` is not an LEI: check digits 86 expected',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`950600013435` is not a GLN: it is not 13 digits',
          help: ['write 13 digits, without other signs'],
        },
      ],
    },
    {
      sheet: {
        productIds:
          'gtin: «"036000291542"», sscc: «106141412345678907», digital-link: «https://id.gs1.org/01/9520123456788»',
        makerIds: 'lei: «7ltwfzyicnsx8d621k86»',
        site: ', site: { country: «UK» }',
      },
      findings: [
        {
          code: 'sheet/bad-identifier',
          message: '`036000291542` is not a GTIN: check digit 4 expected',
          help: ['`036000291452` would fit, with two digits the other way round', mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`106141412345678907` is not an SSCC: check digit 8 expected',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`https://id.gs1.org/01/9520123456788` is not a GS1 Digital Link: a leading 0 is missing',
          help: ['write `https://id.gs1.org/01/09520123456788`, with its leading 0'],
        },
        {
          code: 'sheet/bad-identifier',
          message:
            '`7ltwfzyicnsx8d621k86` is not an LEI: it is not 18 capital letters or digits and 2 check digits',
          help: ['write it as `7LTWFZYICNSX8D621K86`'],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`UK` is no country code of ISO 3166-1',
          help: ['write `GB`'],
        },
      ],
    },
    {
      sheet: { id: '«https://id.gs1.org/01/09520123456789»', site: ', site: { country: «ZZ» }' },
      findings: [
        {
          code: 'sheet/bad-identifier',
          message: '`https://id.gs1.org/01/09520123456789` is not a GS1 Digital Link: check digit 8 expected',
          help: [mistyped],
        },
        {
          code: 'sheet/bad-identifier',
          message: '`ZZ` is no country code of ISO 3166-1',
          help: ['write the two capital letters of the country, as `FI`'],
        },
      ],
    },
    {
      sheet: { productIds: 'cas: «201-004-7»' },
      findings: [
        {
          code: 'sheet/bad-identifier',
          message: '`201-004-7` is not a CAS number: it looks like an EC number',
          help: ['write it under `product.ids.ec` if an EC number is meant'],
        },
      ],
    },
  ],
});

describe('sheet/bad-identifier', () => {
  it('tells the place number of the maker from the number of the product', () => {
    const { text, places } = unmark(
      sheetText({ productIds: 'gtin: «"09506000134352"»', makerIds: 'gln: «"9506000134352"»' }),
    );
    const [found, ...more] = checkSheet({ sheet: read(text), catalogue, today });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'sheet/bad-identifier',
      severity: 'warning',
      message: '`09506000134352` is the GLN of the maker, where a GTIN is needed',
    });
    expect([found?.at, found?.related[0]?.at].map((at) => at?.start.offset)).toEqual(
      places.map(({ start }) => start),
    );
  });
});
