// Builds what runs: validators from the published schemas, catalogues as plain data, and the bundle in dist/.
// Every file is written beside its place and renamed into it, so that two builds at once do no harm.
// `--without-bundle` makes only what the sources themselves read.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './build/bundle.mjs';
import { compileCatalogues } from './build/catalogues.mjs';
import { compileAhead } from './build/compile-ahead.mjs';
import { root } from './build/import-typescript.mjs';
import { generateValidators } from './build/validators.mjs';
import { removeStale, writeAll } from './build/write.mjs';

await writeAll(await generateValidators());
const catalogues = await compileCatalogues();
await writeAll(catalogues);

if (!process.argv.includes('--without-bundle')) await buildBundle();

async function buildBundle() {
  if (!existsSync(join(root, 'src/main.ts'))) {
    console.error('build: src/main.ts is not there, so nothing is bundled');
    return;
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { mark, files } = await bundle(version);
  await writeAll(files);
  const compiled = { path: `dist/main-${mark}.cache`, contents: compileAhead() };
  await writeAll([compiled]);
  await removeStale('dist', [...catalogues, ...files, compiled]);
}
