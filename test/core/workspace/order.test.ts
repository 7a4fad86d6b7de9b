// What must come before what, and what never can.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderByNeed } from '../../../src/core/workspace/order.ts';

const order = (needs: Readonly<Record<string, readonly string[]>>) =>
  orderByNeed(new Map(Object.entries(needs)));

test('each comes after what it needs, and equals by name', () => {
  expect(order({ cell: ['anode', 'cathode'], cathode: [], anode: ['foil'], foil: [] })).toEqual({
    ordered: ['cathode', 'foil', 'anode', 'cell'],
    cycles: [],
  });
});

test('what is needed twice or is no name itself does not count', () => {
  expect(order({ cell: ['foil', 'foil', 'sheet.yaml'], foil: [] })).toEqual({
    ordered: ['foil', 'cell'],
    cycles: [],
  });
});

test('a way round is told once, from its first name, and what needs it has no place', () => {
  expect(order({ rod: [], wire: ['coat', 'rod'], coat: ['paint'], paint: ['wire'], plug: ['wire'] })).toEqual(
    {
      ordered: ['rod'],
      cycles: [['coat', 'paint', 'wire']],
    },
  );
  expect(order({ wire: ['wire'] })).toEqual({ ordered: [], cycles: [['wire']] });
});

test('two ways round are both told', () => {
  expect(order({ a: ['b'], b: ['a'], c: ['d'], d: ['c'], e: ['a', 'c'] }).cycles).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('of any needs, what is ordered stands after what it needs, and the rest leads into a way round', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const needs = fc.dictionary(fc.constantFrom(...names), fc.subarray(names), { noNullPrototype: true });
  fc.assert(
    fc.property(needs, (given) => {
      const { ordered, cycles } = order(given);
      for (const [index, name] of ordered.entries())
        for (const needed of given[name] ?? [])
          if (needed in given) expect(ordered.slice(0, index)).toContain(needed);
      const left = Object.keys(given).filter((name) => !ordered.includes(name));
      expect(cycles.length > 0).toBe(left.length > 0);
      for (const round of cycles)
        for (const [index, name] of round.entries())
          expect(given[name]).toContain(round[(index + 1) % round.length]);
    }),
  );
});
