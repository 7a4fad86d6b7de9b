// The cells of a delimited text, each with its exact place. csv-parse splits the text and says at which byte
// every cell ends; the places follow from that, quoted newlines and all.

import { CsvError, parse } from 'csv-parse/sync';
import { spansIn } from '../core/text/lines.ts';
import type { Source, Span } from '../core/text/span.ts';
import { MOST_ENTRIES } from './limits.ts';

export interface Cell {
  readonly text: string;
  /** The cell as it stands, quotes included, outer blanks not. */
  readonly at: Span;
}

export type Row = readonly Cell[];

export interface CellFault {
  readonly reason: 'quote-open' | 'quote-inside' | 'row-too-long' | 'too-many-rows';
  readonly at: Span;
}

export interface Cells {
  /** Rows that are not blank. */
  readonly rows: readonly Row[];
  /** Where and why reading stopped early. */
  readonly fault?: CellFault;
}

/** In bytes. */
export const LONGEST_ROW = 1_000_000;
/** In one row. */
export const MOST_CELLS = 50;
/** Blank rows count too: they cost as much to read. */
export const MOST_ROWS = 2 * MOST_ENTRIES;

/** The first line that Excel writes and reads to name the delimiter. */
const DELIMITER_LINE = /^sep=([,;|\t])[ \t]*(?:\r\n|\n|\r|$)/i;

export function readCells(source: Source): Cells {
  const line = DELIMITER_LINE.exec(source.text);
  const start = line === null ? 0 : line[0].length;
  const text = source.text.slice(start);
  const places = cellPlaces(text);
  const spans = spansIn(source);
  const rows: Cell[][] = [];
  const cast = (value: string, context: { readonly index: number; readonly bytes: number }): string => {
    if (context.index >= MOST_CELLS) throw new CsvError('CSV_MAX_RECORD_SIZE', 'too many cells');
    const { from, to } = places.take(context.bytes);
    const cell = { text: value, at: spans(start + from, start + to) };
    if (context.index === 0) rows.push([cell]);
    else rows.at(-1)?.push(cell);
    return value;
  };
  try {
    parse(text, {
      delimiter: line?.[1] ?? likelyDelimiter(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 1,
      cast,
      // The cells are kept already, with their places.
      on_record: () => null,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { from, to } = places.broken();
    const reason = faultReason(error.code);
    if (error['index'] !== 0) rows.pop();
    const at = spans(start + from, start + (reason === 'quote-open' ? from + 1 : to));
    return { rows: rows.filter(isFilled), fault: { reason, at } };
  }
  const extra = rows[MOST_ROWS]?.[0];
  const fault = extra === undefined ? {} : { fault: { reason: 'too-many-rows', at: extra.at } as const };
  return { rows: rows.slice(0, MOST_ROWS).filter(isFilled), ...fault };
}

export function spanOfRow(row: Row): Span | undefined {
  const [first] = row;
  const last = row.at(-1);
  return first === undefined || last === undefined ? undefined : { ...first.at, end: last.at.end };
}

const isFilled = (row: Row): boolean => row.some((cell) => cell.text !== '');

function faultReason(code: string): CellFault['reason'] {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'quote-open';
  return code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'quote-inside';
}

/** The delimiter that stands most often in the header row, quoted parts aside. */
function likelyDelimiter(text: string): string {
  const header = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}

interface Offsets {
  readonly from: number;
  readonly to: number;
}

interface CellPlaces {
  /** The place of the next cell, from the byte at which it ends. */
  readonly take: (bytes: number) => Offsets;
  /** The place of the cell that could not be read: from its first sign to the end of its line. */
  readonly broken: () => Offsets;
}

function cellPlaces(text: string): CellPlaces {
  let offset = 0;
  let passed = 0;
  let cellStart = 0;
  const take = (bytes: number): Offsets => {
    while (passed < bytes && offset < text.length) {
      const point = text.codePointAt(offset) ?? 0;
      passed += utf8Length(point);
      offset += point > 0xffff ? 2 : 1;
    }
    const from = skipBlanks(text, cellStart, offset);
    const to = from + text.slice(from, offset).trimEnd().length;
    cellStart = offset + (text.startsWith('\r\n', offset) ? 2 : 1);
    return { from, to };
  };
  const broken = (): Offsets => {
    const from = skipBlanks(text, cellStart, text.length);
    return { from, to: from + text.slice(from).search(/[\r\n]|$/) };
  };
  return { take, broken };
}

// A lone surrogate becomes U+FFFD, three bytes, when the text is encoded.
function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point > 0xffff ? 4 : 3;
}

const skipBlanks = (text: string, from: number, to: number): number =>
  to - text.slice(from, to).trimStart().length;
