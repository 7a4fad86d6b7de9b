// How two catalogues differ, by what they mean: entries by their ids, and of a changed entry in which respects.

import type { Catalogue, Group, Statement } from '../model/catalogue.ts';

export type EntryKind =
  | 'section'
  | 'quantity'
  | 'group'
  | 'statement'
  | 'constraint'
  | 'effect'
  | 'convention';

export interface EntryChange {
  readonly kind: EntryKind;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed' | 'renamed';
  /** The id it had, where it was renamed. */
  readonly from?: string;
  /** In what a kept entry differs. */
  readonly aspects: readonly string[];
}

/** What is compared, aspect by aspect. */
interface Compared {
  readonly replaces?: string | undefined;
  readonly aspects: Readonly<Record<string, unknown>>;
}

type Entries = ReadonlyMap<string, Compared>;

export function diffCatalogues(before: Catalogue, after: Catalogue): readonly EntryChange[] {
  const [old, renewed] = [entriesOf(before), entriesOf(after)];
  return kinds.flatMap((kind) => diffEntries(kind, old[kind], renewed[kind]));
}

const kinds = ['section', 'quantity', 'group', 'statement', 'constraint', 'effect', 'convention'] as const;

function diffEntries(kind: EntryKind, before: Entries, after: Entries): readonly EntryChange[] {
  const kept = [...after].map(([id, entry]) => ({ id, entry, from: earlierId(id, entry, before, after) }));
  const carriedOn = new Set(kept.map(({ from }) => from));
  const removed = [...before.keys()].filter((id) => !carriedOn.has(id));
  return [
    ...kept.flatMap(({ id, entry, from }) => changeOf(kind, id, [entry, before.get(from ?? '')], from)),
    ...removed.map((id) => ({ kind, id, change: 'removed' as const, aspects: [] })),
  ];
}

/** Its own id, or the one it says it carries on, unless both are there. */
function earlierId(id: string, { replaces }: Compared, before: Entries, after: Entries): string | undefined {
  if (before.has(id)) return id;
  return replaces === undefined || after.has(replaces) || !before.has(replaces) ? undefined : replaces;
}

function changeOf(
  kind: EntryKind,
  id: string,
  [entry, earlier]: readonly [Compared, Compared | undefined],
  from: string | undefined,
): readonly EntryChange[] {
  if (from === undefined || earlier === undefined) return [{ kind, id, change: 'added', aspects: [] }];
  const aspects = differing(earlier, entry);
  if (from !== id) return [{ kind, id, change: 'renamed', from, aspects }];
  return aspects.length === 0 ? [] : [{ kind, id, change: 'changed', aspects }];
}

const differing = (a: Compared, b: Compared): readonly string[] =>
  Object.keys(b.aspects).filter((aspect) => formOf(a.aspects[aspect]) !== formOf(b.aspects[aspect]));

/** One text for one meaning. */
const formOf = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'bigint') return `${each}n`;
    return each instanceof Map ? [...each] : each;
  }) ?? '';

function entriesOf(catalogue: Catalogue): Readonly<Record<EntryKind, Entries>> {
  const { sections, quantities, groups, statements, constraints, effects, conventions } = catalogue;
  const figures = [...quantities.values()].filter(({ id }) => !groups.has(id));
  const single = [...statements.values()].filter(({ group }) => group === undefined);
  return {
    section: new Map(sections.map(({ id, number, title }) => [id, { aspects: { text: title, number } }])),
    quantity: new Map(figures.map(({ id, title, ...rule }) => [id, { aspects: { text: title, rule } }])),
    group: new Map([...groups.values()].map((group) => [group.id, groupOf(catalogue, group)])),
    statement: new Map(single.map((each) => [each.id, statementOf(each)])),
    constraint: new Map(
      constraints.map(({ because, ...rule }) => [rule.id, { aspects: { text: because, rule } }]),
    ),
    effect: new Map(
      [...effects.values()].map(({ id, title, text, alsoCalled, behaviours, references, ...rule }) => [
        id,
        {
          aspects: { text: [title, text, alsoCalled], rule, behaviours: [...behaviours].sort(), references },
        },
      ]),
    ),
    convention: new Map(
      [...conventions.values()].map(({ id, title, text, references, ...rule }) => [
        id,
        { aspects: { text: [title, text], rule, references } },
      ]),
    ),
  };
}

function statementOf(statement: Statement): Compared {
  const { title, text, guidance, evidence, example, meaning, level, falseMeans, cites, list } = statement;
  const { section, official, references, replaces, header } = statement;
  return {
    replaces,
    aspects: {
      text: [title, text],
      guidance: [guidance, evidence, example],
      rule: [meaning, level, falseMeans, cites],
      list,
      header,
      section,
      references: [official, references],
    },
  };
}

function groupOf({ quantities, statements }: Catalogue, group: Group): Compared {
  const { title, guidance, evidence, example, bands, section, official, replaces } = group;
  const first = statements.get(bands[0]?.statement ?? '');
  const sentence = first?.text.replaceAll(bands[0]?.label ?? '', '{band}');
  const quantity = quantities.get(group.id);
  return {
    replaces,
    aspects: {
      text: [title, sentence],
      guidance: [guidance, evidence, example],
      rule: [
        [quantity?.rule, quantity?.measure, quantity?.domain, quantity?.ownTerm],
        [first?.level, first?.falseMeans, first?.cites],
      ],
      bands: bands.map(({ id, range }) => [id, range]),
      section,
      references: [official, first?.references],
    },
  };
}
