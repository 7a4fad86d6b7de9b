// Writes docs/effects from the shipped catalogue and the bills in fixtures/effects. What commands print is kept where a
// page has it; the test of the documentation writes it anew (`vitest -u test/docs.test.ts`).

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript, root } from './build/import-typescript.mjs';

const { effectPages, withoutOutputs } = await importTypeScript('scripts/pages/effect-pages.ts');
const { readExamples } = await importTypeScript('scripts/pages/effect-examples.ts');
const { loadBuiltCatalogue } = await importTypeScript('src/read/built-catalogue.ts');

const stored = await readFile(join(root, 'dist/catalogues/circularity-core-2026.1.json'), 'utf8');
const examples = readExamples(join(root, 'fixtures', 'effects'));
const pages = effectPages(loadBuiltCatalogue(stored), examples);
const folder = join(root, 'docs', 'effects');

await mkdir(folder, { recursive: true });
for (const { file, text } of pages) {
  const before = await readFile(join(folder, file), 'utf8').catch(() => '');
  if (withoutOutputs(before) !== withoutOutputs(text)) await writeFile(join(folder, file), text);
}
const stale = (await readdir(folder)).filter((name) => !pages.some(({ file }) => file === name));
for (const name of stale) await rm(join(folder, name));
console.log(`docs/effects: ${pages.length} pages`);
