// What the shipped catalogue does not let stand side by side, as the check of one sheet sees it.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claimsOf } from '../../src/core/algebra/claims.ts';
import { interpret } from '../../src/core/algebra/interpret.ts';
import { truthIn } from '../../src/core/algebra/knowledge.ts';
import { coreCatalogue, readFixtureCatalogue, readSheetText } from '../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));

const readingOf = (
  answers: Readonly<Record<string, unknown>>,
  quantities: Readonly<Record<string, string>>,
) => {
  const sheet = readSheetText(
    JSON.stringify({
      loopsheet: 'sheet/1',
      catalogue: 'circularity-core/2026.1',
      id: 'x',
      revision: 1,
      issued: '2026-05-04',
      product: { name: 'x', level: 'product' },
      maker: { name: 'x' },
      answers,
      quantities,
    }),
    catalogue,
  );
  return interpret(catalogue, claimsOf(catalogue, sheet));
};

test.each<[string, Record<string, unknown>, Record<string, string>]>([
  [
    'reversible connections and a permanent joint',
    { 'durability.reversible-connections': true },
    { 'durability.fastener-class': 'permanent' },
  ],
  ['compostable and PVC', { 'end-of-use.industrially-compostable': true, 'inputs.no-pvc': false }, {}],
  ['compostable at home and PVC', { 'end-of-use.home-compostable': true, 'inputs.contains-pvc': true }, {}],
  [
    'a replaceable battery and none',
    { 'durability.battery-replaceable': true, 'product.no-battery': true },
    {},
  ],
  [
    'a replaceable battery and nothing electrical',
    { 'durability.battery-replaceable': true, 'product.no-electrics': true },
    {},
  ],
  [
    'software and nothing electrical',
    { 'product.no-electrics': true },
    { 'durability.software-update-years': '7 years' },
  ],
  [
    'free take-back and none',
    { 'end-of-use.take-back-free': true, 'end-of-use.take-back-offered': false },
    {},
  ],
  [
    'attributed and kept apart',
    { 'inputs.recycled-is-attributed': true, 'inputs.recycled-kept-apart': true },
    {},
  ],
  [
    'a closed loop beyond the total',
    { 'inputs.closed-loop-recycled': '50-75', 'inputs.total-recycled': '10-25' },
    {},
  ],
  [
    'classes of origin beyond the whole',
    {
      'inputs.primary-material': '50-75',
      'inputs.reused-components': '25-50',
      'inputs.total-recycled': '25-50',
    },
    {},
  ],
  [
    'a share of critical raw materials and none',
    { 'inputs.critical-raw-materials': '10-25', 'inputs.contains-critical-raw-material': false },
    {},
  ],
  [
    'one material and not nearly one',
    { 'inputs.mono-material': true, 'inputs.nearly-mono-material': false },
    {},
  ],
])('%s contradict each other', (_, answers, quantities) => {
  const told = [...Object.keys(answers), ...Object.keys(quantities)];
  const [conflict] = readingOf(answers, quantities).conflicts;
  expect(conflict?.claims.map((claim) => claim.key.replace(/^quantity:|\/[^/]*$/g, '')).sort()).toEqual(
    told.sort(),
  );
});

test('what was repaired, refurbished and taken back before can be', () => {
  const { knowledge } = readingOf(
    {
      'durability.repair-offered': true,
      'durability.refurbishment-offered': true,
      'end-of-use.remanufacturing-offered': true,
      'end-of-use.take-back-free': true,
    },
    {},
  );
  const follows = [
    'durability.repairable',
    'durability.refurbishable',
    'end-of-use.remanufacturable',
    'end-of-use.take-back-offered',
  ];
  expect(follows.map((id) => truthIn(knowledge, catalogue, id))).toEqual(['true', 'true', 'true', 'true']);
});
