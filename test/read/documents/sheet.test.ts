import { describe, expect, test } from 'vitest';
import { exactly } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { placeText } from '../../samples/findings.ts';
import { readSheetText, sheetText } from '../../samples/read.ts';

const full = `loopsheet: sheet/1
catalogue: plastics/1
id: urn:example:pellets
revision: 2
issued: 2026-05-04
validUntil: 2028-05-03
assurance: third-party
product: { name: Pellets, level: material, mass: 500 g, ids: { gtin: 09506000134352, cas: 7782-42-5 } }
maker:
  name: Compounder
  ids: { gln: "4012345000009" }
  site: { name: Hall 3, country: LU }
answers: {}
inputs:
  - { id: a, revision: 1, sha256: ${'0a'.repeat(32)} }
  - { id: b, revision: 7, sha256: ${'1b'.repeat(32)} }
`;

test('a header is read whole', () => {
  const { value, lines } = readSheetText(full);
  expect(lines).toEqual([]);
  const { places, ...sheet } = value ?? {};
  expect(sheet).toEqual({
    catalogue: 'plastics/1',
    id: 'urn:example:pellets',
    revision: 2,
    issued: '2026-05-04',
    validUntil: '2028-05-03',
    assurance: 'third-party',
    product: {
      name: 'Pellets',
      level: 'material',
      mass: exactly(rational(1, 2)),
      ids: new Map([
        ['gtin', '09506000134352'],
        ['cas', '7782-42-5'],
      ]),
    },
    maker: {
      name: 'Compounder',
      ids: new Map([['gln', '4012345000009']]),
      site: { name: 'Hall 3', country: 'LU' },
    },
    answers: new Map(),
    quantities: new Map(),
    inputs: [
      { id: 'a', revision: 1, sha256: '0a'.repeat(32) },
      { id: 'b', revision: 7, sha256: '1b'.repeat(32) },
    ],
    source: 'pellets.yaml',
  });
});

test('places lead to values, and to keys where the value is a map or a list', () => {
  const places = readSheetText(full).value?.places;
  const at = (path: string): string | undefined => {
    const span = places?.get(path);
    return span === undefined ? undefined : placeText(span);
  };
  expect(at('validUntil')).toBe('6:13-6:23');
  expect(at('product')).toBe('8:1-8:8');
  expect(at('product.ids.gtin')).toBe('8:70-8:84');
  expect(at('maker.site.country')).toBe('12:34-12:36');
  expect(at('inputs')).toBe('14:1-14:7');
  expect(at('inputs.1.revision')).toBe('16:24-16:25');
  expect([...(places?.keys() ?? [])].filter((path) => path.startsWith('answers'))).toEqual([]);
});

test('what is left out takes its default', () => {
  const { value } = readSheetText(sheetText('answers: {}\n'));
  expect(value).toMatchObject({ assurance: 'self-declared', inputs: [] });
  expect(value?.product).toEqual({ name: 'Pellets', level: 'material', ids: new Map() });
  expect(value?.maker).toEqual({ name: 'Compounder', ids: new Map() });
  expect(value !== undefined && 'validUntil' in value).toBe(false);
});

describe('dates', () => {
  const usual = 'write the date as year-month-day, for example `2026-05-04`';
  test.each([
    ['2026-02-29', 'no day of the calendar', []],
    ['2026-13-01', 'no day of the calendar', []],
    ['04.05.2026', 'not written year-month-day', ['did you mean `2026-05-04`?']],
    ['4.5.2026', 'not written year-month-day', ['did you mean `2026-05-04`?']],
    ['31.02.2026', 'not written year-month-day', []],
    [
      '04/05/2026',
      'not written year-month-day',
      ['`04/05/2026` is ambiguous: write `2026-05-04` or `2026-04-05`'],
    ],
    ['24/05/2026', 'not written year-month-day', ['did you mean `2026-05-24`?']],
    ['2026-5-4', 'not written year-month-day', []],
    ['20260504', 'not written year-month-day', []],
    ['2026-05-04T00:00:00Z', 'not written year-month-day', []],
  ])('%s is %s', (date, fault, help) => {
    const { value, lines, findings } = readSheetText(full.replace('2026-05-04', date));
    expect(lines).toEqual([
      `5:9-5:${9 + date.length} read/bad-date: \`issued\` is \`${date}\`, which is ${fault}`,
    ]);
    expect(findings[0]?.help).toEqual([...help, usual]);
    expect(value?.id).toBe('urn:example:pellets');
  });

  test('a validity that cannot be read is left out', () => {
    const { value, lines } = readSheetText(full.replace('2028-05-03', 'never'));
    expect(lines).toEqual([
      '6:13-6:18 read/bad-date: `validUntil` is `never`, which is not written year-month-day',
    ]);
    expect(value?.validUntil).toBeUndefined();
  });
});

test('a mass that cannot be read is left out', () => {
  const { value, lines } = readSheetText(full.replace('500 g', '500 oz'));
  expect(lines).toEqual(['8:50-8:56 read/bad-quantity: the unit `oz` of `product.mass` is not known']);
  expect(value?.product.mass).toBeUndefined();
});

describe('a catalogue that is not known', () => {
  const list = 'known here: `plastics/1`, `plastics/2`';
  const other = 'name the file of another with `--catalogue`';
  test.each([
    [
      'plastics/3',
      'this version of catalogue `plastics` is not known: `plastics/3`',
      ['did you mean `plastics/1` or `plastics/2`?', list, other],
    ],
    [
      'plastic/1',
      'catalogue `plastic/1` is not known',
      ['did you mean `plastics/1` or `plastics/2`?', list, other],
    ],
    [
      'plastics',
      'catalogue `plastics` is not known',
      ['did you mean `plastics/1` or `plastics/2`?', list, other],
    ],
    ['metals/1', 'catalogue `metals/1` is not known', [list, other]],
  ])('%s', (name, message, help) => {
    const { value, lines, findings } = readSheetText(full.replace('plastics/1', name));
    expect(value).toBeUndefined();
    expect(lines).toEqual([`2:12-2:${12 + name.length} sheet/unknown-catalogue: ${message}`]);
    expect(findings[0]?.help).toEqual(help);
  });

  test('does not hide what is wrong with the header', () => {
    const { lines } = readSheetText(full.replace('plastics/1', 'metals/1').replace('2026-05-04', 'soon'));
    expect(lines).toHaveLength(2);
  });
});

test.each(['catalogue', 'id', 'revision', 'product', 'maker'])('without %s there is no sheet', (key) => {
  const { value, lines } = readSheetText(full.replace(`\n${key}:`, '\nother:'));
  expect(value).toBeUndefined();
  expect(lines).toEqual([]);
});
