// What a part contains of something, and shares weighed by that.

import { describe, expect, test } from 'vitest';
import type { Subject } from '../../../../src/core/algebra/kind.ts';
import { content } from '../../../../src/core/algebra/kinds/content.ts';
import { fraction } from '../../../../src/core/algebra/kinds/fraction.ts';
import type { Behaviour, Rule } from '../../../../src/core/model/catalogue.ts';
import { anyAmount } from '../../../../src/core/values/interval.ts';
import { hullOf, regionOf } from '../../../../src/core/values/region.ts';
import { rangeOf, rangeText } from '../../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

const none = { levels: new Map(), shares: new Map() };
const dry = subjectOf('dry', { kind: 'content' } as const, anyAmount);

/** Wet stuff that weighs so much, less a loss. */
function left(
  behaviour: 'lose-some' | 'shrink' | 'replace',
  [amount, mass]: readonly [string, string],
  loss: string,
  { stays = '[0,)', freeOf = [] as readonly string[], ratio = '' } = {},
): string {
  const step = stepOf([lineOf(rangeOf(amount), mass)], {
    loss: rangeOf(loss),
    mass: rangeOf(stays),
    process: { ...none, freeOf, ...(ratio === '' ? {} : { yield: rangeOf(ratio) }) },
  });
  const after = content.behaviours[behaviour]?.(step, dry);
  return rangeText(after === undefined ? undefined : content.inMass?.(after, step.mass, dry));
}

describe('a content', () => {
  test('adds up', () => {
    const parts = [lineOf(rangeOf('(1,2]'), '[5]'), lineOf(rangeOf('[3]'), '[4]')];
    expect(rangeText(content.combine(parts, dry))).toBe('(4,5]');
  });

  test.each([
    ['[3]', '[1]', '[2,3]'],
    ['(3,4]', '[1,2]', '[1,4]'],
    ['[1/2]', '[1]', '[0,1/2]'],
  ])('of %s, of which an unknown selection of %s may have taken all it is', (amount, loss, expected) => {
    expect(left('lose-some', [amount, '[10]'], loss)).toBe(expected);
  });

  test('is no more than what stays', () => {
    expect(left('lose-some', ['[3]', '[10]'], '[8]', { stays: '[2]' })).toBe('[0,2]');
    expect(left('replace', ['[3]', '[10]'], '[8]', { stays: '[2]' })).toBe('[0,2]');
  });

  test('stays whole where what leaves is free of it', () => {
    expect(left('lose-some', ['[3]', '[10]'], '[5]', { stays: '[5]', freeOf: ['dry'] })).toBe('[3,3]');
  });

  test.each([
    ['[3]', '[10]', '[5]', '[3/2,3/2]'],
    ['[2,3]', '[10]', '[4,5]', '[1,9/5]'],
  ])('of %s in %s gets less as the mass does that loses %s', (amount, mass, loss, expected) => {
    expect(left('shrink', [amount, mass], loss)).toBe(expected);
  });

  test('is gone where nothing stays', () => {
    expect(left('shrink', ['[3]', '[10]'], '[10]', { stays: '[0]' })).toBe('[0,0]');
  });

  test('gets less by the yield, whatever the mass', () => {
    expect(left('shrink', ['[3]', '[0,)'], '[0,)', { ratio: '[1/3]' })).toBe('[1,1]');
  });
});

describe('a share of a content', () => {
  const rule: Extract<Rule, { kind: 'fraction' }> = { kind: 'fraction', weight: 'dry', custody: 'physical' };
  const weightRule: Rule = { kind: 'content' };
  const bio: Subject<typeof rule> = { ...subjectOf('bio', rule), weightRule };
  const part = (weight: string, share: string, mass: string) =>
    lineOf({ weight: rangeOf(weight), share: regionOf(rangeOf(share)), custody: undefined }, mass);

  test('is weighed by it, not by the mass', () => {
    const mixed = fraction.combine([part('[1]', '[1]', '[9]'), part('[3]', '[0]', '[3]')], bio);
    expect(rangeText(hullOf(mixed.share))).toBe('[1/4,1/4]');
    expect(rangeText(mixed.weight)).toBe('[4,4]');
  });

  const losing = (freeOf: readonly string[]) =>
    stepOf([part('[4]', '[1/2]', '[10]')], {
      loss: rangeOf('[1]'),
      mass: rangeOf('[9]'),
      process: { ...none, freeOf },
    });

  test.each([
    [[], '[1/3,2/3]', '[3,4]'],
    [['dry'], '[1/2,1/2]', '[4,4]'],
    [['bio'], '[1/2,2/3]', '[3,4]'],
  ])('after a loss that is free of %j', (freeOf, share, weight) => {
    const step = losing(freeOf);
    const after = fraction.behaviours['lose-some']?.(step, bio);
    expect(rangeText(hullOf(after?.share ?? []))).toBe(share);
    const reweighed = after === undefined ? undefined : fraction.reweighed?.(after, 'lose-some', step, bio);
    expect(rangeText(reweighed?.weight)).toBe(weight);
  });

  test.each<[Behaviour, string]>([
    ['shrink', '[18/5,18/5]'],
    ['replace', '[3,4]'],
    ['unknown', '[0,)'],
  ])('what weighs it is followed through `%s`', (fate, weight) => {
    const step = losing([]);
    const before = fraction.combine(step.lines, bio);
    const after = fraction.reweighed?.(before, fate, step, bio);
    expect(rangeText(after?.weight)).toBe(weight);
    expect(after?.share).toEqual(before.share);
  });
});
