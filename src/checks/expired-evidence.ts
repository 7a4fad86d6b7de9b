// What it means: somebody vouched for the answer until a day that has passed.
// Why it matters: the answer now stands on the maker's word alone, whatever its assurance says.
// Instead: renew the assurance, or lower it to self-declared.

import { finding } from '../core/text/finding.ts';
import { writtenAnswers } from './answer-places.ts';
import type { SheetCheck } from './check.ts';

export const expiredEvidence: SheetCheck = {
  code: 'sheet/expired-evidence',
  *run({ sheet, today }) {
    for (const { answer } of writtenAnswers(sheet.answers.values())) {
      const { level, validUntil } = answer.assurance ?? {};
      if (level === undefined || validUntil === undefined || validUntil >= today) continue;
      yield finding(
        'sheet/expired-evidence',
        `the ${level} assurance of this answer was valid until ${validUntil}`,
        {
          at: answer.valueAt,
          help: [
            `ask \`${sheet.maker.name}\` for a renewed assurance, and count the answer as self-declared until then`,
          ],
          data: { statement: answer.statement, level, validUntil, today },
        },
      );
    }
  },
};
