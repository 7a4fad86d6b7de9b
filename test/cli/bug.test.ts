import { expect, test } from 'vitest';
import { describeBug } from '../../src/cli/bug.ts';

const circumstances = {
  loopsheet: '1.2.3',
  node: 'v20.19.0',
  platform: 'linux x64',
  argv: ['validate', 'a b.yaml', '--format=json'],
};

test('a bug tells what is needed to mend it, and nothing of it acts', () => {
  expect(describeBug(new TypeError('no \u001b[2J thing'), circumstances, false)).toBe(
    [
      'this is a bug in loopsheet, not in your documents; no verdict was reached',
      '  what happened  TypeError: no \\u{1b}[2J thing',
      '  loopsheet      1.2.3',
      '  node           v20.19.0',
      '  platform       linux x64',
      '  command        loopsheet validate "a b.yaml" --format=json',
      'run it again with --verbose for the stack, and report it with these lines',
      '',
    ].join('\n'),
  );
});

test('what is thrown need not be an error', () => {
  expect(describeBug('just text', circumstances, true)).toContain('  what happened  just text\n');
});
