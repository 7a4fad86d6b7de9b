// An unlisted process that keeps the share of energy but not its amount: the share must not be weighed with an amount
// that is no longer known.

import { expect, test } from 'vitest';
import { mergeBill } from '../../../src/core/merge/merge.ts';
import type { Bill, Input, Process } from '../../../src/core/model/bill.ts';
import type { Sheet } from '../../../src/core/model/sheet.ts';
import { anyAmount } from '../../../src/core/values/interval.ts';
import { plainly } from '../../generators/effect-sketches.ts';
import { entryFor, placeIn } from '../../generators/places.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';
import { catalogueOf, quantityOf } from '../../samples/small-catalogue.ts';
import { effectOf } from '../../samples/steps.ts';

const energy = { kind: 'number', dimension: 'energy' } as const;
const havoc = effectOf({ id: 'havoc', parameters: [{ name: 'conserves', required: false }] });
const assemble = effectOf({ id: 'assemble', implicit: true, behaviours: plainly });
const catalogue = {
  ...catalogueOf(
    [
      quantityOf('energy', { kind: 'sum' }, { measure: energy, domain: anyAmount }),
      quantityOf('renewable', { kind: 'fraction', weight: 'energy', custody: 'physical' }),
    ],
    [],
  ),
  effects: new Map([
    ['havoc', havoc],
    ['assemble', assemble],
  ]),
};

const at = placeIn('product.bill.yaml');
const header = {
  catalogue: 'small/1',
  revision: 1,
  issued: '2026-06-01',
  assurance: 'self-declared',
  maker: { name: 'Maker', ids: new Map() },
  answers: new Map(),
  places: new Map(),
} as const;
const product = (name: string) => ({ name, level: 'product', ids: new Map(), mass: rangeOf('[1]') }) as const;

const sheet = (name: string, renewable: string): Sheet => ({
  ...header,
  id: name,
  product: product(name),
  quantities: new Map(
    Object.entries({ energy: '[10]', renewable }).map(([id, range]) => [
      id,
      entryFor(id, { kind: 'range', range: rangeOf(range) }, at),
    ]),
  ),
  inputs: [],
  source: name,
});

const input = (name: string): Input => ({
  name,
  origin: { kind: 'sheet', reference: name },
  mass: rangeOf('[1]'),
  contained: true,
  at,
  originAt: at,
  massAt: at,
});

function renewableAfter(conserves: readonly string[]): string {
  const process: Process = {
    effect: 'havoc',
    name: 'havoc',
    takes: ['green'],
    gives: 'green',
    shares: new Map(),
    levels: new Map(),
    conserves,
    at,
    places: new Map(),
  };
  const bill: Bill = {
    ...header,
    id: 'product',
    product: { name: 'product', level: 'product', ids: new Map() },
    quantities: new Map(),
    inputs: [input('green'), input('grey')],
    processes: [process],
    source: 'product.bill.yaml',
  };
  const received = new Map(
    [sheet('green', '[1]'), sheet('grey', '[0]')].map((each) => [
      each.id,
      { sheet: each, sha256: each.id, file: each.id, discredited: new Map() },
    ]),
  );
  const { merged } = mergeBill({ bill, billSha256: '', catalogue, received, withQuantities: true });
  const value = merged?.sheet.quantities.get('renewable')?.value;
  return value?.kind === 'range' ? rangeText(value.range) : 'any';
}

test('shares are weighed with the energy only where that is kept as well', () => {
  expect(renewableAfter(['mass', 'fraction/energy', 'sum'])).toBe('[1/2,1/2]');
  expect(renewableAfter(['mass', 'fraction/energy', 'energy'])).toBe('[1/2,1/2]');
  expect(renewableAfter(['mass', 'fraction/energy'])).toBe('any');
});
