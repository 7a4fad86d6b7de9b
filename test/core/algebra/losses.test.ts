// What stays after a loss of which only the amount is known, kind by kind.

import { describe, expect, test } from 'vitest';
import { concArticle } from '../../../src/core/algebra/kinds/concentration.ts';
import { minLevel } from '../../../src/core/algebra/kinds/extremes.ts';
import { fraction } from '../../../src/core/algebra/kinds/fraction.ts';
import { sameValue } from '../../../src/core/algebra/kinds/same-value.ts';
import { sum } from '../../../src/core/algebra/kinds/sum.ts';
import { shrinkage } from '../../../src/core/algebra/losses.ts';
import { anyAmount, closed } from '../../../src/core/values/interval.ts';
import { rational, zero } from '../../../src/core/values/rational.ts';
import { regionOf } from '../../../src/core/values/region.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../samples/steps.ts';

const none = { levels: new Map(), shares: new Map() };

/** A loss from one kilogram, unless the mass is another. */
const losing = <V>(value: V, loss: string, freeOf: readonly string[] = [], mass = '[1]') =>
  stepOf([lineOf(value, mass)], { loss: rangeOf(loss), process: { ...none, freeOf } });

describe('how many times what goes in weighs what stays', () => {
  test.each([
    ['[1]', '[1/5]', '[5/4,5/4]'],
    ['[1,2]', '[1/5]', '[10/9,5/4]'],
    ['[1,2]', '[1/5,1/2]', '[10/9,2]'],
    ['[1,2]', '[1/5,1]', '[10/9,)'],
  ])('%s less %s', (mass, loss, expected) => {
    expect(rangeText(shrinkage(losing(0, loss), rangeOf(mass)))).toBe(expected);
  });

  test('a yield is that ratio itself, whatever the mass', () => {
    const step = { ...losing(0, '[0]'), process: { ...none, yield: rangeOf('[1/2,4/5]') } };
    expect(rangeText(shrinkage(step, anyAmount))).toBe('[5/4,2]');
  });
});

describe('shares', () => {
  const subject = subjectOf('post', { kind: 'fraction', weight: 'mass', custody: 'physical' } as const);
  const left = (share: string, loss: string, freeOf: readonly string[], mass = '[1]'): string => {
    const value = { weight: anyAmount, share: regionOf(rangeOf(share)), custody: undefined };
    return rangeText(fraction.behaviours['lose-some']?.(losing(value, loss, freeOf, mass), subject).share[0]);
  };

  test.each([
    ['(1/4,1/2]', '[1/5]', '(5/16,5/8]'],
    ['[0]', '[1/5]', '[0,0]'],
    ['[1/2,9/10]', '[1/5]', '[5/8,1]'],
    ['[1/2]', '[1/5,1/2]', '[5/8,1]'],
    // More than what stays cannot have stayed: the bill contradicts itself.
    ['[9/10]', '[1/2]', '[0,1]'],
  ])('%s, of which nothing leaves with %s', (share, loss, expected) => {
    expect(left(share, loss, ['post'])).toBe(expected);
  });

  test('without that word it may all leave or all stay', () => {
    expect(left('(1/4,1/2]', '[1/5]', ['other'])).toBe('(1/16,5/8]');
  });

  test('the word of the maker can be left out of account', () => {
    const value = { weight: anyAmount, share: regionOf(rangeOf('[1/2]')), custody: undefined };
    const step = { ...losing(value, '[1/5]', ['post']), silent: true };
    expect(rangeText(fraction.behaviours['lose-some']?.(step, subject).share[0])).toBe('[3/8,5/8]');
  });

  test('a loss of mass tells nothing of a share that energy weighs', () => {
    const weighed = subjectOf('post', { kind: 'fraction', weight: 'energy', custody: 'physical' } as const);
    const value = { weight: anyAmount, share: regionOf(rangeOf('[1/2]')), custody: undefined };
    const { share } = fraction.behaviours['lose-some']?.(losing(value, '[1/5]'), weighed) ?? {};
    expect(rangeText(share?.[0])).toBe('[0,1]');
  });
});

describe('contents', () => {
  const subject = subjectOf('svhc', { kind: 'conc-article' } as const);
  type Form = 'mixture' | 'articles' | 'either';
  const left = (how: 'lose-some' | 'select', form: Form, loss: string, freeOf: readonly string[] = []) => {
    const step = losing({ highest: rangeOf('(1/100,1/10]'), form }, loss, freeOf);
    return rangeText(concArticle.behaviours[how]?.(step, subject).highest);
  };

  test.each([
    ['lose-some', 'mixture', [], '[0,1/8]'],
    ['lose-some', 'mixture', ['svhc'], '(1/80,1/8]'],
    ['lose-some', 'articles', [], '[0,1]'],
    ['lose-some', 'articles', ['svhc'], '(1/100,1]'],
    ['lose-some', 'either', [], '[0,1]'],
    ['select', 'articles', [], '[0,1/10]'],
    ['select', 'articles', ['svhc'], '(1/100,1/10]'],
    ['select', 'mixture', [], '[0,1/8]'],
    ['select', 'either', [], '[0,1]'],
  ] as const)('%s from %s, free of %j', (how, form, freeOf, expected) => {
    expect(left(how, form, '[1/5]', freeOf)).toBe(expected);
  });

  test('where nothing leaves nothing gets richer, and what is in nothing gets into nothing', () => {
    expect(left('lose-some', 'articles', '[0]')).toBe('[0,1/10]');
    const none = losing({ highest: rangeOf('[0]'), form: 'articles' as const }, '[1/5]');
    expect(rangeText(concArticle.behaviours['lose-some']?.(none, subject).highest)).toBe('[0,0]');
  });
});

test('the weakest part may have left, and the amount may belong to what left', () => {
  const domain = closed(zero, rational(3));
  const level = subjectOf('skill', { kind: 'min-level' } as const, domain);
  expect(rangeText(minLevel.behaviours['lose-some']?.(losing(rangeOf('[1,2]'), '[1/5]'), level))).toBe(
    '[1,3]',
  );
  const energy = subjectOf('energy', { kind: 'sum' } as const, anyAmount);
  expect(rangeText(sum.behaviours['lose-some']?.(losing(rangeOf('[4,5]'), '[1/5]'), energy))).toBe('[0,5]');
});

describe('one material', () => {
  const rule = { kind: 'same-value', of: 'material', tolerance: rational(1, 20) } as const;
  const left = (foreign: string, loss: string, listed = true) => {
    const value = { single: 'true', material: { name: 'pp', listed }, foreign: rangeOf(foreign) } as const;
    return sameValue.behaviours['lose-some']?.(losing(value, loss), subjectOf('mono', rule));
  };

  test('what is foreign may be all that stays whole', () => {
    expect(left('[0,1/50]', '[1/5]')).toEqual({
      single: 'true',
      material: { name: 'pp', listed: true },
      foreign: rangeOf('[0,1/40]'),
    });
    expect(left('[0,1/20]', '[1/5]')?.single).toBe('unknown');
  });

  test('what no vocabulary lists may be a mixture, and is then another one', () => {
    expect(left('[0]', '[1/5]', false)).toMatchObject({ single: 'true', material: undefined });
  });
});
