// Which entry of one catalogue carries on which of another, and whether it means the same, all that its rule names
// included: a statement of others is another one where one of those is.

import type { Catalogue, Rule, Statement, StatementId } from '../model/catalogue.ts';
import { namedIn } from '../model/expression.ts';
import { diffCatalogues, type EntryChange } from './catalogue-diff.ts';

type Kind = 'quantity' | 'group' | 'statement';

export interface CarriedEntry {
  readonly kind: Kind;
  /** In the later catalogue, or in the earlier one for what is there no more. */
  readonly id: string;
  /** In the earlier catalogue; undefined for what is new. */
  readonly from: string | undefined;
  readonly aspects: readonly string[];
  /** `nothing`: it is there no more. */
  readonly means: 'same' | 'other' | 'new' | 'nothing';
}

/** What an answer depends on; how it is explained and where it stands it does not. */
const ofMeaning: readonly string[] = ['text', 'rule', 'bands', 'list'];

/** Every entry that can be answered, in catalogue order, and then those that are there no more. */
export function carriedEntries(before: Catalogue, after: Catalogue): readonly CarriedEntry[] {
  const changes = diffCatalogues(before, after);
  const gone = changes.flatMap(({ kind, id, change, aspects }): readonly CarriedEntry[] =>
    isKind(kind) && change === 'removed' ? [{ kind, id, from: id, aspects, means: 'nothing' }] : [],
  );
  const left = new Map(
    changes.flatMap((each) => (each.change === 'removed' ? [] : [[`${each.kind} ${each.id}`, each]])),
  );
  const kept = answerable(after).map(({ kind, id }) => entryOf(kind, id, left.get(`${kind} ${id}`)));
  return [...withDependents(kept, after), ...gone];
}

/** The statements that an entry is answered by. */
export function statementsOf(catalogue: Catalogue, kind: Kind, id: string): readonly StatementId[] {
  if (kind === 'quantity') return [];
  if (kind === 'statement') return [id];
  return catalogue.groups.get(id)?.bands.map(({ statement }) => statement) ?? [];
}

const isKind = (kind: EntryChange['kind']): kind is Kind =>
  kind === 'quantity' || kind === 'group' || kind === 'statement';

function answerable({
  quantities,
  groups,
  statements,
}: Catalogue): readonly Pick<CarriedEntry, 'kind' | 'id'>[] {
  const figures = [...quantities.keys()].filter((id) => !groups.has(id));
  const single = [...statements.values()].filter(({ group }) => group === undefined);
  return [
    ...figures.map((id) => ({ kind: 'quantity' as const, id })),
    ...[...groups.keys()].map((id) => ({ kind: 'group' as const, id })),
    ...single.map(({ id }) => ({ kind: 'statement' as const, id })),
  ];
}

function entryOf(kind: Kind, id: string, change: EntryChange | undefined): CarriedEntry {
  if (change === undefined) return { kind, id, from: id, aspects: [], means: 'same' };
  const { aspects } = change;
  if (change.change === 'added') return { kind, id, from: undefined, aspects, means: 'new' };
  const means = aspects.some((aspect) => ofMeaning.includes(aspect)) ? 'other' : 'same';
  return { kind, id, from: change.from ?? id, aspects, means };
}

/** What names something that does not mean the same any more does not either. */
function withDependents(entries: readonly CarriedEntry[], catalogue: Catalogue): readonly CarriedEntry[] {
  const moved = new Set(
    entries.filter(({ means }) => means !== 'same').flatMap((each) => namesOf(each, catalogue)),
  );
  const listed = figuresOfMovedLists(entries, catalogue);
  const named = entries.map(
    (entry) => [entry, [...namedBy(entry, catalogue), ...(listed.get(entry.id) ?? [])]] as const,
  );
  const dependent = new Set<CarriedEntry>();
  for (let size = -1; size < moved.size; ) {
    size = moved.size;
    for (const [entry, names] of named) {
      if (entry.means !== 'same' || !names.some((name) => moved.has(name))) continue;
      dependent.add(entry);
      for (const name of namesOf(entry, catalogue)) moved.add(name);
    }
  }
  return entries.map((entry) =>
    dependent.has(entry)
      ? { ...entry, means: 'other', aspects: [...entry.aspects, 'what it rests on'] }
      : entry,
  );
}

/** A figure that was found with one edition of a list says nothing of another: what is new on it was not looked for. */
function figuresOfMovedLists(
  entries: readonly CarriedEntry[],
  { statements }: Catalogue,
): ReadonlyMap<string, readonly StatementId[]> {
  const figures = new Map<string, StatementId[]>();
  for (const { id, kind, aspects } of entries) {
    const meaning =
      kind === 'statement' && aspects.includes('list') ? statements.get(id)?.meaning : undefined;
    if (meaning?.kind === 'within' || meaning?.kind === 'named')
      figures.set(meaning.quantity, [...(figures.get(meaning.quantity) ?? []), id]);
  }
  return figures;
}

/** What others may name it by. */
const namesOf = ({ kind, id }: CarriedEntry, catalogue: Catalogue): readonly string[] => [
  id,
  ...statementsOf(catalogue, kind, id),
];

function namedBy({ kind, id }: CarriedEntry, { quantities, statements }: Catalogue): readonly string[] {
  if (kind === 'statement') return namedByMeaning(statements.get(id)?.meaning);
  const rule = quantities.get(id)?.rule;
  return rule === undefined ? [] : namedByRule(rule);
}

function namedByMeaning(meaning: Statement['meaning'] | undefined): readonly string[] {
  if (meaning === undefined) return [];
  if (meaning.kind === 'plain') return namedByRule(meaning.rule);
  return meaning.kind === 'expression' ? namedIn(meaning.expression) : [meaning.quantity];
}

function namedByRule(rule: Rule): readonly string[] {
  if (rule.kind === 'same-value') return [rule.of];
  if (rule.kind !== 'fraction') return [];
  const weight = rule.weight === 'mass' ? [] : [rule.weight];
  return [...weight, ...(rule.attributedBy === undefined ? [] : [rule.attributedBy])];
}
