// What it means: a sheet, or an assurance behind an answer, ends within the days that were asked for.
// Why it matters: from then on it counts as unknown, and a newer one takes its maker time.
// Instead: ask for a newer revision now.

import { type Finding, finding } from '../../core/text/finding.ts';
import { type DateText, dayAfter } from '../../core/values/date.ts';
import type { AnswerFacts, Ending, SheetFacts } from './facts.ts';

/** Of what a newer revision stands beside, it does not matter when it ends. */
export function* expiringSheets(
  all: readonly AnswerFacts[],
  newest: ReadonlyMap<string, SheetFacts>,
  { today, days }: { readonly today: DateText; readonly days: number },
): Iterable<Finding> {
  const last = dayAfter(today, days);
  for (const each of all) {
    if ((newest.get(each.id)?.revision ?? 0) > each.revision) continue;
    for (const ending of each.ends) {
      if (ending.validUntil >= today && ending.validUntil <= last) yield describe(each, ending, today);
    }
  }
}

function describe(
  { isBill, maker, name }: AnswerFacts,
  { of, validUntil, at }: Ending,
  today: DateText,
): Finding {
  const what = of === 'sheet' ? 'the sheet' : 'the assurance of this answer';
  return finding('sheet/expires-soon', `${what} is valid until ${validUntil} only`, {
    at,
    label: `today is ${today}`,
    help: [isBill ? 'have the answer assured anew, and say until when' : remedy(of, maker.name)],
    data: { sheet: name, of, validUntil, today },
  });
}

const remedy = (of: Ending['of'], maker: string): string =>
  of === 'sheet'
    ? `ask \`${maker}\` for a newer revision`
    : `ask \`${maker}\` to have the answer assured anew`;
