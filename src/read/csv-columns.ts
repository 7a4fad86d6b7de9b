// Which column of a table is which: every name known, none twice, the needed ones there.

import { neededColumns, type TableColumn, tableColumns } from '../core/model/sheet-table.ts';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { didYouMean, suggest } from '../core/text/suggest.ts';
import { type Cell, type Row, spanOfRow } from './csv-cells.ts';

export interface Columns {
  /** The column at each place of the header row; undefined where its name means nothing. */
  readonly order: readonly (TableColumn | undefined)[];
}

export function readColumns(header: Row): Result<Columns | undefined> {
  const findings: Finding[] = [];
  const at = new Map<TableColumn, Span>();
  const mistyped = new Set<string>();
  const order = header.map((cell) => {
    const name = cell.text.toLowerCase();
    const column = tableColumns.find((known) => known === name);
    const first = column === undefined ? undefined : at.get(column);
    if (column === undefined) {
      findings.push(unknownColumn(cell));
      for (const near of suggest(name, tableColumns, 1)) mistyped.add(near);
    } else if (first !== undefined) findings.push(duplicateColumn(cell, first));
    else at.set(column, cell.at);
    return column;
  });
  if (at.size === 0 && mistyped.size === 0) return { value: undefined, findings: [missingHeader(header)] };
  // A column that is only mistyped is not missing as well.
  const missing = neededColumns.filter((column) => !at.has(column) && !mistyped.has(column));
  findings.push(...missing.map((column) => missingColumn(column, header)));
  return { value: findings.length === 0 ? { order } : undefined, findings };
}

/** The first row holds no name of a column at all. */
const missingHeader = (header: Row): Finding =>
  finding('read/table', 'the table has no header row', {
    at: spanOfRow(header),
    label: 'the first row',
    help: [`put a header row before it: the cells ${quotedList(neededColumns)}`],
    data: { found: header.map(({ text }) => text), known: [...tableColumns] },
  });

function unknownColumn({ text, at }: Cell): Finding {
  const near = didYouMean(text.toLowerCase(), tableColumns);
  return finding(
    'read/table',
    text === '' ? 'a column has no name' : `\`${text}\` is not a column of a sheet`,
    {
      at,
      help: [...(near === undefined ? [] : [near]), `use only the columns ${quotedList(tableColumns)}`],
      data: { column: text },
    },
  );
}

function duplicateColumn({ text, at }: Cell, first: Span): Finding {
  return finding('read/table', `the column \`${text}\` stands twice in the header row`, {
    at,
    label: 'named again here',
    related: [{ at: first, label: 'first named here' }],
    help: ['remove one of the two columns'],
    data: { column: text },
  });
}

function missingColumn(column: TableColumn, header: Row): Finding {
  return finding('read/table', `the header row has no column \`${column}\``, {
    at: spanOfRow(header),
    help: [`begin the table with a header row that names at least ${quotedList(neededColumns)}`],
    data: { column },
  });
}

export const quotedList = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
