// Writes a sheet in another format. A sheet with errors is refused: what is wrong in one format would be wrong in all.

import { withoutFollowUps } from '../../checks/follow-ups.ts';
import { checkSheet } from '../../checks/index.ts';
import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { nothingChecked, reachVerdict } from '../../core/text/verdict.ts';
import { resolvePath } from '../../io/paths.ts';
import type { DocumentKind } from '../../read/validator.ts';
import { escapeText } from '../../render/escape.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { SheetFormat } from '../commands/merge.ts';
import type { Context } from '../context.ts';
import { type Desk, loadDocument, wrongKind } from '../documents.ts';
import type { Exit } from '../exit.ts';
import { uniqueFindings, writeFindings } from '../findings-output.ts';
import { flagOption, listOption, type Options, textOption } from '../options.ts';
import { STANDARD_OUTPUT, writeArtefacts } from '../output.ts';
import { chooseFormat, proveSheet, writeSheet } from '../sheet-output.ts';
import { refuseUsage } from '../usage.ts';

export async function runConvert(context: Context, args: readonly string[], options: Options): Promise<Exit> {
  const [name = ''] = args;
  const output = textOption(options, 'output') ?? STANDARD_OUTPUT;
  const format = chooseFormat(options, output);
  if (format === undefined) {
    return refuseUsage(
      context,
      `the name \`${output}\` does not say a format`,
      'add `--format yaml`, `json` or `csv`',
    );
  }
  const texts = new Map<string, string>();
  const catalogues = await gatherCatalogues(context, listOption(options, 'catalogue'), texts);
  const stdinName = textOption(options, 'stdinName');
  const desk: Desk = {
    context,
    catalogues: catalogues.value,
    texts,
    ...(stdinName === undefined ? {} : { stdinName }),
  };
  const converted = await convertDocument(desk, name, output, format);
  const findings = uniqueFindings([...catalogues.findings, ...converted.findings]);
  const sheets = converted.kind === 'sheet' ? 1 : 0;
  const verdict = reachVerdict(findings, { ...nothingChecked, sheets });
  writeFindings(context, context.err, findings, verdict, { format: 'text', texts });
  if (verdict.exit === 0 && output !== STANDARD_OUTPUT && !flagOption(options, 'quiet'))
    context.err.write(`wrote ${escapeText(output)}\n`);
  return verdict.exit;
}

async function convertDocument(
  desk: Desk,
  name: string,
  output: string,
  format: SheetFormat,
): Promise<{ readonly findings: readonly Finding[]; readonly kind?: DocumentKind }> {
  const path = name === '-' ? undefined : resolvePath(desk.context.cwd, name);
  const loaded = await loadDocument(desk, { name, met: false, ...(path === undefined ? {} : { path }) });
  const { value, findings } = loaded;
  if (value === undefined) return loaded;
  if (value.content.kind !== 'sheet') return { findings: [...findings, wrongKind(value, 'a sheet')] };
  const { kind } = value;
  const { sheet, catalogue } = value.content;
  // How old a sheet has become is no matter of its format: it is judged as on the day it was issued.
  const found = withoutFollowUps([...findings, ...checkSheet({ sheet, catalogue, today: sheet.issued })]);
  if (hasErrors(found)) return { findings: found, kind };
  const told = found.filter((each) => each.severity !== 'note');
  const text = writeSheet(sheet, catalogue, format);
  const unfit = await proveSheet({ name: output, text, format }, sheet, catalogue);
  if (hasErrors(unfit)) return { findings: [...told, ...unfit], kind };
  const written = writeArtefacts(
    desk.context,
    [{ path: output, text }],
    [...(path === undefined ? [] : [path]), ...desk.catalogues.read],
  );
  return { findings: [...told, ...written], kind };
}
