import { describe, expect, test } from 'vitest';
import type { QuantityValue } from '../../../src/core/model/sheet.ts';
import type { Dimension } from '../../../src/core/values/quantity.ts';
import { writeRange } from '../../../src/core/values/show.ts';
import { placeText } from '../../samples/findings.ts';
import { readSheetText, sheetText } from '../../samples/read.ts';

const read = (quantity: string) => readSheetText(sheetText(`answers: {}\nquantities:\n  ${quantity}\n`));

const shown = (value: QuantityValue | undefined, dimension: Dimension): string | undefined =>
  value?.kind === 'range'
    ? writeRange(value.range, dimension)
    : value?.kind === 'name'
      ? value.name
      : undefined;

describe('what is read', () => {
  test.each<[string, string, Dimension, string]>([
    ['recycled', '0 %', 'share', '0 %'],
    ['recycled', '300/7 %', 'share', '300/7 %'],
    ['recycled', '12.5..20 %', 'share', '[12.5 %, 20 %]'],
    ['recycled', '500 ppm', 'share', '0.05 %'],
    ['recycled', 'unknown', 'share', '[0 %, 100 %]'],
    ['recycled', '{ moreThan: 25 % }', 'share', '(25 %, 100 %]'],
    ['recycled', '{ atLeast: 25 %, lessThan: 30 % }', 'share', '[25 %, 30 %)'],
    ['recycled', '{ atMost: 0 % }', 'share', '0 %'],
    ['recycled', "'>25 %'", 'share', '(25 %, 100 %]'],
    ['recycled', "'<5 %'", 'share', '[0 %, 5 %)'],
    ['recycled', "'<=5 %'", 'share', '[0 %, 5 %]'],
    ['recycled', "'>12.5..25 %'", 'share', '(12.5 %, 25 %]'],
    ['recycled', '10 .. <300/7 %', 'share', '[10 %, 300/7 %)'],
    ['energy', "'>=18 MJ'", 'energy', '[18 MJ, …)'],
    ['energy', "'>500 kJ..1 MJ'", 'energy', '(0.5 MJ, 1 MJ]'],
    ['energy', '5 kWh', 'energy', '18 MJ'],
    ['energy', '{ atLeast: 18 MJ }', 'energy', '[18 MJ, …)'],
    ['energy', '{ atLeast: 18..20 MJ, atMost: 20..22 MJ }', 'energy', '[18 MJ, 22 MJ]'],
    ['energy', 'unknown', 'energy', '[0 MJ, …)'],
    ['warranty', '18 months', 'duration', '1.5 years'],
    ['polymer', 'PET', 'share', 'PET'],
    ['polymer', '66', 'share', '66'],
  ])('%s: %s', (key, written, dimension, expected) => {
    const { value, lines } = read(`${key}: ${written}`);
    expect(lines).toEqual([]);
    const entry = value?.quantities.get(key);
    expect(shown(entry?.value, dimension)).toBe(expected);
    expect(entry === undefined ? undefined : placeText(entry.at)).toBe(`10:3-10:${3 + key.length}`);
  });

  test.each<[string, readonly [number, number]]>([
    ['trained', [1, 1]],
    ['{ atLeast: trained }', [1, 2]],
    ['{ lessThan: layman }', [0, 2]],
    ['unknown', [0, 2]],
  ])('skill: %s', (written, [lo, hi]) => {
    const { value, lines } = read(`skill: ${written}`);
    expect(lines).toEqual([]);
    const level = value?.quantities.get('skill')?.value;
    expect(level).toMatchObject({ kind: 'range', range: { lo: { n: BigInt(lo) }, hi: { n: BigInt(hi) } } });
  });

  test('an unknown name is every name', () => {
    expect(read('polymer: unknown').value?.quantities.get('polymer')?.value).toMatchObject({ kind: 'range' });
  });
});

