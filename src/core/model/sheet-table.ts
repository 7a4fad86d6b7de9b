// A sheet as a table: which columns it has, what kinds of rows, and how a header path is named in one cell.

export const tableColumns = [
  'kind',
  'name',
  'value',
  'text',
  'reason',
  'basis',
  'conventions',
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
  'basis',
  'conventions',
  'list',
  'custody',
  'references',
  'evidence',
  'assurance',
  'note',
] as const satisfies readonly TableColumn[];

export type DetailColumn = (typeof detailColumns)[number];

export const rowKinds = ['meta', 'answer', 'quantity', 'composition', 'input'] as const;

export type RowKind = (typeof rowKinds)[number];

export const isRowKind = (text: string): text is RowKind => (rowKinds as readonly string[]).includes(text);

/** The keys of a dotted path: a header is three maps deep, and what follows `product.ids` is one key, dots and all. */
export function splitPath(name: string): readonly string[] {
  const [outer = '', inner, ...rest] = name.split('.');
  if (inner === undefined) return [outer];
  return rest.length === 0 ? [outer, inner] : [outer, inner, rest.join('.')];
}
