// Tests read generated validators and built catalogues; they are made once, before any test runs.

import { execFileSync } from 'node:child_process';

export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--without-bundle'], { stdio: 'inherit' });
}
