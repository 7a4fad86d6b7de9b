// Wrapped sentences in which a number keeps its unit and a short name stays in one piece.

import { escapeText } from '../escape.ts';
import { displayWidth, wrapText } from '../width.ts';

const HARD_SPACE = '\u00a0';
const LONGEST_NAME = 24;
const FIGURE = /(\d…?) (?=(?:%|k?g|mg|t|MJ|m3|years|ppm|kg CO2e)(?![\w%]))/g;
const NAME = /`[^`]+`/g;

/** Lines of at most `room` columns of a text by somebody else, made safe to show. */
export function wrapWords(text: string, room: number): readonly string[] {
  const glued = escapeText(text)
    .replace(FIGURE, `$1${HARD_SPACE}`)
    .replace(NAME, (name) => (displayWidth(name) <= LONGEST_NAME ? name.replaceAll(' ', HARD_SPACE) : name));
  return wrapText(glued, room).map((line) => line.replaceAll(HARD_SPACE, ' '));
}
