// What it means: the sheet holds no answer but unknown.
// Why it matters: whoever merges it learns nothing from it; it counts as if it had not been received.
// Instead: answer what is known, and say why the rest is left open.

import { finding } from '../core/text/finding.ts';
import { placeOf, type SheetCheck } from './check.ts';

export const nothingAnswered: SheetCheck = {
  code: 'sheet/nothing-answered',
  *run({ sheet }) {
    const answers = [...sheet.answers.values()];
    if (answers.some((answer) => answer.value !== 'unknown')) return;
    const message =
      answers.length === 0 ? 'the sheet answers no statement' : 'every answer of the sheet is `unknown`';
    yield finding('sheet/nothing-answered', message, {
      at: placeOf(sheet, 'answers') ?? placeOf(sheet, 'id'),
      help: ['run `loopsheet catalogue list` to see the statements, and answer those that are known'],
      data: { unknown: answers.length },
    });
  },
};
