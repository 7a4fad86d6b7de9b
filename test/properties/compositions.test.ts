// A composition told as ranges never contradicts what is true of a product that is made up so, and says nothing that
// is false of it; an answer outside what any such product can have is always found.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findContradictions } from '../../src/checks/contradiction.ts';
import { type Derived, deriveFrom } from '../../src/core/composition/derive.ts';
import { faultsOf } from '../../src/core/composition/faults.ts';
import type { Composition } from '../../src/core/model/composition.ts';
import type { Answer } from '../../src/core/model/sheet.ts';
import { liesIn, regionOf } from '../../src/core/values/region.ts';
import { drawProduct, factsOf, type Product, tellComposition } from '../generators/compositions.ts';
import { drawn } from '../generators/draw.ts';
import { holds, runs } from '../generators/runs.ts';
import { answer, answersOf } from '../samples/sheets.ts';
import { root } from '../setup/run.ts';
import { coreCatalogue, readFixtureCatalogue } from '../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(join(root, coreCatalogue), 'utf8'));

interface Case {
  readonly product: Product;
  readonly composition: Composition;
}

const cases = drawn((draw): Case => {
  const product = drawProduct(draw);
  return { product, composition: tellComposition(draw, product) };
});

const describeCase = (each: Case): string =>
  JSON.stringify(each, (_, value) =>
    typeof value === 'bigint' ? String(value) : value instanceof Map ? [...value] : value,
  );

test('what a composition comes to holds of the product that it tells of', () => {
  let said = 0;
  const check = ({ product, composition }: Case): void => {
    expect(faultsOf(composition)).toEqual([]);
    const facts = factsOf(product);
    for (const { id, range, truth } of deriveFrom(catalogue, composition)) {
      const fact = facts.get(id);
      if (fact === undefined) continue;
      said += 1;
      if (truth === undefined && typeof fact !== 'boolean')
        expect([id, liesIn(regionOf(fact), range)]).toEqual([id, 'true']);
      if (truth !== undefined) expect([id, truth]).toEqual([id, fact]);
    }
  };
  holds(500, cases, check, describeCase);
  expect(said).toBeGreaterThan(runs(500));
});

/** Every answer of the catalogue that the facts decide, as the maker would truly give it. */
function truthfulAnswers({ product, composition }: Case) {
  const facts = factsOf(product);
  const answers = [...catalogue.statements.values()].flatMap(({ id, meaning }) => {
    const fact = facts.get(meaning.kind === 'within' ? meaning.quantity : id);
    if (fact === undefined) return [];
    if (typeof fact === 'boolean') return [answer(id, fact ? 'true' : 'false')];
    const is = meaning.kind === 'within' && liesIn(regionOf(fact), meaning.range) === 'true';
    return [answer(id, is ? 'true' : 'false')];
  });
  return { answers: answersOf(answers), quantities: new Map(), composition };
}

test('true answers never contradict the composition', () => {
  const check = (each: Case): void =>
    expect(findContradictions(catalogue, truthfulAnswers(each))).toEqual([]);
  holds(300, cases, check, describeCase);
});

/** Answers of which no product that fits the composition can have any. */
function ruledOut({ id, range, truth }: Derived): readonly Answer[] {
  if (truth !== undefined) return [answer(id, truth ? 'false' : 'true')];
  return [...catalogue.statements.values()].flatMap(({ id: statement, meaning }) => {
    if (meaning.kind !== 'within' || meaning.quantity !== id) return [];
    const is = liesIn(regionOf(range), meaning.range);
    return is === 'unknown' ? [] : [answer(statement, is === 'true' ? 'false' : 'true')];
  });
}

test('an answer that the composition rules out is always found, and the composition is named', () => {
  let found = 0;
  const check = ({ composition }: Case): void => {
    for (const planted of deriveFrom(catalogue, composition).flatMap(ruledOut)) {
      found += 1;
      const told = { answers: answersOf([planted]), quantities: new Map(), composition };
      const findings = findContradictions(catalogue, told);
      expect(findings.map(({ code, data }) => [code, data['claims']])).toEqual([
        ['sheet/contradiction', [planted.statement, expect.stringMatching(/^composition:/)]],
      ]);
    }
  };
  holds(60, cases, check, describeCase);
  expect(found).toBeGreaterThan(runs(60));
});
