// Rows and columns in the terminal, fitted to its width. Columns that may shrink are wrapped between words; no
// cell is ever cut.

import CliTable from 'cli-table3';
import type { Paint, Style } from './palette.ts';
import { displayWidth, wrapText } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** False for short codes and figures, which are never broken. Default true. */
  readonly shrinks?: boolean;
}

/** Plain text, with the paint for it when it is to stand out. */
export type Cell = string | { readonly text: string; readonly paint: Paint };

const GAP = 2;
const NARROWEST = 12;
const none = '';
const noLines = {
  top: none,
  'top-mid': none,
  'top-left': none,
  'top-right': none,
  bottom: none,
  'bottom-mid': none,
  'bottom-left': none,
  'bottom-right': none,
  left: none,
  'left-mid': none,
  mid: none,
  'mid-mid': none,
  right: none,
  'right-mid': none,
  middle: none,
};

export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: Style,
  indent = 0,
): string {
  const widths = fitColumns(columns, rows, style.width - indent);
  const table = new CliTable({
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: widths.map((width, index) => width + (index === widths.length - 1 ? 0 : GAP)),
  });
  const titles = columns.map((column) => ({ text: column.title, paint: style.palette.faint }));
  const titled = columns.some((column) => column.title !== '');
  for (const row of titled ? [titles, ...rows] : rows) {
    const cells = columns.map((column, index) => layCell(row[index] ?? '', widths[index] ?? 0, column));
    // Every line is a row of its own: the library goes over the whole of a cell for each line it draws of it.
    const height = Math.max(...cells.map((lines) => lines.length));
    for (let line = 0; line < height; line++)
      table.push(cells.map((lines) => ({ content: lines[line] ?? '', wordWrap: false })));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => (' '.repeat(indent) + line).trimEnd())
    .join('\n');
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

/** Wrapped before it is painted, so that no colour runs on into the next cell. */
function layCell(cell: Cell, width: number, column: Column): readonly string[] {
  const lines = textOf(cell)
    .split('\n')
    .flatMap((line) => wrapText(line, width));
  const placed =
    column.align === 'right'
      ? lines.map((line) => ' '.repeat(Math.max(0, width - displayWidth(line))) + line)
      : lines;
  return typeof cell === 'string' ? placed : placed.map((line) => cell.paint(line));
}

/** Natural widths, then the column with the most to spare gives way first until the row fits. */
function fitColumns(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  room: number,
): readonly number[] {
  const fitted = columns.map((column, index) => {
    const texts = [column.title, ...rows.map((row) => textOf(row[index] ?? ''))];
    const width = Math.max(...texts.map(widestLine));
    return { width, least: column.shrinks === false ? width : Math.min(width, leastWidth(texts)) };
  });
  const gaps = GAP * (columns.length - 1);
  for (let over = sum(fitted.map((each) => each.width)) + gaps - room; over > 0; over--) {
    const widest = fitted.filter((each) => each.width > each.least).sort((a, b) => b.width - a.width)[0];
    if (widest === undefined) break;
    widest.width -= 1;
  }
  return fitted.map((each) => each.width);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const widestLine = (text: string): number => widest(text.split('\n'));

/** Of any number of texts: a call can take only so many arguments. */
const widest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);

/** A column never shrinks below its longest word. */
const leastWidth = (texts: readonly string[]): number =>
  Math.max(NARROWEST, ...texts.map((text) => widest(text.split(/[ \n]/))));
