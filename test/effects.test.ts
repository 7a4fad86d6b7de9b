// docs/effects says what the catalogue says; `npm run generate` writes it anew. What its commands print is compared by the
// test of the documentation.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExamples } from '../scripts/pages/effect-examples.ts';
import { effectPages, NOT_RUN, withoutOutputs } from '../scripts/pages/effect-pages.ts';
import { root } from './setup/run.ts';
import { coreCatalogue, readFixtureCatalogue } from './support/merged.ts';

const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const catalogue = readFixtureCatalogue(read(coreCatalogue));
const examples = readExamples(join(root, 'fixtures', 'effects'));
const pages = effectPages(catalogue, examples);

test('there is a page for every effect, and no other, and every effect has an example', () => {
  expect(readdirSync(join(root, 'docs', 'effects')).sort()).toEqual(pages.map(({ file }) => file).sort());
  expect([...examples.keys()].sort()).toEqual([...catalogue.effects.keys()].sort());
});

test.each(pages)('$file is what the catalogue says (else: npm run generate)', ({ file, text }) => {
  const page = read('docs', 'effects', file);
  expect(withoutOutputs(page)).toBe(withoutOutputs(text));
  expect(page.includes(NOT_RUN)).toBe(false);
});
