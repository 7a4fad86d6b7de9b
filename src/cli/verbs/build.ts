// Builds a workspace and says what was done: which bills were merged and why, which could not be, and what is stale.

import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { type Checked, nothingChecked } from '../../core/text/verdict.ts';
import type { Lock } from '../../core/workspace/lock.ts';
import { type Overlay, overlayOn } from '../../io/overlay.ts';
import { resolvePath } from '../../io/paths.ts';
import { reasonInWords } from '../../render/build-reason.ts';
import { escapeText } from '../../render/escape.ts';
import { countsInWords } from '../../render/findings/summary.ts';
import { plural } from '../../render/plural.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import type { Exit } from '../exit.ts';
import { tellVerdict } from '../findings-output.ts';
import { failOnOption, flagOption, type Options } from '../options.ts';
import { writeArtefacts } from '../output.ts';
import { shownPath } from '../references.ts';
import { teller } from '../teller.ts';
import { type BillOutcome, type Built, buildWorkspace } from '../workspace/build.ts';
import { findExpired } from '../workspace/expired.ts';
import { type FoundWorkspace, findWorkspace } from '../workspace/find.ts';
import { findLeftBehind } from '../workspace/left-behind.ts';
import { loadLock, lockPath, lockText } from '../workspace/lock-file.ts';
import { findWrongPlaces, isWithin, outsideWorkspace } from '../workspace/places.ts';
import { planWorkspace, type WorkspacePlan } from '../workspace/plan.ts';
import { findStale } from '../workspace/stale.ts';
import { findToldBefore } from '../workspace/told-before.ts';

export async function runBuild(context: Context, args: readonly string[], options: Options): Promise<Exit> {
  const texts = new Map<string, string>();
  const shipped = await gatherCatalogues(context, [], texts);
  const found = await findWorkspace({ context, catalogues: shipped.value, texts }, args[0] ?? '.');
  const run: Run = { context, options, texts, findings: [...found.findings], overlay: undefined };
  if (found.value === undefined) return conclude(run, nothingChecked);
  const { root, workspace } = found.value;
  // Of what is no catalogue nothing is shown: the document may name any file of this machine.
  const [inside, outside] = [true, false].map((wanted) =>
    workspace.catalogues.filter(
      ({ text }) => isWithin(context.files, root, resolvePath(root, text)) === wanted,
    ),
  );
  run.findings.push(...(outside ?? []).map((each) => outsideWorkspace('catalogues', each)));
  const named = (inside ?? []).map(({ text }) => shownPath(context, resolvePath(root, text)));
  const catalogues = await gatherCatalogues(context, named, texts);
  run.findings.push(...catalogues.findings);
  const overlay = flagOption(options, 'check') ? overlayOn(context.files) : undefined;
  const desk: Desk = {
    context: overlay === undefined ? context : { ...context, files: overlay.files },
    catalogues: catalogues.value,
    texts,
  };
  return build({ ...run, overlay }, desk, found.value);
}

interface Run {
  readonly context: Context;
  readonly options: Options;
  readonly texts: Map<string, string>;
  readonly findings: Finding[];
  /** What would be written, where nothing is to be. */
  readonly overlay: Overlay | undefined;
}

async function build(run: Run, desk: Desk, found: FoundWorkspace): Promise<Exit> {
  const { options, findings } = run;
  const wrong = findWrongPlaces(run.context, found);
  findings.push(...wrong);
  if (wrong.length > 0) return conclude(run, nothingChecked);
  const path = lockPath(found.root);
  const before = await loadLock(desk, path);
  findings.push(...before.findings);
  const plan = await planWorkspace(desk, found, before.lock);
  findings.push(...plan.findings);
  // Without one sure answer to what makes what, nothing is built.
  if (hasErrors([...before.findings, ...plan.findings.filter(isAboutAll)]))
    return conclude(run, { ...nothingChecked, bills: plan.bills.size });
  let written = before.text;
  const save = (lock: Lock): readonly Finding[] => {
    const text = lockText(lock);
    if (text === written) return [];
    written = text;
    return writeArtefacts(desk.context, [{ path, text }], [found.path]);
  };
  const built = await buildWorkspace(desk, {
    found,
    plan,
    lock: before.lock,
    isFresh: flagOption(options, 'fresh'),
    failOn: failOnOption(options),
    save,
    tell: (file, outcome) => tellOutcome(run, { plan, root: found.root }, file, outcome),
  });
  findings.push(
    ...built.findings,
    ...findToldBefore(built),
    ...findExpired(desk.context, found.root, plan, built.lock),
    ...findLeftBehind(desk, found, plan, built.lock),
  );
  if (built.lock.bills.size > 0 || before.text !== undefined) findings.push(...save(built.lock));
  if (run.overlay !== undefined) findings.push(...findStale(run.context, found, plan, run.overlay.written));
  return conclude(run, countBills(plan, built), built);
}

