// What a command of the tool is. The files in commands/ say how it is called; what it does is loaded when it is.

import type { Command as CommanderCommand } from 'commander';
import type { Context } from './context.ts';
import type { Exit } from './exit.ts';
import type { Options } from './options.ts';

export interface Example {
  readonly line: string;
  readonly does: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** More than the summary says, for `--help`. */
  readonly description: string;
  readonly examples: readonly Example[];
  /** What exit code 1 says; left out by commands that never end with it. */
  readonly findings?: string;
  readonly configure: (command: CommanderCommand) => void;
  readonly run: (context: Context, args: readonly string[], options: Options) => Promise<Exit>;
}
