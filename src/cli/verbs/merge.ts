// Merges a bill with the sheets of its inputs, and writes the sheet, its trace and reports: all of them or none.

import type { Merged } from '../../core/merge/merge.ts';
import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { type Checked, nothingChecked, reachVerdict } from '../../core/text/verdict.ts';
import { resolvePath } from '../../io/paths.ts';
import { sha256 } from '../../io/sha256.ts';
import { escapeText } from '../../render/escape.ts';
import { countsInWords } from '../../render/findings/summary.ts';
import { plural } from '../../render/plural.ts';
import { type LoadedBill, loadBillWithInputs } from '../bills.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import { findEditionClashes } from '../edition-clashes.ts';
import type { Exit } from '../exit.ts';
import { uniqueFindings, writeFindings } from '../findings-output.ts';
import { type MergeOutputs, planOutputs } from '../merge-outputs.ts';
import { mergeTree } from '../merge-tree.ts';
import { failOnOption, flagOption, listOption, type Options } from '../options.ts';
import { type Artefact, STANDARD_OUTPUT, writeArtefacts } from '../output.ts';
import { shownPath } from '../references.ts';
import { renderReport } from '../report-output.ts';
import { findSelfReferences } from '../self-references.ts';
import { proveSheet, writeSheet } from '../sheet-output.ts';
import { teller } from '../teller.ts';
import { provedTrace } from '../trace-output.ts';
import { traceForOutput } from '../trace-places.ts';
import { refuseUsage } from '../usage.ts';

export async function runMerge(context: Context, args: readonly string[], options: Options): Promise<Exit> {
  const outputs = planOutputs(options);
  if ('refusal' in outputs) return refuseUsage(context, outputs.refusal, outputs.help);
  const [name = ''] = args;
  if (name === '-')
    return refuseUsage(
      context,
      'a bill is not read from standard input: its inputs are looked for from the folder it lies in',
      'write it to a file, and name that',
    );
  const texts = new Map<string, string>();
  const catalogues = await gatherCatalogues(context, listOption(options, 'catalogue'), texts);
  const desk: Desk = { context, catalogues: catalogues.value, texts };
  const loaded = await loadBillWithInputs(desk, { name, path: resolvePath(context.cwd, name), met: false });
  const findings = [...catalogues.findings, ...loaded.findings];
  const run: Run = { context, options, outputs, texts, findings };
  if (loaded.value === undefined)
    return conclude(run, { ...nothingChecked, bills: loaded.kind === 'bill' ? 1 : 0 }, []);
  const tell = teller(context, options);
  for (const path of new Set(loaded.value.read)) tell(`read ${shownPath(context, path)}`);
  const { merged, findings: found } = mergeTree(loaded.value, {
    withQuantities: flagOption(options, 'quantities'),
  });
  findings.push(...found, ...findEditionClashes(loaded.value), ...findSelfReferences(loaded.value, 2));
  const checked = countDocuments(loaded.value);
  if (merged === undefined || fails(findings, options)) return conclude(run, checked, []);
  const artefacts = await makeArtefacts(run, loaded.value, merged);
  if (hasErrors(findings)) return conclude(run, checked, []);
  const read = [
    ...loaded.value.read,
    ...listOption(options, 'catalogue').map((file) => resolvePath(context.cwd, file)),
  ];
  findings.push(...writeArtefacts(context, artefacts, read));
  return conclude(run, checked, hasErrors(findings) ? [] : artefacts);
}

interface Run {
  readonly context: Context;
  readonly options: Options;
  readonly outputs: MergeOutputs;
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: Finding[];
}

/** An error always stops a merge, however little the run is asked to fail on. */
const fails = (findings: readonly Finding[], options: Options): boolean =>
  hasErrors(findings) ||
  (failOnOption(options) === 'warning' && findings.some((each) => each.severity === 'warning'));

async function makeArtefacts(
  run: Run,
  loaded: LoadedBill,
  { sheet, trace }: Merged,
): Promise<readonly Artefact[]> {
  const { outputs, findings, context } = run;
  const { catalogue } = loaded;
  const text = writeSheet(sheet, catalogue, outputs.format);
  findings.push(
    ...(await proveSheet({ name: outputs.sheet, text, format: outputs.format }, sheet, catalogue)),
  );
  const digest = sha256(new TextEncoder().encode(text));
  const told = { ...trace, sheet: { ...trace.sheet, sha256: digest } };
  const reports = await Promise.all(
    outputs.reports.map(async ({ format, path }): Promise<Artefact> => {
      const style = path === STANDARD_OUTPUT ? context.out : undefined;
      const trace = traceForOutput(context, told, path);
      return {
        path,
        isPrivate: true,
        text: await renderReport(
          format,
          { sheet: { ...sheet, source: outputs.sheet }, trace, catalogue },
          style,
        ),
      };
    }),
  );
  const traces = await Promise.all(
    (outputs.trace === undefined ? [] : [outputs.trace]).map(async (path) => {
      // On standard output it may be written down anywhere, but must not tell where the run was started.
      const place = path === STANDARD_OUTPUT ? loaded.path : path;
      return { path, text: await provedTrace(traceForOutput(context, told, place)), isPrivate: true };
    }),
  );
  // The sheet comes last: whoever sees the new sheet finds everything that belongs to it.
  return [...reports, ...traces, { path: outputs.sheet, text }];
}

function countDocuments(loaded: LoadedBill, seen: Set<LoadedBill> = new Set()): Checked {
  if (seen.has(loaded)) return nothingChecked;
  seen.add(loaded);
  let { bills, sheets } = { bills: 1, sheets: 0 };
  for (const input of loaded.inputs.values()) {
    if (input.kind === 'sheet') sheets += 1;
    if (input.kind !== 'bill') continue;
    const child = countDocuments(input.child, seen);
    bills += child.bills;
    sheets += child.sheets;
  }
  return { ...nothingChecked, bills, sheets };
}

function conclude(
  { context, options, texts, findings }: Run,
  checked: Checked,
  written: readonly Artefact[],
): Exit {
  const shown = uniqueFindings(findings);
  const failOn = failOnOption(options);
  const verdict = reachVerdict(shown, checked, failOn === 'never' ? 'error' : failOn);
  const told = flagOption(options, 'quiet') ? shown.filter((each) => each.severity === 'error') : shown;
  writeFindings(context, context.err, told, verdict, { format: 'text', texts });
  if (written.length === 0) context.err.write('nothing was written\n');
  else if (!flagOption(options, 'quiet')) {
    for (const { path } of written)
      if (path !== STANDARD_OUTPUT) context.err.write(`wrote ${escapeText(path)}\n`);
    const found = countsInWords(verdict.counts);
    context.err.write(
      `merged ${plural(checked.bills, 'bill')} and ${plural(checked.sheets, 'sheet')}: ${found}\n`,
    );
  }
  return verdict.exit;
}
