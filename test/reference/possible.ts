// Everything that can be the case of one product, given what is said of it: every combination of truths and of pieces
// of ranges is tried against answers, implications and linear constraints, and what survives is collected.

import {
  type Catalogue,
  type QuantityId,
  type Statement,
  type StatementId,
  vocabularyIn,
} from '../../src/core/model/catalogue.ts';
import {
  type Constraint,
  isLogical,
  type LinearConstraint,
  type LogicalConstraint,
} from '../../src/core/model/constraint.ts';
import { everyRun, impossible } from './every-run.ts';
import { exact } from './exact.ts';
import type { Heard } from './heard.ts';
import { type Inequality, inequality, project, within } from './linear.ts';
import { everySet, fitsList, isInSet, type Names } from './name-sets.ts';
import { common, contains, cutBy, outside, overlap, type Span, type Spans, spanOf } from './spans.ts';

export interface Possible {
  readonly quantities: ReadonlyMap<QuantityId, Spans>;
  /** For every statement of the catalogue the truth values that remain. */
  readonly truths: ReadonlyMap<StatementId, ReadonlySet<boolean>>;
  readonly names: ReadonlyMap<QuantityId, string>;
  readonly sets: ReadonlyMap<QuantityId, readonly Names[]>;
  readonly inapplicable: ReadonlySet<StatementId>;
}

/** What is known before anybody answers: of quantities and of statements that are plainly true or false. */
export interface Start {
  readonly quantities: ReadonlyMap<QuantityId, Spans>;
  readonly sets: ReadonlyMap<QuantityId, readonly Names[]>;
  readonly truths: ReadonlyMap<StatementId, ReadonlySet<boolean>>;
}

export const noStart: Start = { quantities: new Map(), sets: new Map(), truths: new Map() };

/** Every value a quantity can have at all; of a scale, its steps. */
export function domainOf(catalogue: Catalogue, id: QuantityId): Spans {
  const quantity = catalogue.quantities.get(id);
  if (quantity === undefined) return [];
  if (quantity.measure.kind !== 'scale') return [spanOf(quantity.domain)];
  return quantity.measure.steps.map((_, step) => ({
    from: exact(step),
    fromOpen: false,
    to: exact(step),
    toOpen: false,
  }));
}

interface Assignment {
  readonly cells: ReadonlyMap<QuantityId, Span>;
  readonly sets: ReadonlyMap<QuantityId, Names>;
  readonly truths: ReadonlyMap<StatementId, boolean>;
}

/** Undefined when nothing at all is possible. */
export function possible(catalogue: Catalogue, heard: Heard, start: Start = noStart): Possible | undefined {
  const groups = entangled(catalogue);
  const quantities = new Map<QuantityId, Spans>();
  const sets = new Map<QuantityId, readonly Names[]>();
  const truths = new Map<StatementId, Set<boolean>>();
  for (const group of groups) {
    const found = survivors(catalogue, group, heard, start);
    if (found.length === 0) return undefined;
    for (const each of found) {
      gather(quantities, each.cells);
      gather(sets, each.sets);
    }
    for (const id of group.statements) {
      const statement = catalogue.statements.get(id);
      if (statement !== undefined)
        truths.set(id, new Set(found.flatMap((each) => truthsOf(catalogue, statement, each))));
    }
  }
  return { quantities, sets, truths, names: heard.names, inapplicable: heard.inapplicable };
}

function gather<T>(all: Map<QuantityId, readonly T[]>, some: ReadonlyMap<QuantityId, T>): void {
  for (const [id, each] of some) all.set(id, [...(all.get(id) ?? []), each]);
}

/** The truth of a statement in an assignment: two values where its range cuts through a cell. */
function truthsOf(catalogue: Catalogue, statement: Statement, assignment: Assignment): readonly boolean[] {
  if (statement.meaning.kind !== 'within') return [truthIn(catalogue, statement, assignment)];
  const cell = assignment.cells.get(statement.meaning.quantity);
  if (cell === undefined) return [];
  const range = spanOf(statement.meaning.range);
  const inside = overlap(cell, range) !== undefined;
  const beyond = outside(range).some((rest) => overlap(cell, rest) !== undefined);
  return [...(inside ? [true] : []), ...(beyond ? [false] : [])];
}

