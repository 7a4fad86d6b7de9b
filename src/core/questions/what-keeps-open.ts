// Everything that keeps answers open, each thing once: what inputs, processes and the maker leave unsaid, masses that
// nobody knows, and contradictions.

import type { TraceAnswer } from '../model/trace.ts';
import { amountGaps } from './amount-gaps.ts';
import { dilutionGaps } from './dilution-gaps.ts';
import { BARRED, type ExplainedGap, MAY_MAKE_UNTRUE } from './gap.ts';
import { conflictGap, explainGap } from './gap-words.ts';
import type { TraceView } from './view.ts';
import { once } from './words.ts';

export function whatKeepsOpen(
  view: TraceView,
  answers: readonly TraceAnswer[],
  id: string,
): readonly ExplainedGap[] {
  const subjects = [...new Set(answers.flatMap((answer) => answer.subjects))];
  const asked = { id, subjects };
  const told = new Set<TraceView>();
  const gaps = once(answers.flatMap((answer) => answer.gaps)).map((gap) =>
    explainGap(view, gap, asked, [], told),
  );
  const isOpen = answers.some(({ answer }) => answer === 'unknown');
  const conflicts = [...new Set(answers.flatMap((answer) => answer.conflictedBy))];
  return [
    ...barred(gaps),
    ...(isOpen ? dilutionGaps(view, asked) : []),
    // Where an input or a process is to blame already, masses are not what to begin with.
    ...(isOpen && gaps.length + conflicts.length === 0 ? amountGaps(view, subjects) : []),
    ...conflicts.map((input) => conflictGap(view, input, [])),
  ];
}

/** As long as a process may make it untrue, the maker's own word alone does not help. */
function barred(gaps: readonly ExplainedGap[]): readonly ExplainedGap[] {
  if (!gaps.some((gap) => gap.inShort === MAY_MAKE_UNTRUE)) return gaps;
  return gaps.map((gap) => (gap.kind === 'own-answer' ? { ...gap, ...BARRED } : gap));
}
