import { expect, test } from 'vitest';
import { meanAtFullSum } from '../../../src/core/composition/full-sum.ts';
import { hiddenBeside } from '../../../src/core/composition/whole.ts';
import { anyShare, closed, exactly, type Interval } from '../../../src/core/values/interval.ts';
import { rational } from '../../../src/core/values/rational.ts';
import { writeRange } from '../../../src/core/values/show.ts';

const percent = (lo: number, hi = lo): Interval => closed(rational(lo, 100), rational(hi, 100));
const shown = (range: Interval | undefined): string =>
  range === undefined ? 'impossible' : writeRange(range, 'share');

test('shares that must add up to the whole narrow the mean', () => {
  const half = [
    { share: percent(60, 70), value: percent(50) },
    { share: percent(30, 40), value: percent(50) },
  ];
  expect(shown(meanAtFullSum(half))).toBe('50 %');
  const mixed = [
    { share: percent(60, 70), value: percent(20, 30) },
    { share: percent(25, 30), value: percent(0) },
    { share: percent(5), value: percent(0, 100) },
  ];
  expect(shown(meanAtFullSum(mixed))).toBe('[13 %, 26 %]');
});

test('an end that no product reaches is left out', () => {
  const above: Interval = { ...percent(0, 20), loOpen: true };
  const parts = [
    { share: above, value: exactly(rational(1)) },
    { share: percent(50, 100), value: percent(0) },
  ];
  expect(shown(meanAtFullSum(parts))).toBe('(0 %, 20 %]');
  // Where another part can take its place the end is reached.
  const alike = [...parts, { share: percent(0, 20), value: exactly(rational(1)) }];
  expect(shown(meanAtFullSum(alike))).toBe('(0 %, 40 %]');
});

test.each([
  ['all there is', [percent(60, 70), percent(30, 40)], [], '0 %'],
  ['what is said', [percent(60, 70), percent(20, 30)], [percent(5)], '5 %'],
  ['the rest at the tops of all ranges', [percent(60, 70), percent(20)], [], '[10 %, 20 %]'],
  ['at least what is said', [percent(60, 70)], [percent(5, 10)], '[30 %, 40 %]'],
  ['nothing certain where an upper end is missing', [percent(95, 100)], [], '[0 %, 5 %]'],
  ['anything beside what is not known', [anyShare], [], '[0 %, 100 %]'],
  ['nothing beside the whole', [percent(100)], [], '0 %'],
  ['no way above the whole', [percent(80, 90)], [percent(25)], 'impossible'],
] as const)('what is hidden: %s', (_, parts, told, expected) => {
  expect(shown(hiddenBeside(parts, told))).toBe(expected);
});
