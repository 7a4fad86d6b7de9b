// The few system calls that touching a disk takes. Everything on top of them is tested by letting one of
// them fail at the n-th call.

import * as fs from 'node:fs';

export const diskOperations = {
  open: (path: string, flags: number | string, mode?: number): number => fs.openSync(path, flags, mode),
  stat: (descriptor: number): fs.Stats => fs.fstatSync(descriptor),
  read: (descriptor: number, into: Uint8Array, from: number, length: number): number =>
    fs.readSync(descriptor, into, from, length, null),
  write: (descriptor: number, bytes: Uint8Array, from: number): number =>
    fs.writeSync(descriptor, bytes, from, bytes.length - from),
  flush: (descriptor: number): void => fs.fsyncSync(descriptor),
  close: (descriptor: number): void => fs.closeSync(descriptor),
  rename: (from: string, to: string): void => fs.renameSync(from, to),
  remove: (path: string): void => fs.unlinkSync(path),
  makeFolder: (path: string): void => {
    fs.mkdirSync(path, { recursive: true });
  },
  statPath: (path: string): fs.Stats => fs.statSync(path),
  entries: (folder: string): readonly fs.Dirent[] => fs.readdirSync(folder, { withFileTypes: true }),
  realPath: (path: string): string => fs.realpathSync.native(path),
} as const;

export type Operations = typeof diskOperations;

/** Reading never waits for the other end of a pipe: what is not a regular file is refused. */
export const READ_FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;

/** The system's name of an error (`ENOENT`), or undefined when it has none. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file stands in the way',
  EFBIG: 'the file would be too large for this disk',
  EIO: 'the disk reports a fault',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
};

/** Why the system refused, in words. */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  return code === undefined ? 'the system gave no reason' : (reasons[code] ?? `the system answered ${code}`);
}
