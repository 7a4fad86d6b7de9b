import { describe, expect, test } from 'vitest';
import { believe, believeWith, type Claim } from '../../../src/core/algebra/believe.ts';
import { interpret } from '../../../src/core/algebra/interpret.ts';
import { type Knowledge, nothingKnown, regionIn, truthIn } from '../../../src/core/algebra/knowledge.ts';
import type { Catalogue } from '../../../src/core/model/catalogue.ts';
import { rangeOf, rangesText } from '../../samples/ranges.ts';
import {
  atMost,
  catalogueOf,
  composed,
  implies,
  massShare,
  nested,
  partition,
  plain,
  quantityOf,
  total,
  within,
} from '../../samples/small-catalogue.ts';

const shares = ['a', 'b', 'c'].map((id) => quantityOf(id, massShare));

const figure = (quantity: string, range: string): Claim => ({
  key: `quantity:${quantity}`,
  kind: 'figure',
  quantity,
  range: rangeOf(range),
});
const answer = (statement: string, is: boolean): Claim => ({ key: statement, kind: 'answer', statement, is });

const show = (catalogue: Catalogue, knowledge: Knowledge | undefined): string =>
  knowledge === undefined
    ? 'impossible'
    : ['a', 'b', 'c'].map((id) => rangesText(regionIn(knowledge, catalogue, id))).join('; ');

describe('linear facts carry what is known of one share to the others', () => {
  test.each([
    [total, { a: '(1/10,1/5]', b: '[1/10,1/4)' }, '(1/10,1/5]; [1/10,1/4); (1/5,9/20)'],
    [total, { c: '[1/2,3/5)', a: '(1/10,1/5]' }, '(1/10,1/5]; [3/10,1/2); [1/2,3/5)'],
    [total, { c: '[1/2]' }, '[0,1/2]; [0,1/2]; [1/2,1/2]'],
    [total, { c: '[0]', a: '(0,1]' }, 'impossible'],
    [total, { c: '[1/2]', a: '[1/2]' }, '[1/2,1/2]; [0,0]; [1/2,1/2]'],
    [partition, { a: '(1/2,1]', b: '[1/4,1/2]' }, '(1/2,3/4]; [1/4,1/2); [0,1/4)'],
    [partition, { a: '[0,1/4)', b: '[0,1/4]' }, '[0,1/4); [0,1/4]; (1/2,1]'],
    [partition, { a: '(1/2,1]', b: '[1/2,1]' }, 'impossible'],
    [atMost, { a: '(3/4,1]' }, '(3/4,1]; [0,1/4); [0,1]'],
    [atMost, { a: '[0,1/4]' }, '[0,1/4]; [0,1]; [0,1]'],
    [nested, { a: '(1/4,1/2]' }, '(1/4,1/2]; (1/4,1]; [0,1]'],
    [nested, { b: '[0,1/2)' }, '[0,1/2); [0,1/2); [0,1]'],
    [nested, { a: '[1/2,1]', b: '[0,1/2)' }, 'impossible'],
  ] as const)('%#', (constraint, figures, known) => {
    const catalogue = catalogueOf(shares, [], [constraint]);
    const claims = Object.entries(figures).map(([quantity, range]) => figure(quantity, range));
    expect(show(catalogue, believe(catalogue, claims))).toBe(known);
  });

  test('one after the other, until nothing changes', () => {
    const catalogue = catalogueOf(shares, [], [nested, total]);
    // b is at most what a leaves of c, and a at most b.
    expect(show(catalogue, believe(catalogue, [figure('c', '[1/2]'), figure('a', '[1/4,1/2]')]))).toBe(
      '[1/4,1/4]; [1/4,1/4]; [1/2,1/2]',
    );
  });
});

