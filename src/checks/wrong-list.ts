// What it means: the statement is about one edition of a list, and the answer was given against another.
// Why it matters: lists of substances grow; an answer against last year's list says nothing of what was added.
// Instead: check the product against the edition that the statement names.

import { saysSomething } from '../core/model/absence.ts';
import { finding } from '../core/text/finding.ts';
import { writtenAnswers } from './answer-places.ts';
import type { SheetCheck } from './check.ts';
import { discreditedWith } from './discredited.ts';

export const wrongList: SheetCheck = {
  code: 'sheet/wrong-list',
  *run({ sheet, catalogue }) {
    for (const { answer, statements } of writtenAnswers(sheet.answers.values())) {
      const statement = catalogue.statements.get(answer.statement);
      const list = statement?.list;
      if (statement === undefined || list === undefined || answer.list === undefined) continue;
      if (!saysSomething(statement, answer.value)) continue;
      const expected = `${list.id}/${list.version}`;
      if (answer.list === expected) continue;
      yield finding(
        'sheet/wrong-list',
        `the answer relies on \`${answer.list}\`, the statement on \`${expected}\``,
        {
          at: answer.valueAt,
          help: [
            `check the product against \`${expected}\` and write \`list: ${expected}\`, or answer \`unknown\``,
          ],
          data: { statement: answer.statement, found: answer.list, expected },
          discredits: [...new Set([...statements, ...discreditedWith(statement, catalogue)])],
        },
      );
    }
  },
};
