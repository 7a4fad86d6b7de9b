// How a text travels through a table cell. Spreadsheets compute a cell that opens with a formula sign, so such
// a text gets a leading apostrophe; so does one that opens with an apostrophe, and the empty text, so that
// every text comes back as it was and an empty cell means that nothing is said.

const OPENS_FORMULA = /^['=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

export const guardCell = (text: string): string =>
  text === '' || OPENS_FORMULA.test(text) ? `'${text}` : text;

/** The text behind a cell that is not empty. An apostrophe that guards nothing is the user's own. */
export const unguardCell = (cell: string): string =>
  cell === "'" || (cell.startsWith("'") && OPENS_FORMULA.test(cell.slice(1))) ? cell.slice(1) : cell;
