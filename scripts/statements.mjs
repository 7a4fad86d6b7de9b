// Writes docs/statements from the shipped catalogue: a page per statement and group, and the list of them. A test fails
// when they drift.

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript, root } from './build/import-typescript.mjs';

const { statementPages } = await importTypeScript('scripts/pages/statement-pages.ts');
const { loadBuiltCatalogue } = await importTypeScript('src/read/built-catalogue.ts');

const stored = await readFile(join(root, 'dist/catalogues/circularity-core-2026.1.json'), 'utf8');
const pages = statementPages(loadBuiltCatalogue(stored));
const folder = join(root, 'docs', 'statements');

await mkdir(folder, { recursive: true });
for (const { file, text } of pages) await writeFile(join(folder, file), text);
const stale = (await readdir(folder)).filter((name) => !pages.some(({ file }) => file === name));
for (const name of stale) await rm(join(folder, name));
console.log(`docs/statements: ${pages.length} pages`);
