// A document as JSON: two spaces, LF, and no sign that a terminal, an editor or a page could act upon.

import { escapeJson } from '../json-escape.ts';
import { type DocumentValue, isList, isMap } from './document.ts';

/** The document with two spaces per level and a newline at its end. */
export const writeJson = (value: DocumentValue): string => `${written(value, '\n')}\n`;

/** The document in one line without blanks, as it stands in a table cell. */
export const writeCompactJson = (value: DocumentValue): string => written(value, '');

/** `lineBreak` is the newline with the indentation of the current level; empty for one line. */
function written(value: DocumentValue, lineBreak: string): string {
  const inner = lineBreak === '' ? '' : `${lineBreak}  `;
  const colon = lineBreak === '' ? ':' : ': ';
  if (isMap(value)) {
    const entries = [...value].map(([key, each]) => `${inner}${quoted(key)}${colon}${written(each, inner)}`);
    return entries.length === 0 ? '{}' : `{${entries.join(',')}${lineBreak}}`;
  }
  if (isList(value)) {
    const items = value.map((each) => `${inner}${written(each, inner)}`);
    return items.length === 0 ? '[]' : `[${items.join(',')}${lineBreak}]`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

const quoted = (text: string): string => escapeJson(JSON.stringify(text));
