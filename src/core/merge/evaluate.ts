// What is known of the product: every subject folded over the plan, joined with what the maker says of the
// product, carried on by the catalogue's constraints. The same evaluation serves the merge and the search for
// witnesses, which asks what would still be known with fewer claims.

import { believe, believeWith, type Claim } from '../algebra/believe.ts';
import { type Conflict, findConflict, subjectsOfClaim } from '../algebra/conflict.ts';
import type { Known, Leaf, Subject } from '../algebra/kind.ts';
import { type Knowledge, nothingKnown, truthIn } from '../algebra/knowledge.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Constraint } from '../model/constraint.ts';
import { countsAs } from '../values/custody.ts';
import { anyAmount, type Interval } from '../values/interval.ts';
import type { NameSet } from '../values/name-set.ts';
import { hullOf, type Region, regionOf } from '../values/region.ts';
import type { Truth } from '../values/truth.ts';
import { type Folded, foldSubject } from './fold.ts';
import { type InputFacts, knowledgeFrom, leafFor } from './inputs.ts';
import type { OwnUses } from './own-uses.ts';
import type { Plan, PlanStep } from './plan.ts';

/** Everything a merge rests on, read and ready. */
export interface Case {
  readonly catalogue: Catalogue;
  readonly plan: Plan;
  readonly inputs: ReadonlyMap<string, InputFacts>;
  /** The maker's own claims about the product. */
  readonly own: readonly Claim[];
  /** What the bill says of quantities to which the maker's own production adds. */
  readonly ownUses: OwnUses;
}

export interface Evaluation {
  readonly knowledge: Knowledge;
  /** What would follow without the maker's own answers. */
  readonly alone: Knowledge;
  /** By subject. */
  readonly folded: ReadonlyMap<string, Folded>;
  /** The maker's assertions that the product refutes. */
  readonly refuted: readonly string[];
  /** Own answers that cannot be true of these inputs. */
  readonly conflict: Conflict | undefined;
}

/** Everything that follows from all claims and process facts of the case. */
export function evaluate(c: Case, subjects: readonly Subject[], leafOf = leavesOf(c)): Evaluation {
  const told = { isSilent: () => false, leafOf };
  const folded = new Map(subjects.map((subject) => [subject.id, foldSubject(c.plan.product, subject, told)]));
  const knownOf = (subject: Subject): Known => folded.get(subject.id)?.known ?? { kind: 'nothing' };
  const { knowledge, base, refuted } = conclude(c, subjects, knownOf, c.own);
  if (knowledge !== undefined) {
    const alone = c.own.length === 0 ? knowledge : conclude(c, subjects, knownOf, []).knowledge;
    return { knowledge, alone: alone ?? base, folded, refuted, conflict: undefined };
  }
  return { knowledge: base, alone: base, folded, refuted, conflict: findOwnConflict(c, subjects, knownOf) };
}

/** Assertions are at fault as other answers are, so they are taken out of what else is known. */
function findOwnConflict(
  c: Case,
  subjects: readonly Subject[],
  knownOf: (subject: Subject) => Known,
): Conflict | undefined {
  const { base, claims } = conclude(c, subjects, knownOf, c.own);
  const without = conclude(c, subjects, knownOf, []).base;
  const isAssertion = (claim: Claim): boolean =>
    claim.kind === 'answer' &&
    base.truths.get(claim.statement) === `${claim.is}` &&
    without.truths.get(claim.statement) !== `${claim.is}`;
  return findConflict(c.catalogue, [...c.own.filter(isAssertion), ...claims], without);
}

/** Every input as rules see it, made once for all subjects. */
export function leavesOf(c: Case): (input: string) => Leaf {
  const leaves = new Map<string, Leaf>();
  return (input) => {
    const leaf = leaves.get(input) ?? leafFrom(c, input, c.inputs.get(input)?.claims ?? []);
    leaves.set(input, leaf);
    return leaf;
  };
}

/** An input that says only the given claims. */
export const leafFrom = (c: Case, input: string, claims: readonly Claim[]): Leaf =>
  leafOn(c, input, knowledgeFrom(c.catalogue, claims));

/** An input of which only so much is known. */
export function leafOn(c: Case, input: string, knowledge: Knowledge): Leaf {
  const facts = c.inputs.get(input);
  if (facts === undefined) throw new Error(`the plan names an input that is not there: ${input}`);
  const mass = massesOf(c.plan.product).get(input) ?? anyAmount;
  return leafFor(c.catalogue, facts, knowledge, mass);
}

export interface Conclusion {
  /** undefined when the maker's own claims do not fit the rest. */
  readonly knowledge: Knowledge | undefined;
  /** What follows without the maker's own claims. */
  readonly base: Knowledge;
  readonly refuted: readonly string[];
  /** The own claims that count as knowledge, assertions left out. */
  readonly claims: readonly Claim[];
  /** The constraints that had a part in it. */
  readonly used: ReadonlySet<Constraint>;
}

