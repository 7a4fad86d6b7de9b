import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explain } from '../../../src/core/questions/explain.ts';
import { constraintInWords, quantityRule, statementRule } from '../../../src/core/questions/rule-words.ts';
import { one } from '../../../src/core/values/rational.ts';
import { coreCatalogue, LONG_TEST, mergeFixture, readFixtureCatalogue } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));

test('every statement and quantity has a rule in words', () => {
  for (const statement of catalogue.statements.values()) {
    for (const sentence of statementRule(catalogue, statement))
      expect(sentence).toMatch(/^[A-Z][^\n]*[^.\s]$/);
  }
  for (const id of catalogue.quantities.keys()) expect(quantityRule(catalogue, id).length).toBeGreaterThan(0);
});

const rules = (id: string): readonly string[] => {
  const statement = catalogue.statements.get(id);
  return statement === undefined ? expect.fail(id) : statementRule(catalogue, statement);
};

test.each([
  ['inputs.no-pvc', 'It is TRUE only if it is TRUE of every input, and FALSE as soon as it is FALSE of one'],
  ['inputs.contains-pvc', 'It is TRUE where `inputs.no-pvc` is FALSE, and the other way round'],
  [
    'inputs.post-consumer-above-25',
    'It is TRUE where `inputs.post-consumer-recycled` is certainly more than 25 %, FALSE where it certainly is not, and open otherwise',
  ],
  [
    'durability.reversible-connections',
    'It is refuted by the process `Join for good` and left open by the processes `Assemble`, `Coat` and `Replace or repair`',
  ],
  [
    'durability.repairable-by-layman',
    'It is TRUE if all of these are TRUE, and FALSE as soon as one is FALSE: `durability.repairable` and `durability.joints-for-layman`',
  ],
  [
    'end-of-use.designed-for-a-cycle',
    'It is TRUE as soon as one of these is TRUE, and FALSE only if all are FALSE: `end-of-use.technical-cycle` and `end-of-use.biological-cycle`',
  ],
])('%s', (id, sentence) => {
  expect(rules(id)).toContain(sentence);
});

test('every constraint has its words', () => {
  expect(catalogue.constraints.map((constraint) => constraintInWords(catalogue, constraint.id))).toEqual([
    '`inputs.post-consumer-recycled` and `inputs.pre-consumer-recycled` add up to `inputs.total-recycled`',
    '`inputs.post-consumer-recycled` and `inputs.pre-consumer-recycled` together are at most 100 %',
    '`inputs.post-consumer-recycled` is never more than `inputs.total-recycled`',
    '`inputs.closed-loop-recycled` and `inputs.open-loop-recycled` add up to `inputs.total-recycled`',
    '`inputs.total-recycled` and `inputs.reused-components` add up to `inputs.secondary-material`',
    '`inputs.secondary-material`, `inputs.by-product-material`, `inputs.re-mined-waste` and `inputs.primary-material` add up to 100 %',
    'where `product.gtin-given` is TRUE, `product.recognised-id` is TRUE',
    'where `product.gln-given` is TRUE, `product.site-code` is TRUE',
    'where `end-of-use.closed-loop` is TRUE, `end-of-use.take-back-offered` is TRUE',
    'where `inputs.recycled-kept-apart` is TRUE, `inputs.recycled-is-attributed` is FALSE',
    'where `inputs.mono-material` is TRUE, `inputs.nearly-mono-material` is TRUE',
    'where `inputs.contains-critical-raw-material` is FALSE, `inputs.critical-raw-materials/0` is TRUE',
    'where `product.no-electrics` is TRUE, `product.no-battery` is TRUE',
    'where `durability.battery-replaceable` is TRUE, `product.no-battery` is FALSE',
    'where `durability.software-updates-five-years` is TRUE, `product.no-electrics` is FALSE',
    'where `durability.reversible-connections` is TRUE, `durability.joints-removable` is TRUE',
    'where `durability.reusable` is TRUE, `durability.reusable-after-preparation` is TRUE',
    'where `durability.repair-offered` is TRUE, `durability.repairable` is TRUE',
    'where `durability.refurbishment-offered` is TRUE, `durability.refurbishable` is TRUE',
    'where `end-of-use.remanufacturing-offered` is TRUE, `end-of-use.remanufacturable` is TRUE',
    'where `end-of-use.take-back-free` is TRUE, `end-of-use.take-back-offered` is TRUE',
    'where `end-of-use.biological-cycle` is TRUE, `inputs.no-pvc` is TRUE',
    'where `end-of-use.industrially-compostable` is TRUE, `inputs.no-pvc` is TRUE',
    'where `end-of-use.home-compostable` is TRUE, `inputs.no-pvc` is TRUE',
    'where `benefits.carbon-verified` is TRUE, `benefits.carbon-declared` is TRUE',
    'where `benefits.carbon-one-method` is TRUE, `benefits.carbon-declared` is TRUE',
  ]);
  const parts = ['inputs.post-consumer-recycled', 'inputs.renewable-material'];
  const partition = {
    kind: 'partition',
    id: 'all of it',
    terms: parts.map((quantity) => ({ quantity, factor: one })),
    relation: '=',
    bound: one,
  } as const;
  expect(constraintInWords({ ...catalogue, constraints: [partition] }, 'all of it')).toBe(
    '`inputs.post-consumer-recycled` and `inputs.renewable-material` add up to 100 %',
  );
  expect(constraintInWords(catalogue, 'exactlyOne inputs.total-recycled')).toBe(
    'exactly one band of `inputs.total-recycled` holds',
  );
  expect(constraintInWords(catalogue, 'of another catalogue')).toBe('of another catalogue');
});

test(
  'a quantity that is no group is explained as well, with its sum',
  async () => {
    const { trace } = await mergeFixture(
      'fixtures/copper-harness',
      'fixtures/copper-harness/harness.bill.yaml',
    );
    const explained = explain(trace, 'production.energy', catalogue);
    expect(explained).toMatchObject({
      kind: 'quantity',
      title: 'Energy used by the maker and by the makers of everything that went into it',
    });
    const wire = explained?.figures[0]?.tree;
    const find = (part: typeof wire): typeof wire =>
      part?.part === 'wire' ? part : part?.parts.map(find).find((each) => each !== undefined);
    expect(find(wire)?.made?.workings).toEqual([]);
    expect(find(wire)?.made?.parts.flatMap((part) => part.workings)).toEqual(['34.68 MJ + 4 MJ = 38.68 MJ']);
  },
  LONG_TEST,
);

test('of one material but for a rest it is told what the rest is of', () => {
  const statement = catalogue.statements.get('inputs.nearly-mono-material');
  expect(statement === undefined ? [] : statementRule(catalogue, statement)).toEqual([
    'It is TRUE if everything that may be another material, in all parts together, is at most 5 % of the mass of the product; of a part that is one material only but for 5 %, 5 % may be another, and of a part whose `inputs.main-material` is not told, all of it',
  ]);
});
