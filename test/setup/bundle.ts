// Tests of the program as it is installed run the bundle in dist/, made once from the sources at hand.

import { execFileSync } from 'node:child_process';

export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
