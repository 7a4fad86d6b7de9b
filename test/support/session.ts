// A session at the tool's own boundary: arguments in; exit code, both streams and written files out. Files live in
// memory, the calendar is fixed, and nothing of the machine leaks in.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../src/cli/context.ts';
import { run } from '../../src/cli/program.ts';
import type { Files } from '../../src/io/files.ts';
import { memoryFiles } from '../../src/io/memory.ts';
import { plainPalette } from '../../src/render/palette.ts';

export const PROJECT = '/project';
export const TODAY = '2026-11-22';

export interface Session {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** All files afterwards, by path relative to the project. */
  readonly files: ReadonlyMap<string, string>;
}

/** Every file under a folder of this repository, as the memory of a session. */
export function filesUnder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`${PROJECT}/${path}`, readFileSync(path));
  }
  return files;
}

export async function session(
  argv: readonly string[],
  files: Map<string, Uint8Array>,
  options: {
    readonly width?: number;
    readonly stdin?: string;
    readonly today?: string;
    /** A file system around that in memory. */
    readonly around?: (files: Files) => Files;
  } = {},
): Promise<Session> {
  const streams = { out: '', err: '' };
  const output = (name: 'out' | 'err'): Context['out'] => ({
    write: (text) => {
      streams[name] += text;
    },
    isTerminal: false,
    palette: plainPalette,
    width: options.width ?? 80,
  });
  const exit = await run(argv, {
    files: (options.around ?? ((same) => same))(memoryFiles(files)),
    shipped: (path) => readFileSync(path),
    stdin: () => Promise.resolve(new TextEncoder().encode(options.stdin ?? '')),
    out: output('out'),
    err: output('err'),
    cwd: PROJECT,
    env: {},
    version: '0.0.0',
    today: options.today ?? TODAY,
    pause: () => Promise.resolve(),
  });
  const texts = new Map(
    [...files].map(([path, bytes]) => [path.replace(`${PROJECT}/`, ''), new TextDecoder().decode(bytes)]),
  );
  return { exit, stdout: streams.out, stderr: streams.err, files: texts };
}
