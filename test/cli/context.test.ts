import { describe, expect, test } from 'vitest';
import { wantsColor, widthFor } from '../../src/cli/context.ts';

describe('wantsColor', () => {
  test.each([
    ['auto', {}, true, true],
    ['auto', {}, false, false],
    ['auto', { NO_COLOR: '1' }, true, false],
    ['auto', { NO_COLOR: '' }, true, true],
    ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['auto', { FORCE_COLOR: '1' }, false, true],
    ['auto', { FORCE_COLOR: '0' }, true, false],
    ['auto', { FORCE_COLOR: 'false' }, true, false],
    ['auto', { TERM: 'dumb' }, true, false],
    ['always', { NO_COLOR: '1' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
  ] as const)('%s %o terminal %s', (choice, env, isTerminal, expected) => {
    expect(wantsColor(choice, env, isTerminal)).toBe(expected);
  });
});

test.each([
  [{}, undefined, 80],
  [{}, 132, 132],
  [{ COLUMNS: '100' }, 132, 100],
  [{ COLUMNS: 'wide' }, 132, 132],
  [{ COLUMNS: '-5' }, undefined, 80],
  [{ COLUMNS: '3' }, 80, 40],
])('widthFor %o %s', (env, columns, width) => {
  expect(widthFor(env, columns)).toBe(width);
});
