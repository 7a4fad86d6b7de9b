// Whether an open answer is open because of a contradiction: some input says two things that exclude each other,
// and if one of them were withdrawn the answer would be decided. Conflict stays apart from truth: an answer that
// other inputs decide is not conflicted.

import type { Claim } from '../algebra/believe.ts';
import { subjectsOfClaim, subjectsOfStatement, tiedTo } from '../algebra/conflict.ts';
import type { Leaf, Subject } from '../algebra/kind.ts';
import { type Knowledge, truthIn } from '../algebra/knowledge.ts';
import type { Statement } from '../model/catalogue.ts';
import { inOrder } from '../text/order.ts';
import { type Case, evaluate, leafFrom, leavesOf } from './evaluate.ts';
import { reachOf } from './grounds.ts';
import type { InputFacts } from './inputs.ts';

/** What would be known if something that contradicts itself were withdrawn, by the input that says it. */
type Resolved = readonly { readonly input: string; readonly knowledge: Knowledge }[];

/** Tells the names of the inputs whose contradictions leave a statement open. */
export function searchConflicts(
  c: Case,
  subjects: readonly Subject[],
): (statement: Statement) => readonly string[] {
  const torn = [...c.inputs.values()].filter((facts) => facts.resolutions.length > 0);
  const leafOf = leavesOf(c);
  const withdrawnLeaves = new Map<readonly Claim[], Leaf>();
  const known = new Map<string, Resolved>();
  const leafOn = (input: string, claims: readonly Claim[]): Leaf => {
    const leaf = withdrawnLeaves.get(claims) ?? leafFrom(c, input, claims);
    withdrawnLeaves.set(claims, leaf);
    return leaf;
  };
  const resolve = (tied: ReadonlySet<string>): Resolved => {
    const relevant = subjects.filter((subject) => tied.has(subject.id));
    const reaches = tiedTo(c.catalogue, reachOf(relevant, tied));
    return torn.flatMap((facts) => {
      const { name } = facts.input;
      return withdrawnIn(c, facts, reaches).map((claims) => {
        const leaf = leafOn(name, claims);
        return {
          input: name,
          knowledge: evaluate(c, relevant, (each) => (each === name ? leaf : leafOf(each))).knowledge,
        };
      });
    });
  };
  return ({ id }) => {
    if (torn.length === 0) return [];
    const tied = tiedTo(c.catalogue, subjectsOfStatement(c.catalogue, id));
    const key = inOrder(tied).join(' ');
    const resolved = known.get(key) ?? resolve(tied);
    known.set(key, resolved);
    const deciding = resolved.filter(({ knowledge }) => truthIn(knowledge, c.catalogue, id) !== 'unknown');
    return [...new Set(deciding.map(({ input }) => input))];
  };
}

/** What would count, one side of a contradiction withdrawn, wherever that bears on the subjects. */
function withdrawnIn(
  c: Case,
  { claims, resolutions }: InputFacts,
  reaches: ReadonlySet<string>,
): readonly (readonly Claim[])[] {
  const bearing = (some: readonly Claim[]): readonly Claim[] =>
    some.filter((claim) => subjectsOfClaim(c.catalogue, claim).some((id) => reaches.has(id)));
  const before = bearing(claims);
  return resolutions.filter((resolution) => {
    const after = bearing(resolution);
    return after.length !== before.length || after.some((claim, index) => claim !== before[index]);
  });
}
