import { expect, test } from 'vitest';
import type { Line, Step, Subject } from '../../../../src/core/algebra/kind.ts';
import { set } from '../../../../src/core/algebra/kinds/set.ts';
import type { Behaviour } from '../../../../src/core/model/catalogue.ts';
import { anyAmount } from '../../../../src/core/values/interval.ts';
import { readNames, writeNames } from '../../../../src/core/values/name-list.ts';
import { anyNames, type NameSet, type Wanted } from '../../../../src/core/values/name-set.ts';
import { rangeOf } from '../../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

const measure = { kind: 'names', names: ['a', 'b', 'c'], closed: true } as const;
const asked: readonly Wanted[] = [['a', 'b'], 'any'];
const list: Subject<{ readonly kind: 'set' }> = {
  ...subjectOf('list', { kind: 'set' } as const, anyAmount),
  measure,
  asked,
};

const line = (text: string, mass = '[1]', applied = false): Line<NameSet> =>
  lineOf(readNames(text, measure) ?? anyNames(measure), mass, applied);

const shown = (names: NameSet | undefined): string =>
  names === undefined ? 'no such behaviour' : writeNames(names, measure);

const after = (
  behaviour: Behaviour,
  lines: readonly Line<NameSet>[],
  changes: Partial<Step<NameSet>> = {},
): string => shown(set.behaviours[behaviour]?.(stepOf(lines, changes), list));

test('parts side by side: every name counts, and the list is complete where all are', () => {
  expect(shown(set.combine([line('a; complete'), line('b; complete')], list))).toBe('a; b; complete');
  expect(shown(set.combine([line('a; complete'), line('b')], list))).toBe('a; b');
});

test('P6: a part of no mass counts as any other', () => {
  expect(shown(set.combine([line('a; complete'), line('b', '[0]')], list))).toBe('a; b');
});

test('what leaves may take any of it along, and brings nothing', () => {
  expect(after('lose-some', [line('a; ?b; complete')])).toBe('!c');
  expect(shown(set.vanishing?.(line('a; complete').value, list))).toBe('?a; complete');
});

test('what leaves and is free of it takes nothing along, unless the process is left out of account', () => {
  const process = { levels: new Map(), shares: new Map(), freeOf: ['list'] };
  expect(after('lose-some', [line('a; complete')], { process })).toBe('a; complete');
  expect(after('lose-some', [line('a; complete')], { process, silent: true })).toBe('?a; complete');
});

test('what comes back may hold anything', () => {
  expect(after('return-same', [line('a; complete')])).toBe('a');
});

test('what is put in stays whole, what something is taken out of may have lost any of it', () => {
  const lines = [line('a; complete'), line('b; complete', '[1]', true)];
  expect(after('replace', lines, { loss: rangeOf('[0,1]') })).toBe('b; ?a; complete');
  expect(after('replace', lines, { loss: rangeOf('[0]') })).toBe('a; b; complete');
});

test('of several sources of one line that is certain which all have', () => {
  const values = [line('a; complete').value, line('b; complete').value];
  expect(shown(set.join?.(values, list, true))).toBe('!c; |a|b');
});
