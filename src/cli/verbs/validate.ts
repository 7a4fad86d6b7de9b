// Checks documents, whatever their kind, and says what was found, what was checked and what was not.

import type { Finding } from '../../core/text/finding.ts';
import { type Checked, nothingChecked, reachVerdict } from '../../core/text/verdict.ts';
import { renderSummary } from '../../render/findings/summary.ts';
import { wrapText } from '../../render/width.ts';
import { dayFor } from '../calendar.ts';
import { gatherCatalogues } from '../catalogues.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import type { Exit } from '../exit.ts';
import { findingFormats } from '../finding-formats.ts';
import { uniqueFindings, writeFindings } from '../findings-output.ts';
import { listPolicy, unknownList } from '../list-policy.ts';
import { meetCatalogues } from '../met-catalogues.ts';
import {
  failOnOption,
  flagOption,
  formatOption,
  listOption,
  numberOption,
  type Options,
  textOption,
} from '../options.ts';
import { gatherTargets, type Target } from '../targets.ts';
import { teller } from '../teller.ts';
import { refuseUsage } from '../usage.ts';
import { checkGathered, gathering } from './check-gathered.ts';
import { type Checking, checkTarget } from './check-target.ts';

/** So many documents are checked between two chances for signals to come through. */
const STRIDE = 64;

export async function runValidate(
  context: Context,
  args: readonly string[],
  options: Options,
): Promise<Exit> {
  const asked = dayFor(context, textOption(options, 'asOf'));
  if ('refusal' in asked) return refuseUsage(context, asked.refusal, asked.help);
  const lists = listPolicy(listOption(options, 'list'));
  if ('refusal' in lists) return refuseUsage(context, lists.refusal, lists.help);
  const days = numberOption(options, 'expiresWithin');
  const texts = new Map<string, string>();
  const catalogues = await gatherCatalogues(context, listOption(options, 'catalogue'), texts);
  const stdinName = textOption(options, 'stdinName');
  const met = meetCatalogues(catalogues.value);
  const desk: Desk = {
    context,
    catalogues: met,
    texts,
    ...(stdinName === undefined ? {} : { stdinName }),
  };
  const targets = gatherTargets(context, args);
  const acrossOptions = { ...lists, ...(days === undefined ? {} : { days }) };
  const gathered = gathering(acrossOptions, targets.targets.length === 1);
  const checking: Checking = {
    desk,
    catalogues: met,
    waiting: [],
    today: asked.day,
    findings: [...catalogues.findings, ...targets.findings],
    gathered,
    against: new Set(),
    unread: new Set(),
    counts: { ...nothingChecked, notChecked: targets.passedOver },
    tell: teller(context, options),
  };
  await checkAll(checking, inTurn(targets.targets));
  await checkAll({ ...checking, waiting: undefined }, checking.waiting ?? []);
  checking.findings.push(...(await checkGathered(desk, gathered, asked.day)));
  // What could not be read may name it.
  const unknown = checking.findings.some(
    ({ code, severity }) => severity === 'error' && code.startsWith('read/'),
  )
    ? undefined
    : unknownList(lists, met, [...gathered.sheets, ...gathered.answered]);
  if (unknown !== undefined) return refuseUsage(context, unknown.refusal, unknown.help);
  return conclude(checking, options);
}

/** Standard input last: its catalogue may be among the files. */
const inTurn = (targets: readonly Target[]): readonly Target[] => [
  ...targets.filter((each) => each.path !== undefined),
  ...targets.filter((each) => each.path === undefined),
];

async function checkAll(checking: Checking, targets: readonly Target[]): Promise<void> {
  for (const [index, target] of targets.entries()) {
    if (index % STRIDE === STRIDE - 1) await checking.desk.context.pause();
    await checkTarget(checking, target);
  }
}

/** Only people at a terminal read it in lines. */
const summaryWidth = ({ err }: Context): number => (err.isTerminal ? err.width : Number.POSITIVE_INFINITY);

function conclude({ desk, findings, counts, against, unread }: Checking, options: Options): Exit {
  const { context, texts } = desk;
  const format = formatOption(options, findingFormats) ?? 'text';
  const ordered: readonly Finding[] = uniqueFindings(findings);
  const checked: Checked = { ...counts };
  const verdict = reachVerdict(ordered, checked, failOnOption(options));
  const most = numberOption(options, 'maxFindings');
  writeFindings(context, context.out, ordered, verdict, {
    format,
    texts,
    ...(most === undefined ? {} : { most }),
  });
  if (verdict.verdict === 'none' && ordered.length === 0) {
    context.err.write(
      'nothing was checked: no sheet, bill, catalogue or translation is among what was named\n',
    );
  } else if (!flagOption(options, 'quiet')) {
    context.err.write(
      `${wrapText(renderSummary(verdict, [...against], unread.size), summaryWidth(context)).join('\n')}\n`,
    );
  }
  return verdict.exit;
}
