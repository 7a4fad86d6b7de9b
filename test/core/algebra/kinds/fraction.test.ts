import { describe, expect, test } from 'vitest';
import { fraction } from '../../../../src/core/algebra/kinds/fraction.ts';
import type { Rule } from '../../../../src/core/model/catalogue.ts';
import type { Custody } from '../../../../src/core/values/custody.ts';
import { rational } from '../../../../src/core/values/rational.ts';
import { rangeOf, rangesOf, rangesText, rangeText } from '../../../samples/ranges.ts';
import { effectOf, lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

const ofMass = subjectOf('a', {
  kind: 'fraction',
  weight: 'mass',
  custody: 'physical',
} as const satisfies Rule);
const ofEnergy = subjectOf('renewable', {
  kind: 'fraction',
  weight: 'energy',
  custody: 'physical',
} as const satisfies Rule);

const shareOf = (share: string, weight = '[0,)', custody?: Custody) => ({
  share: rangesOf(share),
  weight: rangeOf(weight),
  custody,
});

describe('a share of the mass', () => {
  test('keeps its gaps as long as nothing is added to it', () => {
    const lines = [lineOf(shareOf('[0,1/4] (1/2,1]')), lineOf(shareOf('[1/3]'), '[0]')];
    expect(rangesText(fraction.combine(lines, ofMass).share)).toBe('[0,1/4] (1/2,1]');
  });

  test('is the mean by mass of the hulls, and of nothing any share', () => {
    const lines = [lineOf(shareOf('[0,1/4] (1/2,1]'), '[1]'), lineOf(shareOf('(0,1/2]'), '[3]')];
    expect(rangesText(fraction.combine(lines, ofMass).share)).toBe('(0,5/8]');
    expect(rangesText(fraction.combine([lineOf(shareOf('[1]'), '[0]')], ofMass).share)).toBe('[0,1]');
  });

  test('names the custody of what weighs', () => {
    const custodies = (...lines: readonly (readonly [mass: string, custody: Custody])[]) =>
      fraction.combine(
        lines.map(([mass, custody]) => lineOf(shareOf('[1]', '[0,)', custody), mass)),
        ofMass,
      ).custody;
    expect(custodies(['[1]', 'segregated'], ['[0]', 'mass-balance'])).toBe('segregated');
    expect(custodies(['[1]', 'segregated'], ['[1]', 'mass-balance'])).toBe('mass-balance');
  });
});

describe('an unknown selection that leaves', () => {
  const loseSome = fraction.behaviours['lose-some'];

  test.each([
    ['[1/2]', '[4]', '[1]', '[1/3,2/3]'],
    ['(1/2,3/5)', '[4]', '[1]', '(1/3,4/5)'],
    ['(1/8,1]', '[4]', '[1]', '[0,1]'],
    ['[0,7/8)', '[4]', '[1]', '[0,1]'],
    ['(1/4,3/4)', '[4]', '[1]', '(0,1)'],
    ['[1/2]', '[4]', '[0,1]', '[1/3,2/3]'],
    ['[1/2]', '[4,8]', '[1]', '[1/3,2/3]'],
    ['[1/2]', '[4]', '[4]', '[0,1]'],
    ['[1/2]', '[2]', '[3]', '[0,1]'],
    ['[1/2]', '[4]', '[0,)', '[0,1]'],
    ['[1/2]', '[4]', '[0]', '[1/2,1/2]'],
  ])('of %s in %s kg, %s kg lost: %s', (share, mass, loss, rest) => {
    const step = stepOf([lineOf(shareOf(share), mass)], { loss: rangeOf(loss) });
    expect(rangesText(loseSome?.(step, ofMass).share ?? [])).toBe(rest);
  });
});

describe('a share of the energy', () => {
  const addTerm = fraction.behaviours['add-term'];
  const used = [lineOf(shareOf('[1/2]', '[10]'), '[7]')];
  const uses = { levels: new Map(), uses: rangeOf('[30]') };

  test.each([
    ['energy', '[1]', '[7/8,7/8]', '[40,40]'],
    ['energy', undefined, '[1/8,7/8]', '[40,40]'],
    ['water', '[1]', '[1/2,1/2]', '[10,10]'],
  ])('to which an own use of %s adds, %s of it counted', (adds, share, mean, weight) => {
    const shares = new Map(share === undefined ? [] : [['renewable', rangeOf(share)] as const]);
    const step = stepOf(used, { effect: effectOf({ adds }), process: { ...uses, shares } });
    const value = addTerm?.(step, ofEnergy);
    expect([rangesText(value?.share ?? []), rangeText(value?.weight)]).toEqual([mean, weight]);
  });

  test('is open when the own use is left out of account', () => {
    const step = stepOf(used, {
      effect: effectOf({ adds: 'energy' }),
      process: { ...uses, shares: new Map([['renewable', rangeOf('[1/2]')]]) },
      silent: true,
    });
    expect(rangesText(addTerm?.(step, ofEnergy).share ?? [])).toBe('[0,1]');
  });

  test('is weighed by energy, whatever the masses', () => {
    const lines = [
      lineOf(shareOf('[1]', '[1]'), '[1000]'),
      lineOf(shareOf('[0]', '[3]'), '[1]'),
      lineOf(shareOf('[1/3]', '[0]'), '[5]'),
    ];
    const value = fraction.combine(lines, ofEnergy);
    expect([rangesText(value.share), rangeText(value.weight)]).toEqual(['[1/4,1/4]', '[4,4]']);
  });

  test('of no energy is no share', () => {
    expect(fraction.known(shareOf('[1/2]', '[0]'), ofEnergy)).toEqual({ kind: 'nothing' });
    expect(fraction.known(shareOf('[1/2]', '[0,1]'), ofEnergy)).toEqual({
      kind: 'region',
      region: [{ lo: rational(1, 2), loOpen: false, hi: rational(1, 2), hiOpen: false }],
    });
  });
});
