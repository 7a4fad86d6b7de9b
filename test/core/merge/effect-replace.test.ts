// Something unknown is taken out and something known is put in.

import { expect, test } from 'vitest';
import { make } from '../../support/effects.ts';

const pump = {
  mass: '4 kg',
  quantities: {
    'inputs.post-consumer-recycled': '50 %',
    'substances.svhc-content': '0.05 %',
    'production.energy': '40 MJ',
  },
  answers: {
    'inputs.no-pvc': 'false',
    'inputs.mono-material': 'true',
    'durability.reversible-connections': 'false',
  },
} as const;
const motor = {
  mass: '1 kg',
  quantities: { 'inputs.post-consumer-recycled': '0 %', 'substances.svhc-content': '0.01 %' },
  answers: { 'inputs.no-pvc': 'true', 'inputs.mono-material': 'true' },
} as const;
const repair = (more: string): string => `{ effect: replace, name: repair, takes: [pump, motor], ${more} }`;

test('of 4 kg with 2 kg recycled 1 kg comes out and 1 kg without any goes in: 1 to 2 of 4 kg', async () => {
  const { value } = await make({ pump, motor }, repair('removes: 1 kg'));
  expect(value('inputs.post-consumer-recycled')).toBe('[25 %, 50 %]');
  expect(value('mass')).toBe('4 kg');
  expect(value('production.energy')).toBe('[0 MJ, …)');
});

test('with 0 to 4 kg out, all that is not recycled may be gone, or all that is', async () => {
  const { value } = await make({ pump, motor }, repair('removes: 0..4 kg'));
  expect(value('inputs.post-consumer-recycled')).toBe('[0 %, 200/3 %]');
  expect(value('mass')).toBe('[1 kg, 5 kg]');
});

test('the richest article may be gone, and none becomes richer', async () => {
  const { value } = await make({ pump, motor }, repair('removes: 1 kg'));
  expect(value('substances.svhc-content')).toBe('[0.01 %, 0.05 %]');
});

test('what stood against an answer may be gone', async () => {
  const { answer, gaps } = await make({ pump, motor }, repair('removes: 1 kg'));
  expect(answer('inputs.no-pvc')).toBe('unknown');
  expect(gaps('inputs.no-pvc')).toEqual(['process repair']);
  const asserted = await make({ pump, motor }, repair('removes: 1 kg'), {
    'durability.reversible-connections': 'true',
  });
  expect(asserted.answer('durability.reversible-connections')).toBe('unknown');
});

test('where nothing is taken out, all of it stays', async () => {
  const { value, answer } = await make({ pump, motor }, repair('removes: 0 kg'));
  expect(answer('inputs.no-pvc')).toBe('false');
  expect(value('inputs.post-consumer-recycled')).toBe('40 %');
});

test.each([
  [
    'removes: 5 kg',
    'error[bill/mass-negative]: process `repair` removes more than `pump` weighs',
    'write at most 4 kg, or name the part that it is taken out of first in `takes`',
  ],
  [
    'levels: {}',
    'error[bill/process-parameter]: process `repair` lacks `removes`, which effect `replace` needs',
    'add `removes: 3 kg`',
  ],
  [
    'removes: 20 %',
    'error[read/bad-quantity]: `removes` is in `%`, where a mass is expected',
    'write it like `1.2 kg`, `40..60 g`',
  ],
  [
    'removes: -1 kg',
    'error[bill/mass-negative]: `removes` is `-1 kg`, which is negative',
    'write an amount of 0 or more',
  ],
])('%s is refused', async (more, message, help) => {
  const { exit, stderr } = await make({ pump, motor }, repair(more));
  expect(exit).toBe(1);
  expect(stderr).toContain(message);
  expect(stderr).toContain(help);
});
