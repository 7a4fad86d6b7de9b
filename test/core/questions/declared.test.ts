import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { explainDeclared } from '../../../src/core/questions/declared.ts';
import { coreCatalogue, readFixtureCatalogue, readSheetText } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));

const header = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: urn:foil
revision: 2
issued: 2026-05-06
product: { name: Copper foil, level: component, mass: 1 kg }
maker: { name: Foil Works }
answers:
`;

const sheet = readSheetText(
  `${header}  inputs.post-consumer-recycled:
    answer: 25-50
    custody: controlled-blending
    references: [ISO 14021]
    evidence: [{ title: Furnace book, uri: book.pdf }]
    assurance: { level: second-party, by: Anode Works, scheme: Audit 7, date: 2026-04-28, validUntil: 2027-04-27 }
    note: from returned tubes
  inputs.renewable-material/0: true
  inputs.pre-consumer-recycled/0: false
  inputs.no-pvc: true
  production.scrap-returned: { answer: unknown, reason: withheld }
  durability.repairable: not-applicable
  substances.no-svhc: { answer: true, list: reach-candidate/2026-01, references: [Regulation (EC) 1907/2006] }
quantities:
  inputs.post-consumer-recycled: { atLeast: 34 %, atMost: 36 % }
`,
  catalogue,
  'foil.yaml',
);

const ask = (id: string) => explainDeclared(sheet, id, catalogue) ?? expect.fail(id);

describe('a declaration', () => {
  test('of a group names the band, who stands behind it, and the figure', () => {
    expect(ask('inputs.post-consumer-recycled')).toEqual({
      id: 'inputs.post-consumer-recycled',
      kind: 'group',
      title: 'Post-consumer recycled content',
      text: "Of the product's mass, (band) is post-consumer recycled material.",
      sheet: 'urn:foil:2',
      product: 'Copper foil',
      maker: 'Foil Works',
      file: 'foil.yaml',
      answer: 'true',
      shown: '>25-50 %',
      why: 'checked by a second party, by `Anode Works`, under `Audit 7`, on 2026-04-28, valid until 2027-04-27; 1 piece of evidence; with reference to `ISO 14021`; with the note: `from returned tubes`',
      isOwn: false,
      said: [
        {
          statement: 'inputs.post-consumer-recycled/25-50',
          label: '>25-50 %',
          answer: 'true',
          line: 9,
          assurance: {
            level: 'second-party',
            inWords:
              'checked by a second party, by `Anode Works`, under `Audit 7`, on 2026-04-28, valid until 2027-04-27',
          },
          references: ['ISO 14021'],
          evidence: [{ title: 'Furnace book', uri: 'book.pdf' }],
          custody: 'controlled-blending',
          note: 'from returned tubes',
        },
      ],
      figure: { value: '[34 %, 36 %]', inWords: 'at least 34 % and at most 36 %', line: 23 },
    });
  });

  test.each([
    ['inputs.renewable-material', 'true', '0 %', 'declared by the maker itself'],
    [
      'inputs.pre-consumer-recycled',
      'open',
      'OPEN: >0-10 %, >10-25 %, >25-50 %, >50-75 %, >75-95 % or >95-100 %',
      'the sheet rules out 0 % and leaves the others open',
    ],
    ['inputs.no-pvc', 'true', 'TRUE', 'declared by the maker itself'],
    ['production.scrap-returned', 'open', 'OPEN', 'the maker knows the answer and keeps it back'],
    ['durability.repairable', 'not-applicable', 'NOT APPLICABLE', 'the maker says that it does not apply'],
    [
      'substances.no-svhc',
      'true',
      'TRUE',
      'declared by the maker itself; with reference to `Regulation (EC) 1907/2006`; against `reach-candidate/2026-01`',
    ],
    [
      'inputs.no-added-pfas',
      'silent',
      'NOT ANSWERED',
      'the sheet does not answer it: that says neither TRUE nor FALSE',
    ],
    [
      'inputs.total-recycled',
      'silent',
      'NOT ANSWERED',
      'the sheet does not answer it: that says neither TRUE nor FALSE',
    ],
  ])('of %s', (id, answer, shown, why) => {
    expect(ask(id)).toMatchObject({ answer, shown, why });
  });

  test('of one band of a group', () => {
    expect(ask('inputs.post-consumer-recycled/0')).toMatchObject({
      answer: 'false',
      said: [{ label: '0 %', line: 9 }],
    });
  });

  test('of nothing in the catalogue is nothing', () => {
    expect(explainDeclared(sheet, 'inputs.no-pcv', catalogue)).toBeUndefined();
  });
});
