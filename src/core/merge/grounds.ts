// What an answer can rest on: answers and figures of inputs, the maker's own claims, and facts of processes.

import { believe, type Claim } from '../algebra/believe.ts';
import { smallestFailing, subjectsOfClaim } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import { type Knowledge, nothingKnown, regionIn, setIn, truthIn } from '../algebra/knowledge.ts';
import type { Process } from '../model/bill.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { sameNames } from '../values/name-set.ts';
import { sameRegion } from '../values/region.ts';
import type { Case } from './evaluate.ts';
import { behaviourOf, isConserved } from './fold.ts';
import type { InputFacts } from './inputs.ts';
import type { PlanStep } from './plan.ts';
import type { Settled } from './settled.ts';

export type Ground =
  | { readonly kind: 'answer'; readonly input: string; readonly claim: Claim }
  | ({ readonly kind: 'convention'; readonly input: string } & Settled)
  | { readonly kind: 'own'; readonly claim: Claim }
  | { readonly kind: 'process'; readonly process: Process };

/** Everything that bears on the subjects. Of each input only claims that say something the others do not. */
export function groundsFor(
  c: Case,
  subjects: readonly Subject[],
  ids: ReadonlySet<string>,
): readonly Ground[] {
  const reaches = reachOf(subjects, ids);
  const matters = (claim: Claim): boolean =>
    subjectsOfClaim(c.catalogue, claim).some((id) => reaches.has(id));
  // What nobody says comes first, so that it is left out first wherever something else would do.
  const grounds: Ground[] = [...c.inputs].flatMap(([input, { settled = [] }]) =>
    settled.flatMap((each) => (matters(each.claim) ? [{ kind: 'convention', input, ...each }] : [])),
  );
  for (const [input, facts] of c.inputs) {
    const { settled = [] } = facts;
    const claims = facts.claims.filter(
      (claim) => matters(claim) && settled.every((each) => each.claim !== claim),
    );
    for (const claim of isCheckedApart(facts, claims) ? claims : tellingClaims(c.catalogue, claims))
      grounds.push({ kind: 'answer', input, claim });
  }
  for (const claim of c.own) if (matters(claim)) grounds.push({ kind: 'own', claim });
  for (const process of speakingProcesses(c.plan.product, subjects))
    grounds.push({ kind: 'process', process });
  return grounds;
}

/** What the subjects are read off, and what weighs or names them. */
export function reachOf(subjects: readonly Subject[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const reaches = new Set(ids);
  for (const { rule, stricter = [] } of subjects) {
    if (rule.kind === 'fraction' && rule.weight !== 'mass') reaches.add(rule.weight);
    if (rule.kind === 'same-value') reaches.add(rule.of);
    for (const { id } of stricter) reaches.add(id);
  }
  return reaches;
}

/** Whether some answers were checked by others than the sheet: then what follows from them may stand less firmly. */
const isCheckedApart = ({ received }: InputFacts, claims: readonly Claim[]): boolean =>
  claims.some(({ key }) => received?.sheet.answers.get(key)?.assurance !== undefined);

/**
 * The claims without those that follow from the rest: a band that is true makes its sisters false. What is said
 * first goes first, so true bands and figures stay and false bands go.
 */
function tellingClaims(catalogue: Catalogue, claims: readonly Claim[]): readonly Claim[] {
  // Without the constraints: what they would make redundant is for the search to find.
  const learn = (some: readonly Claim[]): Knowledge | undefined => believe(catalogue, some, nothingKnown, []);
  const whole = learn(claims);
  if (whole === undefined || claims.length < 2) return claims;
  const falseFirst = [...claims].sort((a, b) => Number(isPositive(a)) - Number(isPositive(b)));
  const telling = smallestFailing(falseFirst, (some) => {
    const knowledge = learn(some);
    return knowledge !== undefined && saysTheSame(catalogue, claims, whole, knowledge);
  });
  return claims.filter((claim) => telling.includes(claim));
}

const isPositive = (claim: Claim): boolean => claim.kind !== 'answer' || claim.is;

function saysTheSame(catalogue: Catalogue, claims: readonly Claim[], a: Knowledge, b: Knowledge): boolean {
  return claims.every((claim) => {
    if (claim.kind === 'name') return b.names.has(claim.quantity);
    if (claim.kind === 'inapplicable') return b.inapplicable.has(claim.statement);
    return subjectsOfClaim(catalogue, claim).every((id) =>
      catalogue.quantities.get(id)?.measure.kind === 'names'
        ? sameNames(setIn(a, catalogue, id), setIn(b, catalogue, id))
        : catalogue.quantities.has(id)
          ? sameRegion(regionIn(a, catalogue, id), regionIn(b, catalogue, id))
          : truthIn(a, catalogue, id) === truthIn(b, catalogue, id),
    );
  });
}

const SPEAKING = new Set([
  'judge',
  'limit',
  'add-term',
  'replace',
  'credit',
  'return-whole',
  'return-none',
  'return-same',
  'whole',
  'none',
]);

/** What leaves is free of it, or of what weighs it. */
const isToldFree = (process: Process | undefined, { id, rule }: Subject): boolean =>
  process?.freeOf?.some((each) => each === id || (rule.kind === 'fraction' && each === rule.weight)) === true;

/** Processes whose own facts (a joint, its levels, an own use, what a loss is free of or conserves) bear on the subjects. */
export function speakingProcesses(root: PlanStep, subjects: readonly Subject[]): readonly Process[] {
  if (root.kind === 'input') return [];
  const below = root.from.flatMap(({ step }) => speakingProcesses(step, subjects));
  const speaks = subjects.some((subject) => {
    const behaviour = behaviourOf(root, subject);
    // What stands against an assertion may leave, and the process judges it all the same.
    const isJudged = behaviour === 'lose-some' && subject.rule.kind === 'assert-refutable';
    return (
      isJudged || SPEAKING.has(behaviour) || isToldFree(root.process, subject) || isConserved(root, subject)
    );
  });
  return root.process !== undefined && speaks ? [...below, root.process] : below;
}
