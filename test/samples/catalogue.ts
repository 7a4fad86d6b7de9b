// A small catalogue for tests of sheets: one group per kind of band, plain statements, a scale and a name.

import type { Band, Catalogue, Group, Quantity, Statement } from '../../src/core/model/catalogue.ts';
import { anyAmount, anyShare, closed, exactly, type Interval } from '../../src/core/values/interval.ts';
import { rational, zero } from '../../src/core/values/rational.ts';

const share = (n: number) => rational(n, 100);

const ladder: readonly (readonly [id: string, range: Interval])[] = [
  ['0', exactly(zero)],
  ['0-25', { lo: zero, loOpen: true, hi: share(25), hiOpen: false }],
  ['25-50', { lo: share(25), loOpen: true, hi: share(50), hiOpen: false }],
  ['50-100', { lo: share(50), loOpen: true, hi: share(100), hiOpen: false }],
];

function bandsOf(group: string): readonly Band[] {
  return ladder.map(([id, range]) => ({ id, label: `${id} %`, range, statement: `${group}/${id}` }));
}

const groupOf = (id: string, section: string, title: string): Group => ({
  id,
  section,
  title,
  guidance: '',
  bands: bandsOf(id),
  official: [],
});

const groups = [
  groupOf('inputs.post-consumer-recycled', 'inputs', 'Post-consumer recycled content'),
  groupOf('production.renewable-energy', 'production', 'Renewable energy'),
];

const quantity = (id: string, title: string, measure: Quantity['measure'], domain: Interval): Quantity => ({
  id,
  title,
  measure,
  domain,
  rule: { kind: 'own' },
  ownTerm: false,
});

export const metals = ['cobalt', 'light rare earths', 'nickel, in battery grade'];

const repairSkills = ['specialist', 'trained', 'layman'];

const quantities = [
  ...groups.map(({ id, title }) => quantity(id, title, { kind: 'number', dimension: 'share' }, anyShare)),
  quantity(
    'production.energy',
    'Energy used in production',
    { kind: 'number', dimension: 'energy' },
    anyAmount,
  ),
  quantity(
    'durability.repair-skill',
    'Skill that a repair takes',
    { kind: 'scale', steps: repairSkills },
    closed(zero, rational(2)),
  ),
  quantity('inputs.main-material', 'Main material', { kind: 'name', names: [] }, anyAmount),
  quantity('inputs.metals', 'Metals', { kind: 'names', names: metals, closed: true }, anyAmount),
  quantity('inputs.additives', 'Additives', { kind: 'names', names: [], closed: false }, anyAmount),
];

function statementOf(id: string, section: string, text: string, more: Partial<Statement> = {}): Statement {
  return {
    id,
    section,
    title: text,
    text,
    guidance: '',
    level: 'product',
    meaning: { kind: 'plain', rule: { kind: 'all' } },
    falseMeans: 'negation',
    cites: false,
    official: [],
    references: [],
    ...more,
  };
}

const bandStatements = (group: Group): readonly Statement[] =>
  group.bands.map((band) =>
    statementOf(band.statement, group.section, `${group.title} is ${band.label}.`, {
      group: group.id,
      meaning: { kind: 'within', quantity: group.id, range: band.range },
    }),
  );

const statements = [
  ...groups.slice(0, 1).flatMap(bandStatements),
  statementOf('inputs.no-pvc', 'inputs', 'No part is made of PVC.'),
  statementOf('substances.no-svhc', 'inputs', 'No article holds more than 0.1 % of a listed substance.', {
    cites: true,
    list: { id: 'reach-candidate', version: '2026-01' },
    references: [{ standard: 'Regulation (EC) 1907/2006', clause: 'article 33' }],
  }),
  ...groups.slice(1).flatMap(bandStatements),
  statementOf('durability.repairable', 'durability', 'A trained person can repair the product.', {
    cites: true,
    references: [{ standard: 'EN 45554' }],
  }),
  statementOf('end-of-use.take-back-offered', 'end-of-use', 'The maker takes the product back.'),
];

export const catalogue: Catalogue = {
  id: 'copper-harness',
  version: '1',
  title: 'Copper harness',
  note: '',
  sections: [
    { id: 'inputs', number: 3, title: 'Material inputs' },
    { id: 'production', number: 4, title: 'Production' },
    { id: 'durability', number: 5, title: 'Durability' },
    { id: 'end-of-use', number: 6, title: 'End of use' },
  ],
  quantities: new Map(quantities.map((each) => [each.id, each])),
  groups: new Map(groups.map((each) => [each.id, each])),
  statements: new Map(statements.map((each) => [each.id, each])),
  constraints: [],
  effects: new Map(),
  conventions: new Map(),
};
