// The catalogues that ship with the tool and their translations, as plain data: reading one at start-up then costs no
// YAML parser.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript, root } from './import-typescript.mjs';

export async function compileCatalogues() {
  const names = (await readdir(join(root, 'catalogues'))).filter((name) => name.endsWith('.yaml')).sort();
  if (names.length === 0) return [];
  const compile = await importTypeScript('scripts/build/compile-catalogue.ts');
  const sources = await Promise.all(
    names.map(async (name) => ({
      name: `catalogues/${name}`,
      text: await readFile(join(root, 'catalogues', name), 'utf8'),
    })),
  );
  const translations = sources.filter(({ name }) => TRANSLATION.test(name));
  const catalogues = sources.filter((source) => !translations.includes(source));
  const built = await Promise.all(catalogues.map((source) => compiled(source, compile.compileCatalogue)));
  const stored = built.map(({ contents }) => contents);
  const translated = translations.map((source) =>
    compiled(source, (each) => compile.compileTranslation(each, stored)),
  );
  return [...built, ...(await Promise.all(translated))];
}

/** A translation has its language before the ending: `core-2026.1.de.yaml`. */
const TRANSLATION = /\.[a-z]{2}\.yaml$/;

async function compiled(source, compile) {
  const { value, problems } = await compile(source);
  if (value === undefined) throw new Error(`${source.name} cannot be built\n${problems.join('\n')}`);
  return { path: `dist/${source.name.replace(/yaml$/, 'json')}`, contents: value };
}
