// What is said when the tool itself is at fault: enough to report it, and that it is not the reader's doing.

import { escapeText } from '../render/escape.ts';

export interface Circumstances {
  readonly loopsheet: string;
  readonly node: string;
  readonly platform: string;
  readonly argv: readonly string[];
}

export function describeBug(error: unknown, circumstances: Circumstances, wantsStack: boolean): string {
  const { loopsheet, node, platform, argv } = circumstances;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error && wantsStack ? `${error.stack ?? ''}\n` : '';
  return [
    'this is a bug in loopsheet, not in your documents; no verdict was reached',
    `  what happened  ${escapeText(message)}`,
    `  loopsheet      ${loopsheet}`,
    `  node           ${node}`,
    `  platform       ${platform}`,
    `  command        loopsheet ${argv.map(quoted).join(' ')}`,
    wantsStack ? `${stack}` : 'run it again with --verbose for the stack, and report it with these lines',
    '',
  ].join('\n');
}

const quoted = (argument: string): string =>
  /^[\w./=:@,+-]+$/.test(argument) ? argument : escapeText(JSON.stringify(argument));
