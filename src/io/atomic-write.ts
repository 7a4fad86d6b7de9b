// How a file is replaced: whole or not at all. The new bytes go to a file beside the old one, are flushed to the
// disk, and take its place by one rename; whatever fails before that leaves the old file as it was.

import { failed, found, type NewFile, type Outcome } from './files.ts';
import { type Operations, systemCode, systemReason } from './operations.ts';
import { baseName, folderOf, joinPath } from './paths.ts';

interface Prepared {
  readonly asked: string;
  readonly path: string;
  readonly beside: string;
}

/** A destination that can be replaced: nothing, or a regular file. Never a device, a pipe or a folder. */
interface Destination {
  readonly path: string;
  readonly mode: number;
}

/** Every file is complete on disk under another name before the first one is put in place. */
export function writeAtomically(files: readonly NewFile[], operations: Operations): Outcome<undefined> {
  const prepared: Prepared[] = [];
  let path = '';
  try {
    for (const file of files) {
      path = file.path;
      operations.makeFolder(folderOf(path));
      const destination = destinationAt(path, operations, file.isPrivate === true ? 0o600 : 0o666);
      if (destination === undefined)
        return failed('not-written', path, 'what stands there is not a regular file');
      sweepOrphans(destination.path, operations);
      const beside = besideName(destination.path);
      prepared.push({ asked: path, path: destination.path, beside });
      writeBeside(beside, file.bytes, destination.mode, operations);
    }
    for (let next = prepared[0]; next !== undefined; next = prepared[0]) {
      path = next.asked;
      renamePatiently(next, operations);
      prepared.shift();
    }
  } catch (error) {
    return failed('not-written', path, systemReason(error));
  } finally {
    for (const each of prepared) attempt(() => operations.remove(each.beside));
  }
  for (const folder of new Set(files.map((file) => folderOf(file.path)))) flushFolder(folder, operations);
  return found(undefined);
}

/** Follows a link to the file it names, and keeps the permissions of a file that is there already. */
function destinationAt(path: string, operations: Operations, mode: number): Destination | undefined {
  try {
    const stat = operations.statPath(path);
    return stat.isFile() ? { path: operations.realPath(path), mode: stat.mode & 0o777 } : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { path, mode };
    throw error;
  }
}

function writeBeside(path: string, bytes: Uint8Array, mode: number, operations: Operations): void {
  const descriptor = operations.open(path, 'wx', mode);
  try {
    for (let done = 0; done < bytes.length; ) done += operations.write(descriptor, bytes, done);
    operations.flush(descriptor);
  } finally {
    operations.close(descriptor);
  }
}

const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Windows refuses a rename while another program looks at the file: a virus scanner is gone soon. */
function renamePatiently({ beside, path }: Prepared, operations: Operations): void {
  const tries = process.platform === 'win32' ? 5 : 1;
  for (let count = 1; ; count++) {
    try {
      operations.rename(beside, path);
      return;
    } catch (error) {
      if (count >= tries || !BUSY.has(systemCode(error) ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20 * count);
    }
  }
}

/** The rename itself must survive a power cut. Some systems cannot flush a folder; the file is whole anyway. */
function flushFolder(folder: string, operations: Operations): void {
  attempt(() => {
    const descriptor = operations.open(folder, 'r');
    try {
      operations.flush(descriptor);
    } finally {
      operations.close(descriptor);
    }
  });
}

const besidePrefix = (path: string): string => `.${baseName(path).slice(0, 100)}.`;

const besideName = (path: string): string => {
  const chance = Math.floor(Math.random() * 2 ** 32).toString(36);
  return joinPath(folderOf(path), `${besidePrefix(path)}${process.pid}.${chance}.tmp`);
};

/** Leftovers of a run that was killed: named as ours, for this file, by a process that is gone. */
function sweepOrphans(path: string, operations: Operations): void {
  const before = besidePrefix(path);
  attempt(() => {
    for (const { name } of operations.entries(folderOf(path))) {
      if (!name.startsWith(before)) continue;
      const owner = /^(\d+)\.[0-9a-z]+\.tmp$/.exec(name.slice(before.length))?.[1];
      if (owner !== undefined && !isRunning(Number(owner))) operations.remove(joinPath(folderOf(path), name));
    }
  });
}

function isRunning(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

/** For steps whose failure changes nothing that matters. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The file the user asked for is already safe, or its failure is already being reported.
  }
}
