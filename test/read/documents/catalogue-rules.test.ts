import { describe, expect, test } from 'vitest';
import { exactly } from '../../../src/core/values/interval.ts';
import { rational, zero } from '../../../src/core/values/rational.ts';
import { rangeOf } from '../../samples/ranges.ts';
import { plasticsCatalogue, readCatalogueText } from '../../samples/read.ts';

/** The catalogue with one more statement, of this rule. */
const withRule = (rule: string): string =>
  plasticsCatalogue.replace(
    'effects:',
    `  new: { section: use, title: New, text: New., guidance: None., level: product, rule: ${rule} }\neffects:`,
  );

describe('rules of statements', () => {
  test.each<[string, unknown]>([
    ['{ kind: own }', { kind: 'plain', rule: { kind: 'own' } }],
    ['{ kind: all }', { kind: 'plain', rule: { kind: 'all' } }],
    ['{ kind: any }', { kind: 'plain', rule: { kind: 'any' } }],
    [
      '{ kind: assert-refutable }',
      {
        kind: 'plain',
        rule: { kind: 'assert-refutable', scope: 'own', refutedBy: [], openedBy: [], inapplicable: 'opens' },
      },
    ],
    [
      '{ kind: same-value, of: polymer, tolerance: 5 % }',
      { kind: 'plain', rule: { kind: 'same-value', of: 'polymer', tolerance: rational(1, 20) } },
    ],
    [
      '{ kind: same-value, of: polymer }',
      { kind: 'plain', rule: { kind: 'same-value', of: 'polymer', tolerance: zero } },
    ],
    [
      '{ kind: all-except-minor, perItem: 1 %, total: 5 % }',
      {
        kind: 'plain',
        rule: {
          kind: 'all-except-minor',
          perItem: rational(1, 100),
          total: rational(5, 100),
          materials: 'mixed',
        },
      },
    ],
    [
      '{ kind: all-except-minor, perItem: 5 %, total: 5 %, materials: whole }',
      {
        kind: 'plain',
        rule: {
          kind: 'all-except-minor',
          perItem: rational(5, 100),
          total: rational(5, 100),
          materials: 'whole',
        },
      },
    ],
    [
      '{ kind: derived, quantity: recycled, moreThan: 0 % }',
      {
        kind: 'within',
        quantity: 'recycled',
        range: { lo: zero, loOpen: true, hi: rational(1), hiOpen: false },
      },
    ],
    [
      '{ kind: derived, quantity: warranty, atLeast: 10 years }',
      {
        kind: 'within',
        quantity: 'warranty',
        range: { lo: rational(10), loOpen: false, hi: undefined, hiOpen: true },
      },
    ],
    [
      '{ kind: derived, quantity: skill, atLeast: layman }',
      { kind: 'within', quantity: 'skill', range: exactly(rational(2)) },
    ],
    [
      '{ kind: derived, not: no-lead }',
      { kind: 'expression', expression: { operator: 'not', of: ['no-lead'] } },
    ],
    [
      '{ kind: derived, all: [no-lead, recycled/0] }',
      { kind: 'expression', expression: { operator: 'all', of: ['no-lead', 'recycled/0'] } },
    ],
    [
      '{ kind: derived, any: [no-lead] }',
      { kind: 'expression', expression: { operator: 'any', of: ['no-lead'] } },
    ],
    [
      '{ kind: fraction-with-veto, quantity: recycled, atLeast: 95 %, veto: [no-lead, recycled/0] }',
      {
        kind: 'expression',
        expression: {
          operator: 'unless',
          of: ['no-lead', 'recycled/0'],
          quantity: 'recycled',
          range: rangeOf('[19/20,1]'),
        },
      },
    ],
  ])('%s', (rule, meaning) => {
    const { value, lines } = readCatalogueText(withRule(rule));
    expect(lines).toEqual([]);
    expect(value?.statements.get('new')?.meaning).toEqual(meaning);
  });

  test.each<[string, readonly string[]]>([
    ['{ kind: sum }', ['<sum> catalogue/bad-rule: a rule of kind `sum` does not fit the statement `new`']],
    ['{ kind: own, weight: mass }', ['<weight> catalogue/bad-rule: a rule of kind `own` takes no `weight`']],
    [
      '{ kind: same-value }',
      ['<same-value> catalogue/bad-rule: the rule of `new` does not say which value is the same'],
    ],
    [
      '{ kind: same-value, of: polimer }',
      ['<polimer> catalogue/unknown-name: quantity `polimer` is not in the catalogue'],
    ],
    [
      '{ kind: same-value, of: energy }',
      ['<energy> catalogue/bad-rule: `energy` is not a name, so values cannot be compared'],
    ],
    [
      '{ kind: same-value, of: polymer, tolerance: 5 g }',
      ['<5 g> catalogue/bad-rule: the tolerance of `new` is not a share'],
    ],
    [
      '{ kind: assert-refutable, refutedBy: [permanet] }',
      ['<permanet> catalogue/unknown-name: trait `permanet` is not in the catalogue'],
    ],
    ['{ kind: derived }', ['<derived> catalogue/bad-rule: `new` must be derived from exactly one thing']],
    [
      '{ kind: derived, not: no-lead, any: [no-lead] }',
      ['<derived> catalogue/bad-rule: `new` must be derived from exactly one thing'],
    ],
    [
      '{ kind: derived, not: no-led }',
      ['<no-led> catalogue/unknown-name: statement `no-led` is not in the catalogue'],
    ],
    [
      '{ kind: derived, all: [x, no-lead] }',
      ['<x> catalogue/unknown-name: statement `x` is not in the catalogue'],
    ],
    [
      '{ kind: derived, quantity: x, atLeast: 1 % }',
      ['<x> catalogue/unknown-name: quantity `x` is not in the catalogue'],
    ],
    [
      '{ kind: derived, quantity: recycled }',
      ['<derived> catalogue/bad-rule: `new` gives no limit for `recycled`'],
    ],
    [
      '{ kind: derived, quantity: polymer, atLeast: 1 % }',
      ['<polymer> catalogue/bad-rule: `polymer` is a name and has no limits'],
    ],
    [
      '{ kind: derived, quantity: recycled, atLeast: 1 kg }',
      ['<1 kg> read/bad-quantity: the limit of `new` is in `kg`, where a share is expected'],
    ],
    [
      '{ kind: derived, quantity: skill, atLeast: expert }',
      ['<expert> read/wrong-value: `expert` is not a step of the scale of `skill`'],
    ],
    [
      '{ kind: derived, quantity: skill, moreThan: layman }',
      ['<skill> catalogue/bad-rule: no step of the scale lies between the limits of `new`'],
    ],
    [
      '{ kind: all-except-minor }',
      [
        '<all-except-minor> catalogue/bad-rule: the rule of `new` lacks `perItem`',
        '<all-except-minor> catalogue/bad-rule: the rule of `new` lacks `total`',
      ],
    ],
    [
      '{ kind: all-except-minor, perItem: 6 %, total: 5 % }',
      ['<5 %> catalogue/bad-rule: `new` lets one constituent be more than all together'],
    ],
    [
      '{ kind: all-except-minor, perItem: 0 %, total: 5 g }',
      [
        '<0 %> catalogue/bad-rule: `perItem` of `new` is nothing',
        '<5 g> catalogue/bad-rule: `total` of `new` is not one share',
      ],
    ],
    [
      '{ kind: all-except-minor, perItem: 1..2 %, total: 120 % }',
      [
        '<1..2 %> catalogue/bad-rule: `perItem` of `new` is not one share',
        '<120 %> catalogue/bad-rule: `total` of `new` is not one share',
      ],
    ],
    [
      '{ kind: all-except-minor, perItem: 1 %, total: 5 %, of: polymer }',
      ['<of> catalogue/bad-rule: a rule of kind `all-except-minor` takes no `of`'],
    ],
    [
      '{ kind: fraction-with-veto, veto: [no-lead] }',
      ['<fraction-with-veto> catalogue/bad-rule: the rule of `new` lacks `quantity`'],
    ],
    [
      '{ kind: fraction-with-veto, quantity: recycled, atLeast: 95 % }',
      ['<fraction-with-veto> catalogue/bad-rule: the rule of `new` lacks `veto`'],
    ],
    [
      '{ kind: fraction-with-veto, quantity: recycled, veto: [no-lead] }',
      ['<fraction-with-veto> catalogue/bad-rule: `new` gives no limit for `recycled`'],
    ],
    [
      '{ kind: fraction-with-veto, quantity: recycled, atLeast: 95 %, veto: [no-led] }',
      ['<no-led> catalogue/unknown-name: statement `no-led` is not in the catalogue'],
    ],
    [
      '{ kind: fraction-with-veto, quantity: warranty, atLeast: 1 year, veto: [no-lead] }',
      ['<warranty> catalogue/bad-rule: `warranty` is no share of parts'],
    ],
    [
      '{ kind: fraction-with-veto, quantity: recycled, atLeast: 95 %, veto: [new] }',
      ['<new> catalogue/bad-rule: `new` is derived from itself'],
    ],
    ['{ kind: derived, not: new }', ['<new> catalogue/bad-rule: `new` is derived from itself']],
  ])('%s does not fit', (rule, expected) => {
    expect(readCatalogueText(withRule(rule)).marked).toEqual(expected);
  });

  /** `s1`, `s2`, ..., each derived from the one before in the way given. */
  const chain = (count: number, rule: (before: string) => string): readonly string[] => {
    const lines = Array.from(
      { length: count },
      (_, index) =>
        `  s${index + 1}: { section: use, title: T, text: T., guidance: G., level: product, rule: { kind: derived, ${rule(index === 0 ? 'no-lead' : `s${index}`)} } }\n`,
    );
    return readCatalogueText(plasticsCatalogue.replace('effects:', `${lines.join('')}effects:`)).marked;
  };

  test('a derivation may go through 64 statements, and the first that goes on is told', () => {
    expect(chain(64, (before) => `not: ${before}`)).toEqual([]);
    expect(chain(4000, (before) => `not: ${before}`)).toEqual([
      '<s65> catalogue/bad-rule: `s65` is derived through more than 64 statements or from more than 5000',
    ]);
  });

  test('statements that are asked for again and again count each time', () => {
    expect(chain(11, (before) => `all: [${before}, ${before}]`)).toEqual([]);
    expect(chain(40, (before) => `all: [${before}, ${before}]`)).toEqual([
      '<s12> catalogue/bad-rule: `s12` is derived through more than 64 statements or from more than 5000',
    ]);
  });

  test('a derivation that leads back by another statement is found at each of them', () => {
    const extra = (id: string, of: string): string =>
      `  ${id}: { section: use, title: T, text: T., guidance: G., level: product, rule: { kind: derived, all: [${of}] } }\n`;
    const text = plasticsCatalogue.replace(
      'effects:',
      `${extra('one', 'two')}${extra('two', 'three, no-lead')}${extra('three', 'one')}${extra('four', 'one')}effects:`,
    );
    expect(readCatalogueText(text).marked).toEqual([
      '<one> catalogue/bad-rule: `one` is derived from itself',
      '<two> catalogue/bad-rule: `two` is derived from itself',
      '<three> catalogue/bad-rule: `three` is derived from itself',
    ]);
  });
});
