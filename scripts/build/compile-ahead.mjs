// The bundle as V8 has compiled it after one small run. A start that finds it skips compiling; a start under another
// version of Node refuses it and compiles as usual.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './import-typescript.mjs';

export function compileAhead() {
  const folder = mkdtempSync(join(tmpdir(), 'loopsheet-'));
  try {
    const target = join(folder, 'main.cache');
    const env = { PATH: process.env.PATH ?? '' };
    execFileSync(process.execPath, [join(root, 'scripts', 'build', 'run-and-keep.cjs'), target], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
