import { expect, test } from 'vitest';
import { lossOf } from '../../../src/core/merge/masses.ts';
import type { Process } from '../../../src/core/model/bill.ts';
import { leftOf } from '../../../src/core/values/interval.ts';
import { placeIn } from '../../generators/places.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';

const process: Process = {
  effect: 'trim',
  name: 'trim',
  takes: ['part'],
  gives: 'part',
  shares: new Map(),
  levels: new Map(),
  conserves: [],
  at: placeIn('product.bill.yaml'),
  places: new Map(),
};

test.each([
  ['[10]', {}, '[0,0]', '[10,10]'],
  ['[10]', { loses: '[2]' }, '[2,2]', '[8,8]'],
  ['[10]', { loses: '[2,3]' }, '[2,3]', '[7,8]'],
  ['[8,10]', { loses: '[1,9]' }, '[1,9]', '[0,9]'],
  ['[8,10]', { loses: '[1,)' }, '[1,)', '[0,9]'],
  ['[0,)', { loses: '[1]' }, '[1,1]', '[0,)'],
  ['[10]', { yield: '[4/5]' }, '[2,2]', '[8,8]'],
  ['[10]', { yield: '[1/2,4/5]' }, '[2,5]', '[5,8]'],
  ['[8,10]', { yield: '[1/2,3/4]' }, '[2,5]', '[3,8]'],
  ['[2,)', { yield: '[1/2]' }, '[2,)', '[0,)'],
])('of %s kg, with %o, %s kg leave and %s kg stay', (before, given, lost, left) => {
  const changes = Object.fromEntries(Object.entries(given).map(([key, text]) => [key, rangeOf(text)]));
  const { loss, findings } = lossOf({ ...process, ...changes }, rangeOf(before));
  expect([rangeText(loss), rangeText(leftOf(rangeOf(before), loss)), findings]).toEqual([lost, left, []]);
});

test('more than there is cannot leave', () => {
  const { findings } = lossOf({ ...process, loses: rangeOf('[11,12]') }, rangeOf('[8,10]'));
  expect(findings.map(({ code }) => code)).toEqual(['bill/mass-negative']);
});