function truthIn(catalogue: Catalogue, statement: Statement, assignment: Assignment): boolean {
  const { meaning } = statement;
  if (meaning.kind === 'plain') return assignment.truths.get(statement.id) ?? false;
  if (meaning.kind === 'within') {
    const cell = assignment.cells.get(meaning.quantity);
    return cell !== undefined && contains(spanOf(meaning.range), cell);
  }
  if (meaning.kind === 'named')
    return isInSet(assignment.sets.get(meaning.quantity) ?? new Set(), meaning.names);
  const operands = meaning.expression.of.map((id) => {
    const other = catalogue.statements.get(id);
    return other !== undefined && truthIn(catalogue, other, assignment);
  });
  if (meaning.expression.operator === 'unless') {
    const cell = assignment.cells.get(meaning.expression.quantity);
    const isInside = cell !== undefined && contains(spanOf(meaning.expression.range), cell);
    return isInside && !operands.includes(true);
  }
  if (meaning.expression.operator === 'not') return operands[0] !== true;
  return meaning.expression.operator === 'all' ? operands.every(Boolean) : operands.some(Boolean);
}

/** Quantities, statements and constraints that have to be looked at together. */
interface Entangled {
  readonly quantities: readonly QuantityId[];
  readonly statements: readonly StatementId[];
  readonly constraints: readonly Constraint[];
}

function entangled(catalogue: Catalogue): readonly Entangled[] {
  const bonds: string[][] = [
    ...[...catalogue.quantities.keys()].map((id) => [`q ${id}`]),
    ...[...catalogue.statements.values()].map((statement) => bondsOf(statement)),
    ...catalogue.constraints.map(bondsOfConstraint),
  ];
  return join(bonds).map((names) => ({
    quantities: [...catalogue.quantities.keys()].filter((id) => names.has(`q ${id}`)),
    statements: [...catalogue.statements.keys()].filter((id) => names.has(`s ${id}`)),
    constraints: catalogue.constraints.filter((each) =>
      bondsOfConstraint(each).some((name) => names.has(name)),
    ),
  }));
}

function bondsOf(statement: Statement): string[] {
  const own = `s ${statement.id}`;
  if ('quantity' in statement.meaning) return [own, `q ${statement.meaning.quantity}`];
  if (statement.meaning.kind === 'plain') return [own];
  const { expression } = statement.meaning;
  const share = expression.operator === 'unless' ? [`q ${expression.quantity}`] : [];
  return [own, ...share, ...expression.of.map((id) => `s ${id}`)];
}

const bondsOfConstraint = (constraint: Constraint): string[] =>
  isLogical(constraint)
    ? statementsOf(constraint).map((id) => `s ${id}`)
    : constraint.terms.map(({ quantity }) => `q ${quantity}`);

function join(bonds: readonly (readonly string[])[]): readonly ReadonlySet<string>[] {
  let groups: Set<string>[] = [];
  for (const bond of bonds) {
    const touched = groups.filter((group) => bond.some((name) => group.has(name)));
    groups = groups.filter((group) => !touched.includes(group));
    groups.push(new Set([...bond, ...touched.flatMap((group) => [...group])]));
  }
  return groups;
}

function survivors(
  catalogue: Catalogue,
  group: Entangled,
  heard: Heard,
  start: Start,
): readonly Assignment[] {
  const plain = group.statements.filter((id) => catalogue.statements.get(id)?.meaning.kind === 'plain');
  const cellsOf = new Map(group.quantities.map((id) => [id, cells(catalogue, group, id, heard, start)]));
  const lists = group.quantities.filter((id) => catalogue.quantities.get(id)?.measure.kind === 'names');
  const setsOf = new Map(lists.map((id) => [id, setsToldOf(catalogue, id, heard, start)]));
  const found = everyRun((choose): Assignment => {
    const truths = new Map(plain.map((id) => [id, choose([...(start.truths.get(id) ?? [true, false])])]));
    const assignment = {
      truths,
      cells: new Map([...cellsOf].map(([id, options]) => [id, choose(options)])),
      sets: new Map([...setsOf].map(([id, options]) => [id, choose(options)])),
    };
    if (!isToldSo(catalogue, group, heard, assignment)) throw impossible;
    return assignment;
  });
  const linear = group.constraints.filter((each): each is LinearConstraint => !isLogical(each));
  return linear.length === 0 ? found : found.flatMap((each) => shrunk(linear, group.quantities, each));
}

