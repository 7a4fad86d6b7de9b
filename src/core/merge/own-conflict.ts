// Which processes have a part in it where the maker's own answers do not fit: a joint of a level that what the maker
// asserts rules out.

import { believe } from '../algebra/believe.ts';
import {
  type Conflict,
  smallestFailing,
  subjectsOfClaim,
  subjectsOfStatement,
  tiedTo,
} from '../algebra/conflict.ts';
import type { Known, Subject } from '../algebra/kind.ts';
import type { Process } from '../model/bill.ts';
import { excludedBy, isLogical } from '../model/constraint.ts';
import { type Case, conclude, leafFrom } from './evaluate.ts';
import { foldSubject } from './fold.ts';
import { speakingProcesses } from './grounds.ts';

/** The processes without whose own facts the conflict would not be there. */
export function processesBehind(
  c: Case,
  all: readonly Subject[],
  { claims, constraints }: Conflict,
): readonly Process[] {
  const constrained = constraints.flatMap((constraint) =>
    isLogical(constraint)
      ? excludedBy(constraint).flatMap(({ statement }) => subjectsOfStatement(c.catalogue, statement))
      : constraint.terms.map(({ quantity }) => quantity),
  );
  const told = claims.flatMap((claim) => subjectsOfClaim(c.catalogue, claim));
  const tied = tiedTo(c.catalogue, [...told, ...constrained]);
  const subjects = all.filter(({ id }) => tied.has(id));
  const isConflict = (speaking: readonly Process[]): boolean => {
    const facts = {
      isSilent: (process: Process | undefined) => process !== undefined && !speaking.includes(process),
      leafOf: (input: string) => leafFrom(c, input, c.inputs.get(input)?.claims ?? []),
    };
    const knownOf = (subject: Subject): Known => foldSubject(c.plan.product, subject, facts).known;
    const { base } = conclude(c, subjects, knownOf, []);
    return believe(c.catalogue, claims, base) === undefined;
  };
  const processes = [...new Set(speakingProcesses(c.plan.product, subjects))];
  return isConflict(processes) ? smallestFailing(processes, isConflict) : [];
}
