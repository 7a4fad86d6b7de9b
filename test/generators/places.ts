// Where generated documents were "written": a place per name, so that findings and traces have something to point at.

import type { Answer, AnswerValue, QuantityEntry, QuantityValue } from '../../src/core/model/sheet.ts';
import type { Span } from '../../src/core/text/span.ts';

const at = (line: number) => ({ line, column: 1, offset: line });

export const placeIn = (source: string, line = 1): Span => ({ source, start: at(line), end: at(line) });

export function answerTo(
  statement: string,
  value: AnswerValue,
  place: Span,
  details: Partial<Answer> = {},
): Answer {
  return { statement, value, references: [], evidence: [], at: place, valueAt: place, ...details };
}

export const entryFor = (quantity: string, value: QuantityValue, place: Span): QuantityEntry => ({
  quantity,
  value,
  at: place,
  valueAt: place,
});
