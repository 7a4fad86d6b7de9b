// What one row of a table says: a header field, an answer, a figure or an input, each as a value with the path
// at which it stands in a sheet.

import { isRowKind, type RowKind, splitPath } from '../core/model/sheet-table.ts';
import type { Finding, Result } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { unguardCell } from '../core/text/table-cell.ts';
import { readAnswer } from './csv-answers.ts';
import type { Cell, Row } from './csv-cells.ts';
import type { Columns } from './csv-columns.ts';
import {
  incompleteRow,
  misplacedDetails,
  unknownKind,
  wrongComposition,
  wrongInput,
  wrongKind,
} from './csv-row-findings.ts';
import { figureCell, jsonCell, numberCell, type RowCells, textCell } from './csv-values.ts';
import type { Node } from './tree.ts';

/** A value with its path in the sheet; inputs, and what is in a composition, share the path of their list. */
export interface Placed {
  readonly path: readonly string[];
  readonly keyAt: Span;
  readonly value: Node;
}

/** Undefined where nobody can tell what the row means: the sheet cannot be judged without it. */
type Reading = Result<readonly Placed[] | undefined>;

export function readRow(row: Row, { order }: Columns): Reading {
  const cells = new Map(
    row.flatMap((cell, index) => {
      const column = order[index];
      return column === undefined || cell.text === '' ? [] : [[column, cell] as const];
    }),
  );
  const kind = cells.get('kind');
  const name = cells.get('name');
  if (kind === undefined) return lost(incompleteRow('kind', row));
  if (name === undefined) return lost(incompleteRow('name', row));
  const kindName = kind.text.toLowerCase();
  if (!isRowKind(kindName)) return lost(unknownKind(kind));
  const { value, findings } = readers[kindName](name, cells);
  return { value, findings: [...misplacedDetails(cells, kindName), ...findings] };
}

const lost = (...findings: readonly Finding[]): Reading => ({ value: undefined, findings });

const placed = (
  path: readonly string[],
  name: Cell,
  { value, findings }: Result<Node | undefined>,
): Reading => ({
  value: value === undefined ? [] : [{ path, keyAt: name.at, value }],
  findings,
});

const nothing: Result<undefined> = { value: undefined, findings: [] };

const readers: Readonly<Record<RowKind, (name: Cell, cells: RowCells) => Reading>> = {
  meta: readMeta,
  answer: (name, cells) => placed(['answers', unguardCell(name.text)], name, readAnswer(name, cells)),
  quantity: (name, cells) => placed(['quantities', unguardCell(name.text)], name, readFigure(cells)),
  composition: readComposition,
  input: readInput,
};

function readFigure(cells: RowCells): Result<Node | undefined> {
  const value = cells.get('value');
  return value === undefined ? nothing : figureCell(value);
}

/** Keys of a sheet that have rows of a kind of their own. */
const kindOfKey: ReadonlyMap<string, RowKind> = new Map([
  ['answers', 'answer'],
  ['quantities', 'quantity'],
  ['composition', 'composition'],
  ['inputs', 'input'],
]);

function readMeta(name: Cell, cells: RowCells): Reading {
  const dotted = unguardCell(name.text);
  const path = splitPath(dotted);
  const kind = kindOfKey.get(path[0] ?? '');
  if (kind !== undefined) return lost(wrongKind(name, kind));
  const value = cells.get('value');
  if (value === undefined) return placed(path, name, nothing);
  const scalar = dotted === 'revision' ? numberCell(value) : textCell(value);
  return placed(path, name, { value: scalar, findings: [] });
}

function readInput(name: Cell, cells: RowCells): Reading {
  const value = cells.get('value');
  const rest = value === undefined ? nothing : jsonCell(value);
  if (value !== undefined && rest.value !== undefined && rest.value.kind !== 'map')
    return lost(wrongInput(value));
  const id = { key: 'id', keyAt: name.at, value: textCell(name) };
  const entries = [id, ...(rest.value?.kind === 'map' ? rest.value.entries : [])];
  return placed(['inputs'], name, { value: { kind: 'map', entries, at: name.at }, findings: rest.findings });
}

/** One item of the composition, whole; the name of its row only counts. */
function readComposition(name: Cell, cells: RowCells): Reading {
  const value = cells.get('value');
  const item = value === undefined ? nothing : jsonCell(value);
  if (value === undefined || (item.value !== undefined && item.value.kind !== 'map'))
    return lost(wrongComposition(value ?? name));
  return placed(['composition'], name, item);
}