describe('an implication', () => {
  const own = { kind: 'own' } as const;
  const catalogue = catalogueOf(
    [quantityOf('a', massShare)],
    [plain('p', own), plain('q', own), within('much', 'a', '(1/2,1]')],
    [implies('p', true, 'q', false), implies('q', false, 'much', true)],
  );
  const known = (...claims: readonly Claim[]): readonly string[] => {
    const knowledge = believe(catalogue, claims);
    return knowledge === undefined
      ? ['impossible']
      : ['p', 'q', 'much'].map((id) => truthIn(knowledge, catalogue, id));
  };

  test('goes forward, from statement to statement and on to a share', () => {
    expect(known(answer('p', true))).toEqual(['true', 'false', 'true']);
  });

  test('goes backward: what it implies wrongly is not so', () => {
    expect(known(answer('much', false))).toEqual(['false', 'true', 'false']);
    expect(known(answer('q', true))).toEqual(['false', 'true', 'unknown']);
  });

  test('says nothing where its condition fails', () => {
    expect(known(answer('p', false))).toEqual(['false', 'unknown', 'unknown']);
    expect(known(answer('q', false))).toEqual(['unknown', 'false', 'true']);
  });

  test('that is broken leaves nothing possible', () => {
    expect(known(answer('p', true), answer('q', true))).toEqual(['impossible']);
    expect(known(answer('p', true), answer('much', false))).toEqual(['impossible']);
  });
});

describe('a composed answer', () => {
  const own = { kind: 'own' } as const;
  const catalogue = catalogueOf(
    [],
    [
      plain('p', own),
      plain('q', own),
      composed('both', { operator: 'all', of: ['p', 'q'] }),
      composed('one', { operator: 'any', of: ['p', 'q'] }),
      composed('no-p', { operator: 'not', of: ['p'] }),
    ],
  );
  const known = (...claims: readonly Claim[]): string => {
    const knowledge = believe(catalogue, claims);
    if (knowledge === undefined) return 'impossible';
    return ['p', 'q', 'both', 'one'].map((id) => truthIn(knowledge, catalogue, id)).join(' ');
  };

  test.each([
    [[answer('both', true)], 'true true true true'],
    [[answer('both', false)], 'unknown unknown false unknown'],
    [[answer('both', false), answer('p', true)], 'true false false true'],
    [[answer('both', false), answer('p', false)], 'false unknown false unknown'],
    [[answer('both', false), answer('p', true), answer('q', true)], 'impossible'],
    [[answer('one', false)], 'false false false false'],
    [[answer('one', true)], 'unknown unknown unknown true'],
    [[answer('one', true), answer('p', false)], 'false true false true'],
    [[answer('one', true), answer('p', true)], 'true unknown unknown true'],
    [[answer('one', true), answer('p', false), answer('q', false)], 'impossible'],
    [[answer('no-p', true)], 'false unknown false unknown'],
    [[answer('no-p', false)], 'true unknown unknown true'],
    [[answer('no-p', true), answer('p', true)], 'impossible'],
  ] as const)('%#', (claims, truths) => {
    expect(known(...claims)).toBe(truths);
  });
});

describe('contradictory answers', () => {
  const catalogue = catalogueOf(
    [...shares, quantityOf('d', massShare)],
    [within('much-a', 'a', '(1/2,1]'), within('little-a', 'a', '[0,1/2]'), within('much-d', 'd', '(1/2,1]')],
    [nested],
  );

  test('are set aside with everything that constraints tie to them, and with nothing else', () => {
    const claims = [
      answer('much-a', true),
      answer('little-a', true),
      figure('b', '[3/4]'),
      answer('much-d', true),
    ];
    const { knowledge, setAside, claims: kept, conflicts } = interpret(catalogue, claims);
    expect([...setAside]).toEqual(['much-a', 'little-a', 'quantity:b']);
    expect(kept.map(({ key }) => key)).toEqual(['much-d']);
    expect(conflicts.map((conflict) => conflict.claims.map(({ key }) => key))).toEqual([
      ['much-a', 'little-a'],
    ]);
    expect(show(catalogue, knowledge)).toBe('[0,1]; [0,1]; [0,1]');
    expect(truthIn(knowledge, catalogue, 'much-d')).toBe('true');
  });

  test('that only a constraint brings about name it', () => {
    const { conflicts } = interpret(catalogue, [figure('a', '[3/4]'), figure('b', '[1/2]')]);
    expect(
      conflicts.map(({ claims, constraints }) => [claims.length, constraints.map(({ id }) => id)]),
    ).toEqual([[2, ['nested']]]);
  });
});

