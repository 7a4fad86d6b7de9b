// The plain furniture of a page in the terminal: headings, paragraphs and lists of facts, within its width.

import type { Style } from './palette.ts';
import { displayWidth, wrapText } from './width.ts';

/** Prose is easier to read in lines no longer than this, however wide the terminal. */
const WIDEST_PROSE = 100;

export const heading = (text: string, { palette }: Style): string => palette.strong(text);

/** Wrapped prose, every line indented alike. */
export function paragraph(text: string, { width }: Style, indent = 0): string {
  const room = Math.max(20, Math.min(width, WIDEST_PROSE) - indent);
  return wrapText(text, room)
    .map((line) => `${' '.repeat(indent)}${line}`)
    .join('\n');
}

/** Names and values in two columns; a long value goes on below itself. */
export function facts(pairs: readonly (readonly [string, string])[], style: Style, indent = 0): string {
  const column = Math.max(0, ...pairs.map(([name]) => displayWidth(name))) + 2;
  const room = Math.max(20, Math.min(style.width, WIDEST_PROSE + column) - indent - column);
  const lines = pairs.flatMap(([name, value]) => {
    const [first = '', ...rest] = value.split('\n').flatMap((line) => wrapText(line, room));
    const title = style.palette.faint(name) + ' '.repeat(column - displayWidth(name));
    return [title + first, ...rest.map((line) => ' '.repeat(column) + line)];
  });
  return lines.map((line) => `${' '.repeat(indent)}${line}`.trimEnd()).join('\n');
}
