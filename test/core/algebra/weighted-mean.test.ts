import { expect, test } from 'vitest';
import { weightedMean } from '../../../src/core/algebra/weighted-mean.ts';
import { closed, exactly, type Interval } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';

const number = (n: number, d = 1) => rational(n, d);
const line = (weight: Interval, share: Interval) => ({ weight, share });

test('an end is taken over all weights, and is open only where the shares that reach it are', () => {
  const open: Interval = { lo: number(1, 4), loOpen: true, hi: number(1, 2), hiOpen: false };
  expect(
    weightedMean([
      line(closed(number(1), number(3)), open),
      line(closed(number(0), number(2)), exactly(number(0))),
    ]),
  ).toEqual({ lo: number(1, 12), loOpen: true, hi: number(1, 2), hiOpen: false });
});

test('where nothing need weigh anything, the ends are those of the shares', () => {
  const weight = closed(number(0), number(1));
  expect(weightedMean([line(weight, exactly(number(1, 4))), line(weight, exactly(number(3, 4)))])).toEqual(
    closed(number(1, 4), number(3, 4)),
  );
});

test('of many ranges each is weighed a few times, and not once per vertex', () => {
  let read = 0;
  const least = {
    d: 1n,
    get n() {
      read += 1;
      return 1n;
    },
  };
  const lines = Array.from({ length: 2000 }, (_, index) =>
    line({ ...closed(number(1), number(2)), lo: least }, exactly(number(index, 2000))),
  );
  // The 828 smallest weigh twice as much as the others.
  expect(weightedMean(lines)?.lo).toEqual(number(1_170_689, 2_828_000));
  expect(read / lines.length).toBeLessThan(50);
});
