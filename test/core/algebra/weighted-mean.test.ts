import { expect, test } from 'vitest';
import { weightedMean } from '../../../src/core/algebra/weighted-mean.ts';
import { closed, exactly, type Interval } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';

test.each([
  [
    'exact weights add amounts',
    [
      ['[1]', '[1/5,2/5]'],
      ['[3]', '[3/5,4/5]'],
    ],
    '[1/2,7/10]',
  ],
  [
    'an end is open where any line with weight is open there',
    [
      ['[1]', '(0,1/2]'],
      ['[1]', '[0,1/2)'],
    ],
    '(0,1/2)',
  ],
  [
    'an open end stays open beside a closed one',
    [
      ['[1]', '(0,1/2]'],
      ['[1]', '[1/4,1)'],
    ],
    '(1/8,3/4)',
  ],
  [
    'a line of no weight has no say',
    [
      ['[0]', '(0,1]'],
      ['[2]', '[1/4,1/2]'],
    ],
    '[1/4,1/2]',
  ],
  ['nothing has no mean', [['[0]', '[0,1]']], 'nothing'],
  [
    'an unknown weight leaves the hull',
    [
      ['[0,)', '[1/5]'],
      ['[1]', '(3/5,4/5]'],
    ],
    '[1/5,4/5]',
  ],
  [
    'two unknown weights leave the hull',
    [
      ['[0,)', '(1/5,2/5]'],
      ['[1,)', '[3/5,4/5)'],
    ],
    '(1/5,4/5)',
  ],
  [
    'ranges of weight reach their extremes at vertices',
    [
      ['[1,3]', '[0]'],
      ['[1,3]', '[1]'],
    ],
    '[1/4,3/4]',
  ],
  [
    'a weight that may be 0 may leave only the others',
    [
      ['[0,2]', '[0]'],
      ['[2]', '[1]'],
    ],
    '[1/2,1]',
  ],
  [
    'weights that may all be 0 still leave the hull',
    [
      ['[0,1]', '[1/4]'],
      ['[0,1]', '[3/4]'],
    ],
    '[1/4,3/4]',
  ],
  [
    'a closed end counts before an open one of the same size',
    [
      ['[0,1]', '(1/2,1]'],
      ['[0,1]', '[1/2,1]'],
    ],
    '[1/2,1]',
  ],
  [
    'upper ends likewise',
    [
      ['[0,1]', '[0,1/2)'],
      ['[0,1]', '[0,1/2]'],
    ],
    '[0,1/2]',
  ],
  [
    'three lines of which one is certain',
    [
      ['[1]', '[1/2]'],
      ['[0,1]', '[0]'],
      ['[0,2]', '[1]'],
    ],
    '[1/4,5/6]',
  ],
] as const)('%s', (_, lines, mean) => {
  const shares = lines.map(([weight, share]) => ({ weight: rangeOf(weight), share: rangeOf(share) }));
  expect(rangeText(weightedMean(shares))).toBe(mean);
  expect(rangeText(weightedMean([...shares].reverse()))).toBe(mean);
});

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
