// The smallest pieces of JSON: text, numbers and words, read at an offset. A fault says what was expected.

import { didYouMean } from '../core/text/suggest.ts';
import type { ScalarNode } from './tree.ts';

export interface Piece {
  readonly type: ScalarNode['type'];
  readonly text: string;
  readonly end: number;
}

export interface JsonFault {
  readonly message: string;
  readonly help: string;
  readonly start: number;
  readonly end: number;
}

export const isJsonFault = (read: Piece | JsonFault): read is JsonFault => 'message' in read;

// Sticky expressions, each without nested repetition: matching takes one pass.
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const NUMBER_LIKE = /[-+.\w]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON text must not hold control characters.
const UNESCAPED = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What a sticky expression matches at the offset; empty for nothing. */
export function matchAt(expression: RegExp, text: string, offset: number): string {
  expression.lastIndex = offset;
  return expression.exec(text)?.[0] ?? '';
}

export function readScalar(text: string, offset: number): Piece | JsonFault {
  const first = text[offset] ?? '';
  if (first === '"') return readText(text, offset);
  if (/[-+.\d]/.test(first)) return readNumber(text, offset);
  return readWord(text, offset);
}

export function readText(text: string, start: number): Piece | JsonFault {
  let end = start + 1;
  for (;;) {
    end += matchAt(UNESCAPED, text, end).length;
    const next = text[end];
    if (next === '"') return { type: 'text', text: decode(text.slice(start, end + 1)), end: end + 1 };
    const escaped = next === '\\' ? matchAt(ESCAPE, text, end) : '';
    if (escaped === '') return textFault(text, start, end);
    end += escaped.length;
  }
}

const decode = (quoted: string): string => {
  const decoded: unknown = JSON.parse(quoted);
  return typeof decoded === 'string' ? decoded : '';
};

function textFault(text: string, start: number, at: number): JsonFault {
  const next = text[at];
  if (next === '\\') {
    const message = 'the text holds an escape that JSON does not know';
    return { message, help: 'write a backslash as `\\\\`', start: at, end: at + 2 };
  }
  if (next === undefined || next === '\n' || next === '\r') {
    return { message: 'a quote is opened and never closed', help: 'close the quote', start, end: at };
  }
  const message = 'the text holds a control character';
  const help = next === '\t' ? 'write a tab as `\\t`' : 'write it as an escape such as `\\u0007`';
  return { message, help, start: at, end: at + 1 };
}

function readNumber(text: string, start: number): Piece | JsonFault {
  const number = matchAt(NUMBER, text, start);
  const written = matchAt(NUMBER_LIKE, text, start);
  if (number !== '' && number.length === written.length)
    return { type: 'number', text: number, end: start + number.length };
  return {
    message: `\`${shorten(written)}\` is not a JSON number`,
    help: 'write it like `12`, `-0.5` or `1e6`, or put it in quotes',
    start,
    end: start + Math.max(1, written.length),
  };
}

const words: Readonly<Record<string, ScalarNode['type']>> = {
  true: 'boolean',
  false: 'boolean',
  null: 'null',
};

function readWord(text: string, start: number): Piece | JsonFault {
  const word = matchAt(/[\p{L}\p{N}_$-]+/uy, text, start);
  const type = Object.hasOwn(words, word) ? words[word] : undefined;
  if (type !== undefined) return { type, text: word, end: start + word.length };
  const end = start + Math.max(1, word.length);
  if (word !== '') {
    const help = didYouMean(word, Object.keys(words)) ?? 'put text in double quotes';
    return { message: `\`${shorten(word)}\` is not a JSON value`, help, start, end };
  }
  return {
    message: `a value is expected, found ${describeAt(text, start)}`,
    help: helpFor(text[start]),
    start,
    end,
  };
}

const shorten = (written: string): string => (written.length > 40 ? `${written.slice(0, 40)}…` : written);

/** What stands at an offset, for messages. */
export function describeAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? 'the end of the text' : `\`${String.fromCodePoint(point)}\``;
}

/** The most likely way out, by the character that is in the way. */
export function helpFor(found: string | undefined): string {
  if (found === undefined) return 'the document seems to be cut off: add what is missing, or fetch it again';
  if (found === "'" || found === '“' || found === '”') return 'JSON text stands in double quotes `"`';
  if (found === '/' || found === '#')
    return 'JSON has no comments: remove them, or write the document as YAML';
  return 'write text in double quotes, a number, true, false, an object or a list';
}
