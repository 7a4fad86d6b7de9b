// The only file that touches the process: arguments, environment, streams, signals, clock and exit code.
// Whatever goes wrong inside ends here, and is never mistaken for a verdict.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeBug } from './cli/bug.ts';
import { type Context, type Output, widthFor } from './cli/context.ts';
import { run } from './cli/program.ts';
import { mayBeTerminal, writeAll } from './io/descriptors.ts';
import { diskFiles } from './io/disk.ts';
import { readStream } from './io/stdin.ts';
import { plainPalette } from './render/palette.ts';

declare const LOOPSHEET_VERSION: string;

const PACKAGE = join(import.meta.dirname, '..');

/** A reader that has seen enough, as in `| head -1`, is no failure; a disk that is full is. */
function outputTo(descriptor: 1 | 2): Output {
  const stream = mayBeTerminal(descriptor) ? (descriptor === 1 ? process.stdout : process.stderr) : undefined;
  let isClosed = false;
  return {
    write: (text) => {
      if (isClosed) return;
      const fault = writeAll(descriptor, text);
      if (fault === undefined) return;
      isClosed = true;
      if (fault === 'EPIPE') return;
      process.exitCode = 2;
      if (descriptor === 1) writeAll(2, `loopsheet: standard output cannot be written: ${fault}\n`);
    },
    isTerminal: stream?.isTTY === true,
    palette: plainPalette,
    width: widthFor(process.env, stream?.columns),
  };
}

function shipped(path: string): Uint8Array | undefined {
  try {
    return readFileSync(join(PACKAGE, path));
  } catch {
    return undefined;
  }
}

function createContext(): Context {
  return {
    files: diskFiles(),
    shipped,
    stdin: (limit) => readStream(process.stdin, limit),
    out: outputTo(1),
    err: outputTo(2),
    cwd: process.cwd(),
    env: process.env,
    version: LOOPSHEET_VERSION,
    today: new Date().toISOString().slice(0, 10),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

function reportBug(error: unknown): void {
  const argv = process.argv.slice(2);
  const wantsStack = argv.includes('-v') || argv.includes('--verbose') || (process.env['DEBUG'] ?? '') !== '';
  const { version, platform, arch } = process;
  writeAll(
    2,
    describeBug(
      error,
      { loopsheet: LOOPSHEET_VERSION, node: version, platform: `${platform} ${arch}`, argv },
      wantsStack,
    ),
  );
  process.exitCode = 70;
}

process.on('SIGINT', () => process.exit(130));
process.on('uncaughtException', reportBug);

run(process.argv.slice(2), createContext()).then((exit) => {
  process.exitCode ??= exit;
}, reportBug);
