// Merges a bill with the sheets of its inputs, and writes the sheet, its trace and reports: all of them or none.

import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { type Checked, nothingChecked, stopsMerge } from '../../core/text/verdict.ts';
import { resolvePath } from '../../io/paths.ts';
import { escapeText } from '../../render/escape.ts';
import { countsInWords } from '../../render/findings/summary.ts';
import { plural } from '../../render/plural.ts';
import { type LoadedBill, loadBillWithInputs } from '../bills.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import { findEditionClashes } from '../edition-clashes.ts';
import type { Exit } from '../exit.ts';
import { tellVerdict } from '../findings-output.ts';
import { type MergeOutputs, planOutputs } from '../merge-outputs.ts';
import { mergeTree } from '../merge-tree.ts';
import { makeArtefacts } from '../merged-artefacts.ts';
import { failOnOption, flagOption, listOption, type Options } from '../options.ts';
import { type Artefact, STANDARD_OUTPUT, writeArtefacts } from '../output.ts';
import { shownPath } from '../references.ts';
import { findSelfReferences } from '../self-references.ts';
import { teller } from '../teller.ts';
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
  if (merged === undefined || stopsMerge(findings, failOnOption(options))) return conclude(run, checked, []);
  const { artefacts, findings: unfit } = await makeArtefacts(context, outputs, loaded.value, merged);
  findings.push(...unfit);
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
  const verdict = tellVerdict(context, options, { findings, texts }, checked);
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
