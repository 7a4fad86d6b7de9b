// Shares after an unknown part was taken out and others were put in, worked by hand.

import { expect, test } from 'vitest';
import { replacedShare } from '../../../src/core/algebra/replaced-share.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';

const after = (whole: string, share: string, loss: string, ...added: readonly string[]): string => {
  const put = added.map((each) => {
    const [weight = '', of = ''] = each.split(' of ');
    return { weight: rangeOf(weight), share: rangeOf(of) };
  });
  return rangeText(replacedShare({ weight: rangeOf(whole), share: rangeOf(share) }, rangeOf(loss), put));
};

test.each([
  // 4 kg with 2 kg counted, 1 kg out: 1 or 2 of the 3 kg left; 1 kg without any put in: of 4.
  ['[4]', '[1/2]', '[1]', '[1] of [0]', '[1/4,1/2]'],
  // The 3 kg out are at most 2 kg counted, and at most 2 kg not counted: 0 or 1 of the 1 kg left.
  ['[4]', '[1/2]', '[3]', '[1] of [1]', '[1/2,1]'],
  // All of it out: what was put in is left.
  ['[4]', '[1/2]', '[4]', '[1] of [1/5]', '[1/5,1/5]'],
  ['[4]', '[1/2]', '[0]', '[4] of [1]', '[3/4,3/4]'],
  // Between the ends of the loss: 2 kg out, none of them counted, leave 2 of 3 kg; at the ends it is 2 of 5 and 0 of 1.
  ['[4]', '[1/2]', '[0,4]', '[1] of [0]', '[0,2/3]'],
  // 2 of 4 kg out leave at least 0 of 2 kg, then 1 kg counted is added: 1/3; without loss (2 + 1) / 5.
  ['[4]', '[1/2]', '[0,4]', '[1] of [1]', '[1/3,1]'],
  // A range of what is put in: 1 to 3 kg without any, after 1 kg of 4 with a half.
  ['[4]', '[1/2]', '[1]', '[1,3] of [0]', '[1/6,1/2]'],
  // Both in motion: 3 kg with 1.5 less 2 leave 0 of 1 kg; 4 kg with 2 less 2, not counted, leave 2 of 2 kg.
  ['[3,4]', '[1/2]', '[2]', '[1] of [0]', '[0,2/3]'],
  ['[4]', '(1/4,1/2)', '[1]', '[1] of [0]', '(0,1/2)'],
  ['[4]', '(1/2,1]', '[1]', '', '(1/3,1]'],
  ['[4,)', '[1/2]', '[1]', '[1] of [1/2]', '[1/3,2/3]'],
  ['[0,)', '[1/2]', '[1]', '[1] of [1/2]', '[0,1]'],
  ['[4]', '[1/2]', '[0,)', '[1] of [1/2]', '[0,1]'],
])('of %s kg with %s, %s kg out and %s in: %s', (whole, share, loss, added, expected) => {
  expect(after(whole, share, loss, ...(added === '' ? [] : [added]))).toBe(expected);
});

test('what is all gone with nothing in its place has no share', () => {
  expect(replacedShare({ weight: rangeOf('[4]'), share: rangeOf('[1/2]') }, rangeOf('[4]'), [])).toBe(
    undefined,
  );
});
