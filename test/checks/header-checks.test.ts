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
