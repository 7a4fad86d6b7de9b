import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { runLoopsheet } from '../setup/run.ts';

test('without arguments a short help goes to standard error, and nothing was judged', async () => {
  const { exit, stdout, stderr } = await runLoopsheet([]);
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr.split('\n').filter((line) => line.startsWith('  $ '))).toEqual([
    '  $ loopsheet validate supplier.sheet.yaml',
    '  $ loopsheet merge anode.bill.yaml -o anode.sheet.yaml',
  ]);
});

test.each([['--help'], ['-h'], ['help']])('%s prints the help of the tool', async (argument) => {
  const { exit, stdout, stderr } = await runLoopsheet([argument]);
  expect([exit, stderr]).toEqual([0, '']);
  const listed = [...stdout.matchAll(/^ {2}(\w+) {2,}/gm)].map((match) => match[1]);
  expect(listed.filter((name) => commands.some((command) => command.name === name))).toEqual(
    commands.map((command) => command.name),
  );
});

test('the version is the version alone', async () => {
  expect(await runLoopsheet(['--version'])).toMatchObject({ exit: 0, stdout: '0.0.0\n', stderr: '' });
  expect(await runLoopsheet(['-V'])).toMatchObject({ exit: 0, stdout: '0.0.0\n' });
});

describe.each(commands.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test('has help with its examples first in the epilogue, then the exit codes', async () => {
    const { exit, stdout, stderr } = await runLoopsheet([name, '--help']);
    expect([exit, stderr]).toEqual([0, '']);
    const headings = [...stdout.matchAll(/^(\w[\w ]*):$/gm)].map((match) => match[1]);
    expect(headings.slice(-2)).toEqual(['Examples', 'Exit codes']);
    expect(stdout.split('\n').filter((line) => line.startsWith('  $ '))).toEqual(
      command.examples.map(({ line }) => `  $ ${line}`),
    );
  });

  test('keeps its help within the terminal', async () => {
    const { stdout } = await runLoopsheet([name, '--help'], { width: 80 });
    const body = stdout.slice(0, stdout.indexOf('Examples:'));
    expect(body.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('refuses an option it does not have, and offers the nearest', async () => {
    const { exit, stdout, stderr } = await runLoopsheet([name, '--colr', 'never']);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      "error: unknown option '--colr'\n(Did you mean --color?)\n(run with --help for usage)\n",
    );
  });

  test('describes itself in words that end as they should', () => {
    expect(command.summary).toMatch(/^[a-z].*[^.]$/);
    expect(command.description).toMatch(/^[A-Z].*\.$/);
    for (const { line, does } of command.examples) {
      expect(line).toMatch(new RegExp(`^loopsheet ${name}\\b`));
      expect(does).toMatch(/^[a-z].*[^.]$/);
    }
  });
});

test('a mistyped command is not run, and the nearest is offered', async () => {
  const { exit, stderr } = await runLoopsheet(['mrege', 'a.yaml']);
  expect([exit, stderr]).toEqual([
    2,
    "error: unknown command 'mrege'\n(Did you mean merge?)\n(run with --help for usage)\n",
  ]);
});

test('an option is not taken by a part of its name', async () => {
  const { exit } = await runLoopsheet(['validate', '--form', 'json', 'a.yaml']);
  expect(exit).toBe(2);
});
