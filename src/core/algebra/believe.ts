// From what a sheet claims to what is known of its product: every claim cuts the set of possible products, and
// the catalogue's constraints carry each cut to the other quantities and statements, to a fixpoint.

import { type Catalogue, type QuantityId, type StatementId, vocabularyIn } from '../model/catalogue.ts';
import {
  type Constraint,
  excludedBy,
  isLogical,
  type LinearConstraint,
  type Literal,
  type LogicalConstraint,
} from '../model/constraint.ts';
import type { Vetoed } from '../model/expression.ts';
import { between, type Interval } from '../values/interval.ts';
import { bothNames, type NameSet, namesWhere, sameNames } from '../values/name-set.ts';
import { isNegative, zero } from '../values/rational.ts';
import {
  hullOf,
  intersectRegions,
  isEmpty,
  liesIn,
  type Region,
  regionOf,
  sameRegion,
  without,
} from '../values/region.ts';
import { not, type Truth } from '../values/truth.ts';
import { type Knowledge, nothingKnown, regionIn, setIn, truthIn } from './knowledge.ts';
import { boundsFor, type End } from './propagate.ts';

/** One thing said of a product. `key` names it inside its sheet: a statement id or `quantity:<id>`. */
export type Claim =
  | { readonly key: string; readonly kind: 'answer'; readonly statement: StatementId; readonly is: boolean }
  | { readonly key: string; readonly kind: 'figure'; readonly quantity: QuantityId; readonly range: Interval }
  | { readonly key: string; readonly kind: 'names'; readonly quantity: QuantityId; readonly names: NameSet }
  | { readonly key: string; readonly kind: 'name'; readonly quantity: QuantityId; readonly name: string }
  | { readonly key: string; readonly kind: 'inapplicable'; readonly statement: StatementId };

/** A fixpoint over rational bounds may be reached only in the limit; stopping early is still sound. */
const MOST_ROUNDS = 50;

interface State {
  readonly catalogue: Catalogue;
  readonly regions: Map<QuantityId, Region>;
  readonly truths: Map<StatementId, Truth>;
  readonly names: Map<QuantityId, string>;
  readonly sets: Map<QuantityId, NameSet>;
  readonly inapplicable: Set<StatementId>;
  changes: number;
  contradicted: boolean;
}

export interface Belief {
  /** undefined when no product can be so. */
  readonly knowledge: Knowledge | undefined;
  /** The constraints that said anything: without the others it comes out the same. */
  readonly used: ReadonlySet<Constraint>;
}

/**
 * What is known of the product if all claims hold together with `base`; undefined when no product can be so.
 * `constraints` defaults to the catalogue's own.
 */
export function believe(
  catalogue: Catalogue,
  claims: readonly Claim[],
  base: Knowledge = nothingKnown,
  constraints: readonly Constraint[] = catalogue.constraints,
): Knowledge | undefined {
  return believeWith(catalogue, claims, base, constraints).knowledge;
}

/** The same, and which of the constraints had a part in it. */
export function believeWith(
  catalogue: Catalogue,
  claims: readonly Claim[],
  base: Knowledge,
  constraints: readonly Constraint[],
): Belief {
  const used = new Set<Constraint>();
  const state: State = {
    catalogue,
    regions: new Map(base.regions),
    truths: new Map(base.truths),
    names: new Map(base.names),
    sets: new Map(base.sets),
    inapplicable: new Set(base.inapplicable),
    changes: 0,
    contradicted: false,
  };
  for (const claim of claims) imposeClaim(state, claim);
  let settled = -1;
  for (let round = 0; round < MOST_ROUNDS && state.changes !== settled && !state.contradicted; round++) {
    settled = state.changes;
    // To and fro, so that a long way of constraints is gone in two rounds, whichever way they are written.
    applyAll(state, round % 2 === 0 ? constraints : constraints.toReversed(), used);
    for (const [statement, truth] of state.truths) applyComposed(state, statement, truth);
  }
  return { knowledge: state.contradicted ? undefined : state, used };
}

function applyAll(state: State, constraints: readonly Constraint[], used: Set<Constraint>): void {
  for (const constraint of constraints) {
    const before = state.changes;
    if (isLogical(constraint)) applyLogical(state, constraint);
    else applyLinear(state, constraint);
    if (state.changes !== before || state.contradicted) used.add(constraint);
  }
}

function imposeClaim(state: State, claim: Claim): void {
  if (claim.kind === 'answer') impose(state, claim.statement, claim.is);
  else if (claim.kind === 'figure') narrow(state, claim.quantity, regionOf(claim.range));
  else if (claim.kind === 'names') narrowNames(state, claim.quantity, claim.names);
  else if (claim.kind === 'name') state.names.set(claim.quantity, claim.name);
  else state.inapplicable.add(claim.statement);
}

