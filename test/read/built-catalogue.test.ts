import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueName } from '../../src/core/model/catalogue.ts';
import { loadBuiltCatalogue, loadBuiltTranslation, storeCatalogue } from '../../src/read/built-catalogue.ts';
import { readCatalogue } from '../../src/read/documents/catalogue.ts';
import { readTranslation } from '../../src/read/documents/translation.ts';
import { checkShape } from '../../src/read/shape.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { asLines } from '../samples/findings.ts';

const isTranslation = (file: string): boolean => /\.[a-z]{2}\.yaml$/.test(file);
const files = readdirSync('catalogues');

describe.each(files.filter((file) => !isTranslation(file)))('catalogues/%s', (file) => {
  const name = `catalogues/${file}`;
  const { value: tree, findings } = readYaml({ name, text: readFileSync(name, 'utf8') });
  if (tree === undefined) throw new Error(`${name} cannot be read`);
  const read = readCatalogue(tree);

  test('has no findings', async () => {
    expect(asLines([...findings, ...(await checkShape('catalogue', tree)), ...read.findings])).toEqual([]);
  });

  test('is named after its id and version', () => {
    if (read.value === undefined) throw new Error('no catalogue was read');
    expect(file).toBe(`${catalogueName(read.value).replace('/', '-')}.yaml`);
  });

  test('is built as it is read', () => {
    const built = loadBuiltCatalogue(
      readFileSync(`dist/catalogues/${file.replace('.yaml', '.json')}`, 'utf8'),
    );
    expect(built).toEqual(read.value);
    expect([...(built?.statements.keys() ?? [])]).toEqual([...(read.value?.statements.keys() ?? [])]);
  });

  test('is stored in one way', () => {
    if (read.value === undefined) throw new Error('no catalogue was read');
    const stored = storeCatalogue(read.value);
    const again = loadBuiltCatalogue(stored);
    expect(again === undefined ? undefined : storeCatalogue(again)).toBe(stored);
  });
});

describe.each(files.filter(isTranslation))('catalogues/%s', (file) => {
  const name = `catalogues/${file}`;
  const { value: tree, findings } = readYaml({ name, text: readFileSync(name, 'utf8') });
  if (tree === undefined) throw new Error(`${name} cannot be read`);
  const stored = readFileSync(`dist/catalogues/${file.replace(/\.[a-z]{2}\.yaml$/, '.json')}`, 'utf8');
  const read = readTranslation(tree, () => loadBuiltCatalogue(stored), []);

  test('has no findings', async () => {
    expect(asLines([...findings, ...(await checkShape('translation', tree)), ...read.findings])).toEqual([]);
  });

  test('is named after its catalogue and language', () => {
    const { catalogue = '', language = '' } = read.value ?? {};
    expect(file).toBe(`${catalogue.replace('/', '-')}.${language}.yaml`);
  });

  test('is built as it is read', () => {
    const built = readFileSync(`dist/catalogues/${file.replace('.yaml', '.json')}`, 'utf8');
    expect(loadBuiltTranslation(built)).toEqual(read.value);
    expect(loadBuiltCatalogue(built)).toBeUndefined();
    expect(loadBuiltTranslation(stored)).toBeUndefined();
  });
});

test.each(['{}', '[]', '"x"', '1', '{"statements": {}}'])('%s stores no catalogue', (stored) => {
  expect(loadBuiltCatalogue(stored)).toBeUndefined();
  expect(loadBuiltTranslation(stored)).toBeUndefined();
});
