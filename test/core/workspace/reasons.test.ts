// Every kind of change is a reason of its own, and no change is none.

import { expect, test } from 'vitest';
import type { LockedBill } from '../../../src/core/workspace/lock.ts';
import { type Ingredients, type Outputs, reasonsToBuild } from '../../../src/core/workspace/reasons.ts';

const settings = {
  tool: '1.0.0',
  catalogue: { name: 'core/1', sha256: 'c' },
  quantities: false,
  reports: ['markdown'],
};
const rod = { name: 'rod', file: 'rod.yaml', sha256: 'r' };
const before: LockedBill = {
  file: 'wire.bill.yaml',
  sha256: 'b',
  settings,
  inputs: [{ ...rod, id: 'rod', revision: 1 }],
  sheet: { id: 'wire', revision: 1, sha256: 's', content: 'x' },
  outputs: [{ file: 'out/wire.sheet.yaml', sha256: 's' }],
  warnings: [],
};
const now: Ingredients = { sha256: 'b', settings, inputs: [rod] };
const outputs: Outputs = new Map([['out/wire.sheet.yaml', 's']]);

test.each<[string, Partial<Ingredients>, Outputs, readonly object[]]>([
  ['nothing', {}, outputs, []],
  ['the bill', { sha256: 'b2' }, outputs, [{ kind: 'bill-changed' }]],
  [
    'the tool',
    { settings: { ...settings, tool: '1.0.1' } },
    outputs,
    [{ kind: 'tool-changed', before: '1.0.0', now: '1.0.1' }],
  ],
  [
    'figures',
    { settings: { ...settings, quantities: true } },
    outputs,
    [{ kind: 'settings-changed', setting: 'quantities' }],
  ],
  [
    'reports',
    { settings: { ...settings, reports: [] } },
    outputs,
    [{ kind: 'settings-changed', setting: 'reports' }],
  ],
  [
    'the content of the catalogue',
    { settings: { ...settings, catalogue: { name: 'core/1', sha256: 'd' } } },
    outputs,
    [{ kind: 'catalogue-changed', catalogue: 'core/1' }],
  ],
  [
    'the catalogue',
    { settings: { ...settings, catalogue: { name: 'core/2', sha256: 'c' } } },
    outputs,
    [{ kind: 'catalogue-changed', catalogue: 'core/2' }],
  ],
  [
    'an input',
    { inputs: [{ ...rod, sha256: 'r2' }] },
    outputs,
    [{ kind: 'input-changed', input: 'rod', file: 'rod.yaml' }],
  ],
  [
    'the file of an input, of the same content',
    { inputs: [{ ...rod, file: 'new/rod.yaml' }] },
    outputs,
    [{ kind: 'input-moved', input: 'rod', before: 'rod.yaml', now: 'new/rod.yaml' }],
  ],
  [
    'the inputs',
    { inputs: [{ name: 'coat', file: 'coat.yaml', sha256: 'k' }] },
    outputs,
    [
      { kind: 'input-added', input: 'coat', file: 'coat.yaml' },
      { kind: 'input-removed', input: 'rod', file: 'rod.yaml' },
    ],
  ],
  [
    'an output is missing',
    {},
    new Map([['out/wire.sheet.yaml', undefined]]),
    [{ kind: 'output-missing', file: 'out/wire.sheet.yaml' }],
  ],
  [
    'an output is another',
    {},
    new Map([['out/wire.sheet.yaml', 'hand']]),
    [{ kind: 'output-changed', file: 'out/wire.sheet.yaml' }],
  ],
])('%s', (_, change, found, expected) => {
  expect(reasonsToBuild(before, { ...now, ...change }, found)).toEqual(expected);
});

test('what was never built has that one reason', () => {
  expect(reasonsToBuild(undefined, now, new Map())).toEqual([{ kind: 'never-built' }]);
});
