import { expect, test } from 'vitest';
import { absenceOf } from '../../../src/core/model/absence.ts';
import { readCatalogueText } from '../../samples/read.ts';

const list = 'list: { id: reach, version: "1" }';
const common = 'section: s, title: T, text: X., guidance: G., level: product';
const { value: catalogue, lines } = readCatalogueText(`loopsheet: catalogue/1
id: lists
version: "1"
title: Lists
note: For tests.
sections: [{ id: s, number: 1, title: S }]
quantities:
  content: { title: Content, unit: "%", rule: { kind: conc-article } }
groups: {}
statements:
  none: { ${common}, rule: { kind: all }, ${list} }
  some: { ${common}, rule: { kind: any }, ${list} }
  little: { ${common}, rule: { kind: derived, quantity: content, atMost: 0.1 % }, ${list} }
  much: { ${common}, rule: { kind: derived, quantity: content, moreThan: 0.1 % }, ${list} }
  traces: { ${common}, rule: { kind: derived, quantity: content, moreThan: 0 % }, ${list} }
  not-none: { ${common}, rule: { kind: derived, not: none }, ${list} }
  not-some: { ${common}, rule: { kind: derived, not: some }, ${list} }
  unclaimed: { ${common}, rule: { kind: any }, falseMeans: not-claimed, ${list} }
  own: { ${common}, rule: { kind: own }, ${list} }
  unlisted: { ${common}, rule: { kind: all } }
constraints: []
effects: {}
`);

test.each([
  ['none', 'true'],
  ['some', 'false'],
  ['little', 'true'],
  ['much', 'false'],
  ['traces', 'false'],
  ['not-none', 'false'],
  ['not-some', 'true'],
  ['unclaimed', undefined],
  ['own', undefined],
  ['unlisted', undefined],
])('of `%s` the absence is claimed by %s', (id, expected) => {
  const statement = catalogue?.statements.get(id);
  if (statement === undefined || catalogue === undefined) throw new Error(lines.join('\n'));
  expect(absenceOf(statement, catalogue)).toBe(expected);
});
