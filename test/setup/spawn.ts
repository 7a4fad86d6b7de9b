// Runs the built program as a process, in an environment that holds nothing but what is named here.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, TODAY } from './run.ts';

export const program = join(root, 'bin', 'loopsheet.js');

export const environment = {
  PATH: process.env['PATH'] ?? '',
  TZ: 'UTC',
  LC_ALL: 'C',
  COLUMNS: '80',
  SOURCE_DATE_EPOCH: String(Date.parse(`${TODAY}T12:00:00Z`) / 1000),
};

export interface Spawned {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function spawnLoopsheet(
  argv: readonly string[],
  cwd: string,
  input: Uint8Array | string = '',
  env: Readonly<Record<string, string>> = {},
): Spawned {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd,
    input,
    env: { ...environment, ...env },
    encoding: 'utf8',
  });
  return { exit: status, stdout, stderr };
}
