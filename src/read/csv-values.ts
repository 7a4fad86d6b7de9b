// What a table cell holds: plain text, an answer word, or JSON for what has parts. Every value found inside a
// cell has the place of the cell.

import type { TableColumn } from '../core/model/sheet-table.ts';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { unguardCell } from '../core/text/table-cell.ts';
import type { Cell } from './csv-cells.ts';
import { truthWord } from './csv-words.ts';
import { readJson } from './json.ts';
import type { Node, ScalarNode } from './tree.ts';

/** The cells of one row that are not empty. */
export type RowCells = ReadonlyMap<TableColumn, Cell>;

export const textCell = ({ text, at }: Cell): ScalarNode => ({
  kind: 'scalar',
  type: 'text',
  text: unguardCell(text),
  at,
});

const OPEN_WORD = /^(?:unknown|not-applicable)$/i;

/** An answer in upper or lower case; the name of a band and anything else as it stands. */
export function answerCell(cell: Cell): ScalarNode {
  const { text, at } = cell;
  const truth = truthWord(text);
  if (truth !== undefined) return { kind: 'scalar', type: 'boolean', text: truth.value, at };
  return OPEN_WORD.test(text) ? textCell({ text: text.toLowerCase(), at }) : textCell(cell);
}

export const numberCell = (cell: Cell): ScalarNode =>
  /^\d+$/.test(cell.text) ? { kind: 'scalar', type: 'number', text: cell.text, at: cell.at } : textCell(cell);

/** A figure, or its two ends as JSON. */
export const figureCell = (cell: Cell): Result<Node | undefined> =>
  /^[{"]/.test(cell.text) ? jsonCell(cell) : { value: textCell(cell), findings: [] };

/** The document inside a cell. */
export function jsonCell(cell: Cell): Result<Node | undefined> {
  const { value, findings } = readJson({ name: cell.at.source, text: cell.text });
  return {
    value: value === undefined ? undefined : placedAt(value, cell.at),
    findings: findings.map((each) => brokenCell(each, cell)),
  };
}

function placedAt(node: Node, at: Span): Node {
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => ({ key, keyAt: at, value: placedAt(value, at) }));
    return { kind: 'map', entries, at };
  }
  return node.kind === 'list'
    ? { kind: 'list', items: node.items.map((item) => placedAt(item, at)), at }
    : { ...node, at };
}

function brokenCell({ message, help, data }: Finding, { at }: Cell): Finding {
  return finding('read/table', `the JSON in this cell cannot be read: ${message}`, { at, help, data });
}
