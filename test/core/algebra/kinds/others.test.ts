import { describe, expect, test } from 'vitest';
import { assertRefutable } from '../../../../src/core/algebra/kinds/assert-refutable.ts';
import { minLevel } from '../../../../src/core/algebra/kinds/minimum.ts';
import { sameValue } from '../../../../src/core/algebra/kinds/same-value.ts';
import { sum } from '../../../../src/core/algebra/kinds/sum.ts';
import { all, any } from '../../../../src/core/algebra/kinds/truths.ts';
import { anyAmount, anyShare } from '../../../../src/core/values/interval.ts';
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
            mass: rangeOf(mass),
            units: undefined,
            region: () => [anyShare],
            truth: () => single,
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
