import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameValue } from '../../../../src/core/algebra/kinds/same-value.ts';
import { anyShare } from '../../../../src/core/values/interval.ts';
import { anyNames } from '../../../../src/core/values/name-set.ts';
import { rational } from '../../../../src/core/values/rational.ts';
import type { Truth } from '../../../../src/core/values/truth.ts';
import { rangeOf } from '../../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

const TOLERANCE = 10;
const nearly = {
  ...subjectOf('nearly', {
    kind: 'same-value',
    of: 'material',
    tolerance: rational(TOLERANCE, 100),
  } as const),
  stricter: [{ id: 'wholly', tolerance: rational(0) }],
};

/** What a part is made of, in grams, and which of the three things about it its sheet tells. */
interface Part {
  readonly grams: readonly [steel: number, copper: number, felt: number];
  readonly tells: { readonly nearly: boolean; readonly wholly: boolean; readonly name: boolean };
}

const materials = ['steel', 'copper', 'felt'] as const;
const massOf = (grams: readonly number[]): number => grams.reduce((sum, each) => sum + each, 0);
const isOne = (grams: readonly number[], tolerance: number): boolean =>
  Math.max(...grams) * 100 >= massOf(grams) * (100 - tolerance);

/** The part as its sheet tells it: never anything but the truth. */
function lineFor({ grams, tells }: Part, index: number) {
  const told = (isTold: boolean, is: boolean): Truth => (isTold ? (is ? 'true' : 'false') : 'unknown');
  // Who is one material all through is so nearly: the catalogue has a constraint that says it.
  const wholly = told(tells.wholly, isOne(grams, 0));
  const truths: Readonly<Record<string, Truth>> = {
    wholly,
    nearly: wholly === 'true' ? 'true' : told(tells.nearly, isOne(grams, TOLERANCE)),
  };
  const name = materials[grams.indexOf(Math.max(...grams))] ?? '';
  const value = sameValue.read(
    {
      line: `part ${index}`,
      product: `part ${index}`,
      level: 'component',
      isMade: false,
      isOne: true,
      mass: rangeOf(`[${massOf(grams)}]`),
      units: undefined,
      region: () => [anyShare],
      truth: (statement) => truths[statement] ?? 'unknown',
      names: () => anyNames({ names: [], closed: false }),
      name: () => (tells.name ? { name, listed: name !== 'felt' } : undefined),
      isInapplicable: () => false,
      custody: () => undefined,
    },
    nearly,
  );
  return lineOf(value, `[${massOf(grams)}]`);
}

const isNearly = (parts: readonly Part[]): Truth => {
  const known = sameValue.known(sameValue.combine(parts.map(lineFor), nearly), nearly);
  return known.kind === 'truth' ? known.truth : 'unknown';
};

const everything = { nearly: true, wholly: true, name: true };
const steelAnd = (steel: number, copper: number): readonly Part[] => [
  { grams: [steel, 0, 0], tells: everything },
  { grams: [0, copper, 0], tells: everything },
];

test.each([
  [1820, 180, 'true'],
  [1800, 200, 'true'],
  [1799, 201, 'false'],
] as const)('%d g of steel and %d g of copper, each all through: %s', (steel, copper, truth) => {
  expect(isNearly(steelAnd(steel, copper))).toBe(truth);
});

test('parts that are only nearly of one material may hold more of anything else', () => {
  const [steel, copper] = steelAnd(1820, 180).map(({ grams }) => ({
    grams,
    tells: { ...everything, wholly: false },
  }));
  expect(isNearly([steel, copper].filter((part) => part !== undefined))).toBe('unknown');
});

test('a little of another material melted in may make all of it, or a part, another one', () => {
  const lines = steelAnd(1820, 180).map(lineFor);
  const melted = sameValue.behaviours.blend?.(stepOf(lines), nearly);
  expect(melted?.single).toBe('unknown');
});

test('whatever parts are made of and tell of it, what follows is so', () => {
  const gram = fc.oneof(fc.constant(0), fc.nat(20), fc.nat(200));
  const part: fc.Arbitrary<Part> = fc.record({
    grams: fc.oneof(
      fc.tuple(gram, gram, gram),
      fc.tuple(gram, fc.constant(0), fc.constant(0)),
      fc.tuple(fc.constant(0), gram, fc.constant(0)),
      fc.tuple(fc.constant(0), fc.constant(0), gram),
    ),
    tells: fc.record({ nearly: fc.boolean(), wholly: fc.boolean(), name: fc.boolean() }),
  });
  const parts = fc.array(
    part.filter(({ grams }) => massOf(grams) > 0),
    { minLength: 1, maxLength: 4 },
  );
  const decided = { true: 0, false: 0, unknown: 0 };
  fc.assert(
    fc.property(parts, (all) => {
      const truth = isNearly(all);
      decided[truth] += 1;
      const grams = materials.map((_, index) => massOf(all.map((each) => each.grams[index] ?? 0)));
      return truth === 'unknown' || truth === String(isOne(grams, TOLERANCE));
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(decided.true, decided.false)).toBeGreaterThan(0);
});