/** Make a statement true or false, and with it whatever it is about. */
function impose(state: State, id: StatementId, is: boolean): void {
  const statement = state.catalogue.statements.get(id);
  if (statement === undefined) return;
  const { meaning } = statement;
  if (meaning.kind === 'within') {
    if (is) narrow(state, meaning.quantity, regionOf(meaning.range));
    else replaceRegion(state, meaning.quantity, without(regionFor(state, meaning.quantity), meaning.range));
    return;
  }
  if (meaning.kind === 'named') {
    const { quantity, names } = meaning;
    narrowNames(state, quantity, namesWhere(names, is, vocabularyIn(state.catalogue, quantity)));
    return;
  }
  if (meaning.kind === 'expression' && meaning.expression.operator === 'not') {
    impose(state, meaning.expression.of[0], !is);
    return;
  }
  setTruth(state, id, is ? 'true' : 'false');
}

function setTruth(state: State, id: StatementId, value: Truth): void {
  const before = state.truths.get(id) ?? 'unknown';
  if (before === value) return;
  if (before !== 'unknown') state.contradicted = true;
  state.truths.set(id, value);
  state.changes++;
}

/** `all` told true makes every part true; told false, the last part left must be false; `any` dually. */
function applyComposed(state: State, id: StatementId, told: Truth): void {
  const meaning = state.catalogue.statements.get(id)?.meaning;
  if (meaning?.kind !== 'expression' || meaning.expression.operator === 'not' || told === 'unknown') return;
  if (meaning.expression.operator === 'unless') {
    applyVetoes(state, meaning.expression, told);
    return;
  }
  const { operator, of } = meaning.expression;
  const decided = operator === 'all' ? 'true' : 'false';
  if (told === decided) {
    for (const part of of) impose(state, part, told === 'true');
    return;
  }
  const open = of.filter((part) => truthIn(state, state.catalogue, part) !== decided);
  if (open.length === 0) state.contradicted = true;
  const [last] = open;
  if (open.length === 1 && last !== undefined) impose(state, last, decided !== 'true');
}

/** Told true, the figure is within and nothing vetoes; told false, it is for the last that is left to have failed. */
function applyVetoes(state: State, expression: Vetoed, told: Truth): void {
  const { of, quantity, range } = expression;
  if (told === 'true') {
    narrow(state, quantity, regionOf(range));
    for (const veto of of) impose(state, veto, false);
    return;
  }
  const inside = liesIn(regionFor(state, quantity), range);
  const open = of.filter((veto) => truthIn(state, state.catalogue, veto) !== 'false');
  const [last, ...others] = open;
  if (inside !== 'true' && last === undefined)
    replaceRegion(state, quantity, without(regionFor(state, quantity), range));
  else if (inside === 'true' && last === undefined) state.contradicted = true;
  else if (inside === 'true' && last !== undefined && others.length === 0) impose(state, last, true);
}

const regionFor = (state: State, id: QuantityId): Region => regionIn(state, state.catalogue, id);

function narrow(state: State, id: QuantityId, region: Region): void {
  replaceRegion(state, id, intersectRegions(regionFor(state, id), region));
}

function narrowNames(state: State, id: QuantityId, names: NameSet): void {
  const known = setIn(state, state.catalogue, id);
  const both = bothNames(known, names, vocabularyIn(state.catalogue, id));
  if (both === undefined) state.contradicted = true;
  else if (!sameNames(both, known)) {
    state.sets.set(id, both);
    state.changes++;
  }
}

function replaceRegion(state: State, id: QuantityId, region: Region): void {
  if (sameRegion(regionFor(state, id), region)) return;
  state.regions.set(id, region);
  state.changes++;
  if (isEmpty(region)) state.contradicted = true;
}

function applyLinear(state: State, constraint: LinearConstraint): void {
  const rangeOf = (id: QuantityId): Interval => {
    const whole = hullOf(regionFor(state, id));
    return whole ?? { lo: zero, loOpen: true, hi: zero, hiOpen: true };
  };
  constraint.terms.forEach(({ quantity }, index) => {
    for (const end of state.contradicted ? [] : boundsFor(constraint, index, rangeOf))
      applyEnd(state, quantity, end);
  });
}

/** Quantities are not negative: a lower end below 0 says nothing, an upper one leaves nothing. */
function applyEnd(state: State, quantity: QuantityId, end: End): void {
  if ('lo' in end) {
    if (!isNegative(end.lo)) narrow(state, quantity, [{ ...end, hi: undefined, hiOpen: true }]);
    return;
  }
  const range = between({ lo: zero, loOpen: false }, end);
  if (range === undefined) state.contradicted = true;
  else narrow(state, quantity, [range]);
}

/** Where all but one of what excludes each other is so, the last is not. */
function applyLogical(state: State, constraint: LogicalConstraint): void {
  const holds = ({ statement, is }: Literal): Truth => {
    const truth = truthIn(state, state.catalogue, statement);
    return is ? truth : not(truth);
  };
  const open: Literal[] = [];
  for (const literal of excludedBy(constraint)) {
    const truth = holds(literal);
    if (truth === 'false') return;
    if (truth === 'unknown') open.push(literal);
  }
  const [last, ...others] = open;
  if (last === undefined) state.contradicted = true;
  else if (others.length === 0) impose(state, last.statement, !last.is);
}
