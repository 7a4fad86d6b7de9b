// The catalogues that ship with the tool, as plain data: reading one at start-up then costs no YAML parser.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript, root } from './import-typescript.mjs';

export async function compileCatalogues() {
  const names = (await readdir(join(root, 'catalogues'))).filter((name) => name.endsWith('.yaml')).sort();
  if (names.length === 0) return [];
  const { compileCatalogue } = await importTypeScript('scripts/build/compile-catalogue.ts');
  return Promise.all(
    names.map(async (name) => {
      const path = `catalogues/${name}`;
      const { value, problems } = await compileCatalogue({
        name: path,
        text: await readFile(join(root, path), 'utf8'),
      });
      if (value === undefined) throw new Error(`${path} cannot be built\n${problems.join('\n')}`);
      return { path: `dist/${path.replace(/yaml$/, 'json')}`, contents: value };
    }),
  );
}
