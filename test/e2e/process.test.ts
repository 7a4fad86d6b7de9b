// What only a process can show: pipes, signals, streams that are closed or full, colours, bugs, the package as installed.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../setup/run.ts';
import { environment, program, spawnLoopsheet } from '../setup/spawn.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopsheet-process-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sheets = join(root, 'fixtures', 'copper-harness', 'sheets');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const shell = (line: string) =>
  spawnSync('sh', ['-c', line], {
    cwd: root,
    env: { ...environment, NODE: process.execPath, LOOPSHEET: program },
    encoding: 'utf8',
  });

test('a reader that has seen enough ends the run quietly', () => {
  const { stdout, stderr } = shell('"$NODE" "$LOOPSHEET" catalogue list | head -1');
  expect([stdout, stderr]).toEqual([
    'circularity-core/2026.1  Circularity statements with their rules of aggregation\n',
    '',
  ]);
});

test('output that cannot be written is no success', () => {
  const { status, stderr } = shell('"$NODE" "$LOOPSHEET" catalogue list > /dev/full');
  expect([status, stderr]).toEqual([2, 'loopsheet: standard output cannot be written: ENOSPC\n']);
});

test('standard input that is closed is empty', () => {
  const { status, stdout } = shell('"$NODE" "$LOOPSHEET" validate - --format compact <&-');
  expect([status, stdout]).toEqual([2, '-:1:1: error[read/empty]: the document holds nothing\n']);
});

test('a large output arrives whole through a pipe', () => {
  const { stdout } = shell(
    `"$NODE" "$LOOPSHEET" catalogue show assemble --format json | cat; for i in 1 2 3; do "$NODE" "$LOOPSHEET" catalogue list --format json; done | wc -l`,
  );
  const lines = Number(stdout.trim().split('\n').at(-1));
  expect(lines % 3).toBe(0);
  expect(lines).toBeGreaterThan(900);
});

test('an interrupt ends with 130', async () => {
  const child = spawn(process.execPath, [program, 'validate', '-'], {
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve([code, signal])));
  // More than a pipe holds: once it has drained, the program is up and waits for the rest.
  child.stdin.write(' '.repeat(1_000_000));
  await new Promise((resolve) => child.stdin.once('drain', resolve));
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
});

test('colour is for terminals, unless it is asked for', () => {
  const bad = join(root, 'fixtures', 'findings', 'sheet', 'uncited');
  const isColoured = (argv: readonly string[], env: Readonly<Record<string, string>> = {}): boolean =>
    spawnLoopsheet(['validate', 'graphite.yaml', ...argv], bad, '', env).stdout.includes('\u001b[');
  expect([
    isColoured([]),
    isColoured(['--color', 'always']),
    isColoured([], { FORCE_COLOR: '1' }),
    isColoured([], { FORCE_COLOR: '1', NO_COLOR: '1' }),
    isColoured(['--color', 'never'], { FORCE_COLOR: '1' }),
  ]).toEqual([false, true, true, false, false]);
});

test('the width follows COLUMNS', () => {
  const widest = (columns: string): number => {
    const { stdout } = spawnLoopsheet(['catalogue', 'show', 'inputs.post-consumer-recycled'], root, '', {
      COLUMNS: columns,
    });
    return Math.max(...stdout.split('\n').map((line) => line.length));
  };
  expect(widest('60')).toBeLessThanOrEqual(60);
  expect(widest('100')).toBeGreaterThan(80);
});

