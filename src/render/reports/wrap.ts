// Wrapped sentences in which a number keeps its unit and a short name stays in one piece.

import { escapeText } from '../escape.ts';
import { displayWidth, wrapText } from '../width.ts';

const HARD_SPACE = '\u00a0';
const LONGEST_NAME = 24;
const FIGURE = /(\d\u2026?) (?=(?:%|k?g|mg|MJ|m3|years|ppm)(?![\w%]))/g;
const NAME = /`[^`]+`/g;

/** A text by somebody else, made safe to show, with hard spaces where it must not be broken. */
export const glued = (text: string): string =>
  escapeText(text)
    .replace(FIGURE, `$1${HARD_SPACE}`)
    .replace(NAME, (name) => (displayWidth(name) <= LONGEST_NAME ? name.replaceAll(' ', HARD_SPACE) : name));

/** The same with plain spaces again, once everything stands in its line. */
export const unglued = (text: string): string => text.replaceAll(HARD_SPACE, ' ');

/** Lines of at most `room` columns. */
export const wrapWords = (text: string, room: number): readonly string[] =>
  wrapText(glued(text), room).map(unglued);
