// Runs the tool as a user does, in this process, on files in memory.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Output } from '../../src/cli/context.ts';
import { run } from '../../src/cli/program.ts';
import type { Files } from '../../src/io/files.ts';
import { memoryFiles } from '../../src/io/memory.ts';
import { plainPalette } from '../../src/render/palette.ts';

export const root = join(import.meta.dirname, '..', '..');
export const CWD = '/case';
export const TODAY = '2026-11-22';
export const VERSION = '0.0.0';

export interface World {
  /** Contents by path, relative to the current folder. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly isTerminal?: boolean;
  readonly today?: string;
  /** Another file system than the memory one, for what only a disk does. */
  readonly disk?: { readonly files: Files; readonly cwd: string };
}

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything in memory afterwards, by path relative to the current folder. */
  readonly files: Readonly<Record<string, string>>;
}

const encoder = new TextEncoder();
export const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content;

export async function runLoopsheet(argv: readonly string[], world: World = {}): Promise<Ran> {
  const contents = contentsOf(world);
  const written: { out: string; err: string } = { out: '', err: '' };
  const exit = await run(argv, contextOf(world, contents, written));
  const files = [...contents].map(([path, bytes]) => [
    path.slice(CWD.length + 1),
    new TextDecoder().decode(bytes),
  ]);
  return { exit, stdout: written.out, stderr: written.err, files: Object.fromEntries(files) };
}

/** A context by itself, for what lies below the command line. */
export function contextFor(world: World = {}): Context {
  return contextOf(world, contentsOf(world), { out: '', err: '' });
}

const contentsOf = (world: World): Map<string, Uint8Array> =>
  new Map(Object.entries(world.files ?? {}).map(([path, content]) => [join(CWD, path), bytesOf(content)]));

function contextOf(
  world: World,
  contents: Map<string, Uint8Array>,
  written: { out: string; err: string },
): Context {
  const output = (stream: 'out' | 'err'): Output => ({
    write: (text) => {
      written[stream] += text;
    },
    isTerminal: world.isTerminal ?? false,
    palette: plainPalette,
    width: world.width ?? 80,
  });
  return {
    files: world.disk?.files ?? memoryFiles(contents),
    cwd: world.disk?.cwd ?? CWD,
    shipped: (path) => readFileSync(join(root, path)),
    stdin: async (limit) => bytesOf(world.stdin ?? '').subarray(0, limit + 1),
    out: output('out'),
    err: output('err'),
    env: world.env ?? {},
    version: VERSION,
    today: world.today ?? TODAY,
    pause: async () => undefined,
  };
}
