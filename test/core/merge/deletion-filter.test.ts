import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallestFailing } from '../../../src/core/algebra/conflict.ts';
import { dropNeedless } from '../../../src/core/merge/deletion-filter.ts';

/** All of `all` laid; it suffices while any one of the sets is laid in full. */
function benchOf(all: readonly number[], sets: readonly (readonly number[])[], mostTries = Infinity) {
  const laid = new Set(all);
  const tries = { count: 0 };
  const bench = {
    lift: (some: readonly number[]) => {
      for (const each of some) laid.delete(each);
    },
    layBack: (some: readonly number[]) => {
      for (const each of some) laid.add(each);
    },
    suffices: () => {
      tries.count += 1;
      return sets.some((set) => set.every((each) => laid.has(each)));
    },
    isTired: () => tries.count >= mostTries,
  };
  return { bench, laid, tries };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const sets = fc.array(fc.uniqueArray(fc.nat(30), { maxLength: 6 }), { minLength: 1, maxLength: 4 });

test('what is kept is what the filter on whole sets keeps, and is what is laid in the end', () => {
  fc.assert(
    fc.property(sets, (some) => {
      const { bench, laid } = benchOf(upTo(31), some);
      const { kept, minimal } = dropNeedless(upTo(31), bench);
      const whole = smallestFailing(upTo(31), (few) =>
        some.some((set) => set.every((each) => few.includes(each))),
      );
      expect({ kept, minimal, laid: [...laid].toSorted((a, b) => a - b) }).toEqual({
        kept: whole,
        minimal: true,
        laid: whole,
      });
    }),
  );
});

test('a search that tires keeps enough, and says that it may be more than is needed', () => {
  fc.assert(
    fc.property(sets, fc.nat(8), (some, most) => {
      const { bench } = benchOf(upTo(31), some, most);
      const { kept, minimal } = dropNeedless(upTo(31), bench);
      expect(some.some((set) => set.every((each) => kept.includes(each)))).toBe(true);
      if (minimal) expect(kept.length).toBeLessThanOrEqual(6);
    }),
  );
  const { bench } = benchOf(upTo(31), [[20]], 1);
  expect(dropNeedless(upTo(31), bench)).toEqual({ kept: upTo(31).slice(15), minimal: false });
});
