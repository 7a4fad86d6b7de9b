// Paths as text. Whatever the platform, the tool shows and compares them with forward slashes.

import path from 'node:path';

/** An absolute path; what is absolute already stays. */
export const resolvePath = (from: string, to: string): string => path.resolve(from, to);

export const joinPath = (folder: string, name: string): string =>
  folder === '' ? name : posixPath(path.join(folder, name));

/** The same place without ways into folders and back. */
export const straightPath = (file: string): string => path.posix.normalize(file);

export const folderOf = (file: string): string => path.dirname(file);

export const baseName = (file: string): string => path.basename(file);

/** `yaml` for `a/b.sheet.yaml`; empty when the name has no dot. Lower case. */
export const extensionOf = (file: string): string => path.extname(file).slice(1).toLowerCase();

/** `a/b.sheet` for `a/b.sheet.yaml`. */
export const withoutExtension = (file: string): string =>
  file.slice(0, file.length - path.extname(file).length);

export const isAbsolutePath = (file: string): boolean => path.isAbsolute(file) || path.win32.isAbsolute(file);

/** `..`-free containment, on paths whose links are resolved. */
export function isInside(root: string, file: string): boolean {
  const way = path.relative(root, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** How one place is reached from another, for people and for documents. */
export const relativePath = (from: string, to: string): string => posixPath(path.relative(from, to));

export const posixPath = (file: string): string => (path.sep === '/' ? file : file.split(path.sep).join('/'));

/** The deepest folder that holds every path given. */
export function commonFolder(files: readonly string[]): string | undefined {
  const [first, ...rest] = files;
  if (first === undefined) return undefined;
  let folder = folderOf(first);
  while (!rest.every((file) => isInside(folder, file)) && folder !== folderOf(folder))
    folder = folderOf(folder);
  return folder;
}
