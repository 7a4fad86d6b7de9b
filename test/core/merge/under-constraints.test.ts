import { expect, test } from 'vitest';
import { type Constraints, remember } from '../../../src/core/merge/under-constraints.ts';
import type { Constraint } from '../../../src/core/model/constraint.ts';
import { atMost, nested, partition, total } from '../../samples/small-catalogue.ts';

const [first, second, third, fourth]: readonly Constraint[] = [atMost, nested, partition, total];
const some = (...each: readonly (Constraint | undefined)[]): Constraints =>
  new Set(each.filter((constraint) => constraint !== undefined));

/** What was worked out, for what was asked. */
function worked(used: Constraints, asked: readonly Constraints[]): readonly number[] {
  let count = 0;
  const follow = remember((given) => {
    count++;
    return { follows: given, used };
  });
  return asked.map((given) => {
    follow(given);
    return count;
  });
}

test('what had no part in it may be there or not', () => {
  const all = some(first, second, third);
  const asked = [all, some(first, second), some(third, first), some(first), all];
  expect(worked(some(first), asked)).toEqual([1, 1, 1, 1, 1]);
});

test('without something that had a part in it, or with something new, it is worked out again', () => {
  const asked = [some(first, second), some(second), some(first, second, fourth), some(second)];
  expect(worked(some(first), asked)).toEqual([1, 2, 3, 4]);
});
