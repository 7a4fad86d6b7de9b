// docs/statements says what the catalogue says; `npm run generate` writes it anew.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statementPages } from '../scripts/pages/statement-pages.ts';
import { root } from './setup/run.ts';
import { coreCatalogue, readFixtureCatalogue } from './support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(join(root, coreCatalogue), 'utf8'));
const pages = statementPages(catalogue);

test('there is a page for every statement and group, and no other', () => {
  expect(readdirSync(join(root, 'docs', 'statements')).sort()).toEqual(pages.map(({ file }) => file).sort());
});

test.each(pages)('$file is what the catalogue says (else: npm run generate)', ({ file, text }) => {
  expect(readFileSync(join(root, 'docs', 'statements', file), 'utf8')).toBe(text);
});
