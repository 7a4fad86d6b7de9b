import { expect, test } from 'vitest';
import { type Custody, combineCustody, countsAs, custodyModels } from '../../../src/core/values/custody.ts';

test('each basis counts the models that are strong enough for it', () => {
  const counted = (basis: Parameters<typeof countsAs>[1]): readonly Custody[] =>
    custodyModels.filter((model) => countsAs(model, basis));
  expect(counted('physical')).toEqual(['controlled-blending', 'segregated', 'identity-preserved']);
  expect(counted('attributed')).toEqual([
    'mass-balance',
    'controlled-blending',
    'segregated',
    'identity-preserved',
  ]);
  expect(counted('claimed')).toEqual([...custodyModels]);
});

test.each([
  [['identity-preserved'], 'identity-preserved'],
  [[undefined], undefined],
  [['identity-preserved', 'identity-preserved'], 'segregated'],
  [['segregated', 'identity-preserved'], 'segregated'],
  [['identity-preserved', 'controlled-blending'], 'controlled-blending'],
  [['book-and-claim', 'mass-balance', 'segregated'], 'book-and-claim'],
  [['segregated', undefined], undefined],
  [[], undefined],
] as const)('%s together are %s', (models, whole) => {
  expect(combineCustody(models)).toBe(whole);
});
