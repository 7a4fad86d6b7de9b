// Mass balance by credits, and certificates without material.

import { expect, test } from 'vitest';
import { creditedShare } from '../../../src/core/algebra/credited-share.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';
import { make } from '../../support/effects.ts';

const polymer = {
  mass: '100 kg',
  quantities: { 'inputs.post-consumer-recycled': '10 %', 'inputs.renewable-material': '40 %' },
  answers: { 'inputs.no-pvc': 'true' },
} as const;
const attribute = (more: string): string => `{ effect: attribute, takes: [polymer], ${more} }`;
const shares = 'fuelShare: 20 %, lossShare: 5 %';

/** Of which nothing counts by mass balance or by a stricter model before. */
const primary = {
  ...polymer,
  quantities: { ...polymer.quantities, 'inputs.attributed-recycled': '0 %' },
};

test('of 60 kg eligible 75 % are left: 45 kg of 100 kg', async () => {
  const { value, answer } = await make({ polymer: primary }, attribute(`eligible: 60 kg, ${shares}`));
  expect(value('inputs.attributed-recycled')).toBe('45 %');
  expect(answer('inputs.attributed-recycled/25-50')).toBe('true');
});

test('what counted before by a stricter model may be there still, beside what is booked', async () => {
  const { value, restsOn, answer } = await make({ polymer }, attribute(`eligible: 60 kg, ${shares}`));
  expect(value('inputs.attributed-recycled')).toBe('[45 %, 100 %]');
  expect(answer('inputs.attributed-recycled/10-25')).toBe('false');
  expect(restsOn('inputs.attributed-recycled/10-25')).toEqual(['process attribute']);
});

test('what is physically recycled is not known afterwards, and all else stays', async () => {
  const { value, answer, gaps } = await make({ polymer }, attribute(`eligible: 60 kg, ${shares}`));
  expect(value('inputs.post-consumer-recycled')).toBe('[0 %, 100 %]');
  expect(gaps('inputs.post-consumer-recycled/0-10')).toEqual(['process attribute']);
  expect(value('inputs.renewable-material')).toBe('40 %');
  expect(answer('inputs.no-pvc')).toBe('true');
});

test.each([
  ['[60]', '[1/5]', '[1/20]', undefined, '[100]', '[9/20,9/20]'],
  ['[400]', '[1/5]', '[1/20]', undefined, '[100]', '[1,1]'],
  ['[400]', '[1/5]', '[1/20]', '[4/5]', '[100]', '[4/5,4/5]'],
  ['[60]', '[3/5]', '[1/2]', undefined, '[100]', '[0,0]'],
  ['[60]', '[0,1/5]', '[0]', undefined, '[100,120]', '[2/5,3/5]'],
  ['[60]', undefined, '[0]', undefined, '[100]', '[0,3/5]'],
  [undefined, '[0]', '[0]', undefined, '[100]', '[0,1]'],
  ['[60]', '[0]', '[0]', undefined, '[0,)', '[0,1]'],
])('%s kg, %s fuel, %s lost, at most %s, in %s kg: %s', (eligible, fuel, loss, cap, mass, share) => {
  const booking = {
    ...(eligible === undefined ? {} : { eligible: rangeOf(eligible) }),
    ...(fuel === undefined ? {} : { fuelShare: rangeOf(fuel) }),
    ...(loss === undefined ? {} : { lossShare: rangeOf(loss) }),
    ...(cap === undefined ? {} : { cap: rangeOf(cap) }),
  };
  expect(rangeText(creditedShare(booking, rangeOf(mass)))).toBe(share);
});

test.each([
  [
    'eligible: 60 kg, fuelShare: 70 %, lossShare: 40 %',
    '`fuelShare` and `lossShare` of process `attribute` are together more than the whole',
  ],
  [`${shares}`, 'process `attribute` lacks `eligible`, which effect `attribute` needs'],
  [`eligible: 60 MJ, ${shares}`, '`eligible` is in `MJ`, where a mass is expected'],
  [`eligible: 60 kg, ${shares}, cap: 120 %`, '`cap` is `120 %`, which is more than the whole'],
])('%s is refused', async (more, message) => {
  const { exit, stderr } = await make({ polymer }, attribute(more));
  expect([exit, stderr.includes(message), stderr]).toEqual([1, true, stderr]);
});

test('a certificate changes nothing', async () => {
  const { value, answer } = await make({ polymer }, '{ effect: retire-certificate, takes: [polymer] }');
  expect(value('inputs.post-consumer-recycled')).toBe('10 %');
  expect(value('inputs.attributed-recycled')).toBe('[0 %, 100 %]');
  expect(answer('inputs.no-pvc')).toBe('true');
});
