// Lines about the course of a run, for those who ask for them with --verbose.

import { escapeLineStarts, escapeText } from '../render/escape.ts';
import type { Context } from './context.ts';
import { flagOption, type Options } from './options.ts';

export function teller({ err }: Context, options: Options): (line: string) => void {
  if (!flagOption(options, 'verbose')) return () => undefined;
  return (line) => err.write(`${escapeLineStarts(escapeText(line))}\n`);
}
