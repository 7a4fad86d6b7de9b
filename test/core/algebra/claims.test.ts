import { describe, expect, test } from 'vitest';
import { claimsOf, custodyOf } from '../../../src/core/algebra/claims.ts';
import type { Rule } from '../../../src/core/model/catalogue.ts';
import type { AnswerValue } from '../../../src/core/model/sheet.ts';
import type { Custody } from '../../../src/core/values/custody.ts';
import { answerTo, entryFor, placeIn } from '../../generators/places.ts';
import { rangeOf } from '../../samples/ranges.ts';
import {
  catalogueOf,
  composed,
  plain,
  quantityOf,
  statementOf,
  within,
} from '../../samples/small-catalogue.ts';

const physical = {
  kind: 'fraction',
  weight: 'mass',
  custody: 'physical',
  attributedBy: 'booked',
} as const satisfies Rule;
const catalogue = catalogueOf(
  [
    quantityOf('a', physical),
    quantityOf('b', { kind: 'fraction', weight: 'mass', custody: 'claimed' }),
    quantityOf('material', { kind: 'own' }, { measure: { kind: 'name', names: [] } }),
  ],
  [
    within('much', 'a', '(1/2,1]'),
    within('little', 'a', '[0,1/2]'),
    within('some-b', 'b', '(0,1]'),
    composed('both', { operator: 'all', of: ['much', 'no-x'] }),
    plain('no-x', { kind: 'all' }),
    statementOf('nice', { kind: 'plain', rule: { kind: 'all' } }, { falseMeans: 'not-claimed' }),
    plain('booked', { kind: 'own' }),
  ],
);

const place = placeIn('part.sheet.yaml');

type Said = AnswerValue | readonly [AnswerValue, Custody];

function sheetOf(said: Readonly<Record<string, Said>>, figures: Readonly<Record<string, string>> = {}) {
  return {
    answers: new Map(
      Object.entries(said).map(([id, value]) => [
        id,
        typeof value === 'string'
          ? answerTo(id, value, place)
          : answerTo(id, value[0], place, { custody: value[1] }),
      ]),
    ),
    quantities: new Map(
      Object.entries(figures).map(([id, text]) => [
        id,
        id === 'material'
          ? entryFor(id, { kind: 'name', name: text }, place)
          : entryFor(id, { kind: 'range', range: rangeOf(text) }, place),
      ]),
    ),
  };
}

const claimed = (...sheet: Parameters<typeof sheetOf>): readonly string[] =>
  claimsOf(catalogue, sheetOf(...sheet)).map((claim) =>
    claim.kind === 'answer' ? `${claim.key} ${claim.is}` : `${claim.kind} ${claim.key}`,
  );

describe('what a sheet claims', () => {
  test('is what it answers, gives as a figure or names, in this order', () => {
    expect(claimed({ 'no-x': 'false', much: 'true' }, { a: '[3/4]', material: 'pp' })).toEqual([
      'no-x false',
      'much true',
      'figure quantity:a',
      'name quantity:material',
    ]);
  });

  test('is nothing where it is unknown, foreign to the catalogue, or false without a claim', () => {
    expect(claimed({ 'no-x': 'unknown', other: 'true', nice: 'false' })).toEqual([]);
    expect(claimed({ nice: 'true' })).toEqual(['nice true']);
  });

  test('may be that a question does not apply', () => {
    expect(claimed({ 'no-x': 'not-applicable', nice: 'not-applicable' })).toEqual([
      'inapplicable no-x',
      'inapplicable nice',
    ]);
  });
});

describe('a custody model', () => {
  test('too weak for its group leaves every answer about the share, and its figure, out', () => {
    const weak = ['true', 'mass-balance'] as const;
    expect(claimed({ much: weak, little: 'false', both: 'true', 'no-x': 'true' }, { a: '[3/4]' })).toEqual([
      'no-x true',
    ]);
    expect(claimed({ 'some-b': ['true', 'book-and-claim'] }, { b: '[1/2]' })).toEqual([
      'some-b true',
      'figure quantity:b',
    ]);
  });

  test('named for a composed answer counts for that answer alone', () => {
    expect(claimed({ both: ['true', 'mass-balance'], much: 'true' })).toEqual(['much true']);
  });

  test('that is strong enough changes nothing', () => {
    expect(claimed({ much: ['true', 'controlled-blending'] })).toEqual(['much true']);
  });

  test('is the weakest that is named; a share that is booked is a mass balance', () => {
    const custody = (said: Readonly<Record<string, Said>>): Custody | undefined =>
      custodyOf(catalogue, sheetOf(said), 'a', physical);
    const mixed = { much: ['true', 'segregated'], little: ['false', 'controlled-blending'] } as const;
    expect(custody(mixed)).toBe('controlled-blending');
    expect(custody({ ...mixed, booked: 'true' })).toBe('mass-balance');
    expect(custody({ booked: 'false', much: 'true', 'some-b': ['true', 'book-and-claim'] })).toBeUndefined();
  });

  test('of booked shares leaves them out', () => {
    expect(claimed({ booked: 'true', much: 'true' }, { a: '[3/4]' })).toEqual(['booked true']);
    expect(claimed({ booked: 'false', much: 'true' })).toEqual(['booked false', 'much true']);
  });
});
