// Shows a sheet to people.

import type { Context } from '../context.ts';
import type { Exit } from '../exit.ts';
import type { Options } from '../options.ts';

export async function runReport(
  _context: Context,
  _args: readonly string[],
  _options: Options,
): Promise<Exit> {
  throw new Error('report is not there yet');
}
