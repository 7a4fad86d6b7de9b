// The file system of this machine. Reads are synchronous: for thousands of small sheets that is ten times
// faster than promises.

import { compareNames } from '../core/text/order.ts';
import { writeAtomically } from './atomic-write.ts';
import {
  type EntryKind,
  type Files,
  type FolderEntry,
  failed,
  found,
  type Outcome,
  tooManyBytes,
} from './files.ts';
import { diskOperations, type Operations, READ_FLAGS, systemCode, systemReason } from './operations.ts';

export function diskFiles(operations: Operations = diskOperations): Files {
  return {
    kindOf: (path) => kindAt(path, operations),
    read: (path, limit) => readWhole(path, limit, operations),
    list: (folder) => listFolder(folder, operations),
    realPath: (path) => {
      try {
        return operations.realPath(path);
      } catch {
        return undefined;
      }
    },
    write: (files) => writeAtomically(files, operations),
  };
}

interface Kinds {
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
}

const kindFrom = (stat: Kinds): EntryKind =>
  stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';

function kindAt(path: string, operations: Operations): EntryKind | undefined {
  try {
    return kindFrom(operations.statPath(path));
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '') ? undefined : 'other';
  }
}

/** The kind and the size are taken from the open file, so that nothing can be swapped in between. */
function readWhole(path: string, limit: number, operations: Operations): Outcome<Uint8Array> {
  let descriptor: number;
  try {
    descriptor = operations.open(path, READ_FLAGS);
  } catch (error) {
    return refusal(path, error);
  }
  try {
    const stat = operations.stat(descriptor);
    if (!stat.isFile())
      return failed('not-a-file', path, stat.isDirectory() ? 'it is a folder' : 'it is a device or a pipe');
    if (stat.size > limit) return tooManyBytes(path, stat.size);
    return readOpen(path, descriptor, stat.size, limit, operations);
  } catch (error) {
    return refusal(path, error);
  } finally {
    operations.close(descriptor);
  }
}

/** Reads to the end even when the file grows meanwhile, or is one whose size the system does not tell. */
function readOpen(
  path: string,
  descriptor: number,
  expected: number,
  limit: number,
  operations: Operations,
): Outcome<Uint8Array> {
  let bytes = new Uint8Array(expected + 1);
  let length = 0;
  for (;;) {
    const count = operations.read(descriptor, bytes, length, bytes.length - length);
    if (count === 0) return found(bytes.subarray(0, length));
    length += count;
    if (length > limit) return tooManyBytes(path, length);
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2 + 1024);
      larger.set(bytes);
      bytes = larger;
    }
  }
}

function refusal(path: string, error: unknown): Outcome<never> {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return failed('not-found', path, systemReason(error));
  if (code === 'EISDIR') return failed('not-a-file', path, 'it is a folder');
  return failed(code === 'ENXIO' ? 'not-a-file' : 'unreadable', path, systemReason(error));
}

function listFolder(folder: string, operations: Operations): Outcome<readonly FolderEntry[]> {
  try {
    const entries = operations.entries(folder).map((entry) => ({ name: entry.name, kind: kindFrom(entry) }));
    return found(entries.sort((a, b) => compareNames(a.name, b.name)));
  } catch (error) {
    return refusal(folder, error);
  }
}