test('a bug says so, ends with 70, and shows the stack only when asked', () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  for (const part of ['bin', 'dist']) cpSync(join(root, part), join(broken, part), { recursive: true });
  rmSync(join(broken, 'dist', 'catalogues'), { recursive: true });
  const run = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [join(broken, 'bin', 'loopsheet.js'), ...argv], {
      env: environment,
      encoding: 'utf8',
    });
  const { status, stdout, stderr } = run('catalogue', 'list');
  expect([status, stdout]).toEqual([70, '']);
  expect(stderr.split('\n')).toEqual([
    'this is a bug in loopsheet, not in your documents; no verdict was reached',
    '  what happened  Error: the catalogue circularity-core/2026.1 is missing from the package or damaged',
    `  loopsheet      ${version}`,
    `  node           ${process.version}`,
    `  platform       ${process.platform} ${process.arch}`,
    '  command        loopsheet catalogue list',
    'run it again with --verbose for the stack, and report it with these lines',
    '',
  ]);
  expect(run('catalogue', 'list', '--verbose').stderr).toMatch(/\n +at /);
});

test('a compiled form that does not fit is passed over', () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(join(root, part), join(other, part), { recursive: true });
  const run = () =>
    spawnSync(process.execPath, [join(other, 'bin', 'loopsheet.js'), '--version'], {
      env: environment,
      encoding: 'utf8',
    });
  const caches = readdirSync(join(other, 'dist')).filter((name) => name.endsWith('.cache'));
  for (const name of caches) writeFileSync(join(other, 'dist', name), 'not what V8 has written');
  expect([run().status, run().stdout]).toEqual([0, `${version}\n`]);
  for (const name of caches) rmSync(join(other, 'dist', name));
  expect([run().status, run().stdout]).toEqual([0, `${version}\n`]);
});

test('links and names lead no input out of the folder of the run', () => {
  const run = join(folder, 'run');
  const outside = join(folder, 'outside');
  mkdirSync(run);
  mkdirSync(outside);
  cpSync(join(sheets, 'copper-rod.yaml'), join(outside, 'rod.yaml'));
  symlinkSync(join(outside, 'rod.yaml'), join(run, 'link.yaml'));
  symlinkSync(outside, join(run, 'folder'));
  const bill = (reference: string): string =>
    `loopsheet: bill/1\nsheet: { id: x:1, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-07-01 }\nproduct: { name: Wire, level: material, mass: 1 kg }\nmaker: { name: M }\ninputs:\n  rod: { sheet: ${JSON.stringify(reference)}, mass: 1 kg }\n`;
  const codes = [
    'link.yaml',
    'folder/rod.yaml',
    '../outside/rod.yaml',
    join(outside, 'rod.yaml'),
    'file:///etc/passwd',
    'a\\b.yaml',
    'C:/a.yaml',
  ].map((reference) => {
    writeFileSync(join(run, 'wire.bill.yaml'), bill(reference));
    const { stderr, exit } = spawnLoopsheet(['merge', 'wire.bill.yaml'], run);
    return [exit, /\[(.*?)\]/.exec(stderr)?.[1]];
  });
  expect(codes).toEqual(Array.from({ length: 7 }, () => [1, 'bill/outside-reference']));
  cpSync(join(sheets, 'copper-rod.yaml'), join(run, 'rod.yaml'));
  writeFileSync(join(run, 'wire.bill.yaml'), bill('rod.yaml'));
  expect(spawnLoopsheet(['merge', 'wire.bill.yaml', '--quiet'], run).exit).toBe(0);
});

test('the package as it is installed runs, with its catalogue and its pages', () => {
  const place = join(folder, 'installed');
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "private": true }\n');
  const env = { ...environment, HOME: folder };
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', place], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const tarball = join(place, packed.trim().split('\n').at(-1) ?? '');
  execFileSync('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', tarball], {
    cwd: place,
    env,
  });
  const run = (...argv: readonly string[]) =>
    spawnSync(join(place, 'node_modules', '.bin', 'loopsheet'), argv, { cwd: sheets, env, encoding: 'utf8' });
  expect(run('--version').stdout).toBe(`${version}\n`);
  expect(run('validate', '.', '--quiet')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(run('code', 'sheet/uncited').stdout).toBe(
    readFileSync(join(root, 'docs', 'codes', 'sheet', 'uncited.md'), 'utf8'),
  );
});
