// How a text travels through a table cell. Spreadsheets compute a cell that opens with a formula sign, so such
// a text gets a leading apostrophe; so does one that opens with an apostrophe, and the empty text, so that
// every text comes back as it was and an empty cell means that nothing is said. What a terminal or the log of a build
// would act upon is written as `\u{...}`, and so is a backslash that would look like it.

import { isHidden, replaceHidden } from './hidden-characters.ts';

const OPENS_FORMULA = /^['=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

const LOOKS_ESCAPED = /\\(?=u\{)/g;
const BUILD_COMMAND = /(?<=#)#(?=[a-z]*\[)/gi;
const LEADING_COMMAND = /(?<=\n\s*):(?=:)/g;
const STANDS_IN_CELLS = new Set(['\t', '\n']);
const ESCAPED = /\\u\{([0-9a-f]{1,6})\}/g;

export function guardCell(text: string): string {
  const safe = replaceHidden(text.replaceAll(LOOKS_ESCAPED, escapeCharacter), (character) =>
    STANDS_IN_CELLS.has(character) ? character : escapeCharacter(character),
  )
    .replaceAll(BUILD_COMMAND, escapeCharacter)
    .replaceAll(LEADING_COMMAND, escapeCharacter);
  return safe === '' || OPENS_FORMULA.test(safe) ? `'${safe}` : safe;
}

/** The text behind a cell that is not empty. An apostrophe that guards nothing is the user's own. */
export function unguardCell(cell: string): string {
  const isGuarded = cell === "'" || (cell.startsWith("'") && OPENS_FORMULA.test(cell.slice(1)));
  return (isGuarded ? cell.slice(1) : cell).replaceAll(ESCAPED, unescapeCharacter);
}

const escapeCharacter = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** Only what is escaped in cells comes back; any other text of that shape is the user's own. */
function unescapeCharacter(written: string, digits: string): string {
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) return written;
  const character = String.fromCodePoint(code);
  return isHidden(character) || ['\\', '#', ':'].includes(character) ? character : written;
}
