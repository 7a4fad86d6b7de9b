// Whether an open answer is open because of a contradiction: some input says two things that exclude each other,
// and if one of them were withdrawn the answer would be decided. Conflict stays apart from truth: an answer that
// other inputs decide is not conflicted.

import { subjectsOfStatement, tiedTo } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import { truthIn } from '../algebra/knowledge.ts';
import type { Statement } from '../model/catalogue.ts';
import { type Case, evaluate } from './evaluate.ts';

/** Names of the inputs whose contradictions leave the statement open. */
export function conflictedBy(c: Case, subjects: readonly Subject[], statement: Statement): readonly string[] {
  const torn = [...c.inputs.values()].filter((facts) => facts.resolutions.length > 0);
  if (torn.length === 0) return [];
  const tied = tiedTo(c.catalogue, subjectsOfStatement(c.catalogue, statement.id));
  const relevant = subjects.filter((subject) => tied.has(subject.id));
  return torn.flatMap((facts) => {
    const decides = facts.resolutions.some((claims) => {
      const inputs = new Map(c.inputs).set(facts.input.name, { ...facts, claims });
      const { knowledge } = evaluate({ ...c, inputs }, relevant);
      return truthIn(knowledge, c.catalogue, statement.id) !== 'unknown';
    });
    return decides ? [facts.input.name] : [];
  });
}
