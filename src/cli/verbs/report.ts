// Shows a sheet to people: by its trace where there is one, by itself where there is none.

import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { nothingChecked, reachVerdict } from '../../core/text/verdict.ts';
import { extensionOf } from '../../io/paths.ts';
import { escapeText } from '../../render/escape.ts';
import { dayFor } from '../calendar.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import type { Exit } from '../exit.ts';
import { uniqueFindings, writeFindings } from '../findings-output.ts';
import { flagOption, formatOption, listOption, type Options, textOption } from '../options.ts';
import { STANDARD_OUTPUT, writeArtefacts } from '../output.ts';
import { type ReportFormat, reportFormats } from '../report-formats.ts';
import { renderReport } from '../report-output.ts';
import { loadToldSheet } from '../told-sheet.ts';
import { traceForOutput } from '../trace-places.ts';
import { refuseUsage } from '../usage.ts';

export async function runReport(context: Context, args: readonly string[], options: Options): Promise<Exit> {
  const [name = ''] = args;
  const output = textOption(options, 'output') ?? STANDARD_OUTPUT;
  const format = formatFor(options, output);
  if (format === undefined)
    return refuseUsage(
      context,
      `the format of \`${output}\` is not known from its ending`,
      'name the file `.txt` or `.md`, or give `--format terminal` or `--format markdown`',
    );
  const asked = dayFor(context, textOption(options, 'asOf'));
  if ('refusal' in asked) return refuseUsage(context, asked.refusal, asked.help);
  const texts = new Map<string, string>();
  const catalogues = await gatherCatalogues(context, listOption(options, 'catalogue'), texts);
  const desk: Desk = { context, catalogues: catalogues.value, texts };
  const isPublic = flagOption(options, 'public');
  const loaded = await loadToldSheet(desk, name, isPublic ? false : textOption(options, 'trace'));
  const findings = [...catalogues.findings, ...loaded.findings];
  if (loaded.value === undefined || hasErrors(findings)) return conclude(desk, findings, loaded.isRefused);
  const style = output === STANDARD_OUTPUT ? context.out : undefined;
  const { trace } = loaded.value;
  const placed = trace === undefined ? {} : { trace: traceForOutput(context, trace, output) };
  const text = await renderReport(format, { ...loaded.value, ...placed, isPublic, today: asked.day }, style);
  findings.push(
    ...writeArtefacts(
      context,
      [{ path: output, text, isPrivate: trace !== undefined }],
      [...loaded.value.read, ...desk.catalogues.read],
    ),
  );
  const exit = conclude(desk, findings);
  if (exit === 0 && output !== STANDARD_OUTPUT && !flagOption(options, 'quiet'))
    context.err.write(`wrote ${escapeText(output)}\n`);
  return exit;
}

const endings: Readonly<Record<string, ReportFormat>> = {
  txt: 'terminal',
  text: 'terminal',
  md: 'markdown',
  markdown: 'markdown',
};

function formatFor(options: Options, output: string): ReportFormat | undefined {
  const ending = extensionOf(output);
  const byEnding = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  return formatOption(options, reportFormats) ?? (output === STANDARD_OUTPUT ? 'terminal' : byEnding);
}

/** A sheet with errors is a verdict; whatever else stands in the way is none. */
function conclude({ context, texts }: Desk, findings: readonly Finding[], isRefused = false): Exit {
  const shown = uniqueFindings(findings);
  const checked = { ...nothingChecked, sheets: isRefused ? 1 : 0 };
  const verdict = reachVerdict(shown, checked);
  writeFindings(context, context.err, shown, verdict, { format: 'text', texts });
  return hasErrors(shown) ? verdict.exit : 0;
}
