import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CompositionMeasure } from '../../../src/core/model/composition.ts';
import { quantityComposition, statementComposition } from '../../../src/core/questions/composition-words.ts';
import { anyShare } from '../../../src/core/values/interval.ts';
import { coreCatalogue, readFixtureCatalogue } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));

const ofStatement = (id: string): string | undefined => {
  const statement = catalogue.statements.get(id);
  return statement === undefined ? 'no statement' : statementComposition(catalogue, statement);
};

test.each([
  [
    'inputs.no-pvc',
    'the share of the product that is `PVC` or CAS 9002-86-2: TRUE where it is certainly 0 %, FALSE where it certainly is not',
  ],
  [
    'inputs.contains-critical-raw-material',
    'the share of the product that is substances of the list `eu-critical-raw-materials/2024`: TRUE where it is certainly more than 0 %, FALSE where it certainly is not',
  ],
  [
    'inputs.nearly-mono-material',
    'the share of the largest material: TRUE where it is certainly at least 95 %, FALSE where it certainly is not',
  ],
  [
    'substances.no-svhc',
    'the highest content in any article of any one of the substances of the list `reach-candidate/2026-01`',
  ],
  [
    'substances.cadmium-within-limit',
    'the highest content in any homogeneous material of CAS 7440-43-9 (others of the list `eu-rohs/2015` may be compounds of it)',
  ],
  ['inputs.post-consumer-recycled/25-50', 'the share of the product that is post-consumer'],
  ['end-of-use.take-back-offered', undefined],
])('%s', (id, sentence) => {
  expect(ofStatement(id)).toBe(sentence);
});

test('of a figure', () => {
  expect(quantityComposition(catalogue, 'inputs.total-recycled')).toBe(
    'the share of the product that is post-consumer or pre-consumer',
  );
  expect(quantityComposition(catalogue, 'inputs.disclosure-depth')).toBe(
    'the most that the product or any of its materials keeps back, at most: `undisclosed` 100 %, `to-10-percent` 10 %, `to-1-percent` 1 %, `to-1000-ppm` 0.1 %, `to-100-ppm` 0.01 %',
  );
  expect(quantityComposition(catalogue, 'production.energy')).toBeUndefined();
  expect(quantityComposition(catalogue, 'no.such')).toBeUndefined();
});

test.each<[CompositionMeasure, string]>([
  [{ kind: 'substances', cas: ['50-00-0'], over: 'product' }, 'the share of the product that is CAS 50-00-0'],
  [
    { kind: 'substances', cas: ['50-00-0', '64-17-5'], over: 'article' },
    'the highest content in any article of CAS 50-00-0, 64-17-5',
  ],
  [
    { kind: 'materials', names: ['steel', 'zinc'], cas: [] },
    'the share of the product that is `steel` or `zinc`',
  ],
])('%j', (measure, sentence) => {
  const share = catalogue.quantities.get('inputs.total-recycled');
  if (share === undefined) throw new Error('the shipped catalogue has it');
  const quantities = new Map([['x', { ...share, id: 'x', domain: anyShare, composition: { measure } }]]);
  expect(quantityComposition({ ...catalogue, quantities }, 'x')).toBe(sentence);
});
