// Findings that say nothing new once an error is mended. An answer that cannot be read is not left open: its writer
// gave one. Nor does anything follow from an answer that is in error itself.

import type { Finding } from '../core/text/finding.ts';

export function withoutFollowUps(findings: readonly Finding[]): readonly Finding[] {
  const wrong = new Set(
    findings.flatMap(({ severity, discredits }) => (severity === 'error' ? discredits : [])),
  );
  return findings.filter(
    ({ code, data }) =>
      code !== 'sheet/left-open' ||
      ![data['statement'], data['from']].flat().some((id) => wrong.has(String(id))),
  );
}
