// What a bill leaves open about an input: pieces, optional parts, several sources; and what is wrong about it.

import { expect, test } from 'vitest';
import { anyAmount, closed, exactly } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { billText, readBillText } from '../../samples/read.ts';

const read = (inputs: string) => readBillText(billText(`inputs:\n  ${inputs}\n`));

test('pieces weigh their number times the mass of one', () => {
  const { value, lines } = read(`a: { sheet: a.yaml, count: 12, massEach: 2 g }
  b: { sheet: b.yaml, count: 10..12, massEach: 1..2 g }
  c: { sheet: c.yaml, count: 3 }
  d: { sheet: d.yaml, count: 3, massEach: unknown }`);
  expect(lines).toEqual([]);
  expect(value?.inputs.map(({ count, mass }) => ({ count, mass }))).toEqual([
    { count: exactly(rational(12)), mass: exactly(rational(24, 1000)) },
    { count: closed(rational(10), rational(12)), mass: closed(rational(10, 1000), rational(24, 1000)) },
    { count: exactly(rational(3)), mass: undefined },
    { count: exactly(rational(3)), mass: anyAmount },
  ]);
});

test('each source of a line is an input of its own', () => {
  const { value, lines } =
    read(`label: { mass: 40 g, optional: true, anyOf: [{ sheet: a.yaml }, { bill: b.yaml }] }
  film: { mass: 100 g, anyOf: [{ sheet: c.yaml, share: 60 % }, { sheet: none, share: 30..50 % }] }`);
  expect(lines).toEqual([]);
  const whole = exactly(rational(40, 1000));
  const film = exactly(rational(1, 10));
  expect(
    value?.inputs.map(({ name, origin, mass, optional, choice }) => ({
      name,
      origin,
      mass,
      optional,
      choice,
    })),
  ).toEqual([
    {
      name: 'label/1',
      origin: { kind: 'sheet', reference: 'a.yaml' },
      mass: whole,
      optional: true,
      choice: { part: 'label', mass: whole, isShared: false },
    },
    {
      name: 'label/2',
      origin: { kind: 'bill', reference: 'b.yaml' },
      mass: whole,
      optional: true,
      choice: { part: 'label', mass: whole, isShared: false },
    },
    {
      name: 'film/1',
      origin: { kind: 'sheet', reference: 'c.yaml' },
      mass: exactly(rational(60, 1000)),
      optional: undefined,
      choice: { part: 'film', mass: film, isShared: true },
    },
    {
      name: 'film/2',
      origin: { kind: 'none' },
      mass: exactly(rational(40, 1000)),
      optional: undefined,
      choice: { part: 'film', mass: film, isShared: true },
    },
  ]);
});

test.each([
  ['a: { sheet: none, count: 0, massEach: 2 g }', 'the count of `a` is `0`: nothing of it goes in'],
  [
    'a: { sheet: none, count: 0..2, massEach: 2 g }',
    'the count of `a` is `0..2`: whether any goes in is said by `optional: true`, and a count begins at 1',
  ],
  ['a: { sheet: none, count: 0..0, massEach: 2 g }', 'the count of `a` is `0..0`: nothing of it goes in'],
  ['a: { sheet: none, count: 2.5, massEach: 2 g }', 'the count of `a` is `2.5`: pieces are whole'],
  ['a: { sheet: none, count: 1/2, massEach: 2 g }', 'the count of `a` is `1/2`: pieces are whole'],
  [
    'a: { sheet: none, count: -3, massEach: 2 g }',
    'the count of `a` is `-3`: pieces cannot be fewer than none',
  ],
  [
    'a: { sheet: none, count: 12..10, massEach: 2 g }',
    'the count of `a` is `12..10`: the lower end comes first',
  ],
  [
    'a: { sheet: none, count: a dozen, massEach: 2 g }',
    'the count of `a` is `a dozen`: a count is a whole number of pieces',
  ],
])('%s: not a count', (written, message) => {
  const { findings } = read(written);
  expect(findings.map((found) => [found.code, found.message, found.help[0]])).toEqual([
    [
      'read/bad-quantity',
      message,
      'write a whole number such as `count: 12`, or a range such as `count: 10..12`',
    ],
  ]);
});

test.each([
  [
    'a: { sheet: none, count: 3, mass: 2 g }',
    'read/wrong-value: input `a` states both a count and the mass of the whole line',
  ],
  [
    'a: { sheet: none, count: 3, mass: 6 g, massEach: 2 g }',
    'read/wrong-value: input `a` states the mass of one piece and of the whole line',
  ],
  [
    'a: { sheet: none, massEach: 2 g }',
    'read/missing-key: input `a` says what one piece weighs, but not how many go in',
  ],
  [
    'a: { sheet: none, count: 3, massEach: -2 g }',
    'bill/mass-negative: the mass of one `a` is `-2 g`, which is negative',
  ],
  [
    'a: { sheet: none, mass: 2 g, contained: false, optional: true }',
    'read/wrong-value: input `a` is optional, but never in the product',
  ],
  [
    'a: { sheet: b.yaml, mass: 2 g, anyOf: [{ sheet: c.yaml }, { sheet: d.yaml }] }',
    'read/wrong-value: input `a` names a sheet beside its alternatives',
  ],
  [
    'a: { count: 3, anyOf: [{ sheet: c.yaml }, { sheet: d.yaml }] }',
    'bill/mass-missing: input `a` is counted, but does not say what one weighs',
  ],
  [
    'a: { mass: 2 g, anyOf: [{ sheet: c.yaml }, { sheet: c.yaml }] }',
    'read/wrong-value: `c.yaml` is named as an alternative to itself',
  ],
  [
    'a: { mass: 2 g, anyOf: [{ sheet: c.yaml }, {}] }',
    'read/missing-key: input `a/2` names neither a sheet nor a bill',
  ],
  [
    'a: { mass: 2 g, anyOf: [{ sheet: c.yaml, share: 60 % }, { sheet: d.yaml }] }',
    'read/missing-key: alternative `a/2` has no share, but others of `a` have',
  ],
  [
    'a: { mass: 2 g, anyOf: [{ sheet: c.yaml, share: 60 % }, { sheet: d.yaml, share: 30 % }] }',
    'read/wrong-value: the shares of `a` add up to 90 %, not to 100 %',
  ],
  [
    'a: { mass: 2 g, anyOf: [{ sheet: c.yaml, share: 100 % }, { sheet: d.yaml, share: 0 % }] }',
    'read/bad-quantity: the share of `a/2` is nothing, so it is no alternative',
  ],
])('%s', (written, expected) => {
  const { findings } = read(written);
  expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([expected]);
  expect(findings.every(({ help }) => help.length > 0)).toBe(true);
});

test('an input cannot have the name that an alternative goes by', () => {
  const { findings } = read(`a: { mass: 2 g, anyOf: [{ sheet: c.yaml }, { sheet: d.yaml }] }
  a/2: { sheet: e.yaml, mass: 1 g }`);
  expect(findings.map(({ message }) => message)).toEqual([
    'an alternative and an input are both called `a/2`',
  ]);
});
