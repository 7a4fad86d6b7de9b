import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAtomically } from '../../src/io/atomic-write.ts';
import { diskOperations, type Operations } from '../../src/io/operations.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopsheet-write-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The disk, except that the n-th call of any kind fails as a full disk does. */
function failingAt(count: number): { readonly operations: Operations; readonly calls: () => number } {
  let calls = 0;
  const fail =
    <A extends readonly unknown[], R>(operation: (...args: A) => R) =>
    (...args: A): R => {
      calls += 1;
      if (calls === count) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      return operation(...args);
    };
  const d = diskOperations;
  const operations = {
    open: fail(d.open),
    stat: fail(d.stat),
    read: fail(d.read),
    write: fail(d.write),
    flush: fail(d.flush),
    close: fail(d.close),
    rename: fail(d.rename),
    remove: d.remove,
    makeFolder: fail(d.makeFolder),
    statPath: fail(d.statPath),
    entries: fail(d.entries),
    realPath: fail(d.realPath),
  };
  return { operations, calls: () => calls };
}

describe('writeAtomically', () => {
  test('writes new files, making the folders they stand in', () => {
    const path = join(folder, 'a', 'b', 'sheet.yaml');
    expect(writeAtomically([{ path, bytes: bytes('new') }], diskOperations)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['sheet.yaml']);
  });

  test('at whichever call the disk fails, a file is the old one or the new one, and nothing else is left', () => {
    const path = join(folder, 'sheet.yaml');
    const old = 'old '.repeat(1000);
    const next = 'new '.repeat(2000);
    const outcomes: string[] = [];
    for (let count = 1; ; count++) {
      writeFileSync(path, old);
      const { operations, calls } = failingAt(count);
      const outcome = writeAtomically([{ path, bytes: bytes(next) }], operations);
      const content = readFileSync(path, 'utf8');
      expect([old, next]).toContain(content);
      expect(content === next).toBe(outcome.ok);
      expect(readdirSync(folder)).toEqual(['sheet.yaml']);
      outcomes.push(outcome.ok ? 'new' : 'old');
      if (calls() < count) break;
    }
    expect(outcomes.filter((each) => each === 'old').length).toBeGreaterThanOrEqual(6);
    expect(outcomes.at(-1)).toBe('new');
  });

  test('of two files none is replaced until both are complete', () => {
    const [sheet, trace] = [join(folder, 'sheet.yaml'), join(folder, 'trace.json')];
    let sawFirstFailure = false;
    for (let count = 1; ; count++) {
      writeFileSync(sheet, 'old sheet');
      writeFileSync(trace, 'old trace');
      const { operations, calls } = failingAt(count);
      const files = [
        { path: trace, bytes: bytes('new trace') },
        { path: sheet, bytes: bytes('new sheet') },
      ];
      const outcome = writeAtomically(files, operations);
      const [first, second] = [readFileSync(trace, 'utf8'), readFileSync(sheet, 'utf8')];
      if (second === 'new sheet') expect(first).toBe('new trace');
      if (!outcome.ok && first === 'old trace') sawFirstFailure = true;
      expect(readdirSync(folder).sort()).toEqual(['sheet.yaml', 'trace.json']);
      if (calls() < count) break;
    }
    expect(sawFirstFailure).toBe(true);
  });

  test('says which file could not be written, and why', () => {
    mkdirSync(join(folder, 'sheet.yaml'));
    const path = join(folder, 'sheet.yaml');
    expect(writeAtomically([{ path, bytes: bytes('new') }], diskOperations)).toEqual({
      ok: false,
      fault: { kind: 'not-written', path, reason: 'what stands there is not a regular file' },
    });
    const { operations } = failingAt(1);
    const other = join(folder, 'other.yaml');
    expect(writeAtomically([{ path: other, bytes: bytes('new') }], operations)).toEqual({
      ok: false,
      fault: { kind: 'not-written', path: other, reason: 'the disk is full' },
    });
  });

  test('never replaces a device', () => {
    const outcome = writeAtomically([{ path: '/dev/null', bytes: bytes('new') }], diskOperations);
    expect(outcome.ok).toBe(false);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('keeps the permissions of the file it replaces and follows a link to it', () => {
    const path = join(folder, 'private.json');
    writeFileSync(path, 'old');
    chmodSync(path, 0o600);
    symlinkSync(path, join(folder, 'link.json'));
    expect(
      writeAtomically([{ path: join(folder, 'link.json'), bytes: bytes('new') }], diskOperations).ok,
    ).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('keeps a private file from others', () => {
    const path = join(folder, 'x.trace.json');
    expect(writeAtomically([{ path, bytes: bytes('new'), isPrivate: true }], diskOperations).ok).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('sweeps what a killed run left, and nothing of a run that still goes on', () => {
    const dead = '.sheet.yaml.4194999.abc.tmp';
    const alive = `.sheet.yaml.${process.pid}.abc.tmp`;
    const foreign = '.sheet.yaml.notes.tmp';
    for (const name of [dead, alive, foreign]) writeFileSync(join(folder, name), 'left over');
    writeAtomically([{ path: join(folder, 'sheet.yaml'), bytes: bytes('new') }], diskOperations);
    expect(readdirSync(folder).sort()).toEqual([alive, foreign, 'sheet.yaml'].sort());
  });
});
