// A file system that is a map, for tests and for trying things out: the same answers as the disk, no disk.

import { compareNames } from '../core/text/order.ts';
import {
  type EntryKind,
  type Files,
  type FolderEntry,
  failed,
  found,
  type Outcome,
  tooManyBytes,
} from './files.ts';

/** Absolute posix paths to bytes. Writing changes the map given. */
export function memoryFiles(contents: Map<string, Uint8Array>): Files {
  const kindOf = (path: string): EntryKind | undefined => {
    if (contents.has(path)) return 'file';
    const inside = path === '/' ? '/' : `${path}/`;
    for (const file of contents.keys()) if (file.startsWith(inside)) return 'folder';
    return undefined;
  };
  return {
    kindOf,
    read: (path, limit) => {
      const bytes = contents.get(path);
      if (bytes === undefined) {
        return kindOf(path) === 'folder'
          ? failed('not-a-file', path, 'it is a folder')
          : failed('not-found', path, 'there is no such file');
      }
      return bytes.length > limit ? tooManyBytes(path, bytes.length) : found(bytes);
    },
    list: (folder) => listMemory(folder, [...contents.keys()]),
    realPath: (path) => (kindOf(path) === undefined ? undefined : path),
    write: (files) => {
      for (const { path, bytes } of files) {
        if (kindOf(path) === 'folder') return failed('not-written', path, 'it is a folder');
        contents.set(path, bytes);
      }
      return found(undefined);
    },
  };
}

function listMemory(folder: string, files: readonly string[]): Outcome<readonly FolderEntry[]> {
  const inside = folder === '/' ? '/' : `${folder}/`;
  const kinds = new Map<string, EntryKind>();
  for (const file of files) {
    if (!file.startsWith(inside)) continue;
    const [name, ...rest] = file.slice(inside.length).split('/');
    if (name !== undefined && kinds.get(name) !== 'folder')
      kinds.set(name, rest.length === 0 ? 'file' : 'folder');
  }
  if (kinds.size === 0) return failed('not-found', folder, 'there is no such file');
  return found(
    [...kinds].map(([name, kind]) => ({ name, kind })).sort((a, b) => compareNames(a.name, b.name)),
  );
}
