import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findEntry } from '../../../src/render/catalogue/show.ts';
import { coreCatalogue, readFixtureCatalogue } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));
const factsOf = (id: string) => new Map(findEntry(catalogue, id)?.facts ?? []);

test('of a loss and a yield one is needed', () => {
  expect(factsOf('loss-selective').get('needs')).toBe('`loses` or `yield`');
});

test('every kind of rule has plain words before its name', () => {
  for (const id of catalogue.effects.keys()) {
    for (const line of factsOf(id).get('does')?.split('\n') ?? []) {
      // A row of a single quantity is named by its id.
      if (/^`[a-z0-9.-]+`: \S/.test(line)) continue;
      expect(line).toMatch(/^[a-z][a-z' ]+(, weighed by `[^`]+`)? \([a-z-]+\): \S/);
      expect(line).not.toMatch(/^([a-z-]+) \(\1\)/);
    }
  }
});

test('a band is named by a word in the sentence of its group', () => {
  expect(findEntry(catalogue, 'inputs.post-consumer-recycled')?.text).toBe(
    "Of the product's mass, (band) is post-consumer recycled material.",
  );
});

test('FALSE is said to be a fact where it is one', () => {
  expect(factsOf('inputs.no-pvc').get('false means')).toBe(
    'FALSE is a statement of fact: the opposite holds; it does not mean "not shown"',
  );
});

test('of one material but for a rest it is told what the rest is of', () => {
  expect(factsOf('inputs.nearly-mono-material').get('follows')).toContain(
    'True when everything that may be another material, by `inputs.main-material`, is at most 5 % of the mass of the product.',
  );
  expect(factsOf('inputs.mono-material').get('follows')).toContain(
    'True when `inputs.main-material` is the same in every part.',
  );
});