describe('what is not', () => {
  const share = 'write it like `12 %`, `10..15 %`; the units are `%`, `ppm`';
  test.each<[string, string, readonly string[]]>([
    ['recycled: 0', '10:13-10:14 read/bad-quantity: `recycled` is `0` without a unit', [share]],
    [
      'recycled: 12 kg',
      '10:13-10:18 read/bad-quantity: `recycled` is in `kg`, where a share is expected',
      [share],
    ],
    ['recycled: 12 pct', '10:13-10:19 read/bad-quantity: the unit `pct` of `recycled` is not known', [share]],
    [
      'recycled: 12 pm',
      '10:13-10:18 read/bad-quantity: the unit `pm` of `recycled` is not known',
      ['did you mean `ppm`?', share],
    ],
    [
      'recycled: 12 P1',
      '10:13-10:18 read/bad-quantity: `recycled` is in `P1`, the code of UN/CEFACT Recommendation 20 for percent',
      ['write `12 %`'],
    ],
    [
      'energy: 4..5KWH',
      '10:11-10:18 read/bad-quantity: `energy` is in `KWH`, the code of UN/CEFACT Recommendation 20 for kilowatt hour',
      ['write `4..5 kWh`'],
    ],
    [
      'energy: 18 3B',
      '10:11-10:16 read/bad-quantity: `energy` is in `3B`, the code of UN/CEFACT Recommendation 20 for megajoule',
      ['write `18 MJ`'],
    ],
    [
      'recycled: 3 KGM',
      '10:13-10:18 read/bad-quantity: `recycled` is in `KGM`, the code of UN/CEFACT Recommendation 20 for kilogram, where a share is expected',
      ['write it like `12 %`, `10..15 %`'],
    ],
    [
      'recycled: 101 %',
      '10:13-10:18 read/bad-quantity: `recycled` is `101 %`, which is more than the whole',
      ['write a share of at most `100 %`'],
    ],
    [
      'recycled: -1 %',
      '10:13-10:17 read/bad-quantity: `recycled` is `-1 %`, which is negative',
      ['write an amount of 0 or more'],
    ],
    [
      'recycled: 20..10 %',
      '10:13-10:21 read/bad-quantity: the range `20..10 %` of `recycled` ends before it starts',
      ['write the smaller amount first'],
    ],
    [
      'recycled: 1,5 %',
      '10:13-10:18 read/bad-quantity: `recycled` is `1,5 %`, which is not a share with its unit',
      ['write decimals with a point, and nothing between thousands', share],
    ],
    [
      'recycled: 5 - 6 %',
      '10:13-10:20 read/bad-quantity: `recycled` is `5 - 6 %`, which is not a share with its unit',
      ['write a range with two points, as in `40..60 g`', share],
    ],
    [
      'recycled: about 5 %',
      '10:13-10:22 read/bad-quantity: `recycled` is `about 5 %`, which is not a share with its unit',
      [share],
    ],
    ['recycled: 1e1 %', '10:13-10:18 read/bad-quantity: the unit `e1 %` of `recycled` is not known', [share]],
    [
      'recycled: 1/0 %',
      '10:13-10:18 read/bad-quantity: `recycled` is `1/0 %`, which is not a share with its unit',
      [share],
    ],
    [
      'energy: { atLeast: 20 MJ, atMost: 18 MJ }',
      '10:11-10:44 read/bad-quantity: nothing lies between the ends of `energy`',
      ['write the lower end under atLeast or moreThan, the upper end under atMost or lessThan'],
    ],
    [
      'energy: { lessThan: 0 MJ }',
      '10:11-10:29 read/bad-quantity: nothing lies between the ends of `energy`',
      ['write the lower end under atLeast or moreThan, the upper end under atMost or lessThan'],
    ],
    [
      'recycled: { atMost: 5 kg }',
      '10:23-10:27 read/bad-quantity: `recycled` is in `kg`, where a share is expected',
      [share],
    ],
    [
      'skill: laymann',
      '10:10-10:17 read/wrong-value: `laymann` is not a step of the scale of `skill`',
      ['did you mean `layman`?', 'write one of `maker`, `trained`, `layman`'],
    ],
    [
      'skill: { atLeast: layman, atMost: maker }',
      '10:10-10:44 read/wrong-value: no step of the scale lies between the ends of `skill`',
      ['write the lower step under atLeast, the higher step under atMost'],
    ],
    [
      'skill: { atLeast: 5 }',
      '10:21-10:22 read/wrong-value: `5` is not a step of the scale of `skill`',
      ['write one of `maker`, `trained`, `layman`'],
    ],
    [
      'polymer: { atLeast: 5 % }',
      '10:12-10:28 read/wrong-value: `polymer` is a map where a name is expected',
      ['write the name', 'leave the key out when the name is not known'],
    ],
    [
      'enrgy: 5 MJ',
      '10:3-10:8 sheet/unknown-quantity: quantity `enrgy` is not in catalogue `plastics/1`',
      ['did you mean `energy`?'],
    ],
    [
      'other: 5 MJ',
      '10:3-10:8 sheet/unknown-quantity: quantity `other` is not in catalogue `plastics/1`',
      ['name one of `energy`, `polymer`, `skill`, `warranty`, `recycled`, `renewable-energy`'],
    ],
  ])('%s', (written, line, help) => {
    const { value, lines, findings } = read(written);
    expect(lines).toEqual([line]);
    expect(findings[0]?.help).toEqual(help);
    expect(value?.quantities.size).toBe(0);
  });
});

test.each(['""', '" "'])('a quantity named %s has no name', (written) => {
  const { value, lines } = read(`polymer: ${written}`);
  expect(value?.quantities.has('polymer')).toBe(false);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('`polymer` has an empty name');
});
