// A sheet as a table: the header row by row, then one row per statement, as the standard's own tables have it.
// Nothing is lost: details stand in columns of their own, structured ones as JSON in one cell.

import type { Catalogue } from '../../core/model/catalogue.ts';
import type { Answer, Sheet } from '../../core/model/sheet.ts';
import { detailColumns, type RowKind, type TableColumn, tableColumns } from '../../core/model/sheet-table.ts';
import { guardCell } from '../../core/text/table-cell.ts';
import { answersInOrder, detailsForm } from './answer-forms.ts';
import { compositionDocument } from './composition-form.ts';
import { type DocumentMap, type DocumentValue, isMap } from './document.ts';
import { writeCompactJson } from './json.ts';
import { quantityText } from './quantity-form.ts';
import { headerDocument, quantitiesDocument } from './sheet-tree.ts';

interface Row {
  readonly kind: RowKind;
  readonly name: string;
  readonly value: string;
  readonly text?: string;
  readonly details?: DocumentMap;
}

export function writeSheetCsv(sheet: Sheet, catalogue: Catalogue): string {
  const rows = [
    ...metaRows(headerDocument(sheet), ''),
    ...answersInOrder(sheet.answers, catalogue).map((answer) => answerRow(answer, catalogue)),
    ...quantityRows(sheet, catalogue),
    ...compositionDocument(sheet.composition).map(
      (item, index): Row => ({ kind: 'composition', name: String(index + 1), value: writeCompactJson(item) }),
    ),
    ...sheet.inputs.map(({ id, revision, sha256 }): Row => {
      const rest = new Map<string, DocumentValue>(Object.entries({ revision, sha256 }));
      return { kind: 'input', name: id, value: writeCompactJson(rest) };
    }),
  ];
  // Half a surrogate pair is no sign that a file can hold.
  return [tableColumns.join(','), ...rows.map(writeRow), ''].join('\n').replaceAll(/\p{Cs}/gu, '\ufffd');
}

function metaRows(map: DocumentMap, prefix: string): readonly Row[] {
  return [...map].flatMap(([key, value]): readonly Row[] => {
    const name = `${prefix}${key}`;
    return isMap(value) ? metaRows(value, `${name}.`) : [{ kind: 'meta', name, value: cellValue(value) }];
  });
}

const answerWords = { true: 'TRUE', false: 'FALSE', unknown: 'unknown', 'not-applicable': 'not-applicable' };

function answerRow(answer: Answer, catalogue: Catalogue): Row {
  return {
    kind: 'answer',
    name: answer.statement,
    value: answerWords[answer.value],
    text: catalogue.statements.get(answer.statement)?.text ?? '',
    details: detailsForm(answer),
  };
}

function quantityRows(sheet: Sheet, catalogue: Catalogue): readonly Row[] {
  return [...quantitiesDocument(sheet.quantities, catalogue)].map(([name, form]) => {
    const quantity = catalogue.quantities.get(name);
    const value = sheet.quantities.get(name)?.value;
    return {
      kind: 'quantity',
      name,
      value: figureCell(quantity === undefined || value === undefined ? form : quantityText(value, quantity)),
      text: quantity?.title ?? '',
    };
  });
}

const cellValue = (value: DocumentValue): string =>
  typeof value === 'object' ? writeCompactJson(value) : guardCell(String(value));

/** A name that looks like JSON is written as JSON, so that a cell opening with `{` or `"` always is. */
const figureCell = (value: DocumentValue): string =>
  typeof value === 'string' && /^[{"]/.test(value) ? writeCompactJson(value) : cellValue(value);

function writeRow(row: Row): string {
  const cells: Partial<Record<TableColumn, string>> = {
    kind: row.kind,
    name: guardCell(row.name),
    value: row.value,
    text: row.text === undefined || row.text === '' ? '' : guardCell(row.text),
  };
  for (const column of detailColumns) {
    const detail = row.details?.get(column);
    if (detail !== undefined) cells[column] = cellValue(detail);
  }
  return tableColumns.map((column) => quoteCell(cells[column] ?? '')).join(',');
}

// Every delimiter that a reader may expect is quoted, and so are outer blanks, which readers trim.
const quoteCell = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
