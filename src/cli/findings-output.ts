// How a run ends: its findings in the format asked for, one line about what was checked, and the exit code.

import { type Finding, orderFindings } from '../core/text/finding.ts';
import { type Checked, reachVerdict, type Verdict } from '../core/text/verdict.ts';
import { renderFindingsCompact } from '../render/findings/compact.ts';
import { renderFindingsJson } from '../render/findings/json.ts';
import { renderFindingsText, type Texts } from '../render/findings/text.ts';
import type { Context, Output } from './context.ts';
import type { FindingFormat } from './finding-formats.ts';
import { failOnOption, flagOption, type Options } from './options.ts';

export interface Shown {
  readonly format: FindingFormat;
  readonly texts: Texts;
  /** How many findings are shown as text at most. */
  readonly most?: number;
}

/** Each finding once: a document that several others lead to is told about once. */
export function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const each of orderFindings(findings)) {
    const place =
      each.at === undefined ? '' : `${each.at.source}:${each.at.start.offset}:${each.at.end.offset}`;
    const key = `${each.code} ${place} ${each.message}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

/** How a run that writes ends: its findings on standard error, and what they come to. */
export function tellVerdict(
  context: Context,
  options: Options,
  { findings, texts }: { readonly findings: readonly Finding[]; readonly texts: Texts },
  checked: Checked,
): Verdict {
  const shown = uniqueFindings(findings);
  const failOn = failOnOption(options);
  const verdict = reachVerdict(shown, checked, failOn === 'never' ? 'error' : failOn);
  const told = flagOption(options, 'quiet') ? shown.filter((each) => each.severity === 'error') : shown;
  writeFindings(context, context.err, told, verdict, { format: 'text', texts });
  return verdict;
}

export function writeFindings(
  context: Context,
  output: Output,
  findings: readonly Finding[],
  verdict: Verdict,
  { format, texts, most }: Shown,
): void {
  if (format === 'json')
    output.write(renderFindingsJson(findings, verdict, { name: 'loopsheet', version: context.version }));
  else if (findings.length === 0) return;
  else if (format === 'compact') output.write(renderFindingsCompact(findings));
  else output.write(`${renderFindingsText(findings, texts, output, most)}\n`);
}
