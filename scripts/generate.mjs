// Writes what is committed but derived: the published JSON Schemas. A test fails when they drift.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript, root } from './build/import-typescript.mjs';

const { publishedSchemas } = await importTypeScript('src/read/schemas/schemas.ts');

await mkdir(join(root, 'schemas'), { recursive: true });
for (const { file, text } of publishedSchemas()) {
  await writeFile(join(root, 'schemas', file), text);
  console.log(`schemas/${file}`);
}