/** From what each subject came to, and the maker's own claims, to what is known of the product. */
export function conclude(
  c: Case,
  subjects: readonly Subject[],
  knownOf: (subject: Subject) => Known,
  own: readonly Claim[],
  constraints = c.catalogue.constraints,
): Conclusion {
  const asserted = new Map(
    own.flatMap((claim) => (claim.kind === 'answer' ? [[claim.statement, claim.is]] : [])),
  );
  const facts: Facts = {
    regions: new Map(),
    truths: new Map(),
    sets: new Map(),
    refuted: [],
    ownTerms: c.ownUses.stated,
    isBooked: (id) => isBooked(c, id),
  };
  for (const subject of subjects) {
    const known = knownOf(subject);
    if (subject.rule.kind === 'assert-refutable') assert(facts, subject.id, known, asserted.get(subject.id));
    else learn(facts, subject, known);
  }
  const base = {
    regions: facts.regions,
    truths: facts.truths,
    names: new Map(),
    sets: facts.sets,
    inapplicable: new Set<string>(),
  };
  const claims = own.filter((claim) => !speaksOfAssertion(c, subjects, claim));
  const { knowledge, used } = believeWith(c.catalogue, claims, base, constraints);
  return { knowledge, base, refuted: facts.refuted, claims, used };
}

interface Facts {
  readonly regions: Map<string, Region>;
  readonly truths: Map<string, Truth>;
  readonly sets: Map<string, NameSet>;
  readonly refuted: string[];
  readonly ownTerms: ReadonlySet<string>;
  /** Whether the maker declares by this statement that its own figures are booked. */
  isBooked(statement: string): boolean;
}

const knownOwn = new WeakMap<readonly Claim[], Knowledge>();

/** All that the maker says is asked, whatever else is left out of account: it takes knowledge away. */
function isBooked({ catalogue, own }: Case, statement: string): boolean {
  const known = knownOwn.get(own) ?? believe(catalogue, own) ?? nothingKnown;
  knownOwn.set(own, known);
  return truthIn(known, catalogue, statement) === 'true';
}

function learn(facts: Facts, subject: Subject, known: Known): void {
  const { rule } = subject;
  const booked =
    rule.kind === 'fraction' && !countsAs('mass-balance', rule.custody) ? rule.attributedBy : undefined;
  // What is booked over a plant says nothing of what is in one product, whatever its inputs hold.
  if (booked !== undefined && facts.isBooked(booked)) return;
  if (known.kind === 'truth') facts.truths.set(subject.id, known.truth);
  if (known.kind === 'names') facts.sets.set(subject.id, known.names);
  if (known.kind !== 'region') return;
  const region = withOwnTerm(facts, subject, known.region);
  if (region !== undefined) facts.regions.set(subject.id, region);
}

/** Where the maker's own production adds to a quantity and the bill does not say how much, little is known. */
function withOwnTerm(facts: Facts, { id, rule, ownTerm }: Subject, region: Region): Region | undefined {
  const adds = rule.kind === 'fraction' ? rule.weight : id;
  if (!ownTerm || facts.ownTerms.has(adds)) return region;
  const least: Interval | undefined = rule.kind === 'sum' ? hullOf(region) : undefined;
  return least === undefined ? undefined : regionOf({ ...least, hi: undefined, hiOpen: true });
}

/** The maker must assert it; what stands against it refutes even silence. */
function assert(facts: Facts, id: string, known: Known, own: boolean | undefined): void {
  const necessary = known.kind === 'truth' ? known.truth : 'unknown';
  if (own === true && necessary === 'false') facts.refuted.push(id);
  else if (own === false || necessary === 'false') facts.truths.set(id, 'false');
  else facts.truths.set(id, own === true ? necessary : 'unknown');
}

/**
 * What must be asserted is asserted directly: a composed answer may not impose it past what stands against it.
 */
function speaksOfAssertion(c: Case, subjects: readonly Subject[], claim: Claim): boolean {
  const ids = subjectsOfClaim(c.catalogue, claim);
  return subjects.some((subject) => subject.rule.kind === 'assert-refutable' && ids.includes(subject.id));
}

const knownMasses = new WeakMap<PlanStep, ReadonlyMap<string, Interval>>();

function massesOf(root: PlanStep): ReadonlyMap<string, Interval> {
  const known = knownMasses.get(root);
  if (known !== undefined) return known;
  const masses = new Map<string, Interval>();
  const visit = (step: PlanStep): void => {
    if (step.kind === 'input') masses.set(step.input.name, step.mass);
    else for (const part of step.from) visit(part.step);
  };
  visit(root);
  knownMasses.set(root, masses);
  return masses;
}
