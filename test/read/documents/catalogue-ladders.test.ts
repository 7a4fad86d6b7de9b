import { describe, expect, test } from 'vitest';
import { writeRange } from '../../../src/core/values/show.ts';
import { plasticsCatalogue, readCatalogueText } from '../../samples/read.ts';

/** The catalogue with another ladder, whose two groups are in this unit. */
function withLadder(bands: string, unit = '%') {
  const rule = unit === '%' ? '{ kind: fraction }' : '{ kind: min-number }';
  const text = plasticsCatalogue
    .replace('bands: ["0", "0-25", "25-100"]', `bands: ${bands}`)
    .replaceAll('unit: "%"', `unit: "${unit}"`)
    .replaceAll(/rule: \{ kind: fraction[^}]*\}/g, `rule: ${rule}`);
  const { value, marked } = readCatalogueText(text);
  return {
    bands: value?.groups.get('recycled')?.bands.map(({ id, label, range }) => {
      const dimension = unit === '%' ? 'share' : unit === 'kg' || unit === 'g' ? 'mass' : 'duration';
      return [id, label, writeRange(range, dimension)];
    }),
    lines: marked,
  };
}

describe('bands', () => {
  test('by their names, in the unit of the group', () => {
    expect(withLadder('["0", 0-12.5, "12.5-100"]')).toEqual({
      bands: [
        ['0', '0 %', '0 %'],
        ['0-12.5', '>0-12.5 %', '(0 %, 12.5 %]'],
        ['12.5-100', '>12.5-100 %', '(12.5 %, 100 %]'],
      ],
      lines: [],
    });
    expect(withLadder('[0, 0-500]', 'g').bands).toEqual([
      ['0', '0 g', '0 kg'],
      ['0-500', '>0-500 g', '(0 kg, 0.5 kg]'],
    ]);
  });

  test('by their ends', () => {
    const bands =
      '[{ id: low, lessThan: 5 years }, { id: middle, atLeast: 5 years, atMost: 10 years }, { id: high, moreThan: 10 years }]';
    expect(withLadder(bands, 'years')).toEqual({
      bands: [
        ['low', '0-<5 years', '[0 years, 5 years)'],
        ['middle', '5-10 years', '[5 years, 10 years]'],
        ['high', '>10 years', '(10 years, …)'],
      ],
      lines: [],
    });
    expect(
      withLadder('[{ id: few, lessThan: 2 years }, { id: many, atLeast: 24 months }]', 'years').bands?.[1],
    ).toEqual(['many', 'at least 2 years', '[2 years, …)']);
    expect(withLadder('["0", { id: some, moreThan: 0 %, atMost: 100 % }]').bands?.[1]).toEqual([
      'some',
      '>0-100 %',
      '(0 %, 100 %]',
    ]);
  });
});

describe('what is wrong with a ladder is said once, however many groups use it', () => {
  test.each<[string, readonly string[]]>([
    ['["0", 0-25, 30-100]', ['<30-100> catalogue/bad-ladder: the bands `0-25` and `30-100` leave a gap']],
    ['["0", 0-25, 20-100]', ['<20-100> catalogue/bad-ladder: the bands `0-25` and `20-100` overlap']],
    [
      '["0", 0-100, 25-50]',
      [
        '<25-50> catalogue/bad-ladder: the bands `0-100` and `25-50` overlap',
        '<25-50> catalogue/bad-ladder: the ladder does not end at 100 %',
      ],
    ],
    ['[0-25, 25-100]', ['<0-25> catalogue/bad-ladder: the ladder does not start at 0 %']],
    ['["0", 0-95]', ['<0-95> catalogue/bad-ladder: the ladder does not end at 100 %']],
    [
      '["0", { id: rest, moreThan: 0 %, lessThan: 100 % }]',
      [
        '<{ id: rest, moreThan: 0 %, lessThan: 100 % }> catalogue/bad-ladder: the ladder does not end at 100 %',
      ],
    ],
    [
      '["0", { id: a, moreThan: 0 %, atMost: 50 % }, { id: b, atLeast: 50 % }]',
      ['<{ id: b, atLeast: 50 % }> catalogue/bad-ladder: the bands `a` and `b` overlap'],
    ],
    [
      '["0", { id: a, moreThan: 0 %, lessThan: 50 % }, { id: b, moreThan: 50 % }]',
      ['<{ id: b, moreThan: 50 % }> catalogue/bad-ladder: the bands `a` and `b` leave a gap'],
    ],
    [
      '["0", { id: a, moreThan: 0 % }, { id: a, moreThan: 0 % }]',
      [
        '<{ id: a, moreThan: 0 % }> catalogue/bad-ladder: the bands `a` and `a` overlap',
        '<{ id: a, moreThan: 0 % }> catalogue/bad-ladder: two bands are called `a`',
      ],
    ],
    ['["0", some, 0-100]', ['<some> catalogue/bad-ladder: `some` is not a band']],
    ['["0", 50-0, 0-100]', ['<50-0> catalogue/bad-ladder: `50-0` is not a band']],
    [
      '["0", { id: a, moreThan: 0 kg }, 0-100]',
      ['<0 kg> read/bad-quantity: band `a` is in `kg`, where a share is expected'],
    ],
  ])('%s', (bands, lines) => {
    expect(withLadder(bands).lines).toEqual(lines);
  });

  test('a ladder of amounts need not end', () => {
    expect(withLadder('["0", 0-10]', 'kg').lines).toEqual([]);
  });
});
