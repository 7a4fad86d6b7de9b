import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { root, runLoopsheet } from '../setup/run.ts';

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
    expect(stderr).toBe('error: unknown option `--colr`\n  = help: did you mean `--color`?\n');
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
  expect([exit, stderr]).toEqual([2, 'error: unknown command `mrege`\n  = help: did you mean `merge`?\n']);
});

test('an option is not taken by a part of its name', async () => {
  const { exit } = await runLoopsheet(['validate', '--form', 'json', 'a.yaml']);
  expect(exit).toBe(2);
});

test.each([
  ['validate', true],
  ['merge', true],
  ['convert', true],
  ['report', true],
  ['explain', true],
  ['catalogue', true],
  ['code', false],
])('the help of %s tells exit code 1 only if the command can end so: %s', async (name, tells) => {
  const { stdout } = await runLoopsheet([name, '--help']);
  const line = /^ {2}1 .*/m.exec(stdout.slice(stdout.indexOf('Exit codes:')))?.[0];
  expect(line !== undefined).toBe(tells);
  expect(line?.includes('nothing was written') ?? false).toBe(name === 'merge' || name === 'convert');
});

test('a report whose file does not say a format is refused', async () => {
  const { exit, stdout, stderr, files } = await runLoopsheet(['report', 'a.yaml', '-o', 'x.html']);
  expect([exit, stdout, files]).toEqual([2, '', {}]);
  expect(stderr.split('\n')[0]).toBe('error: the format of `x.html` is not known from its ending');
});

test('code lists the codes that hold a word', async () => {
  const { exit, stdout } = await runLoopsheet(['code', 'mass']);
  expect(exit).toBe(0);
  expect([...stdout.matchAll(/bill\/[\w-]+/g)].map(([code]) => code)).toEqual([
    'bill/mass-missing',
    'bill/mass-negative',
    'bill/mass-imbalance',
    'bill/mass-rounded',
  ]);
});

test('colour changes nothing but colour', async () => {
  const sheet = readFileSync(join(root, 'fixtures/findings/sheet/wrong-answer/graphite.yaml'), 'utf8');
  const files = { 'a.yaml': sheet.replace(/^ {2}inputs.post-consumer-recycled.*\n/m, '') };
  for (const line of [['report', 'a.yaml'], ['code'], ['catalogue', 'list']]) {
    const coloured = await runLoopsheet([...line, '--color', 'always'], { files });
    const plain = await runLoopsheet([...line, '--color', 'never'], { files });
    expect(plain.stdout).not.toBe('');
    expect(coloured.stdout).not.toBe(plain.stdout);
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
  }
});
