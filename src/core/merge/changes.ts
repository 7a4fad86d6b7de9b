// Which processes made an answer what it is: those after which it differs from what plain combination of the
// parts would have given.

import type { Known, Subject } from '../algebra/kind.ts';
import type { Statement } from '../model/catalogue.ts';
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
    return changesIn(statement, folded.derivation, verdict(statement, folded.derivation.known));
  });
  return [...new Set(names)];
}

/** A change that a later step undid or overruled is not what made the answer. */
function changesIn(statement: Statement, derivation: Derivation, end: string): readonly string[] {
  const { step, known, plainly, from } = derivation;
  const below = from.flatMap((part) => changesIn(statement, part, end));
  if (step.kind === 'input' || step.process === undefined || plainly === undefined) return below;
  const after = verdict(statement, known);
  return after === end && after !== verdict(statement, plainly) ? [...below, step.process.name] : below;
}

/** What the value of a part would say of the statement. */
function verdict({ meaning }: Statement, known: Known): string {
  if (known.kind === 'truth') return known.truth;
  if (known.kind === 'nothing') return 'unknown';
  return meaning.kind === 'within'
    ? liesIn(known.region, meaning.range)
    : JSON.stringify(known.region, bigintAsText);
}

const bigintAsText = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
