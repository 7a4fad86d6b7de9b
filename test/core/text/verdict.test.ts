import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/core/text/finding.ts';
import { nothingChecked, reachVerdict } from '../../../src/core/text/verdict.ts';

const error = finding('sheet/uncited', 'not cited');
const warning = finding('sheet/nothing-answered', 'nothing answered');
const note = finding('merge/validity-shortened', 'shortened');
const missing = finding('read/not-found', 'no such file');
const checked = { ...nothingChecked, sheets: 1 };

describe('reachVerdict', () => {
  test.each([
    ['nothing found', [], 'error', 'clean', 0],
    ['a note', [note], 'warning', 'clean', 0],
    ['a warning', [warning], 'error', 'clean', 0],
    ['a warning that counts', [warning], 'warning', 'findings', 1],
    ['an error', [error, warning], 'error', 'findings', 1],
    ['an error that does not count', [error], 'never', 'clean', 0],
    ['a file that is not there', [missing, error], 'error', 'none', 2],
    ['a file that is not there, however little counts', [missing], 'never', 'none', 2],
  ] as const)('%s', (_, findings, failOn, verdict, exit) => {
    expect(reachVerdict(findings, checked, failOn)).toMatchObject({ verdict, exit });
  });

  test('a run that checked nothing reaches no verdict', () => {
    expect(reachVerdict([], { ...nothingChecked, notChecked: 3 })).toEqual({
      verdict: 'none',
      exit: 2,
      counts: { error: 0, warning: 0, note: 0 },
      checked: { ...nothingChecked, notChecked: 3 },
    });
  });

  test('where no document could be checked there is no verdict, whatever was found', () => {
    const broken = finding('read/syntax', 'not well-formed');
    for (const failOn of ['error', 'warning', 'never'] as const)
      expect(reachVerdict([broken, warning], nothingChecked, failOn)).toMatchObject({
        verdict: 'none',
        exit: 2,
      });
  });

  test('counts every severity', () => {
    expect(reachVerdict([error, error, warning, note], checked).counts).toEqual({
      error: 2,
      warning: 1,
      note: 1,
    });
  });
});
