// The user's own line with the place marked below it, in columns as a terminal shows them: tabs, wide letters
// and lines longer than the window all keep the mark under what it means.

import type { Position, Span } from '../../core/text/span.ts';
import { escapeText } from '../escape.ts';
import { characterWidth, displayWidth } from '../width.ts';

export interface MarkedLine {
  readonly line: number;
  readonly shown: string;
  /** Spaces, then marks; empty for a line that is only context. */
  readonly marks: string;
}

const TAB = 4;
const ELLIPSIS = '...';
/** Beyond this a line is cut before it is looked at: a document may be one line of ten million letters. */
const FARTHEST = 2000;

/** The first and the last line of a place, each with its marks; `undefined` stands for lines left out between. */
export function markLines(
  span: Span,
  text: string,
  mark: string,
  room: number,
): readonly (MarkedLine | undefined)[] {
  const first = lineAt(text, span.start);
  const end = endOf(span, text);
  if (end.line === span.start.line) {
    return [
      markLine({ ...first, from: span.start.column - 1, to: end.column - 1 }, span.start.line, mark, room),
    ];
  }
  const top = markLine(
    { ...first, from: span.start.column - 1, to: first.line.length },
    span.start.line,
    mark,
    room,
  );
  const last = lineAt(text, end);
  const inset = last.line.length - last.line.trimStart().length;
  const bottom = markLine(
    { ...last, from: Math.min(inset, end.column - 1), to: end.column - 1 },
    end.line,
    mark,
    room,
  );
  return end.line - span.start.line > 1 ? [top, undefined, bottom] : [top, bottom];
}

/** A place that ends with a line break ends with the line it breaks. */
function endOf({ start, end }: Span, text: string): Position {
  if (end.column > 1 || end.line === start.line) return end;
  const isPair = text[end.offset - 1] === '\n' && text[end.offset - 2] === '\r';
  const offset = end.offset - (isPair ? 2 : 1);
  let before = offset;
  while (before > 0 && text[before - 1] !== '\n' && text[before - 1] !== '\r') before--;
  return { line: end.line - 1, column: offset - before + 1, offset };
}

interface Line {
  readonly line: string;
}

function lineAt(text: string, { offset, column }: Position): Line {
  const start = Math.max(0, offset - (Math.min(column, offset + 1) - 1));
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return { line: text.slice(start, end) };
}

interface Piece {
  readonly shown: string;
  readonly width: number;
  /** Where it stands in the line, in UTF-16 units. */
  readonly index: number;
}

function markLine(
  place: { readonly line: string; readonly from: number; readonly to: number },
  line: number,
  mark: string,
  room: number,
): MarkedLine {
  const skipped = Math.max(0, place.from - FARTHEST);
  const pieces = layPieces(place.line.slice(skipped, skipped + 2 * FARTHEST));
  const to = Math.max(place.to, place.from + 1);
  const window = chooseWindow(pieces, place.from - skipped, to - skipped, room, skipped > 0);
  const marks = ' '.repeat(window.start) + mark.repeat(Math.max(1, window.end - window.start));
  return { line, shown: window.shown.trimEnd(), marks };
}

const BUILD_COMMAND = /(?<=#)#(?=[a-z]*\[)/gi;

function layPieces(line: string): readonly Piece[] {
  const commands = new Set([...line.matchAll(BUILD_COMMAND)].map((match) => match.index));
  const pieces: Piece[] = [];
  let column = 0;
  let index = 0;
  for (const character of line) {
    const shown = showCharacter(character, column, commands.has(index));
    const width = shown.length === 1 ? characterWidth(shown) : displayWidth(shown);
    pieces.push({ shown, width, index });
    column += width;
    index += character.length;
  }
  return pieces;
}

function showCharacter(character: string, column: number, isCommand: boolean): string {
  if (character === '\t') return ' '.repeat(TAB - (column % TAB));
  return isCommand ? '\\u{23}' : escapeText(character);
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);

/** The part of a line that is shown, and the columns of the mark within it. */
function chooseWindow(pieces: readonly Piece[], from: number, to: number, room: number, isCut: boolean) {
  const start = widthOf(pieces.filter((piece) => piece.index < from));
  const end = widthOf(pieces.filter((piece) => piece.index < to));
  const total = widthOf(pieces);
  if (Math.max(total, start + 1) <= room && !isCut)
    return { shown: join(pieces), start, end: Math.max(end, start + 1) };
  const leftmost = end <= room - ELLIPSIS.length && !isCut ? 0 : Math.max(0, start - Math.floor(room / 3));
  const before = leftmost > 0 || isCut ? ELLIPSIS : '';
  const rightmost = leftmost + room - before.length - ELLIPSIS.length;
  let column = 0;
  let dropped = 0;
  const kept: Piece[] = [];
  for (const piece of pieces) {
    if (column < leftmost) dropped += piece.width;
    else if (column + piece.width <= rightmost) kept.push(piece);
    column += piece.width;
  }
  const shift = before.length - dropped;
  const shown = before + join(kept) + (total > rightmost ? ELLIPSIS : '');
  return { shown, start: start + shift, end: Math.min(end + shift, displayWidth(shown)) };
}

const join = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.shown).join('');
