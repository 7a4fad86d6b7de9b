import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Catalogue, Statement } from '../../../src/core/model/catalogue.ts';
import { diffCatalogues } from '../../../src/core/questions/catalogue-diff.ts';
import { coreCatalogue, readFixtureCatalogue } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));
const ID = 'inputs.no-pvc';
const pvc = catalogue.statements.get(ID);
if (pvc === undefined) throw new Error('the shipped catalogue has it');

/** The catalogue with this statement in the place of the one about PVC. */
const having = (...instead: readonly Statement[]): Catalogue => ({
  ...catalogue,
  statements: new Map(
    [...catalogue.statements.values()]
      .flatMap((each) => (each.id === ID ? instead : [each]))
      .map((each) => [each.id, each]),
  ),
});

test('a catalogue does not differ from itself', () => {
  expect(diffCatalogues(catalogue, having(pvc))).toEqual([]);
});

test('what is gone, and what is new', () => {
  const change = { kind: 'statement', id: ID, aspects: [] };
  expect(diffCatalogues(catalogue, having())).toEqual([{ ...change, change: 'removed' }]);
  expect(diffCatalogues(having(), catalogue)).toEqual([{ ...change, change: 'added' }]);
});

test('an entry that carries another on is renamed, unless both are there', () => {
  const renamed = { ...pvc, id: 'inputs.free-of-pvc', replaces: ID };
  expect(diffCatalogues(catalogue, having(renamed))).toEqual([
    { kind: 'statement', id: renamed.id, change: 'renamed', from: ID, aspects: [] },
  ]);
  expect(diffCatalogues(catalogue, having(pvc, renamed))).toEqual([
    { kind: 'statement', id: renamed.id, change: 'added', aspects: [] },
  ]);
  expect(diffCatalogues(having(), having(renamed))).toEqual([
    { kind: 'statement', id: renamed.id, change: 'added', aspects: [] },
  ]);
});

test('a changed entry says in what', () => {
  const [change, ...others] = diffCatalogues(catalogue, having({ ...pvc, text: 'Another sentence.' }));
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: 'statement', id: ID, change: 'changed' });
  expect(change?.aspects).toEqual(['text']);
});
