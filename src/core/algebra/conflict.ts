// Why claims cannot all hold: an irreducible set of them (drop any one and the rest fit together), found by
// the deletion filter, and the part of the catalogue that the quarrel can have touched.

import type { Catalogue, QuantityId, StatementId } from '../model/catalogue.ts';
import { type Constraint, excludedBy, isLogical } from '../model/constraint.ts';
import { believe, type Claim } from './believe.ts';
import { type Knowledge, nothingKnown } from './knowledge.ts';

export interface Conflict {
  readonly claims: readonly Claim[];
  /** The constraints without which the claims would fit together. */
  readonly constraints: readonly Constraint[];
}

/** An irreducible conflict among the claims; undefined when they fit together. */
export function findConflict(
  catalogue: Catalogue,
  claims: readonly Claim[],
  base: Knowledge = nothingKnown,
): Conflict | undefined {
  const fits = (some: readonly Claim[], constraints = catalogue.constraints): boolean =>
    believe(catalogue, some, base, constraints) !== undefined;
  if (fits(claims)) return undefined;
  const needed = smallestFailing(claims, (some) => !fits(some));
  return {
    claims: needed,
    constraints: smallestFailing(catalogue.constraints, (some) => !fits(needed, some)),
  };
}

/** Drop one element at a time for as long as the property still holds of the rest: what stays is irreducible. */
export function smallestFailing<T>(all: readonly T[], holds: (some: readonly T[]) => boolean): readonly T[] {
  let kept = all;
  let chunk = Math.max(1, Math.floor(all.length / 2));
  // Large pieces first, so that a few culprits among many are found in few tries.
  while (true) {
    for (let start = 0; start < kept.length; ) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + chunk)];
      if (holds(fewer)) kept = fewer;
      else start += chunk;
    }
    if (chunk === 1) return kept;
    chunk = Math.max(1, Math.floor(chunk / 2));
  }
}

/** The quantities and statements that a claim speaks of directly. */
export function subjectsOfClaim(catalogue: Catalogue, claim: Claim): readonly string[] {
  return claim.kind === 'answer' || claim.kind === 'inapplicable'
    ? subjectsOfStatement(catalogue, claim.statement)
    : [claim.quantity];
}

/** The subjects that a statement is read off: its quantity, itself, or the subjects of its parts. */
export function subjectsOfStatement(catalogue: Catalogue, id: StatementId): readonly string[] {
  const meaning = catalogue.statements.get(id)?.meaning;
  if (meaning?.kind === 'within' || meaning?.kind === 'named') return [meaning.quantity];
  if (meaning?.kind === 'expression') {
    const parts = meaning.expression.of.flatMap((part) => subjectsOfStatement(catalogue, part));
    if (meaning.expression.operator === 'not') return parts;
    return meaning.expression.operator === 'unless'
      ? [id, meaning.expression.quantity, ...parts]
      : [id, ...parts];
  }
  return [id];
}

/** Everything that constraints and composed statements tie to the given subjects. */
export function tiedTo(
  catalogue: Catalogue,
  subjects: Iterable<string>,
): ReadonlySet<QuantityId | StatementId> {
  const ties = tiesOf(catalogue);
  const reached = new Set(subjects);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const tie of ties)
      if (tie.some((subject) => reached.has(subject))) for (const each of tie) reached.add(each);
  }
  return reached;
}

const knownTies = new WeakMap<Catalogue, readonly (readonly string[])[]>();

function tiesOf(catalogue: Catalogue): readonly (readonly string[])[] {
  const known = knownTies.get(catalogue);
  if (known !== undefined) return known;
  const ties = [
    ...catalogue.constraints.map((constraint) =>
      isLogical(constraint)
        ? excludedBy(constraint).flatMap((literal) => subjectsOfStatement(catalogue, literal.statement))
        : constraint.terms.map((term) => term.quantity),
    ),
    ...[...catalogue.statements.values()]
      .filter((statement) => statement.meaning.kind === 'expression')
      .map((statement) => subjectsOfStatement(catalogue, statement.id)),
  ];
  knownTies.set(catalogue, ties);
  return ties;
}
