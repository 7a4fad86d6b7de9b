// What the tool needs from a file system, as values: nothing here throws for what a user's disk holds.
// There are two of them: the disk, and a memory twin for tests.

export type EntryKind = 'file' | 'folder' | 'other';

export interface FolderEntry {
  readonly name: string;
  /** Of the entry itself: a symbolic link is `other`, so that a walk never leaves its folder. */
  readonly kind: EntryKind;
}

export type FaultKind = 'not-found' | 'not-a-file' | 'too-large' | 'unreadable' | 'not-written';

export interface Fault {
  readonly kind: FaultKind;
  readonly path: string;
  /** A few words for people: `permission denied`. */
  readonly reason: string;
  /** How large a file is that is too large, as far as it is known. */
  readonly bytes?: number;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** For the eyes of who made it alone, unless a file that others may read stands there already. */
  readonly isPrivate?: boolean;
}

export interface Files {
  /** What stands at a path, links followed; undefined when nothing does. */
  readonly kindOf: (path: string) => EntryKind | undefined;
  /** All bytes of a regular file no larger than the limit. */
  readonly read: (path: string, limit: number) => Outcome<Uint8Array>;
  /** What a folder holds, in code-point order. */
  readonly list: (folder: string) => Outcome<readonly FolderEntry[]>;
  /** The path with every link resolved; undefined when it leads nowhere. */
  readonly realPath: (path: string) => string | undefined;
  /** Each file whole or not at all: a failure leaves what stood there before. Missing folders are made. */
  readonly write: (files: readonly NewFile[]) => Outcome<undefined>;
}

export const found = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failed = (
  kind: FaultKind,
  path: string,
  reason: string,
): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { kind, path, reason },
});

export const tooManyBytes = (path: string, bytes: number): { readonly ok: false; readonly fault: Fault } => ({
  ok: false,
  fault: { kind: 'too-large', path, reason: `it holds ${bytes} bytes`, bytes },
});
