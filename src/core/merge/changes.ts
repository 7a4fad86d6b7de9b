// Which processes made an answer what it is: those after which it differs from what plain combination of the
// parts would have given.

import type { Known, Subject } from '../algebra/kind.ts';
import { type Statement, vocabularyOf } from '../model/catalogue.ts';
import { writeNames } from '../values/name-list.ts';
import { hasSome, type Vocabulary } from '../values/name-set.ts';
import { liesIn } from '../values/region.ts';
import type { Evaluation } from './evaluate.ts';
import type { Derivation } from './fold.ts';

/** Names of the processes, in the order they are carried out. */
export function changedBy(
  evaluation: Evaluation,
  statement: Statement,
  subjects: readonly Subject[],
): readonly string[] {
  const names = subjects.flatMap((subject) => {
    const folded = evaluation.folded.get(subject.id);
    if (folded === undefined) return [];
    const vocabulary = vocabularyOf(subject.measure);
    const says = (known: Known): string => verdict(statement, known, vocabulary);
    return changesIn(folded.derivation, says, says(folded.derivation.known));
  });
  return [...new Set(names)];
}

/** A change that a later step undid or overruled is not what made the answer. */
function changesIn(derivation: Derivation, says: (known: Known) => string, end: string): readonly string[] {
  const { step, known, plainly, from } = derivation;
  const below = from.flatMap((part) => changesIn(part, says, end));
  if (step.kind === 'input' || step.process === undefined || plainly === undefined) return below;
  const after = says(known);
  return after === end && after !== says(plainly) ? [...below, step.process.name] : below;
}

/** What the value of a part would say of the statement. */
function verdict({ meaning }: Statement, known: Known, vocabulary: Vocabulary): string {
  if (known.kind === 'truth') return known.truth;
  if (known.kind === 'nothing') return 'unknown';
  if (known.kind === 'names') {
    return meaning.kind === 'named'
      ? hasSome(known.names, meaning.names, vocabulary)
      : writeNames(known.names, vocabulary);
  }
  return meaning.kind === 'within'
    ? liesIn(known.region, meaning.range)
    : JSON.stringify(known.region, bigintAsText);
}

const bigintAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
