// Where the lines of a text begin: turns offsets into lines and columns and back. A line ends with LF, CR LF or
// CR; columns count UTF-16 units, so offset and position name the same place exactly.

import type { Position, Source, Span } from './span.ts';

/** The offset at which each line of the text starts; an empty text has one line. */
export type LineStarts = readonly number[];

const LINE_END = /\r\n|\n|\r/g;

export function lineStartsOf(text: string): LineStarts {
  const starts = [0];
  for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

/** The position of an offset; offsets before the start count as the start. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const inside = Math.max(0, offset);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - (starts[low] ?? 0) + 1, offset: inside };
}

/** The offset of a line and column; undefined where the text has no such line. */
export function offsetAt(starts: LineStarts, line: number, column: number): number | undefined {
  const start = starts[line - 1];
  return start === undefined ? undefined : start + column - 1;
}

/** Makes spans of a source from offsets, which are kept within its text. */
export type SpanMaker = (start: number, end: number) => Span;

export function spansIn(source: Source): SpanMaker {
  const starts = lineStartsOf(source.text);
  const within = (offset: number): number => Math.min(Math.max(0, offset), source.text.length);
  return (start, end) => ({
    source: source.name,
    start: positionAt(starts, within(start)),
    end: positionAt(starts, Math.max(within(start), within(end))),
  });
}
