// The row of one answer: its bare value, or the long form where other columns say more about it.

import { type DetailColumn, detailColumns } from '../core/model/sheet-table.ts';
import type { Result } from '../core/text/finding.ts';
import type { Cell } from './csv-cells.ts';
import { answerCell, jsonCell, type RowCells, textCell } from './csv-values.ts';
import type { Entry, Node } from './tree.ts';

/** Undefined where the row leaves the statement unanswered. */
export function readAnswer(name: Cell, cells: RowCells): Result<Node | undefined> {
  const value = cells.get('value');
  const bare = value === undefined ? undefined : answerCell(value);
  const written = detailColumns.flatMap((column) => {
    const cell = cells.get(column);
    return cell === undefined ? [] : [{ column, cell, detail: readDetail(column, cell) }];
  });
  const findings = written.flatMap(({ detail }) => detail.findings);
  if (written.length === 0) return { value: bare, findings };
  const details = written.flatMap(({ column, cell, detail }): readonly Entry[] =>
    detail.value === undefined ? [] : [{ key: column, keyAt: cell.at, value: detail.value }],
  );
  const answer = bare === undefined ? [] : [{ key: 'answer', keyAt: bare.at, value: bare }];
  return { value: { kind: 'map', entries: [...answer, ...details], at: bare?.at ?? name.at }, findings };
}

/** Conventions, references, evidence and assurance have parts; written as plain text they mean their main part. */
const plainForms: Partial<Record<DetailColumn, (text: Node) => Node>> = {
  conventions: (text) => ({ kind: 'list', items: [text], at: text.at }),
  references: (text) => ({ kind: 'list', items: [text], at: text.at }),
  evidence: (text) => ({ kind: 'list', items: [mapWith('title', text)], at: text.at }),
  assurance: (text) => mapWith('level', text),
};

const mapWith = (key: string, value: Node): Node => ({
  kind: 'map',
  entries: [{ key, keyAt: value.at, value }],
  at: value.at,
});

function readDetail(column: DetailColumn, cell: Cell): Result<Node | undefined> {
  const plainForm = plainForms[column];
  if (plainForm === undefined) return { value: textCell(cell), findings: [] };
  return /^[[{]/.test(cell.text) ? jsonCell(cell) : { value: plainForm(textCell(cell)), findings: [] };
}
