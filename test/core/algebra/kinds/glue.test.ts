import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Concentration, concArticle } from '../../../../src/core/algebra/kinds/concentration.ts';
import { exactly, intersect } from '../../../../src/core/values/interval.ts';
import { rational } from '../../../../src/core/values/rational.ts';
import { rangeOf } from '../../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

const article = subjectOf('svhc', { kind: 'conc-article' } as const);

test('glue holds no more than it is said to hold, whichever pieces of the parts it joins', () => {
  const piece = fc.integer({ min: 1, max: 20 });
  const part = fc.array(piece, { minLength: 1, maxLength: 3 });
  const parts = fc.array(fc.tuple(part, fc.array(fc.boolean())), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, piece, fc.integer({ min: 0, max: 100 }), (given, glue, content) => {
      const sumOf = (masses: readonly number[]): number => masses.reduce((sum, mass) => sum + mass, 0);
      // At least one piece of each part is joined, and of a single article all of it.
      const joined = given.map(([masses, chosen]) =>
        sumOf(masses.filter((_, index) => index === 0 || chosen[index] === true)),
      );
      const clean = { highest: rangeOf('[0]'), form: 'articles' } as const;
      const lines = [
        ...given.map(([masses]) =>
          lineOf<Concentration>({ ...clean, isOneBody: masses.length === 1 }, `[${sumOf(masses)}]`),
        ),
        lineOf<Concentration>({ highest: rangeOf(`[${content}/100]`), form: 'mixture' }, `[${glue}]`, true),
      ];
      const highest = concArticle.behaviours.pool?.(stepOf(lines), article).highest;
      const real = rational(content * glue, 100 * (glue + sumOf(joined)));
      expect(highest !== undefined && intersect(highest, exactly(real)) !== undefined).toBe(true);
    }),
  );
});
