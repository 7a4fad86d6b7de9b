// Says why a sheet answers as it does: from its trace where it was merged, from its own lines where it was filled.

import type { Catalogue } from '../../core/model/catalogue.ts';
import { catalogueName } from '../../core/model/catalogue.ts';
import { explainDeclared } from '../../core/questions/declared.ts';
import { explain } from '../../core/questions/explain.ts';
import type { Declaration, Explanation } from '../../core/questions/explanation.ts';
import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { askedAs, didYouMean, suggest } from '../../core/text/suggest.ts';
import { nothingChecked, reachVerdict } from '../../core/text/verdict.ts';
import { escapeText } from '../../render/escape.ts';
import { plainStyle } from '../../render/palette.ts';
import { listInWords } from '../../render/plural.ts';
import { explanationsJson } from '../../render/reports/explain-json.ts';
import { explanationsText } from '../../render/reports/explain-text.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import type { Exit } from '../exit.ts';
import { uniqueFindings, writeFindings } from '../findings-output.ts';
import { flagOption, formatOption, listOption, type Options, textOption } from '../options.ts';
import { STANDARD_OUTPUT, writeArtefacts } from '../output.ts';
import { loadToldSheet, noTrace, type ToldSheet } from '../told-sheet.ts';
import { namerFor, traceForOutput } from '../trace-places.ts';
import { refuseUsage } from '../usage.ts';

export async function runExplain(context: Context, args: readonly string[], options: Options): Promise<Exit> {
  const [name = '', ...wanted] = args;
  const texts = new Map<string, string>();
  const catalogues = await gatherCatalogues(context, listOption(options, 'catalogue'), texts);
  const desk: Desk = { context, catalogues: catalogues.value, texts };
  const loaded = await loadToldSheet(desk, name, textOption(options, 'trace'));
  const findings = [...catalogues.findings, ...loaded.findings];
  const told = loaded.value;
  if (told !== undefined && told.trace === undefined && told.sheet.inputs.length > 0) {
    findings.push(noTrace(told.sheet, name));
  }
  if (told === undefined || hasErrors(findings)) return conclude(desk, findings, loaded.isRefused);
  const ids = wanted.map((each) => idFor(each, told.catalogue));
  const strange = ids.find((id) => explainOne(told, id) === undefined);
  if (strange !== undefined) return refuseStrange(context, strange, told.catalogue);
  const output = textOption(options, 'output') ?? STANDARD_OUTPUT;
  const placed = placeFor(context, told, output);
  const explanations = ids.flatMap((id) => explainOne(placed, id) ?? []);
  const style = output === STANDARD_OUTPUT ? context.out : plainStyle;
  const isJson = formatOption(options, ['text', 'json']) === 'json';
  const text = isJson ? explanationsJson(explanations) : explanationsText(explanations, style);
  findings.push(
    ...writeArtefacts(
      context,
      [{ path: output, text, isPrivate: told.trace !== undefined }],
      [...told.read, ...desk.catalogues.read],
    ),
  );
  const exit = conclude(desk, findings);
  if (exit === 0 && output !== STANDARD_OUTPUT && !flagOption(options, 'quiet'))
    context.err.write(`wrote ${escapeText(output)}\n`);
  return exit;
}

/** Files in it are named as from where the explanation goes. */
function placeFor(context: Context, told: ToldSheet, output: string): ToldSheet {
  const sheet = { ...told.sheet, source: namerFor(context, output)(told.sheet.source) };
  return told.trace === undefined
    ? { ...told, sheet }
    : { ...told, sheet, trace: traceForOutput(context, told.trace, output) };
}

const explainOne = (
  { sheet, trace, catalogue }: ToldSheet,
  id: string,
): Explanation | Declaration | undefined =>
  trace === undefined ? explainDeclared(sheet, id, catalogue) : explain(trace, id, catalogue, sheet);

/** A sheet with errors is a verdict; whatever else stands in the way is none. */
function conclude({ context, texts }: Desk, findings: readonly Finding[], isRefused = false): Exit {
  const shown = uniqueFindings(findings);
  const checked = { ...nothingChecked, sheets: isRefused ? 1 : 0 };
  const verdict = reachVerdict(shown, checked);
  writeFindings(context, context.err, shown, verdict, { format: 'text', texts });
  return hasErrors(shown) ? verdict.exit : 0;
}

/** An id, or a title as reports show it; of a group and its bands the group. */
const idFor = (wanted: string, catalogue: Catalogue): string => titlesIn(catalogue).get(wanted) ?? wanted;

function titlesIn({ groups, statements, quantities }: Catalogue): ReadonlyMap<string, string> {
  const all = [...quantities.values(), ...statements.values(), ...groups.values()];
  return new Map(all.map(({ id, title }) => [title, id]));
}

function refuseStrange(context: Context, id: string, catalogue: Catalogue): Exit {
  const names = [...catalogue.groups.keys(), ...catalogue.statements.keys()];
  const titles = suggest(id, titlesIn(catalogue).keys());
  return refuseUsage(
    context,
    `\`${id}\` is not in catalogue \`${catalogueName(catalogue)}\``,
    didYouMean(id, names) ??
      nearEnd(id, names) ??
      askedAs(titles) ??
      'run `loopsheet catalogue list` to see what is',
  );
}

/** `no-pvc` for `inputs.no-pvc`: what stands before the dot is easily forgotten. */
function nearEnd(id: string, names: readonly string[]): string | undefined {
  const ends = new Map(names.map((each) => [each.slice(each.indexOf('.') + 1), each]));
  const near = ends.has(id) ? [id] : suggest(id, ends.keys());
  const full = near.map((end) => `\`${ends.get(end) ?? end}\``);
  return full.length === 0 ? undefined : `did you mean ${listInWords(full, 'or')}?`;
}
