// Answers by the place they were written at: a group answered as one is one answer to its writer, and is
// found fault with once.

import type { StatementId } from '../core/model/catalogue.ts';
import type { Answer } from '../core/model/sheet.ts';

export interface WrittenAnswer {
  /** Any one of the answers: besides statement and value they are the same. */
  readonly answer: Answer;
  readonly statements: readonly StatementId[];
}

export function writtenAnswers(answers: Iterable<Answer>): readonly WrittenAnswer[] {
  const places = new Map<string, { readonly answer: Answer; readonly statements: StatementId[] }>();
  for (const answer of answers) {
    const place = `${answer.at.source}:${answer.at.start.offset}`;
    const known = places.get(place);
    if (known === undefined) places.set(place, { answer, statements: [answer.statement] });
    else known.statements.push(answer.statement);
  }
  return [...places.values()];
}
