// A command that cannot begin says why, on standard error, and ends without a verdict.

import { escapeLineStarts, escapeMessage } from '../render/escape.ts';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';

/** In the shape of a finding, without a code: no document is at fault. */
export function refuseUsage(context: Context, message: string, help?: string): Exit {
  const lines = [
    `error: ${escapeMessage(message)}`,
    ...(help === undefined ? [] : [`  = help: ${escapeMessage(help)}`]),
  ];
  context.err.write(`${escapeLineStarts(lines.join('\n'))}\n`);
  return 2;
}

/** What the option parser says, in the same shape: its guess, and else where to look, become the help. */
export function rewordUsage(message: string, command: string | undefined): string {
  const [said = '', guess] = message.trimEnd().split('\n');
  const near = /^\(Did you mean (?:one of )?(.+)\?\)$/.exec(guess ?? '')?.[1];
  const names = near?.split(', ').map((name) => `\`${name}\``);
  const usage = `run \`loopsheet ${command === undefined ? '' : `${command} `}--help\` for usage`;
  const help = names === undefined ? usage : `did you mean ${names.join(' or ')}?`;
  const plain = said.replace(/'([^']*)'/g, '`$1`').replace(/\.$/, '');
  return `${escapeLineStarts(`${plain}\n  = help: ${help}`)}\n`;
}
