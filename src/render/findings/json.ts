// Findings for programs, as findings/1: everything, never cut.

import type { Finding } from '../../core/text/finding.ts';
import type { Verdict } from '../../core/text/verdict.ts';
import { escapeJson } from '../json-escape.ts';

export interface Tool {
  readonly name: string;
  readonly version: string;
}

export function renderFindingsJson(findings: readonly Finding[], verdict: Verdict, tool: Tool): string {
  const { checked, counts } = verdict;
  const document = {
    loopsheet: 'findings/1',
    tool: { name: tool.name, version: tool.version },
    verdict: verdict.verdict,
    exit: verdict.exit,
    summary: { ...checked, errors: counts.error, warnings: counts.warning, notes: counts.note },
    findings: findings.map(findingDocument),
  };
  return `${escapeJson(JSON.stringify(document, null, 2))}\n`;
}

function findingDocument({ code, severity, message, at, label, related, help, data }: Finding) {
  return {
    code,
    severity,
    message,
    ...(at === undefined ? {} : { at }),
    ...(label === undefined ? {} : { label }),
    related,
    help,
    data,
    docs: `loopsheet code ${code}`,
  };
}
