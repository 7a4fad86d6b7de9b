// The command line as a whole: from arguments to an exit code. Usage errors end here, with exit code 2.

import { CommanderError, Command as Program } from 'commander';
import { wrapText } from '../render/width.ts';
import type { Command, Example } from './command.ts';
import { commands } from './commands/index.ts';
import { type Context, withColor } from './context.ts';
import { type Exit, exitCodes } from './exit.ts';
import { addShared, colorOption, type Options } from './options.ts';
import { refuseUsage, rewordUsage } from './usage.ts';

const SUMMARY = 'Validate, merge and explain circularity data sheets';

export async function run(argv: readonly string[], context: Context): Promise<Exit> {
  if (argv.length === 0) {
    context.err.write(shortHelp());
    return 2;
  }
  let exit: Exit = 0;
  const called = commands.find((command) => command.name === argv[0])?.name;
  const program = createProgram(context, called, async (command, args, options) => {
    exit = holdsEmptyText(args, options)
      ? refuseUsage(context, 'an argument or the value of an option is empty', EMPTY_HELP)
      : await command.run(await withColor(context, colorOption(options)), args, options);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

const EMPTY_HELP = 'name a file, or `-` for standard input or output; a shell variable may be unset';

/** An empty name would be taken for the current folder. */
const holdsEmptyText = (args: readonly string[], options: Options): boolean =>
  [args, ...Object.values(options)].flat().includes('');

type Action = (
  command: Command,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<void>;

/** The program with every command, of which only the one called can do anything. */
function createProgram(context: Context, called: string | undefined, action: Action): Program {
  const program = new Program('loopsheet');
  program
    .description(`${SUMMARY}.`)
    .version(context.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help about a command')
    .usage('<command> [options]')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({
      writeOut: context.out.write,
      writeErr: context.err.write,
      getOutHelpWidth: () => context.out.width,
      getErrHelpWidth: () => context.err.width,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (message, write) => write(rewordUsage(message, called)),
    })
    .addHelpText('after', () =>
      epilogue(
        commands.flatMap((command) => command.examples.slice(0, 1)),
        ALL_FINDINGS,
        context.out.width,
      ),
    );
  for (const command of commands) {
    const added = addCommand(program, command, context.out.width);
    // Options take time to set up: where one command is called, the others do without.
    if (called !== undefined && called !== command.name) continue;
    command.configure(added);
    addShared(added);
    added.action(async () => action(command, added.args, added.opts()));
  }
  return program;
}

function addCommand(program: Program, command: Command, width: number): Program {
  return program
    .command(command.name)
    .summary(command.summary)
    .description(command.description)
    .allowExcessArguments(false)
    .addHelpText('after', () => epilogue(command.examples, command.findings, width));
}

const ALL_FINDINGS = 'what was checked does not pass; a command that writes has written nothing';

const CODE_COLUMN = 6;
const NARROWEST = 24;

/** A command that only shows something has no exit code 1. */
function epilogue(examples: readonly Example[], findings: string | undefined, width: number): string {
  const shown = examples.flatMap(({ line, does }) => [`  # ${does}`, `  $ ${line}`]);
  const meanings = exitCodes(findings);
  const exits = meanings.flatMap(([code, meaning]) =>
    wrapText(meaning, Math.max(NARROWEST, width - CODE_COLUMN)).map(
      (line, index) => `  ${(index === 0 ? String(code) : '').padEnd(CODE_COLUMN - 2)}${line}`,
    ),
  );
  return ['', 'Examples:', ...shown, '', 'Exit codes:', ...exits].join('\n');
}

function shortHelp(): string {
  const names = commands.map((command) => `  ${command.name.padEnd(12)}${command.summary}\n`);
  const examples = commands.slice(0, 2).flatMap((command) => command.examples.slice(0, 1));
  const lines = examples.map(({ line }) => `  $ ${line}\n`);
  return `${SUMMARY}\n\nCommands:\n${names.join('')}\nFor instance:\n${lines.join('')}\nRun loopsheet --help for everything.\n`;
}
