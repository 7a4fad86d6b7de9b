// A sheet written as a table becomes the same tree as one written as YAML or JSON, with the place of every
// cell, so that everything after reading is the same for all three.

import { tableColumns } from '../core/model/sheet-table.ts';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { spansIn } from '../core/text/lines.ts';
import type { Source, Span } from '../core/text/span.ts';
import {
  type Cell,
  type CellFault,
  LONGEST_ROW,
  MOST_CELLS,
  MOST_ROWS,
  type Row,
  readCells,
} from './csv-cells.ts';
import { type Columns, quotedList, readColumns } from './csv-columns.ts';
import { raggedRow } from './csv-row-findings.ts';
import { type Placed, readRow } from './csv-rows.ts';
import { plantTree } from './csv-tree.ts';
import { mixedLanguages } from './csv-words.ts';
import { MOST_FINDINGS } from './limits.ts';
import type { Node } from './tree.ts';

export function readCsv(source: Source): Result<Node | undefined> {
  const { rows, fault } = readCells(source);
  const broken = fault === undefined ? [] : [describeFault(fault)];
  const [first, ...body] = rows;
  const header = first && withoutTail(first);
  const whole = spansIn(source)(0, source.text.length);
  if (header === undefined)
    return { value: undefined, findings: fault === undefined ? [holdsNothing(whole)] : broken };
  if (fault?.reason === 'too-many-rows') return { value: undefined, findings: broken };
  const columns = readColumns(header);
  if (columns.value === undefined) return { value: undefined, findings: [...columns.findings, ...broken] };
  const { value, findings } = readRows(body, columns.value, whole);
  const all = [...findings, ...broken].slice(0, MOST_FINDINGS);
  return { value: fault === undefined ? value : undefined, findings: all };
}

function readRows(rows: readonly Row[], columns: Columns, whole: Span): Result<Node | undefined> {
  const placed: Placed[] = [];
  const findings: Finding[] = [];
  let isWhole = true;
  for (const written of rows) {
    const row = withoutTail(written, columns.order.length);
    const isRagged = row.length !== columns.order.length;
    const reading = isRagged
      ? { value: undefined, findings: [raggedRow(row, columns.order.length)] }
      : readRow(row, columns);
    placed.push(...(reading.value ?? []));
    findings.push(...reading.findings);
    isWhole &&= reading.value !== undefined;
  }
  const tree = plantTree(placed, whole);
  const languages = mixedLanguages(answerCells(rows, columns));
  return { value: isWhole ? tree.value : undefined, findings: [...findings, ...tree.findings, ...languages] };
}

/** Spreadsheets fill rows up with empty cells: those behind the last column mean nothing. */
function withoutTail(row: Row, columns = 0): Row {
  const last = row.findLastIndex(({ text }) => text !== '');
  return row.slice(0, Math.max(last + 1, columns));
}

function answerCells(rows: readonly Row[], { order }: Columns): readonly Cell[] {
  const [kind, value] = [order.indexOf('kind'), order.indexOf('value')];
  return rows.flatMap((row) => (row[kind]?.text.toLowerCase() === 'answer' ? (row[value] ?? []) : []));
}

const holdsNothing = (whole: Span): Finding =>
  finding('read/empty', 'the document holds nothing', {
    at: { ...whole, end: whole.start },
    help: [`begin the table with a header row: ${quotedList(tableColumns)}`],
  });

const faultWords: Record<CellFault['reason'], readonly [message: string, help: string]> = {
  'quote-open': ['a quoted cell is never closed', 'close the cell with a double quote'],
  'quote-inside': [
    'a double quote stands where none can',
    'put the whole cell in double quotes, and write each double quote in it twice',
  ],
  'row-too-long': [
    `a row is longer than the limit of ${LONGEST_ROW} bytes or ${MOST_CELLS} cells`,
    'check the rows before for a quoted cell that is not closed',
  ],
  'too-many-rows': [`the table has more than ${MOST_ROWS} rows`, 'split the document'],
};

function describeFault({ reason, at }: CellFault): Finding {
  const [message, help] = faultWords[reason];
  const code = reason === 'too-many-rows' ? 'read/too-large' : 'read/table';
  return finding(code, message, { at, help: [help], data: { fault: reason } });
}
