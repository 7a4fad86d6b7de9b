// What it means: a sheet, or an assurance behind an answer, ends within the days that were asked for.
// Why it matters: from then on it counts as unknown, and a newer one takes its maker time.
// Instead: ask for a newer revision now.

import { type Finding, finding } from '../../core/text/finding.ts';
import { type DateText, dayAfter } from '../../core/values/date.ts';
import type { Ending, SheetFacts } from './facts.ts';

/** Of sheets that a newer revision stands beside, it does not matter when they end. */
export function* expiringSheets(
  sheets: readonly SheetFacts[],
  newest: ReadonlyMap<string, SheetFacts>,
  { today, days }: { readonly today: DateText; readonly days: number },
): Iterable<Finding> {
  const last = dayAfter(today, days);
  for (const sheet of sheets) {
    if (newest.get(sheet.id)?.revision !== sheet.revision) continue;
    for (const ending of sheet.ends) {
      if (ending.validUntil >= today && ending.validUntil <= last) yield describe(sheet, ending, today);
    }
  }
}

function describe(sheet: SheetFacts, { of, validUntil, at }: Ending, today: DateText): Finding {
  const what = of === 'sheet' ? 'the sheet' : 'the assurance of this answer';
  return finding('sheet/expires-soon', `${what} is valid until ${validUntil} only`, {
    at,
    label: `today is ${today}`,
    help: [
      of === 'sheet'
        ? `ask \`${sheet.maker.name}\` for a newer revision`
        : `ask \`${sheet.maker.name}\` to have the answer assured anew`,
    ],
    data: { sheet: sheet.name, of, validUntil, today },
  });
}
