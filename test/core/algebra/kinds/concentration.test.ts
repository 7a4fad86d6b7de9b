import { describe, expect, test } from 'vitest';
import type { Leaf, Line } from '../../../../src/core/algebra/kind.ts';
import {
  type Concentration,
  concArticle,
  concHomog,
} from '../../../../src/core/algebra/kinds/concentration.ts';
import { anyNames } from '../../../../src/core/values/name-set.ts';
import { rangeOf, rangeText } from '../../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

type Form = 'mixture' | 'articles' | 'either';
/** `article`: one that is known to be one. */
type Part = readonly [form: Form | 'article', mass: string, content: string, applied?: 'applied'];
type Behaviour = 'combine' | 'blend' | 'absorb' | 'pool';

const article = subjectOf('svhc', { kind: 'conc-article' } as const);

const linesOf = (parts: readonly Part[]): readonly Line<Concentration>[] =>
  parts.map(([form, mass, content, applied]) => {
    const known = form === 'article' ? ({ form: 'articles', isOneBody: true } as const) : { form };
    return lineOf({ highest: rangeOf(content), ...known }, mass, applied === 'applied');
  });

function madeBy(behaviour: Behaviour, parts: readonly Part[]): readonly [content: string, form: Form] {
  const lines = linesOf(parts);
  const value =
    behaviour === 'combine'
      ? concArticle.combine(lines, article)
      : concArticle.behaviours[behaviour]?.(stepOf(lines), article);
  return [rangeText(value?.highest), value?.form ?? 'either'];
}

type Case = readonly [parts: readonly Part[], content: string, form: Form];

const cases: Readonly<Record<Behaviour, Readonly<Record<string, Case>>>> = {
  combine: {
    'the richest part counts, whatever it weighs': [
      [
        ['articles', '[9]', '[0,1/10)'],
        ['articles', '[0]', '(1/20,1/5]'],
      ],
      '(1/20,1/5]',
      'articles',
    ],
    'one part is left as it is': [[['mixture', '[1]', '[1/5]']], '[1/5,1/5]', 'mixture'],
    'two mixtures side by side are no mixture': [
      [
        ['mixture', '[1]', '[1/5]'],
        ['mixture', '[1]', '[1/5]'],
      ],
      '[0,1/5]',
      'either',
    ],
    'an article and what is not known may hold both': [
      [
        ['articles', '[1]', '[0]'],
        ['either', '[1]', '[0]'],
      ],
      '[0,0]',
      'either',
    ],
  },
  blend: {
    'each substance is diluted: at most the mean, at least what one mixture brings': [
      [
        ['mixture', '[1]', '(1/5,2/5]'],
        ['mixture', '[3]', '[1/10,1/5)'],
      ],
      '[3/40,1/4)',
      'mixture',
    ],
    'an article may have held it in one corner': [
      [
        ['articles', '[1]', '[2/5]'],
        ['articles', '[3]', '[0]'],
      ],
      '[0,1/10]',
      'mixture',
    ],
    'of masses that are not known, the richest is possible and nothing is sure': [
      [
        ['mixture', '[0,)', '[1/5]'],
        ['mixture', '[0,)', '[2/5]'],
      ],
      '[0,2/5]',
      'mixture',
    ],
    'beside a mass that is not known, nothing that is brought is sure': [
      [
        ['mixture', '[1]', '[1/5]'],
        ['mixture', '[1,)', '[0]'],
      ],
      '[0,1/5]',
      'mixture',
    ],
    'of ranges of mass, the least that one brings counts': [
      [
        ['mixture', '[1,2]', '(1/2,1]'],
        ['mixture', '[1,3]', '[0]'],
      ],
      '(1/8,2/3]',
      'mixture',
    ],
    'of nothing, any content may be left': [
      [
        ['mixture', '[0]', '[1/5]'],
        ['mixture', '[0]', '[2/5]'],
      ],
      '[0,2/5]',
      'mixture',
    ],
    'of two that bring as much, the open end is the better one': [
      [
        ['mixture', '[1]', '(2/5,1]'],
        ['mixture', '[1]', '[2/5,1]'],
      ],
      '(1/5,1]',
      'mixture',
    ],
  },
  absorb: {
    'a coat on one material is averaged over both': [
      [
        ['mixture', '[9]', '[0]'],
        ['mixture', '[1]', '[1/5]', 'applied'],
      ],
      '[1/50,1/50]',
      'mixture',
    ],
    'a coat on two materials may be on the other one': [
      [
        ['mixture', '[1]', '[1/2]'],
        ['mixture', '[1]', '[0]'],
        ['mixture', '[1]', '[0]', 'applied'],
      ],
      '[0,1/2]',
      'either',
    ],
    'a coat on articles may have hit the smallest': [
      [
        ['articles', '[9]', '[1/10]'],
        ['mixture', '[1]', '[1/5]', 'applied'],
      ],
      '[1/50,1/5]',
      'articles',
    ],
    'what is not known to spread may stay apart': [
      [
        ['mixture', '[9]', '[0]'],
        ['either', '[1]', '[1/5]', 'applied'],
      ],
      '[0,1/5]',
      'either',
    ],
    'articles under what is not known may hold both': [
      [
        ['articles', '[9]', '[1/10]'],
        ['either', '[1]', '[1/5]', 'applied'],
      ],
      '[0,1/5]',
      'either',
    ],
    'an article that is applied stays an article': [
      [
        ['articles', '[9]', '[0]'],
        ['articles', '[1]', '[1/5]', 'applied'],
      ],
      '[1/5,1/5]',
      'articles',
    ],
  },
  pool: {
    'glue counts over everything that it joins': [
      [
        ['article', '[6]', '[0]'],
        ['article', '[3]', '[1/100]'],
        ['mixture', '[1]', '[1/5]', 'applied'],
      ],
      '[1/50,1/50]',
      'either',
    ],
    'of a part that may come apart it may join the smallest piece': [
      [
        ['articles', '[10]', '[0]'],
        ['article', '[9/10]', '[0]'],
        ['mixture', '[1/10]', '[1/2]', 'applied'],
      ],
      '[1/220,1/20]',
      'either',
    ],
    'a material that it joins has no joints of its own': [
      [
        ['mixture', '[6]', '[0]'],
        ['article', '[3]', '[0]'],
        ['mixture', '[1]', '[1/5]', 'applied'],
      ],
      '[1/50,1/50]',
      'either',
    ],
    'articles are judged for themselves, not diluted by glue': [
      [
        ['articles', '[9]', '(1/10,1/5]'],
        ['mixture', '[1]', '[1/5]', 'applied'],
      ],
      '(1/10,1/5]',
      'either',
    ],
    'what is not known to spread may stay as rich as it was': [
      [
        ['articles', '[9]', '[0]'],
        ['either', '[1]', '[1/5]', 'applied'],
      ],
      '[0,1/5]',
      'either',
    ],
    'what may spread makes the pool larger, and may be richest by itself': [
      [
        ['article', '[1]', '[0]'],
        ['mixture', '[9]', '[1/5]', 'applied'],
        ['either', '[10]', '[2/5]', 'applied'],
      ],
      '[9/100,2/5]',
      'either',
    ],
    'what may stay apart does not dilute what spreads': [
      [
        ['article', '[1]', '[0]'],
        ['mixture', '[9]', '[2/5]', 'applied'],
        ['either', '[10]', '[1/5]', 'applied'],
      ],
      '[9/50,9/25]',
      'either',
    ],
    'two glues are one pool': [
      [
        ['article', '[8]', '[0]'],
        ['mixture', '[1]', '[1/5]', 'applied'],
        ['mixture', '[1]', '[2/5]', 'applied'],
      ],
      '[1/25,3/50]',
      'either',
    ],
    'glue on glue alone is averaged only where something is covered': [
      [
        ['mixture', '[1]', '[1/5]', 'applied'],
        ['mixture', '[1]', '[2/5]', 'applied'],
      ],
      '[1/5,2/5]',
      'either',
    ],
    'an article that is applied is one more article': [
      [
        ['articles', '[9]', '[0]'],
        ['articles', '[1]', '[1/5]', 'applied'],
      ],
      '[1/5,1/5]',
      'articles',
    ],
  },
};

