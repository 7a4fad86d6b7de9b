import { describe, expect, test } from 'vitest';
import { rational } from '../../../src/core/values/rational.ts';
import { plastics, plasticsCatalogue, readCatalogueText } from '../../samples/read.ts';

/** The findings about a changed catalogue; the change must change something. */
function changed(from: string, to: string): readonly string[] {
  expect(plasticsCatalogue.split(from).length).toBeGreaterThan(1);
  return readCatalogueText(plasticsCatalogue.replace(from, to)).marked;
}

describe('what is read', () => {
  test('statements come by section, groups as one per band', () => {
    expect([...plastics.statements.keys()]).toEqual([
      'recycled/0',
      'recycled/0-25',
      'recycled/25-100',
      'attributed',
      'no-lead',
      'renewable-energy/0',
      'renewable-energy/0-25',
      'renewable-energy/25-100',
      'reversible',
    ]);
  });

  test('a band is a statement about its range', () => {
    expect(plastics.statements.get('recycled/25-100')).toEqual({
      id: 'recycled/25-100',
      section: 'inputs',
      title: 'Recycled content: >25-100 %',
      text: '>25-100 % is recycled.',
      guidance: 'Weigh it.',
      level: 'product',
      meaning: {
        kind: 'within',
        quantity: 'recycled',
        range: { lo: rational(1, 4), loOpen: true, hi: rational(1), hiOpen: false },
      },
      falseMeans: 'negation',
      cites: false,
      official: [],
      references: [],
      group: 'recycled',
    });
    expect(plastics.groups.get('recycled')?.bands.map(({ id, label }) => [id, label])).toEqual([
      ['0', '0 %'],
      ['0-25', '>0-25 %'],
      ['25-100', '>25-100 %'],
    ]);
  });

  test('groups are quantities too', () => {
    expect([...plastics.quantities.keys()]).toEqual([
      'energy',
      'polymer',
      'skill',
      'warranty',
      'recycled',
      'renewable-energy',
    ]);
    expect(plastics.quantities.get('renewable-energy')).toMatchObject({
      measure: { kind: 'number', dimension: 'share' },
      rule: { kind: 'fraction', weight: 'energy', custody: 'physical' },
      ownTerm: true,
    });
    expect(plastics.quantities.get('recycled')?.rule).toEqual({
      kind: 'fraction',
      weight: 'mass',
      custody: 'physical',
      attributedBy: 'attributed',
    });
    expect(plastics.quantities.get('skill')).toMatchObject({
      measure: { kind: 'scale', steps: ['maker', 'trained', 'layman'], id: 'skill' },
      domain: { lo: rational(0), hi: rational(2) },
    });
  });

  test('effects', () => {
    expect(plastics.effects.get('heat')).toEqual({
      id: 'heat',
      title: 'Heat',
      text: 'Heats parts.',
      alsoCalled: ['warming', 'oven-heating'],
      traits: [],
      joins: false,
      parameters: [{ name: 'uses', required: true }],
      implicit: false,
      appliesRest: false,
      keepsApart: false,
      adds: 'energy',
      levels: new Map(),
      behaviours: new Map([['fraction/energy', 'add-term']]),
      references: [],
    });
  });

  test('names out of a vocabulary', () => {
    const { value, lines } = readCatalogueText(plasticsCatalogue.replace('name: true', 'names: [PE, PP]'));
    expect(lines).toEqual([]);
    expect(value?.quantities.get('polymer')?.measure).toEqual({ kind: 'name', names: ['PE', 'PP'] });
  });
});

