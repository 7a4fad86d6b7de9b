// What can be done with catalogues: one action per name, each with a file of its own.

import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { didYouMean } from '../../core/text/suggest.ts';
import { nothingChecked, reachVerdict } from '../../core/text/verdict.ts';
import { listInWords } from '../../render/plural.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import type { Exit } from '../exit.ts';
import { uniqueFindings, writeFindings } from '../findings-output.ts';
import { listOption, type Options, textOption } from '../options.ts';
import { refuseUsage } from '../usage.ts';

type Act = (
  desk: Desk,
  names: readonly string[],
  options: Options,
  findings: readonly Finding[],
) => Promise<Exit>;

const actions: Readonly<Record<string, Act>> = {
  list: async (desk, names, options) =>
    (await import('./catalogue/shown.ts')).listStatements(desk, names, options),
  show: async (desk, names, options) =>
    (await import('./catalogue/shown.ts')).showEntry(desk, names, options),
  lint: async (desk, files, options, findings) =>
    (await import('./catalogue/lint.ts')).lint(desk, files, options, findings),
  diff: async (desk, names, options) => (await import('./catalogue/diff.ts')).diff(desk, names, options),
  new: async (desk, names, options) => (await import('./catalogue/new.ts')).writeNew(desk, names, options),
  migrate: async (desk, names, options, findings) =>
    (await import('./catalogue/migrate.ts')).migrate(desk, names, options, findings),
};

/** Options that belong to some actions only. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  section: ['list'],
  translation: ['lint'],
  failOn: ['lint'],
  extends: ['new'],
  to: ['migrate'],
  output: ['new', 'migrate'],
};

/** Formats that not every action has. */
const formatsOf: Readonly<Record<string, readonly string[]>> = {
  list: ['text', 'json'],
  show: ['text', 'json'],
  lint: ['text', 'compact', 'json'],
  diff: ['text', 'json'],
  new: [],
  migrate: ['yaml', 'json', 'csv'],
};

export async function runCatalogue(
  context: Context,
  args: readonly string[],
  options: Options,
): Promise<Exit> {
  const [action = '', ...names] = args;
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (act === undefined) {
    const known = Object.keys(actions);
    const list = known.map((each) => `\`${each}\``);
    return refuseUsage(
      context,
      `\`${action}\` is nothing a catalogue can do`,
      didYouMean(action, known) ?? `use ${listInWords(list, 'or')}`,
    );
  }
  const refused = refuseOptions(context, action, options);
  if (refused !== undefined) return refused;
  const texts = new Map<string, string>();
  const files = listOption(options, 'catalogue');
  const { value: catalogues, findings } = await gatherCatalogues(context, files, texts);
  if (hasErrors(findings)) {
    const verdict = reachVerdict(findings, nothingChecked);
    writeFindings(context, context.err, uniqueFindings(findings), verdict, { format: 'text', texts });
    return 2;
  }
  return act({ context, catalogues, texts }, names, options, findings);
}

function refuseOptions(context: Context, action: string, options: Options): Exit | undefined {
  for (const [name, takers] of Object.entries(optionsOf)) {
    if (options[name] === undefined || takers.includes(action)) continue;
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const others = listInWords(takers.map((each) => `\`${each}\``));
    return refuseUsage(
      context,
      `\`${action}\` takes no \`${flag}\``,
      `leave it out; it belongs to ${others}`,
    );
  }
  const format = textOption(options, 'format');
  const formats = formatsOf[action] ?? [];
  if (format === undefined || formats.includes(format)) return undefined;
  if (formats.length === 0) {
    const takers = Object.keys(formatsOf).filter((each) => formatsOf[each]?.length !== 0);
    const others = listInWords(takers.map((each) => `\`${each}\``));
    return refuseUsage(
      context,
      `\`${action}\` takes no \`--format\``,
      `leave it out; it belongs to ${others}`,
    );
  }
  const known = formats.map((each) => `\`${each}\``);
  return refuseUsage(context, `\`${action}\` has no format \`${format}\``, `use ${listInWords(known, 'or')}`);
}
