import { expect, test } from 'vitest';
import { nothingKnown } from '../../../src/core/algebra/knowledge.ts';
import { leafFor, type ReceivedSheet, readInput } from '../../../src/core/merge/inputs.ts';
import type { Bill, Input } from '../../../src/core/model/bill.ts';
import type { Sheet } from '../../../src/core/model/sheet.ts';
import { answerTo, placeIn } from '../../generators/places.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';
import { catalogueOf, plain, quantityOf } from '../../samples/small-catalogue.ts';

const catalogue = catalogueOf(
  [
    quantityOf('material', { kind: 'own' }, { measure: { kind: 'name', names: ['pp'] } }),
    quantityOf('energy', { kind: 'sum' }),
  ],
  [plain('no-x', { kind: 'all' }), plain('no-y', { kind: 'all' })],
);
const at = placeIn('part.sheet.yaml');
const header = {
  catalogue: 'small/1',
  id: 'part',
  revision: 1,
  issued: '2026-01-01',
  assurance: 'self-declared',
  maker: { name: 'Maker', ids: new Map() },
  quantities: new Map(),
  places: new Map(),
  source: 'part.sheet.yaml',
} as const;
const bill: Bill = {
  ...header,
  id: 'product',
  issued: '2026-06-01',
  product: { name: 'Product', level: 'product', ids: new Map() },
  inputs: [],
  processes: [],
  answers: new Map(),
};
const line: Input = {
  name: 'part',
  origin: { kind: 'sheet', reference: 'part' },
  contained: true,
  at,
  originAt: at,
  massAt: at,
};

function receive(changes: Partial<Sheet>, discredited: ReceivedSheet['discredited'] = new Map()) {
  const answers = new Map(['no-x', 'no-y'].map((id) => [id, answerTo(id, 'true', at)]));
  const product = { name: 'Part', level: 'component', ids: new Map() } as const;
  const sheet: Sheet = { ...header, product, answers, inputs: [], ...changes };
  return { sheet, sha256: 'a', file: 'part.sheet.yaml', discredited };
}

test.each([
  [{}, 'used'],
  [{ issued: '2026-06-01' }, 'used'],
  [{ issued: '2026-06-02' }, 'expired'],
  [{ validUntil: '2026-06-01' }, 'used'],
  [{ validUntil: '2026-05-31' }, 'expired'],
  [{ issued: '2026-06-01', validUntil: '2026-06-01' }, 'used'],
  [{ issued: '2026-06-02', validUntil: '2027-01-01' }, 'expired'],
] as const)('a sheet with %o is %s on the day of the bill', (dates, state) => {
  const facts = readInput(catalogue, bill, line, receive(dates));
  expect([facts.state, facts.claims.length]).toEqual([state, state === 'used' ? 2 : 0]);
});

test('what is not contained, or has no sheet, claims nothing', () => {
  const aid = readInput(catalogue, bill, { ...line, contained: false }, receive({}));
  expect([aid.state, aid.claims]).toEqual(['not-contained', []]);
  const missing = readInput(catalogue, bill, line, undefined);
  expect([missing.state, missing.claims]).toEqual(['missing', []]);
});

test('an answer that its own check refuses does not count, and the code says why', () => {
  const facts = readInput(catalogue, bill, line, receive({}, new Map([['no-x', 'sheet/uncited']])));
  expect(facts.claims.map(({ key }) => key)).toEqual(['no-y']);
  expect([...facts.disregarded]).toEqual([['no-x', 'sheet/uncited']]);
});

test.each([
  ['[4]', '[2]', '[2,2]'],
  ['[2,4]', '[1,2]', '[1,4]'],
  ['(2,4)', '[2]', '(1,2)'],
  ['[4,)', '[2]', '[2,)'],
  ['[4]', '[0,2]', 'nothing'],
  ['[4]', '[0]', 'nothing'],
  ['[4]', '[1,)', 'nothing'],
])('%s kg of what is declared per %s kg are %s units', (mass, unit, units) => {
  const sheet = receive({
    product: { name: 'Part', level: 'component', ids: new Map(), mass: rangeOf(unit) },
  });
  const facts = readInput(catalogue, bill, line, sheet);
  expect(rangeText(leafFor(catalogue, facts, nothingKnown, rangeOf(mass)).units)).toBe(units);
});

test('a name is listed only where the vocabulary has it', () => {
  const facts = readInput(catalogue, bill, line, receive({}));
  const nameOf = (name: string) =>
    leafFor(catalogue, facts, { ...nothingKnown, names: new Map([['material', name]]) }, rangeOf('[1]')).name(
      'material',
    );
  expect(nameOf('pp')).toEqual({ name: 'pp', listed: true });
  expect(nameOf('felt')).toEqual({ name: 'felt', listed: false });
});
