// What one sheet says of its product. Where its answers contradict each other, everything the quarrel can have
// touched is set aside (nothing is known there), and the quarrel itself is kept for whoever asks.

import type { Catalogue } from '../model/catalogue.ts';
import { believe, type Claim } from './believe.ts';
import { type Conflict, findConflict, subjectsOfClaim, tiedTo } from './conflict.ts';
import { type Knowledge, nothingKnown } from './knowledge.ts';

export interface Reading {
  readonly knowledge: Knowledge;
  /** The claims that the knowledge rests on. */
  readonly claims: readonly Claim[];
  readonly conflicts: readonly Conflict[];
  /** Keys of claims set aside because of a conflict. */
  readonly setAside: ReadonlySet<string>;
}

/** Read claims into knowledge; contradictory claims are set aside with all that is tied to them. */
export function interpret(catalogue: Catalogue, claims: readonly Claim[]): Reading {
  const conflicts: Conflict[] = [];
  const setAside = new Set<string>();
  let kept = claims;
  let knowledge = believe(catalogue, kept);
  while (knowledge === undefined) {
    const conflict = findConflict(catalogue, kept);
    if (conflict === undefined) return { knowledge: nothingKnown, claims: [], conflicts, setAside };
    conflicts.push(conflict);
    const touched = tiedTo(
      catalogue,
      conflict.claims.flatMap((claim) => subjectsOfClaim(catalogue, claim)),
    );
    const isTouched = (claim: Claim): boolean =>
      subjectsOfClaim(catalogue, claim).some((id) => touched.has(id));
    for (const claim of kept) if (isTouched(claim)) setAside.add(claim.key);
    kept = kept.filter((claim) => !isTouched(claim));
    knowledge = believe(catalogue, kept);
  }
  return { knowledge, claims: kept, conflicts, setAside };
}
