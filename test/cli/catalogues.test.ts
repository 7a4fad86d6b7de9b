import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  builtInCatalogues,
  languages,
  shippedCatalogues,
  shippedTranslation,
  usualCatalogue,
} from '../../src/cli/catalogues.ts';
import { catalogueName } from '../../src/core/model/catalogue.ts';
import { contextFor, root, runLoopsheet } from '../setup/run.ts';

test('every catalogue in the folder is shipped under its name, and no other', () => {
  const files = readdirSync(join(root, 'catalogues')).filter((file) => !/\.[a-z]{2}\.yaml$/.test(file));
  expect(files.map((file) => file.replace(/-([\d.]+)\.yaml$/, '/$1')).sort()).toEqual(
    [...shippedCatalogues].sort(),
  );
  const catalogues = builtInCatalogues(contextFor());
  for (const name of shippedCatalogues) {
    const catalogue = catalogues.find(name);
    expect(catalogue && catalogueName(catalogue)).toBe(name);
    expect(catalogues.find(name)).toBe(catalogue);
  }
  expect(catalogues.find('circularity-core/1900.1')).toBe(undefined);
  expect(shippedCatalogues).toContain(usualCatalogue);
});

const cases = shippedCatalogues.flatMap((name) =>
  languages.flatMap((language) => (language === 'en' ? [] : [[name, language] as const])),
);

test.each(cases)('%s is shipped in the language %s, with every text in it', (name, language) => {
  const catalogue = builtInCatalogues(contextFor()).find(name) ?? expect.fail(name);
  const translation = shippedTranslation(contextFor(), name, language) ?? expect.fail(language);
  const single = [...catalogue.statements.values()].filter(({ group }) => group === undefined);
  const figures = [...catalogue.quantities.keys()].filter((id) => !catalogue.groups.has(id));
  expect(translation).toMatchObject({ catalogue: name, language });
  expect([...translation.sections.keys()]).toEqual(catalogue.sections.map(({ id }) => id));
  expect([...translation.statements.keys()].sort()).toEqual(single.map(({ id }) => id).sort());
  expect([...translation.groups.keys()]).toEqual([...catalogue.groups.keys()]);
  expect([...translation.quantities.keys()]).toEqual(figures);
  expect([...translation.effects.keys()]).toEqual([...catalogue.effects.keys()]);
  const incomplete = [...translation.statements, ...translation.groups].filter(
    ([, wording]) => Object.keys(wording).length !== 5,
  );
  expect(incomplete).toEqual([]);
  const scales = [...catalogue.quantities.values()].flatMap(({ measure }) =>
    measure.kind === 'scale' ? [[measure.id, measure.steps]] : [],
  );
  expect([...translation.scales].map(([id, names]) => [id, [...names.keys()]])).toEqual(scales);
});

test('a catalogue that is not shipped has no translation', () => {
  expect(shippedTranslation(contextFor(), 'somebody/1', 'de')).toBe(undefined);
});

test('every entry of a shipped catalogue says what proves it and gives an example', () => {
  for (const name of shippedCatalogues) {
    const catalogue = builtInCatalogues(contextFor()).find(name) ?? expect.fail(name);
    const single = [...catalogue.statements.values()].filter(({ group }) => group === undefined);
    const silent = [...catalogue.groups.values(), ...single].filter(
      ({ evidence, example }) => evidence === undefined || example === undefined,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  }
});

test('a package without its catalogue is damaged, which is nobody else’s fault', () => {
  const catalogues = builtInCatalogues({ ...contextFor(), shipped: () => undefined });
  expect(() => catalogues.find(usualCatalogue)).toThrow('is missing from the package or damaged');
});

test.each([
  [
    'weld',
    '`weld` is the effect `join-irreversible`: Parts are joined by a weld, solder, glue, rivets, crimping, shrink-fit, lamination or overmoulding, which only destruction can undo. Name filler, solder or glue as an input and under `applied`.',
  ],
  [
    'cut',
    '`cut` is the effect `loss-homogeneous`: Material leaves that is composed like what stays, as in machining, trimming or sieving of a uniform material.',
  ],
  ['meld', 'run `loopsheet catalogue list` to see what is'],
  ['no-pvc', 'did you mean `inputs.no-pvc`?'],
])('`catalogue show %s` leads on with what is meant', async (name, help) => {
  const { exit, stdout, stderr } = await runLoopsheet(['catalogue', 'show', name]);
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `error: \`${name}\` is not in catalogue \`circularity-core/2026.1\`\n  = help: ${help}\n`,
  );
});
