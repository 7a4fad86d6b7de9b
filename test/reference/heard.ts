// What a sheet (or the maker's own part of a bill) says, once everything that must not be counted is left out.

import type { Catalogue, QuantityId, Rule, Statement, StatementId } from '../../src/core/model/catalogue.ts';
import type { Answer, QuantityEntry } from '../../src/core/model/sheet.ts';
import type { Custody } from '../../src/core/values/custody.ts';
import type { NameSet } from '../../src/core/values/name-set.ts';
import { type Span, spanOf } from './spans.ts';

export interface Heard {
  readonly truths: ReadonlyMap<StatementId, boolean>;
  readonly figures: ReadonlyMap<QuantityId, Span>;
  readonly names: ReadonlyMap<QuantityId, string>;
  readonly lists: ReadonlyMap<QuantityId, NameSet>;
  readonly inapplicable: ReadonlySet<StatementId>;
}

export interface Telling {
  readonly answers: ReadonlyMap<StatementId, Answer>;
  readonly quantities: ReadonlyMap<QuantityId, QuantityEntry>;
}

const strongestLast: readonly Custody[] = [
  'book-and-claim',
  'mass-balance',
  'controlled-blending',
  'segregated',
  'identity-preserved',
];
const weakestCounted = { claimed: 0, attributed: 1, physical: 2 };

/** Every quantity a statement speaks of, through other statements too. */
export function quantitiesIn(catalogue: Catalogue, statement: Statement): readonly QuantityId[] {
  if ('quantity' in statement.meaning) return [statement.meaning.quantity];
  if (statement.meaning.kind === 'plain') return [];
  const { expression } = statement.meaning;
  const parts = expression.of.flatMap((id) => {
    const other = catalogue.statements.get(id);
    return other === undefined ? [] : quantitiesIn(catalogue, other);
  });
  return expression.operator === 'unless' ? [expression.quantity, ...parts] : parts;
}

type FractionRule = Extract<Rule, { kind: 'fraction' }>;

function fractionRules(catalogue: Catalogue, quantities: readonly QuantityId[]): readonly FractionRule[] {
  const rules = quantities.map((id) => catalogue.quantities.get(id)?.rule);
  return rules.filter((rule): rule is FractionRule => rule?.kind === 'fraction');
}

const isAttributed = (telling: Telling, rule: FractionRule): boolean =>
  rule.attributedBy !== undefined && telling.answers.get(rule.attributedBy)?.value === 'true';

const isTooWeak = (custody: Custody | undefined, rule: FractionRule): boolean =>
  custody !== undefined && strongestLast.indexOf(custody) < weakestCounted[rule.custody];

export function hear(
  catalogue: Catalogue,
  telling: Telling,
  discredited: ReadonlySet<string> = new Set(),
): Heard {
  const truths = new Map<StatementId, boolean>();
  const inapplicable = new Set<StatementId>();
  for (const [id, answer] of telling.answers) {
    const statement = catalogue.statements.get(id);
    if (statement === undefined || discredited.has(id)) continue;
    if (answer.value === 'not-applicable') inapplicable.add(id);
    if (!isCounted(catalogue, telling, statement, answer)) continue;
    if (answer.value === 'true') truths.set(id, true);
    if (answer.value === 'false' && statement.falseMeans === 'negation') truths.set(id, false);
  }
  return { truths, inapplicable, ...heardFigures(catalogue, telling, discredited) };
}

function isCounted(catalogue: Catalogue, telling: Telling, statement: Statement, answer: Answer): boolean {
  const rules = fractionRules(catalogue, quantitiesIn(catalogue, statement));
  return !rules.some((rule) => isAttributed(telling, rule) || isTooWeak(answer.custody, rule));
}

function heardFigures(
  catalogue: Catalogue,
  telling: Telling,
  discredited: ReadonlySet<string>,
): Pick<Heard, 'figures' | 'names' | 'lists'> {
  const figures = new Map<QuantityId, Span>();
  const names = new Map<QuantityId, string>();
  const lists = new Map<QuantityId, NameSet>();
  for (const [id, { value }] of telling.quantities) {
    const rules = fractionRules(catalogue, [id]);
    if (discredited.has(id) || rules.some((rule) => isAttributed(telling, rule))) continue;
    if (value.kind === 'range') figures.set(id, spanOf(value.range));
    else if (value.kind === 'names') lists.set(id, value.names);
    else names.set(id, value.name);
  }
  return { figures, names, lists };
}
