// Own output that comes back: recycled whatever it is made of, and of all else a declared history.

import { expect, test } from 'vitest';
import { returnedShare } from '../../../src/core/algebra/returned-share.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';
import { make } from '../../support/effects.ts';

const recipe = {
  mass: '80 kg',
  level: 'material',
  quantities: {
    'inputs.post-consumer-recycled': '25 %',
    'inputs.pre-consumer-recycled': '10 %',
    'inputs.reused-components': '0 %',
    'inputs.renewable-material': '50 %',
    'substances.svhc-content': '0.02 %',
  },
  answers: { 'inputs.no-pvc': 'true' },
} as const;
const takeBack = (more: string): string => `{ effect: take-back, takes: [recipe], ${more} }`;

test('a fifth came back: 20 kg and a quarter of 80 kg are 40 of 100 kg', async () => {
  const { value } = await make({ recipe }, takeBack('takenBack: 20 %'));
  expect(value('mass')).toBe('100 kg');
  expect(value('inputs.post-consumer-recycled')).toBe('40 %');
  expect(value('inputs.pre-consumer-recycled')).toBe('8 %');
  expect(value('inputs.total-recycled')).toBe('48 %');
});

test.each([
  ['takenBack: 20 %', '[40 %, 60 %]', '[0 %, 100 %]'],
  ['takenBack: 20 %, generations: 2', '[48 %, 52 %]', '[0 %, 100 %]'],
  ['takenBack: 20 %, steadyState: true', '50 %', '0.02 %'],
])('with %s the share is %s and the content %s', async (more, share, content) => {
  const { value, answer } = await make({ recipe }, takeBack(more));
  expect(value('inputs.renewable-material')).toBe(share);
  expect(value('substances.svhc-content')).toBe(content);
  expect(answer('inputs.no-pvc')).toBe('unknown');
});

test('what the fresh recipe decides by itself stays decided', async () => {
  const impure = { ...recipe, answers: { 'inputs.no-pvc': 'false' } };
  expect((await make({ recipe: impure }, takeBack('takenBack: 20 %'))).answer('inputs.no-pvc')).toBe('false');
});

test.each([
  ['(1/4,1/2]', 'whole', '[1/4,1/2]', 1, '(7/16,3/4]'],
  ['(1/4,1/2]', 'none', '[1/4,1/2]', 1, '(1/8,3/8]'],
  ['(1/4,1/2]', 'same', '[1/4,1/2]', 1, '(1/8,3/4]'],
  ['(1/4,1/2]', 'same', '[1/4,1/2]', 2, '(3/16,5/8]'],
  ['(1/4,1/2]', 'same', '[1/4,1/2]', 'steady', '(1/4,1/2]'],
  ['(1/4,1/2]', 'same', '[0,1]', 'steady', '[0,1]'],
  ['(1/4,1/2]', 'same', '[0,1]', 9, '[0,1]'],
] as const)(
  'of fresh %s and what counts %s, %s back, %s times: %s',
  (fresh, as, back, generations, share) => {
    const range = returnedShare(rangeOf(fresh), { as, takenBack: rangeOf(back), generations });
    expect(rangeText(range)).toBe(share);
  },
);

test('any number of generations is a short sum', () => {
  const past = { as: 'same', takenBack: rangeOf('[1/2]'), generations: 1e9 } as const;
  expect(returnedShare(rangeOf('[0]'), past).hi?.d).toBe(2n ** 50n);
});

test.each([
  ['takenBack: 100 %', '`takenBack` of process `take-back` leaves room for nothing that it takes'],
  ['takenBack: 120 %', '`takenBack` is `120 %`, which is more than the whole'],
  [
    'takenBack: 20 %, generations: 2, steadyState: true',
    'process `take-back` gives both `generations` and `steadyState`',
  ],
  ['generations: 2', 'process `take-back` lacks `takenBack`, which effect `take-back` needs'],
])('%s is refused', async (more, message) => {
  const { exit, stderr } = await make({ recipe }, takeBack(more));
  expect([exit, stderr.includes(message), stderr]).toEqual([1, true, stderr]);
});
