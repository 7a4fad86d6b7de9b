// What a run comes to, said once: how many findings, whether a verdict was reached, and the exit code. Every
// rendering shows this value; nothing else decides about success.

import type { Code } from './codes.ts';
import type { Finding, Severity } from './finding.ts';

export const failOnLevels = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof failOnLevels)[number];

/** 0 clean, 1 findings, 2 no verdict was reached. */
export type VerdictExit = 0 | 1 | 2;

/** What was looked at. `notChecked` counts documents that were met but could not, or need not, be judged. */
export interface Checked {
  readonly sheets: number;
  readonly bills: number;
  readonly catalogues: number;
  readonly translations: number;
  /** Answered in the sheets checked, and not answered; each group of bands counts as one. */
  readonly answered: number;
  readonly open: number;
  readonly notChecked: number;
}

export const nothingChecked: Checked = {
  sheets: 0,
  bills: 0,
  catalogues: 0,
  translations: 0,
  answered: 0,
  open: 0,
  notChecked: 0,
};

export interface Verdict {
  readonly verdict: 'clean' | 'findings' | 'none';
  readonly exit: VerdictExit;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly checked: Checked;
}

/** Findings that say the tool could not look at what it was given, so that the rest is no judgement of it. */
const obstacles: ReadonlySet<Code> = new Set<Code>([
  'read/not-found',
  'read/not-a-file',
  'read/unreadable',
  'read/too-large',
  'read/unknown-format',
  'emit/not-written',
  'emit/would-overwrite-input',
]);

/** Whether nothing may be written: an error always stops a merge, however little the run is asked to fail on. */
export const stopsMerge = (findings: readonly Finding[], failOn: FailOn): boolean =>
  findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));

export function reachVerdict(
  findings: readonly Finding[],
  checked: Checked,
  failOn: FailOn = 'error',
): Verdict {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const each of findings) counts[each.severity] += 1;
  const shared = { counts, checked };
  const documents = checked.sheets + checked.bills + checked.catalogues + checked.translations;
  const isBlocked = findings.some((each) => obstacles.has(each.code) && each.severity === 'error');
  // Where no document could be checked there is no verdict, whatever was found on the way.
  if (isBlocked || documents === 0) return { verdict: 'none', exit: 2, ...shared };
  const against = failOn === 'never' ? 0 : counts.error + (failOn === 'warning' ? counts.warning : 0);
  return against > 0 ? { verdict: 'findings', exit: 1, ...shared } : { verdict: 'clean', exit: 0, ...shared };
}
