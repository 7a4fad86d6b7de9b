// The disk and its memory twin give the same answers.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import type { Files } from '../../src/io/files.ts';
import { memoryFiles } from '../../src/io/memory.ts';
import { sha256 } from '../../src/io/sha256.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopsheet-files-')));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const contents = { 'b.yaml': 'loopsheet: sheet/1\n', 'a.json': '{}', 'sub/c.csv': 'kind,name,value\n' };

beforeAll(() => {
  mkdirSync(join(folder, 'sub'));
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(folder, name), text);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const memory = (): Files =>
  memoryFiles(new Map(Object.entries(contents).map(([name, text]) => [join(folder, name), bytes(text)])));

describe.each([
  ['disk', () => diskFiles()],
  ['memory', memory],
])('%s', (_, make) => {
  const files = make();

  test('tells what stands at a path', () => {
    const kinds = ['b.yaml', 'sub', 'nowhere.yaml', 'b.yaml/inside'].map((name) =>
      files.kindOf(join(folder, name)),
    );
    expect(kinds).toEqual(['file', 'folder', undefined, undefined]);
  });

  test('reads whole files', () => {
    const read = files.read(join(folder, 'b.yaml'), 1000);
    expect(read.ok && new TextDecoder().decode(read.value)).toBe('loopsheet: sheet/1\n');
  });

  test('says why it does not read', () => {
    const reasons = [
      files.read(join(folder, 'nowhere.yaml'), 1000),
      files.read(join(folder, 'sub'), 1000),
      files.read(join(folder, 'b.yaml'), 5),
    ].map((outcome) => (outcome.ok ? 'read' : [outcome.fault.kind, outcome.fault.reason]));
    expect(reasons).toEqual([
      ['not-found', 'there is no such file'],
      ['not-a-file', 'it is a folder'],
      ['too-large', 'it holds 19 bytes'],
    ]);
  });

  test('lists folders in code-point order', () => {
    expect(files.list(folder)).toEqual({
      ok: true,
      value: [
        { name: 'a.json', kind: 'file' },
        { name: 'b.yaml', kind: 'file' },
        { name: 'sub', kind: 'folder' },
      ],
    });
    expect(files.list(join(folder, 'nowhere')).ok).toBe(false);
  });

  test('resolves paths that lead somewhere', () => {
    expect(files.realPath(join(folder, 'sub', 'c.csv'))).toBe(join(folder, 'sub', 'c.csv'));
    expect(files.realPath(join(folder, 'nowhere'))).toBe(undefined);
  });

  test('writes files, and refuses to replace a folder', () => {
    const path = join(folder, 'sub', 'new.yaml');
    expect(files.write([{ path, bytes: bytes('x') }])).toEqual({ ok: true, value: undefined });
    const read = files.read(path, 10);
    expect(read.ok && read.value).toEqual(bytes('x'));
    expect(files.write([{ path: join(folder, 'sub'), bytes: bytes('x') }]).ok).toBe(false);
  });
});

describe('disk', () => {
  const files = diskFiles();

  test('refuses pipes and devices without waiting for them', () => {
    const pipe = join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    const outcomes = [files.read(pipe, 1000), files.read('/dev/null', 1000)];
    expect(outcomes.map((outcome) => outcome.ok || outcome.fault.kind)).toEqual(['not-a-file', 'not-a-file']);
    rmSync(pipe);
  });

  test('lists a link as neither file nor folder, so that a walk stays where it began', () => {
    symlinkSync('/', join(folder, 'sub', 'link'));
    const listed = files.list(join(folder, 'sub'));
    expect(listed.ok && listed.value.find((entry) => entry.name === 'link')).toEqual({
      name: 'link',
      kind: 'other',
    });
    rmSync(join(folder, 'sub', 'link'));
  });

  test('says that links lead round in a circle', () => {
    symlinkSync(join(folder, 'round.yaml'), join(folder, 'round.yaml'));
    const outcome = files.read(join(folder, 'round.yaml'), 1000);
    expect(outcome.ok || outcome.fault).toEqual({
      kind: 'unreadable',
      path: join(folder, 'round.yaml'),
      reason: 'its links lead round in a circle',
    });
    rmSync(join(folder, 'round.yaml'));
  });
});

test('sha256 of the empty message and of "abc"', () => {
  expect(sha256(bytes(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