describe('a share with vetoes', () => {
  const catalogue = catalogueOf(
    shares,
    [
      plain('x', { kind: 'any' }),
      plain('y', { kind: 'any' }),
      composed('class', { operator: 'unless', of: ['x', 'y'], quantity: 'a', range: rangeOf('[3/4,1]') }),
    ],
    [],
  );
  const told = (...claims: readonly Claim[]): string => {
    const knowledge = believe(catalogue, claims);
    if (knowledge === undefined) return 'impossible';
    const truths = ['x', 'y', 'class'].map((id) => truthIn(knowledge, catalogue, id));
    return [rangesText(regionIn(knowledge, catalogue, 'a')), ...truths].join(' ');
  };

  test.each<[readonly Claim[], string]>([
    [[figure('a', '[4/5]'), answer('x', false), answer('y', false)], '[4/5,4/5] false false true'],
    [[figure('a', '[4/5]'), answer('y', true)], '[4/5,4/5] unknown true false'],
    [[figure('a', '[1/2]')], '[1/2,1/2] unknown unknown false'],
    [[figure('a', '[4/5]'), answer('x', false)], '[4/5,4/5] false unknown unknown'],
    [[answer('x', false), answer('y', false)], '[0,1] false false unknown'],
    [[answer('class', true)], '[3/4,1] false false true'],
    [[answer('class', false)], '[0,1] unknown unknown false'],
    [[answer('class', false), answer('x', false), answer('y', false)], '[0,3/4) false false false'],
    [[answer('class', false), figure('a', '[4/5]'), answer('x', false)], '[4/5,4/5] false true false'],
    [[answer('class', false), figure('a', '[4/5]')], '[4/5,4/5] unknown unknown false'],
    [[answer('class', true), answer('x', true)], 'impossible'],
    [[answer('class', true), figure('a', '[1/2]')], 'impossible'],
    [[answer('class', false), figure('a', '[4/5]'), answer('x', false), answer('y', false)], 'impossible'],
  ])('%#', (claims, known) => {
    expect(told(...claims)).toBe(known);
    expect(told(...claims.toReversed())).toBe(known);
  });
});

describe('without constraints that had no part in it', () => {
  const all = [total, partition, atMost, nested];
  const catalogue = catalogueOf(shares, [], all);
  const subsets = <T>(each: readonly T[]): readonly (readonly T[])[] =>
    Array.from({ length: 2 ** each.length }, (_, mask) => each.filter((_one, index) => mask & (2 ** index)));

  test.each([
    [{ a: '(1/10,1/5]', b: '[1/10,1/4)' }],
    [{ c: '[1/2,3/5)', a: '(1/10,1/5]' }],
    [{ c: '[1/4]' }],
    [{ a: '[1/2,1]', b: '[0,1/2)' }],
    [{ a: '(3/4,1]' }],
    [{ c: '[1/2]', a: '[1/4,1/2]' }],
    [{}],
  ])('all is as it was: %j', (figures) => {
    const claims = Object.entries(figures).map(([quantity, range]) => figure(quantity, range));
    const wrong = subsets(all).flatMap((given) => {
      const { knowledge, used } = believeWith(catalogue, claims, nothingKnown, given);
      return subsets(given.filter((constraint) => !used.has(constraint))).flatMap((left) => {
        const fewer = given.filter((constraint) => !left.includes(constraint));
        const again = believeWith(catalogue, claims, nothingKnown, fewer).knowledge;
        return show(catalogue, again) === show(catalogue, knowledge) ? [] : [{ given, fewer }];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('one that cuts nothing off has none', () => {
    expect([...believeWith(catalogue, [figure('b', '[1/4]')], nothingKnown, [nested]).used]).toEqual([
      nested,
    ]);
    expect([...believeWith(catalogue, [figure('c', '[1/4]')], nothingKnown, [nested, atMost]).used]).toEqual(
      [],
    );
  });
});
