import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInCatalogues, shippedCatalogues, usualCatalogue } from '../../src/cli/catalogues.ts';
import { catalogueName } from '../../src/core/model/catalogue.ts';
import { contextFor, root } from '../setup/run.ts';

test('every catalogue in the folder is shipped under its name, and no other', () => {
  const files = readdirSync(join(root, 'catalogues')).map((file) => file.replace(/-([\d.]+)\.yaml$/, '/$1'));
  expect(files.sort()).toEqual([...shippedCatalogues].sort());
  const catalogues = builtInCatalogues(contextFor());
  for (const name of shippedCatalogues) {
    const catalogue = catalogues.find(name);
    expect(catalogue && catalogueName(catalogue)).toBe(name);
    expect(catalogues.find(name)).toBe(catalogue);
  }
  expect(catalogues.find('circularity-core/1900.1')).toBe(undefined);
  expect(shippedCatalogues).toContain(usualCatalogue);
});

test('a package without its catalogue is damaged, which is nobody else’s fault', () => {
  const catalogues = builtInCatalogues({ ...contextFor(), shipped: () => undefined });
  expect(() => catalogues.find(usualCatalogue)).toThrow('is missing from the package or damaged');
});
