// Everything a command may touch, handed to it: files, streams, environment, calendar. Tests hand in their own.

import type { DateText } from '../core/values/date.ts';
import type { Files } from '../io/files.ts';
import { type Paint, type Palette, plainPalette } from '../render/palette.ts';

export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly palette: Palette;
  readonly width: number;
}

export interface Context {
  readonly files: Files;
  /** A file that ships with the tool, by its path inside the package. */
  readonly shipped: (path: string) => Uint8Array | undefined;
  /** Everything on standard input, up to a limit of bytes. */
  readonly stdin: (limit: number) => Promise<Uint8Array>;
  readonly out: Output;
  readonly err: Output;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly today: DateText;
  /** Lets signals through; a long run asks for it now and then. */
  readonly pause: () => Promise<void>;
}

export const colorChoices = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof colorChoices)[number];

/** The same context, with the palettes that the option, the environment and each stream ask for. */
export async function withColor(context: Context, choice: ColorChoice): Promise<Context> {
  const [out, err] = [context.out, context.err].map((output) =>
    wantsColor(choice, context.env, output.isTerminal),
  );
  if (out !== true && err !== true) return context;
  const palette = await colorPalette();
  return {
    ...context,
    out: { ...context.out, palette: out === true ? palette : plainPalette },
    err: { ...context.err, palette: err === true ? palette : plainPalette },
  };
}

/** The option decides, then the environment, then whether a terminal reads. */
export function wantsColor(choice: ColorChoice, env: Context['env'], isTerminal: boolean): boolean {
  if (choice !== 'auto') return choice === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Loaded only when there is something to colour. */
async function colorPalette(): Promise<Palette> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // Chalk joins all its arguments; a paint takes the text and nothing else.
  const only =
    (paint: Paint): Paint =>
    (text) =>
      paint(text);
  return {
    error: only(chalk.red.bold),
    warning: only(chalk.yellow.bold),
    note: only(chalk.cyan.bold),
    strong: only(chalk.bold),
    faint: only(chalk.dim),
    yes: only(chalk.green),
    no: only(chalk.red),
    open: only(chalk.yellow),
  };
}

const NARROWEST = 40;
const USUAL = 80;

/** `COLUMNS`, else what the stream says, else 80. */
export function widthFor(env: Context['env'], columns: number | undefined): number {
  const asked = /^\d{1,4}$/.test(env['COLUMNS'] ?? '') ? Number(env['COLUMNS']) : undefined;
  return Math.max(NARROWEST, asked ?? columns ?? USUAL);
}
