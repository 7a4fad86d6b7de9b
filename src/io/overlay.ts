// A file system on which writing leaves the one below as it is: what was written is kept, and read back from there.

import { type Files, found, tooManyBytes } from './files.ts';

export interface Overlay {
  readonly files: Files;
  /** Everything that was written, by path. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

export function overlayOn(below: Files): Overlay {
  const written = new Map<string, Uint8Array>();
  const files: Files = {
    kindOf: (path) => (written.has(path) ? 'file' : below.kindOf(path)),
    read: (path, limit) => {
      const bytes = written.get(path);
      if (bytes === undefined) return below.read(path, limit);
      return bytes.length > limit ? tooManyBytes(path, bytes.length) : found(bytes);
    },
    list: below.list,
    realPath: (path) => below.realPath(path) ?? (written.has(path) ? path : undefined),
    write: (news) => {
      for (const { path, bytes } of news) written.set(path, bytes);
      return found(undefined);
    },
  };
  return { files, written };
}
