// Puts files in place whole or not at all.

import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { root } from './import-typescript.mjs';

/** Chunks of a bundle that is being replaced may still be loading somewhere; they go once they are this old. */
const STALE_AFTER = 60_000;

/** Write `{ path, contents }` files in the order given: what others import comes first. */
export async function writeAll(files) {
  for (const { path, contents } of files) {
    const target = join(root, path);
    if (await isSame(target, contents)) continue;
    await mkdir(dirname(target), { recursive: true });
    const beside = `${target}.${randomUUID()}.part`;
    await writeFile(beside, contents);
    await rename(beside, target);
  }
}

async function isSame(target, contents) {
  const current = await readFile(target).catch(() => undefined);
  return current?.equals(Buffer.from(contents)) ?? false;
}

/** Remove files of earlier builds from a folder. */
export async function removeStale(folder, files) {
  await mkdir(join(root, folder), { recursive: true });
  const current = new Set(files.map(({ path }) => path));
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (current.has(relative(root, path).replaceAll('\\', '/'))) continue;
    const age =
      Date.now() -
      (await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      ));
    if (age > STALE_AFTER) await rm(path, { force: true });
  }
}
