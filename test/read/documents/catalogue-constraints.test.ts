import { describe, expect, test } from 'vitest';
import { rational } from '../../../src/core/values/rational.ts';
import { plasticsCatalogue, readCatalogueText } from '../../samples/read.ts';

const shares = `  post: { title: P, unit: "%", rule: { kind: fraction } }
  pre: { title: P, unit: "%", rule: { kind: fraction } }
`;

const withConstraint = (constraint: string) =>
  readCatalogueText(
    `${plasticsCatalogue.replace('quantities:\n', `quantities:\n${shares}`)}constraints:\n  - ${constraint}\n`,
  );

const plus = rational(1);
const minus = rational(-1);

describe('constraints are linear facts', () => {
  test.each<[string, object]>([
    [
      '{ kind: total, total: recycled, parts: [post, pre] }',
      {
        kind: 'total',
        id: 'total recycled = post + pre',
        terms: [
          { quantity: 'recycled', factor: plus },
          { quantity: 'post', factor: minus },
          { quantity: 'pre', factor: minus },
        ],
        relation: '=',
        bound: rational(0),
      },
    ],
    [
      '{ kind: atMost, parts: [post, pre] }',
      {
        kind: 'atMost',
        id: 'atMost post + pre',
        terms: [
          { quantity: 'post', factor: plus },
          { quantity: 'pre', factor: plus },
        ],
        relation: '<=',
        bound: rational(1),
      },
    ],
    [
      '{ kind: partition, parts: [post, pre] }',
      {
        kind: 'partition',
        id: 'partition post + pre',
        terms: [
          { quantity: 'post', factor: plus },
          { quantity: 'pre', factor: plus },
        ],
        relation: '=',
        bound: rational(1),
      },
    ],
    [
      '{ kind: nested, inner: post, outer: recycled }',
      {
        kind: 'nested',
        id: 'nested post in recycled',
        terms: [
          { quantity: 'post', factor: plus },
          { quantity: 'recycled', factor: minus },
        ],
        relation: '<=',
        bound: rational(0),
      },
    ],
    [
      '{ kind: implies, when: { statement: no-lead, is: true }, then: { statement: recycled/0, is: false } }',
      {
        kind: 'implies',
        id: 'implies no-lead true recycled/0 false',
        when: { statement: 'no-lead', is: true },
        // biome-ignore lint/suspicious/noThenProperty: the word of the model; nothing awaits it.
        then: { statement: 'recycled/0', is: false },
      },
    ],
    [
      '{ kind: never, all: [{ statement: no-lead, is: true }, { statement: recycled/0, is: false }], because: of it }',
      {
        kind: 'never',
        id: 'never no-lead true, recycled/0 false',
        all: [
          { statement: 'no-lead', is: true },
          { statement: 'recycled/0', is: false },
        ],
        because: 'of it',
      },
    ],
  ])('%s', (constraint, expected) => {
    const { value, lines } = withConstraint(constraint);
    expect(lines).toEqual([]);
    expect(value?.constraints).toEqual([expected]);
  });
});

describe('constraints that do not fit', () => {
  test.each<[string, string, string]>([
    [
      '{ kind: total, parts: [post] }',
      'catalogue/bad-rule: a constraint of kind `total` takes `total` and `parts`',
      'add `total`',
    ],
    [
      '{ kind: nested, inner: post, outer: pre, parts: [post] }',
      'catalogue/bad-rule: a constraint of kind `nested` takes `inner` and `outer`',
      'remove `parts`',
    ],
    [
      '{ kind: atMost, parts: [post, pree] }',
      'catalogue/unknown-name: quantity `pree` is not in the catalogue',
      'did you mean `pre`?',
    ],
    [
      '{ kind: nested, inner: post, outer: x }',
      'catalogue/unknown-name: quantity `x` is not in the catalogue',
      'there is `post`, `pre`, `energy`, `polymer`, `skill`, `warranty`, `recycled`, `renewable-energy`',
    ],
    [
      '{ kind: nested, inner: post, outer: energy }',
      'catalogue/bad-rule: the quantities of a constraint of kind `nested` cannot be compared',
      'name quantities of one dimension and, where they are shares, of one weight',
    ],
    [
      '{ kind: atMost, parts: [recycled, renewable-energy] }',
      'catalogue/bad-rule: the quantities of a constraint of kind `atMost` cannot be compared',
      'name quantities of one dimension and, where they are shares, of one weight',
    ],
    [
      '{ kind: partition, parts: [energy, energy] }',
      'catalogue/bad-rule: a constraint of kind `partition` is about shares',
      'name quantities in per cent',
    ],
    [
      '{ kind: implies, when: { statement: no-led, is: true }, then: { statement: no-lead, is: true } }',
      'catalogue/unknown-name: statement `no-led` is not in the catalogue',
      'did you mean `no-lead`?',
    ],
    [
      '{ kind: never, all: [{ statement: no-led, is: true }, { statement: no-lead, is: true }] }',
      'catalogue/unknown-name: statement `no-led` is not in the catalogue',
      'did you mean `no-lead`?',
    ],
    [
      '{ kind: never, when: { statement: no-lead, is: true } }',
      'catalogue/bad-rule: a constraint of kind `never` takes `all`',
      'add `all`',
    ],
  ])('%s', (constraint, line, help) => {
    const { lines, findings } = withConstraint(constraint);
    expect(lines.map((each) => each.replace(/^\S+ /, ''))).toEqual([line]);
    expect(findings[0]?.help).toEqual([help]);
  });
});
