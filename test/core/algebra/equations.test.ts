import { expect, test } from 'vitest';
import { fixedBy } from '../../../src/core/algebra/equations.ts';
import type { LinearConstraint } from '../../../src/core/model/constraint.ts';
import { one, rational, zero } from '../../../src/core/values/rational.ts';

const plus = (quantity: string) => ({ quantity, factor: one });
const minus = (quantity: string) => ({ quantity, factor: rational(-1) });

const total = (whole: string, ...parts: readonly string[]): LinearConstraint => ({
  id: whole,
  kind: 'total',
  terms: [plus(whole), ...parts.map(minus)],
  relation: '=',
  bound: zero,
});
const partition = (...parts: readonly string[]): LinearConstraint => ({
  id: parts.join(),
  kind: 'partition',
  terms: parts.map(plus),
  relation: '=',
  bound: one,
});
const nested = (inner: string, outer: string): LinearConstraint => ({
  id: inner,
  kind: 'nested',
  terms: [plus(inner), minus(outer)],
  relation: '<=',
  bound: zero,
});

test('an equation with one quantity fixes it, and through it others', () => {
  expect([...fixedBy([partition('a')]).values]).toEqual([['a', one]]);
  const { values } = fixedBy([partition('a', 'b'), partition('a')]);
  expect(Object.fromEntries(values)).toEqual({ a: one, b: zero });
});

test('parts of nothing are nothing: a total that is its own part leaves the other parts 0', () => {
  const { values, equal } = fixedBy([total('a', 'a', 'b')]);
  expect(Object.fromEntries(values)).toEqual({ b: zero });
  expect(equal).toEqual([]);
});

test('each a part of the other is one, over any number of steps', () => {
  expect(fixedBy([nested('a', 'b'), nested('b', 'c'), nested('c', 'a')]).equal).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['b', 'c'],
  ]);
  expect(fixedBy([nested('a', 'b'), nested('b', 'c')]).equal).toEqual([]);
});

test('what is left open is told as nothing', () => {
  expect(fixedBy([]).values.size).toBe(0);
  expect(fixedBy([total('t', 'a', 'b'), partition('a', 'b', 'c')]).values.size).toBe(0);
});
