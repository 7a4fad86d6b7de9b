import { expect, test } from 'vitest';
import { weightedMean } from '../../../src/core/algebra/weighted-mean.ts';
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
