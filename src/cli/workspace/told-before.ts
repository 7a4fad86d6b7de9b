// The warnings of bills that were not merged again. They were told when they arose and are no less true now: what a
// build comes to depends on how things stand, not on which run looked first.

import { type Finding, finding } from '../../core/text/finding.ts';
import { inOrder } from '../../core/text/order.ts';
import { listInWords, plural } from '../../render/plural.ts';
import type { Built } from './build.ts';

export function findToldBefore({ lock, outcomes }: Built): readonly Finding[] {
  const counts = new Map<string, number>();
  const bills: string[] = [];
  for (const [file, outcome] of outcomes) {
    const warnings = outcome.kind === 'unchanged' ? (lock.bills.get(file)?.warnings ?? []) : [];
    if (warnings.length > 0) bills.push(file);
    for (const { code, count } of warnings) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  if (bills.length === 0) return [];
  const codes = inOrder([...counts.keys()]);
  const total = codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
  const listed = listInWords(codes.map((code) => `${counts.get(code)} \`${code}\``));
  const message = `${plural(bills.length, 'bill')} that did not change gave ${plural(total, 'warning')} when last merged: ${listed}`;
  return [
    finding('workspace/told-before', message, {
      help: ['see them again with `loopsheet build --fresh`'],
      data: { bills, counts: Object.fromEntries(counts) },
    }),
  ];
}
