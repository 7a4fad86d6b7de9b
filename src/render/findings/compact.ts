// One finding, one line, for editors and for searching; never wrapped.

import type { Finding } from '../../core/text/finding.ts';
import { escapeLineStarts, escapeMessage, escapeText } from '../escape.ts';

export function renderFindingsCompact(findings: readonly Finding[]): string {
  const lines = findings.map((each) => {
    const place =
      each.at === undefined
        ? ''
        : `${escapeText(each.at.source)}:${each.at.start.line}:${each.at.start.column}: `;
    return `${place}${each.severity}[${each.code}]: ${escapeMessage(each.message)}\n`;
  });
  return escapeLineStarts(lines.join(''));
}