/** The sets of which a list can be true, and what is answered of the set itself. */
function setsToldOf(catalogue: Catalogue, id: QuantityId, heard: Heard, start: Start): readonly Names[] {
  const list = heard.lists.get(id);
  const { names: listed } = vocabularyIn(catalogue, id);
  return (start.sets.get(id) ?? everySet(catalogue, id)).filter((names) => {
    if (list !== undefined && !fitsList(names, list, listed)) return false;
    return [...catalogue.statements.values()].every(({ id: statement, meaning }) => {
      const told = heard.truths.get(statement);
      if (meaning.kind !== 'named' || meaning.quantity !== id || told === undefined) return true;
      return isInSet(names, meaning.names) === told;
    });
  });
}

/** The pieces of a quantity's range on which every statement that others speak of is settled. */
function cells(catalogue: Catalogue, group: Entangled, id: QuantityId, heard: Heard, start: Start): Spans {
  const figure = heard.figures.get(id);
  let left = start.quantities.get(id) ?? domainOf(catalogue, id);
  if (figure !== undefined) left = common(left, [figure]);
  for (const statement of catalogue.statements.values()) {
    if (statement.meaning.kind !== 'within' || statement.meaning.quantity !== id) continue;
    const range = spanOf(statement.meaning.range);
    const told = heard.truths.get(statement.id);
    if (told !== undefined) left = common(left, told ? [range] : outside(range));
    else if (isSpokenOf(catalogue, group, statement.id)) left = cutBy(left, range);
  }
  return vetoRanges(catalogue, id).reduce(cutBy, left);
}

/** The ranges of it that a share with vetoes asks for. */
const vetoRanges = (catalogue: Catalogue, id: QuantityId): readonly Span[] =>
  [...catalogue.statements.values()].flatMap(({ meaning }) => {
    if (meaning.kind !== 'expression' || meaning.expression.operator !== 'unless') return [];
    return meaning.expression.quantity === id ? [spanOf(meaning.expression.range)] : [];
  });

const isSpokenOf = (catalogue: Catalogue, group: Entangled, id: StatementId): boolean =>
  group.constraints.some((each) => isLogical(each) && statementsOf(each).includes(id)) ||
  [...catalogue.statements.values()].some(
    ({ meaning }) => meaning.kind === 'expression' && meaning.expression.of.some((other) => other === id),
  );

function isToldSo(catalogue: Catalogue, group: Entangled, heard: Heard, assignment: Assignment): boolean {
  const truth = (id: StatementId): boolean => {
    const statement = catalogue.statements.get(id);
    return statement !== undefined && truthIn(catalogue, statement, assignment);
  };
  const answered = group.statements.every((id) => {
    const told = heard.truths.get(id);
    return (
      told === undefined || catalogue.statements.get(id)?.meaning.kind === 'within' || told === truth(id)
    );
  });
  return answered && group.constraints.every((each) => !isLogical(each) || isKept(each, truth));
}

function isKept(constraint: LogicalConstraint, truth: (id: StatementId) => boolean): boolean {
  if (constraint.kind === 'never') return constraint.all.some(({ statement, is }) => truth(statement) !== is);
  const { when, then } = constraint;
  return truth(when.statement) !== when.is || truth(then.statement) === then.is;
}

const statementsOf = (constraint: LogicalConstraint): readonly StatementId[] =>
  (constraint.kind === 'never' ? constraint.all : [constraint.when, constraint.then]).map(
    ({ statement }) => statement,
  );

/** The assignment with its cells cut down to what the linear constraints leave; nothing when they leave nothing. */
function shrunk(
  linear: readonly LinearConstraint[],
  variables: readonly QuantityId[],
  assignment: Assignment,
): readonly Assignment[] {
  const system = [
    ...linear.flatMap(inequalities),
    ...[...assignment.cells].flatMap(([id, cell]) => within(id, cell)),
  ];
  const shadows = variables.map((id) => [id, project(system, variables, id)] as const);
  const whole = shadows.filter((each): each is readonly [QuantityId, Span] => each[1] !== undefined);
  return whole.length < shadows.length ? [] : [{ ...assignment, cells: new Map(whole) }];
}

function inequalities(constraint: LinearConstraint): readonly Inequality[] {
  const bound = exact(constraint.bound.n, constraint.bound.d);
  const factors = constraint.terms.map(
    ({ quantity, factor }) => [quantity, exact(factor.n, factor.d)] as const,
  );
  const most = inequality(factors, bound);
  if (constraint.relation === '<=') return [most];
  const turned = factors.map(([id, factor]) => [id, exact(-factor.top, factor.bottom)] as const);
  return [most, inequality(turned, exact(-bound.top, bound.bottom))];
}
