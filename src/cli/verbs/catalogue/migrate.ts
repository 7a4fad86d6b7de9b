// Carries a sheet to another catalogue and tells, on standard error, what became of every entry that differs there.

import { withoutFollowUps } from '../../../checks/follow-ups.ts';
import { checkSheet } from '../../../checks/index.ts';
import type { Catalogue } from '../../../core/model/catalogue.ts';
import type { Sheet } from '../../../core/model/sheet.ts';
import { migrateSheet } from '../../../core/questions/migrate.ts';
import { type Finding, hasErrors } from '../../../core/text/finding.ts';
import { nothingChecked, reachVerdict } from '../../../core/text/verdict.ts';
import { resolvePath } from '../../../io/paths.ts';
import { renderMoves } from '../../../render/catalogue/moves.ts';
import { escapeText } from '../../../render/escape.ts';
import type { SheetFormat } from '../../commands/merge.ts';
import { type Desk, loadDocument, wrongKind } from '../../documents.ts';
import type { Exit } from '../../exit.ts';
import { uniqueFindings, writeFindings } from '../../findings-output.ts';
import { flagOption, type Options, textOption } from '../../options.ts';
import { STANDARD_OUTPUT, writeArtefacts } from '../../output.ts';
import { chooseFormat, proveSheet, writeSheet } from '../../sheet-output.ts';
import { refuseUsage } from '../../usage.ts';

interface Written {
  readonly output: string;
  readonly format: SheetFormat;
  readonly isQuiet: boolean;
}

export async function migrate(
  desk: Desk,
  names: readonly string[],
  options: Options,
  before: readonly Finding[],
): Promise<Exit> {
  const { context, catalogues } = desk;
  const [name, ...others] = names;
  if (name === undefined || others.length > 0)
    return refuseUsage(context, '`migrate` takes one sheet', 'name its file');
  const to = textOption(options, 'to');
  if (to === undefined)
    return refuseUsage(context, '`migrate` needs to know the catalogue', 'add `--to <name/version>`');
  const after = catalogues.find(to);
  if (after === undefined) {
    const known = `known: ${catalogues.names().join(', ')}; name the file of another with \`--catalogue\``;
    return refuseUsage(context, `catalogue \`${to}\` is not known`, known);
  }
  const output = textOption(options, 'output') ?? STANDARD_OUTPUT;
  const format = chooseFormat(options, output);
  if (format === undefined) {
    const help = 'add `--format yaml`, `json` or `csv`';
    return refuseUsage(context, `the name \`${output}\` does not say a format`, help);
  }
  const read = await readToCarry(desk, name);
  const findings = [...before, ...read.findings];
  if (read.value === undefined) return conclude(desk, findings, read.isSheet);
  if (read.value.sheet.catalogue === to)
    return refuseUsage(context, `\`${name}\` answers \`${to}\` already`, 'name another version with `--to`');
  return carryOver(desk, { ...read.value, after }, findings, {
    output,
    format,
    isQuiet: flagOption(options, 'quiet'),
  });
}

interface Journey {
  readonly sheet: Sheet;
  readonly before: Catalogue;
  readonly after: Catalogue;
  /** Absolute paths of what was read and is not to be overwritten. */
  readonly read: readonly string[];
}

/** The sheet, with no error in it: what is wrong in one version would be carried into the next. */
async function readToCarry(desk: Desk, name: string) {
  const path = name === '-' ? undefined : resolvePath(desk.context.cwd, name);
  const target = { name, met: false, ...(path === undefined ? {} : { path }) };
  const { value, findings, kind } = await loadDocument(desk, target);
  const isSheet = kind === 'sheet';
  if (value === undefined) return { value, findings, isSheet };
  if (value.content.kind !== 'sheet')
    return { value: undefined, findings: [...findings, wrongKind(value, 'a sheet')], isSheet };
  const { sheet, catalogue } = value.content;
  const found = withoutFollowUps([...findings, ...checkSheet({ sheet, catalogue, today: sheet.issued })]);
  if (hasErrors(found)) return { value: undefined, findings: found, isSheet };
  const read = [...(path === undefined ? [] : [path]), ...desk.catalogues.read];
  return { value: { sheet, before: catalogue, read }, findings, isSheet };
}

async function carryOver(
  desk: Desk,
  { sheet, before, after, read }: Journey,
  findings: readonly Finding[],
  { output, format, isQuiet }: Written,
): Promise<Exit> {
  const { context, texts } = desk;
  const migrated = migrateSheet(sheet, before, after);
  const text = writeSheet(migrated.sheet, after, format);
  const unfit = await proveSheet({ name: output, text, format }, migrated.sheet, after);
  if (hasErrors(unfit)) {
    // What is pointed at stands in the sheet that would have been written.
    texts.set(output, text);
    return conclude(desk, [...findings, ...unfit], true);
  }
  const written = writeArtefacts(context, [{ path: output, text }], read);
  if (hasErrors(written)) return conclude(desk, [...findings, ...written], true);
  context.err.write(renderMoves(migrated.moves, before, isQuiet));
  if (!isQuiet) context.err.write(`${newRevision(sheet, migrated.sheet)}\n`);
  if (findings.length > 0) conclude(desk, findings, true);
  if (output !== STANDARD_OUTPUT && !isQuiet) context.err.write(`wrote ${escapeText(output)}\n`);
  return 0;
}

/** Its content is another one, so it is another revision; when it is published is not for a tool to say. */
const newRevision = ({ revision }: Sheet, { revision: next, issued }: Sheet): string =>
  `revision ${revision} becomes ${next}, still dated ${issued}`;

function conclude({ context, texts }: Desk, findings: readonly Finding[], isSheet: boolean): Exit {
  const unique = uniqueFindings(findings);
  const verdict = reachVerdict(unique, { ...nothingChecked, sheets: isSheet ? 1 : 0 });
  writeFindings(context, context.err, unique, verdict, { format: 'text', texts });
  return verdict.exit;
}
