import { describe, expect, test } from 'vitest';
import { assertRefutable } from '../../../../src/core/algebra/kinds/assert-refutable.ts';
import { concMixture } from '../../../../src/core/algebra/kinds/conc-mixture.ts';
import { maxNumber, minLevel, minNumber } from '../../../../src/core/algebra/kinds/extremes.ts';
import { sameValue } from '../../../../src/core/algebra/kinds/same-value.ts';
import { sum } from '../../../../src/core/algebra/kinds/sum.ts';
import { all, any } from '../../../../src/core/algebra/kinds/truths.ts';
import { anyAmount, anyShare } from '../../../../src/core/values/interval.ts';
import { anyNames } from '../../../../src/core/values/name-set.ts';
import { parseRational, zero } from '../../../../src/core/values/rational.ts';
import type { Truth } from '../../../../src/core/values/truth.ts';
import { rangeOf, rangeText } from '../../../samples/ranges.ts';
import { effectOf, lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

describe('a level', () => {
  const skill = subjectOf('skill', { kind: 'min-level' } as const, rangeOf('[0,3]'));
  const parts = [lineOf(rangeOf('[1,3]')), lineOf(rangeOf('[2]'))];
  const limited = (stated: number | undefined, ceiling: number | undefined, silent = false): string => {
    const levels = (level: number | undefined) =>
      new Map(level === undefined ? [] : [['skill', level] as const]);
    const step = stepOf(parts, {
      effect: effectOf({ levels: levels(ceiling) }),
      process: { levels: levels(stated), shares: new Map() },
      silent,
    });
    return rangeText(minLevel.behaviours.limit?.(step, skill));
  };

  test('is that of the weakest part', () => {
    expect(rangeText(minLevel.combine(parts, skill))).toBe('[1,2]');
  });

  test.each([
    [undefined, undefined, '[0,2]'],
    [1, undefined, '[1,1]'],
    [3, undefined, '[1,2]'],
    [undefined, 0, '[0,0]'],
    [3, 1, '[1,1]'],
    [0, 1, '[0,0]'],
  ])('is no better than a joint of level %s under a ceiling of %s', (stated, ceiling, level) => {
    expect(limited(stated, ceiling)).toBe(level);
    expect(limited(stated, ceiling, true)).toBe('[0,2]');
  });
});

describe('a sum', () => {
  const energy = subjectOf('energy', { kind: 'sum' } as const, anyAmount);
  const parts = [lineOf(rangeOf('(1,2]')), lineOf(rangeOf('[3,4)'))];
  const added = (adds: string, uses: string | undefined, silent = false): string => {
    const process = {
      levels: new Map(),
      shares: new Map(),
      ...(uses === undefined ? {} : { uses: rangeOf(uses) }),
    };
    return rangeText(
      sum.behaviours['add-term']?.(stepOf(parts, { effect: effectOf({ adds }), process, silent }), energy),
    );
  };

  test('adds up, and with it the own use of the same', () => {
    expect(rangeText(sum.combine(parts, energy))).toBe('(4,6)');
    expect(added('energy', '[10]')).toBe('(14,16)');
    expect(added('water', '[10]')).toBe('(4,6)');
  });

  test('has no upper end where the own use is not told', () => {
    expect(added('energy', undefined)).toBe('(4,)');
    expect(added('energy', '[10]', true)).toBe('(4,)');
  });
});

describe('what is lost can end a presence', () => {
  const lost = (kind: typeof all | typeof any, value: Truth): Truth | undefined =>
    kind === all
      ? all.behaviours['lose-some']?.(stepOf([lineOf(value)]), subjectOf('all', { kind: 'all' }))
      : any.behaviours['lose-some']?.(stepOf([lineOf(value)]), subjectOf('any', { kind: 'any' }));

  test('what lacked the property may have left, what had it may have left', () => {
    const values: readonly Truth[] = ['true', 'false', 'unknown'];
    expect(values.map((value) => lost(all, value))).toEqual(['true', 'unknown', 'unknown']);
    expect(values.map((value) => lost(any, value))).toEqual(['unknown', 'false', 'unknown']);
  });
});

describe('an assertion', () => {
  const subject = subjectOf('reversible', {
    kind: 'assert-refutable',
    scope: 'all',
    inapplicable: 'holds',
    refutedBy: ['weld'],
    openedBy: ['cover', 'weld'],
  } as const);
  const judged = (traits: readonly string[], part: Truth, silent = false): Truth | undefined =>
    assertRefutable.behaviours.judge?.(
      stepOf([lineOf<Truth>('true'), lineOf(part)], { effect: effectOf({ traits }), silent }),
      subject,
    );

  test.each([
    [[], 'true', 'true', 'unknown'],
    [['screw'], 'true', 'true', 'unknown'],
    [['cover'], 'true', 'unknown', 'unknown'],
    [['weld'], 'true', 'false', 'unknown'],
    [['screw'], 'false', 'false', 'false'],
    [['cover'], 'false', 'false', 'false'],
    [['screw'], 'unknown', 'unknown', 'unknown'],
  ] as const)('after a joint that is %s, over a part that is %s', (traits, part, told, untold) => {
    expect(judged(traits, part)).toBe(told);
    expect(judged(traits, part, true)).toBe(untold);
  });
});

describe('one material', () => {
  type Name = { readonly name: string; readonly listed: boolean } | undefined;
  const materials: Readonly<Record<string, Name>> = {
    pp: { name: 'pp', listed: true },
    pe: { name: 'pe', listed: true },
    copper: { name: 'copper', listed: true },
    felt: { name: 'felt', listed: false },
    cork: { name: 'cork', listed: false },
  };
  const partOf = (text: string) => {
    const [mass = '', single = '', name = '', product = name] = text.split(' ');
    return { mass: `[${mass}]`, single: single as Truth, name: materials[name], product };
  };

  /** `mass true pp`: so many kg of one material, named. */
  function together(tolerance: string, ...parts: readonly string[]): Truth {
    const subject = subjectOf('one', {
      kind: 'same-value',
      of: 'material',
      tolerance: parseRational(tolerance) ?? zero,
    } as const);
    const lines = parts.map(partOf).map(({ mass, single, name, product }) =>
      lineOf(
        sameValue.read(
          {
            product,
            level: 'material',
            line: product,
            isMade: false,
            isOne: true,
            mass: rangeOf(mass),
            units: undefined,
            region: () => [anyShare],
            truth: () => single,
            names: () => anyNames({ names: [], closed: false }),
            name: () => name,
            isInapplicable: () => false,
            custody: () => undefined,
          },
          subject,
        ),
        mass,
      ),
    );
    const known = sameValue.known(sameValue.combine(lines, subject), subject);
    return known.kind === 'truth' ? known.truth : 'unknown';
  }

  test.each([
    ['0', ['1 true pp', '2 true pp'], 'true'],
    ['0', ['1 true pp', '2 true pe'], 'false'],
    ['0', ['1 true felt', '2 true felt'], 'true'],
    ['0', ['1 true felt', '2 true cork'], 'unknown'],
    ['0', ['1 true pp', '2 true felt'], 'unknown'],
    ['0', ['1 false pp', '2 true pp'], 'false'],
    ['0', ['1 unknown pp', '2 true pp'], 'unknown'],
    ['0', ['0 true pe', '2 true pp'], 'unknown'],
    ['0', ['0 false pe', '2 true pp'], 'unknown'],
    ['0', ['0 true pp', '2 true pp'], 'true'],
    ['1/5', ['1 true pe', '9 true pp'], 'unknown'],
    ['1/5', ['1 true pe', '1 true pp'], 'false'],
    ['1/5', ['1 false pe', '9 true pp'], 'unknown'],
    ['1/5', ['5 false pe', '1 false pp'], 'false'],
    ['1/5', ['1 unknown pe', '9 true pp'], 'unknown'],
    ['1/5', ['1 true felt', '1 true cork'], 'unknown'],
    ['0', ['0 true pp'], 'unknown'],
    ['0', ['1 true felt a', '1 true felt b'], 'unknown'],
    ['0', ['1 true pp a', '1 true pp b'], 'true'],
    ['2/5', ['1 true pp', '1 true pe', '1 true copper'], 'unknown'],
    ['3/8', ['1 true pp', '1 true pe', '1 true copper'], 'false'],
  ] as const)('with a tolerance of %s: %s give %s', (tolerance, parts, truth) => {
    expect(together(tolerance, ...parts)).toBe(truth);
    expect(together(tolerance, ...[...parts].reverse())).toBe(truth);
  });
});

describe('the largest and the smallest number', () => {
  const parts = [lineOf(rangeOf('[1,5)')), lineOf(rangeOf('(2,3]'))];

  test('each end is that of the part that decides it', () => {
    expect(rangeText(maxNumber.combine(parts, subjectOf('years', { kind: 'max-number' }, anyAmount)))).toBe(
      '(2,5)',
    );
    expect(rangeText(minNumber.combine(parts, subjectOf('years', { kind: 'min-number' }, anyAmount)))).toBe(
      '[1,3]',
    );
  });

  test('where nothing may be left of a part, only the end that others cannot lift or lower stays', () => {
    const value = rangeOf('[1,5]');
    expect(
      rangeText(maxNumber.vanishing?.(value, subjectOf('years', { kind: 'max-number' }, anyAmount))),
    ).toBe('[0,5]');
    expect(
      rangeText(minNumber.vanishing?.(value, subjectOf('years', { kind: 'min-number' }, anyAmount))),
    ).toBe('[1,)');
  });

  test('nothing known is any number', () => {
    expect(maxNumber.unknown(subjectOf('years', { kind: 'max-number' }, anyAmount))).toEqual(anyAmount);
  });
});

describe('the content of a mixture', () => {
  type Form = 'mixture' | 'either';
  const lines = (parts: readonly (readonly [Form, string, string])[]) =>
    parts.map(([form, mass, content]) => lineOf({ highest: rangeOf(content), form }, mass));
  const subjectWith = (named: boolean) => subjectOf('lead', { kind: 'conc-mixture', named } as const);

  test.each<[boolean, readonly (readonly [Form, string, string])[], string]>([
    [
      true,
      [
        ['mixture', '[1]', '[1/10,1/5]'],
        ['mixture', '[3]', '[1/10]'],
      ],
      '[1/10,1/8]',
    ],
    [
      false,
      [
        ['mixture', '[1]', '[1/10,1/5]'],
        ['mixture', '[3]', '[1/10]'],
      ],
      '[3/40,1/8]',
    ],
    [
      true,
      [
        ['mixture', '[1,3]', '[0]'],
        ['mixture', '[1]', '[1/5]'],
      ],
      '[1/20,1/10]',
    ],
    [
      true,
      [
        ['mixture', '[0,)', '[0]'],
        ['mixture', '[1]', '[1/5]'],
      ],
      '[0,1/5]',
    ],
    [
      true,
      [
        ['either', '[1]', '[1/5]'],
        ['mixture', '[3]', '[0]'],
      ],
      '[0,1/4]',
    ],
    [true, [['either', '[1]', '[1/5]']], '[0,1]'],
    [
      true,
      [
        ['mixture', '[0]', '[1/5]'],
        ['mixture', '[0]', '[1/5]'],
      ],
      '[0,1]',
    ],
  ])('named %s: %j mixed is %s', (named, parts, content) => {
    const value = concMixture.behaviours.blend?.(stepOf(lines(parts)), subjectWith(named));
    expect([rangeText(value?.highest), value?.form]).toEqual([content, 'mixture']);
  });

  test('parts side by side are no mixture; one part stays what it is', () => {
    const two = lines([
      ['mixture', '[1]', '[1/5]'],
      ['mixture', '[1]', '[1/5]'],
    ]);
    expect(rangeText(concMixture.combine(two, subjectWith(true)).highest)).toBe('[0,1]');
    expect(rangeText(concMixture.combine(two.slice(1), subjectWith(true)).highest)).toBe('[1/5,1/5]');
  });

  test.each([
    ['[1]', '[10]', '[1/10]', '[0,1/9]'],
    ['[1/2]', '[10]', '[1/5]', '[3/19,4/19]'],
    ['[10]', '[10]', '[1/5]', '[0,1]'],
    ['[0]', '[10]', '[1/5]', '[1/5,1/5]'],
  ])('an unknown selection of %s leaves %s with %s: %s', (loss, mass, content, after) => {
    const step = stepOf(lines([['mixture', mass, content]]), { loss: rangeOf(loss) });
    expect(rangeText(concMixture.behaviours['lose-some']?.(step, subjectWith(true)).highest)).toBe(after);
  });
});
