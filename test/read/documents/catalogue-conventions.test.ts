// What is read of conventions in a catalogue, and what is wrong with them.

import { expect, test } from 'vitest';

import { readCatalogueText } from '../../samples/read.ts';

const read = (conventions: string) =>
  readCatalogueText(
    `loopsheet: catalogue/1
id: house
version: "1"
title: T
note: N
sections: [{ id: inputs, number: 1, title: Inputs }]
ladders: { share: { bands: ["0", "0-50", "50-100"] } }
scales: { skill: [expert, layman] }
quantities:
  inputs.spare: { title: Spare, unit: "%", rule: { kind: fraction, weight: mass, custody: physical } }
  inputs.skill: { title: Skill, scale: skill, rule: { kind: min-level } }
  inputs.site: { title: Site, unit: "%", rule: { kind: own } }
groups: {}
statements: {}
conventions:
  ${conventions}`,
  );

const wrongIn = (settles: string, rest = '') =>
  read(`new: { title: T, text: X, settles: ${settles}${rest} }`).findings.map(({ code, message }) => [
    code,
    message,
  ]);

test('figures and what they are part of', () => {
  const { value, findings } = read(
    'new: { title: T, text: X, settles: { inputs.spare: 0 % }, unlessTold: [inputs.site] }',
  );
  expect(findings).toEqual([]);
  expect(value?.conventions.get('new')).toEqual({
    id: 'new',
    title: 'T',
    text: 'X',
    settles: new Map([['inputs.spare', { n: 0n, d: 1n }]]),
    unlessTold: ['inputs.site'],
    references: [],
  });
});

test.each<[settles: string, code: string, message: string]>([
  ['{}', 'catalogue/bad-rule', '`new` settles nothing'],
  ['{ inputs.spares: 0 % }', 'catalogue/unknown-name', 'quantity `inputs.spares` is not in the catalogue'],
  ['{ inputs.spare: 0..5 % }', 'catalogue/bad-rule', '`0..5 %` is no single figure'],
  [
    '{ inputs.skill: layman }',
    'catalogue/bad-rule',
    '`inputs.skill` is no number, so no convention settles it',
  ],
  [
    '{ inputs.site: 0 % }',
    'catalogue/bad-rule',
    '`inputs.site` does not follow from inputs, so no convention settles it',
  ],
])('settles: %s', (settles, code, message) => {
  expect(wrongIn(settles)).toEqual([[code, message]]);
});

test('what is named under `unlessTold` is known', () => {
  expect(wrongIn('{ inputs.spare: 0 % }', ', unlessTold: [inputs.spares]')).toEqual([
    ['catalogue/unknown-name', 'quantity `inputs.spares` is not in the catalogue'],
  ]);
});