describe.each(Object.entries(cases))('%s', (behaviour, table) => {
  test.each(Object.entries(table))('%s', (_, [parts, content, form]) => {
    expect(madeBy(behaviour as Behaviour, parts)).toEqual([content, form]);
    expect(madeBy(behaviour as Behaviour, [...parts].reverse())).toEqual([content, form]);
  });
});

test.each([
  ['material', { isMade: false, isOne: true }, 'mixture', false],
  ['component', { isMade: false, isOne: true }, 'articles', true],
  ['component', { isMade: true, isOne: true }, 'articles', false],
  ['component', { isMade: false, isOne: false }, 'articles', false],
  ['product', { isMade: false, isOne: true }, 'articles', false],
  [undefined, { isMade: false, isOne: false }, 'either', false],
] as const)('a part sold as %s, %o, is %s, one article: %s', (level, facts, form, isOneBody) => {
  const leaf: Leaf = {
    line: 'line',
    product: 'part',
    level,
    ...facts,
    mass: rangeOf('[1]'),
    units: undefined,
    region: () => [rangeOf('[1/5]')],
    truth: () => 'unknown',
    names: () => anyNames({ names: [], closed: false }),
    name: () => undefined,
    isInapplicable: () => false,
    custody: () => undefined,
  };
  expect(concArticle.read(leaf, article)).toEqual({
    highest: rangeOf('[1/5]'),
    form,
    isOneBody,
    // Only a material, and a component of no named inputs, holds no glue that counts over several articles.
    ...(level === 'material' || (level === 'component' && !facts.isMade) ? {} : { isGlued: true }),
  });
});

test('homogeneous materials are never averaged by a coat or by glue', () => {
  expect(Object.keys(concHomog.behaviours)).toEqual([
    'blend',
    'return-same',
    'lose-some',
    'select',
    'replace',
  ]);
});
