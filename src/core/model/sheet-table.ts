// A sheet as a table: which columns it has, what kinds of rows, and how a header path is named in one cell.

export const tableColumns = [
  'kind',
  'name',
  'value',
  'text',
  'reason',
  'list',
  'custody',
  'references',
  'evidence',
  'assurance',
  'note',
] as const;

export type TableColumn = (typeof tableColumns)[number];

/** Columns no table can do without. */
export const neededColumns = ['kind', 'name', 'value'] as const satisfies readonly TableColumn[];

/** Columns that say more about one answer; `text` only helps the human reader. */
export const detailColumns = [
  'reason',
  'list',
  'custody',
  'references',
  'evidence',
  'assurance',
  'note',
] as const satisfies readonly TableColumn[];

export type DetailColumn = (typeof detailColumns)[number];

export const rowKinds = ['meta', 'answer', 'quantity', 'input'] as const;

export type RowKind = (typeof rowKinds)[number];

export const isRowKind = (text: string): text is RowKind => (rowKinds as readonly string[]).includes(text);

/** The keys of a dotted path. What follows `ids` is one key, whatever it holds. */
export function splitPath(name: string): readonly string[] {
  const ids = /^(product|maker)\.ids\.(.*)$/s.exec(name);
  return ids === null ? name.split('.') : [ids[1] ?? '', 'ids', ids[2] ?? ''];
}