/** Two bills that make one sheet, or go to one place, leave open what is to be built. */
const isAboutAll = ({ code }: Finding): boolean =>
  code === 'workspace/repeated-sheet' || code === 'workspace/repeated-output';

function tellOutcome(
  { context, options, overlay }: Run,
  { plan, root }: { readonly plan: WorkspacePlan; readonly root: string },
  file: string,
  outcome: BillOutcome,
): void {
  const name = plan.bills.get(file)?.name ?? shownPath(context, resolvePath(root, file));
  const say = (line: string): void => context.err.write(`${escapeText(line)}\n`);
  if (flagOption(options, 'quiet')) return;
  if (outcome.kind === 'unchanged') {
    teller(context, options)(`${name}: unchanged`);
    return;
  }
  if (outcome.kind === 'waiting') {
    say(`${name}: not built, since \`${outcome.for}\` is not`);
    return;
  }
  const done = overlay === undefined ? 'built' : 'would be built';
  const result = outcome.kind === 'built' && outcome.isNew ? done : `${done}, with the same result`;
  say(`${name}: ${outcome.kind === 'failed' ? 'not built' : result}`);
  if (!flagOption(options, 'whyRebuilt')) return;
  for (const reason of outcome.reasons) say(`  ${reasonInWords(reason)}`);
}

function countBills(plan: WorkspacePlan, { outcomes }: Built): Checked {
  const sheets = new Set<string>();
  for (const { inputs } of plan.bills.values())
    for (const input of inputs) if (input.kind === 'sheet') sheets.add(input.file);
  const waiting = [...plan.bills.keys()].filter((file) => outcomes.get(file)?.kind === 'waiting').length;
  return {
    ...nothingChecked,
    bills: plan.bills.size - waiting,
    sheets: sheets.size,
    notChecked: plan.unread.size + waiting,
  };
}

function conclude(
  { context, options, texts, findings, overlay }: Run,
  checked: Checked,
  built?: Built,
): Exit {
  const told = findings.map(inWorkspaceWords);
  const verdict = tellVerdict(context, options, { findings: told, texts }, checked);
  if (built === undefined) context.err.write('nothing was built\n');
  else if (!flagOption(options, 'quiet'))
    context.err.write(`${summary(built, overlay !== undefined)}: ${countsInWords(verdict.counts)}\n`);
  return verdict.exit;
}

/** Catalogues are named in the document of the workspace: a build has no option for them. */
const inWorkspaceWords = (found: Finding): Finding => ({
  ...found,
  help: found.help.map((line) =>
    found.code === 'sheet/unknown-catalogue' && line.includes('`--catalogue`')
      ? 'or add the file of another to `catalogues` in `loopsheet.yaml`'
      : line,
  ),
});

function summary({ outcomes }: Built, isCheck: boolean): string {
  const count = (kind: BillOutcome['kind']): number =>
    [...outcomes.values()].filter((each) => each.kind === kind).length;
  const parts = [
    `${isCheck ? 'would build' : 'built'} ${plural(count('built'), 'bill')}`,
    `${count('unchanged')} unchanged`,
    ...(count('failed') + count('waiting') === 0 ? [] : [`${count('failed') + count('waiting')} not built`]),
  ];
  return parts.join(', ');
}