describe('quantities and groups', () => {
  test.each<[string, string, readonly string[]]>([
    ['unit: MJ', 'unit: MW', ['<MW> catalogue/unknown-name: unit `MW` is not in the catalogue']],
    [
      'unit: MJ',
      'unit: 3B',
      ['<3B> catalogue/unknown-name: `3B` is the code of UN/CEFACT Recommendation 20 for a unit'],
    ],
    [
      'scale: skill, rule',
      'scale: skil, rule',
      ['<skil> catalogue/unknown-name: scale `skil` is not in the catalogue'],
    ],
    [
      'name: true, rule',
      'unit: kg, name: true, rule',
      ['<polymer> catalogue/bad-rule: what `polymer` is measured in is not clear'],
    ],
    [
      'name: true, rule',
      'rule',
      ['<polymer> catalogue/bad-rule: what `polymer` is measured in is not clear'],
    ],
    [
      'rule: { kind: min-number }',
      'rule: { kind: min-level }',
      ['<min-level> catalogue/bad-rule: a rule of kind `min-level` does not fit the quantity `warranty`'],
    ],
    [
      'rule: { kind: min-number }',
      'rule: { kind: fraction }',
      ['<fraction> catalogue/bad-rule: a rule of kind `fraction` does not fit the quantity `warranty`'],
    ],
    [
      'rule: { kind: own } }\n  skill',
      'rule: { kind: all } }\n  skill',
      ['<all> catalogue/bad-rule: a rule of kind `all` does not fit the quantity `polymer`'],
    ],
    [
      'rule: { kind: fraction, weight: energy }',
      'rule: { kind: sum }',
      ['<sum> catalogue/bad-rule: a rule of kind `sum` does not fit the quantity `renewable-energy`'],
    ],
    [
      'weight: energy',
      'weight: enrgy',
      ['<enrgy> catalogue/unknown-name: quantity `enrgy` is not in the catalogue'],
    ],
    [
      'weight: energy',
      'weight: warranty',
      ['<warranty> catalogue/bad-rule: `warranty` is no amount that shares can be weighed by'],
    ],
    [
      'attributedBy: attributed',
      'attributedBy: atributed',
      ['<atributed> catalogue/unknown-name: statement `atributed` is not in the catalogue'],
    ],
    [
      'section: use\n    title: Renewable',
      'section: usage\n    title: Renewable',
      ['<usage> catalogue/unknown-name: section `usage` is not in the catalogue'],
    ],
    [
      'ladder: share',
      'ladder: shares',
      ['<shares> catalogue/unknown-name: ladder `shares` is not in the catalogue'],
    ],
    [
      '  no-lead: {',
      '  energy: {',
      ['<energy> read/duplicate-key: `energy` names two things in the catalogue'],
    ],
  ])('%j for %j', (from, to, lines) => {
    expect(changed(from, to)).toEqual(lines);
  });

  test('a rule may name a quantity that comes later', () => {
    expect(
      changed(
        'quantities:\n',
        'quantities:\n  early: { title: E, unit: "%", rule: { kind: fraction, weight: energy } }\n',
      ),
    ).toEqual([]);
  });
});

describe('effects', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'adds: energy',
      'adds: enegy',
      ['<enegy> catalogue/unknown-name: quantity `enegy` is not in the catalogue'],
    ],
    [
      'adds: energy',
      'adds: warranty',
      ['<warranty> catalogue/bad-rule: `warranty` is no amount that can be added to'],
    ],
    [
      'adds: energy',
      'adds: energy, levels: { skil: layman }',
      ['<skil> catalogue/unknown-name: quantity `skil` is not in the catalogue'],
    ],
    [
      'adds: energy',
      'adds: energy, levels: { skill: lay }',
      ['<lay> read/wrong-value: `lay` is not a step of the scale of `skill`'],
    ],
    [
      'fraction/energy: add-term',
      'fraction/enrgy: add-term',
      ['<fraction/enrgy> catalogue/unknown-name: quantity `enrgy` is not in the catalogue'],
    ],
    [
      'fraction/energy: add-term',
      'sum/energy: add-term',
      ['<sum/energy> catalogue/unknown-name: kind of rule `sum/energy` is not in the catalogue'],
    ],
    [
      'fraction/energy: add-term',
      'fractions: combine',
      ['<fractions> catalogue/unknown-name: kind of rule `fractions` is not in the catalogue'],
    ],
    [
      'fraction/energy: add-term',
      'all: add-term',
      ['<add-term> catalogue/bad-rule: `add-term` does not fit values of kind `all`'],
    ],
    ['fraction/energy: add-term', 'energy: add-term', []],
    ['fraction/energy: add-term', 'recycled: whole', []],
    [
      'fraction/energy: add-term',
      'no-lead: whole',
      ['<whole> catalogue/bad-rule: `whole` does not fit values of kind `all`'],
    ],
    [
      'fraction/energy: add-term',
      'recycled/0: none',
      ['<recycled/0> catalogue/bad-rule: `recycled/0` has no rule of its own that a process could act upon'],
    ],
    ['adds: energy', 'implicit: true', []],
    [
      'adds: energy',
      'adds: energy, parameters: { removes: required, conserves: optional }',
      ['<optional> catalogue/bad-rule: `heat` takes both `removes` and `conserves`'],
    ],
  ])('%j for %j', (from, to, lines) => {
    expect(changed(from, to)).toEqual(lines);
  });

  test('one effect at most stands for parts left over', () => {
    const text = plasticsCatalogue
      .replaceAll(', traits:', ', implicit: true, traits:')
      .replace('adds:', 'implicit: true, adds:');
    expect(readCatalogueText(text).marked).toEqual([
      '<heat> catalogue/bad-rule: `heat` is a second effect for parts left over',
    ]);
  });
});

test('without an id or a version there is no catalogue', () => {
  expect(readCatalogueText(plasticsCatalogue.replace('id: plastics\n', ''))).toMatchObject({
    value: undefined,
    findings: [],
  });
});
