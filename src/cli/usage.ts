// A command that cannot begin says why, on standard error, and ends without a verdict.

import { escapeLineStarts, escapeMessage } from '../render/escape.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';

/** In the shape of the messages about options, which come from elsewhere. */
export function refuseUsage(context: Context, message: string, help?: string): Exit {
  const lines = [
    `error: ${escapeMessage(message)}`,
    ...(help === undefined ? [] : [`help: ${escapeMessage(help)}`]),
  ];
  context.err.write(`${escapeLineStarts(lines.join('\n'))}\n`);
  return 2;
}
