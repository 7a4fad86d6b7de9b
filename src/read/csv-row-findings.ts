// What is said of a row that cannot be used, or of a cell that means nothing where it stands.

import { detailColumns, type RowKind, rowKinds } from '../core/model/sheet-table.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { didYouMean } from '../core/text/suggest.ts';
import { type Cell, type Row, spanOfRow } from './csv-cells.ts';
import { quotedList } from './csv-columns.ts';
import type { RowCells } from './csv-values.ts';
import type { Entry } from './tree.ts';

export function raggedRow(row: Row, columns: number): Finding {
  const count = `${row.length} ${row.length === 1 ? 'cell' : 'cells'}`;
  return finding('read/table', `this row has ${count} where the header row has ${columns}`, {
    at: spanOfRow(row),
    help: ['put a cell that holds the delimiter in double quotes, and leave unused cells empty'],
    data: { cells: row.length, columns },
  });
}

export function incompleteRow(column: 'kind' | 'name', row: Row): Finding {
  const help = {
    kind: `name the kind of the row: ${quotedList(rowKinds)}`,
    name: 'name the header field, the statement, the quantity or the input that the row is about',
  };
  return finding('read/table', `the row has no ${column}`, {
    at: spanOfRow(row),
    help: [help[column]],
    data: { column },
  });
}

export function unknownKind({ text, at }: Cell): Finding {
  const near = didYouMean(text.toLowerCase(), rowKinds);
  return finding('read/table', `\`${text}\` is not a kind of row`, {
    at,
    help: [...(near === undefined ? [] : [near]), `use one of ${quotedList(rowKinds)}`],
    data: { kind: text },
  });
}

export function wrongKind({ text, at }: Cell, kind: RowKind): Finding {
  return finding('read/table', `\`${text}\` is not a header field`, {
    at,
    help: [`write it as a row of kind \`${kind}\``],
    data: { name: text, kind },
  });
}

export function wrongInput({ at }: Cell): Finding {
  return finding('read/table', 'an input is not described by its revision and digest', {
    at,
    help: ['write `{"revision":1,"sha256":"..."}` in this cell'],
  });
}

export function wrongComposition({ at }: Cell): Finding {
  return finding('read/table', 'a part of the composition is not described', {
    at,
    help: ['write `{"material":"polypropylene","share":"60 %"}` in the cell of its value'],
  });
}

/** Only answers have details: a detail anywhere else would be lost without a word. */
export function misplacedDetails(cells: RowCells, kind: RowKind): readonly Finding[] {
  if (kind === 'answer') return [];
  return detailColumns.flatMap((column) => {
    const cell = cells.get(column);
    if (cell === undefined) return [];
    return finding('read/table', `the column \`${column}\` says nothing in a row of kind \`${kind}\``, {
      at: cell.at,
      help: ['move the cell to the row of an answer, or empty it'],
      data: { column, kind },
    });
  });
}

/** Two rows about one thing. */
export const repeatedRow = ({ key, keyAt }: Entry, first: Entry): Finding =>
  finding('read/duplicate-key', `\`${key}\` has two rows in the table`, {
    at: keyAt,
    label: 'a second row',
    related: [{ at: first.keyAt, label: 'the first row' }],
    help: ['remove one of the two rows'],
    data: { key },
  });
