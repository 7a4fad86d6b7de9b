// What the maker asserts, and a weld, a layer or a part leaves open: nothing refutes it, so the merge goes on, but it is
// not published, and the maker is told at the line of the assertion.

import type { Bill } from '../model/bill.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { TraceAnswer, TraceGap } from '../model/trace.ts';
import { type Finding, finding } from '../text/finding.ts';

export function openAssertionFindings(
  catalogue: Catalogue,
  bill: Bill,
  answers: readonly TraceAnswer[],
  refuted: readonly string[],
): readonly Finding[] {
  return answers.flatMap(({ statement, answer, gaps }) => {
    const own = bill.answers.get(statement);
    const meaning = catalogue.statements.get(statement)?.meaning;
    const isAssertion = meaning?.kind === 'plain' && meaning.rule.kind === 'assert-refutable';
    if (!isAssertion || own?.value !== 'true' || answer !== 'unknown' || refuted.includes(statement))
      return [];
    const by = [...new Set(gaps.map(openerOf))];
    return [
      finding(
        'merge/assertion-open',
        `\`${statement}\` is asserted, but stays open because of ${by.join(', ') || 'what is not known'}`,
        {
          at: own.at,
          label: 'the assertion',
          help: [
            ...partsMustSay(statement, gaps),
            'close what leaves it open, or withdraw the answer',
            `run \`loopsheet catalogue show ${statement}\` for what the statement asks`,
          ],
          data: { statement, openedBy: by },
        },
      ),
    ];
  });
}

/** An own answer to a statement of another kind closes what inputs leave open; to an assertion it does not, so it is said. */
function partsMustSay(statement: string, gaps: readonly TraceGap[]): readonly string[] {
  const inputs = [...new Set(gaps.flatMap((gap) => (gap.kind === 'input' ? [`\`${gap.input}\``] : [])))];
  if (inputs.length === 0) return [];
  return [
    `an assertion does not speak for parts whose makers do not say so: ask those of ${inputs.join(', ')} to answer \`${statement}\``,
  ];
}

function openerOf(gap: TraceGap): string {
  if (gap.kind === 'process') return `process \`${gap.name}\` (${gap.effect})`;
  if (gap.kind === 'input') return `input \`${gap.input}\``;
  return gap.kind === 'joint' ? 'parts whose joint is not named' : 'what the maker has not stated';
}
