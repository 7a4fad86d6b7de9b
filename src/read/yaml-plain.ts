// The plain part of YAML that documents are written in: block maps and lists, flow maps and lists on one line,
// scalars on one line, comments. It gives the very tree that the full reader gives, in a fraction of the time, or
// nothing at all: whatever is unusual, doubtful or wrong is left to the full reader and its messages.

import { type SpanMaker, spansIn } from '../core/text/lines.ts';
import type { Source } from '../core/text/span.ts';
import { DEEPEST, MOST_ENTRIES } from './limits.ts';
import type { Entry, ListNode, MapNode, Node } from './tree.ts';
import { readFlow, readInline } from './yaml-plain-values.ts';

/** One line that is neither blank nor a comment. */
interface Line {
  /** Column of the first sign that counts; a list item moves it to what stands after its dash. */
  indent: number;
  /** Offset of that sign. */
  start: number;
  /** Offset after the last sign before the line break. */
  readonly end: number;
  /** Offset of the next line. */
  readonly next: number;
}

interface Reading {
  readonly text: string;
  readonly spans: SpanMaker;
  readonly lines: readonly Line[];
  at: number;
}

/**
 * Signs that stand for something outside the plain part, or that the full reader treats in ways of its own:
 * control characters, line breaks that not every program knows, and lines that do not belong to the content. In ranges, as
 * a class of letters takes a good part of a start to look up.
 */
const UNUSUAL = /[^\n -~\u00a0-\u2027\u202a-\ufefe\uff00-\u{10ffff}]|^(?:%|---|\.\.\.)/mu;

export function readPlainYaml(source: Source): Node | undefined {
  const { text } = source;
  if (UNUSUAL.test(text)) return undefined;
  const lines = linesOf(text);
  const first = lines?.[0];
  if (lines === undefined || first === undefined || first.indent !== 0) return undefined;
  const reading: Reading = { text, spans: spansIn(source), lines, at: 0 };
  const node = readBlock(reading, 0, 1);
  return reading.at === lines.length ? node : undefined;
}

const LINE = /^( *)([^ \n]?)[^\n]*/gm;

/** Undefined where a comment stands at another column than what follows it: whose it is, the full reader decides. */
function linesOf(text: string): readonly Line[] | undefined {
  const lines: Line[] = [];
  let comment: number | undefined;
  for (const { 0: whole, 1: blank = '', 2: first, index } of text.matchAll(LINE)) {
    if (first === '') continue;
    const indent = blank.length;
    if (comment !== undefined && comment !== indent) return undefined;
    comment = first === '#' ? indent : undefined;
    const end = index + whole.length;
    if (first !== '#')
      lines.push({ indent, start: index + indent, end, next: Math.min(end + 1, text.length) });
  }
  return comment === undefined || comment === 0 ? lines : undefined;
}

const isItem = (text: string, line: Line): boolean =>
  text[line.start] === '-' && (text[line.start + 1] === ' ' || line.start + 1 === line.end);

/** The map or list whose first line is the current one; `indent` is where its lines start. */
function readBlock(reading: Reading, indent: number, depth: number): Node | undefined {
  const line = reading.lines[reading.at];
  if (line === undefined || depth > DEEPEST) return undefined;
  return isItem(reading.text, line) ? readList(reading, indent, depth) : readMap(reading, indent, depth);
}

function readMap(reading: Reading, indent: number, depth: number): MapNode | undefined {
  const { text, spans, lines } = reading;
  const start = lines[reading.at]?.start ?? 0;
  const entries: Entry[] = [];
  const keys = new Set<string>();
  for (let line = lines[reading.at]; line !== undefined && line.indent >= indent; line = lines[reading.at]) {
    if (line.indent > indent || isItem(text, line)) return undefined;
    const key = readKey(text, line);
    if (key === undefined || keys.has(key.text) || entries.length >= MOST_ENTRIES) return undefined;
    keys.add(key.text);
    const value = readValue(reading, line, key.after, indent, depth);
    if (value === undefined) return undefined;
    entries.push({ key: key.text, keyAt: spans(line.start, key.end), value });
  }
  return { kind: 'map', entries, at: spans(start, lines[reading.at - 1]?.next ?? start) };
}

interface Key {
  readonly text: string;
  /** Offset after the key itself, and after its colon. */
  readonly end: number;
  readonly after: number;
}

const PLAIN_KEY = /([A-Za-z][\w./-]*|"[^"\\\n]*"|'[^'\n]*'):(?=[ \n]|$)/y;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

function readKey(text: string, line: Line): Key | undefined {
  PLAIN_KEY.lastIndex = line.start;
  const written = PLAIN_KEY.exec(text)?.[1];
  if (written === undefined) return undefined;
  const isQuoted = written.startsWith('"') || written.startsWith("'");
  const key = isQuoted ? written.slice(1, -1) : written;
  if (RESERVED.has(key) || (!isQuoted && isWord(key))) return undefined;
  const end = line.start + written.length;
  return { text: key, end, after: end + 1 };
}

/** Words that are no text in YAML are no plain keys either. */
const isWord = (text: string): boolean => WORDS.has(text.toLowerCase());
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** What stands after a colon or a dash: on the same line, or as a block on the lines below. */
function readValue(
  reading: Reading,
  line: Line,
  after: number,
  indent: number,
  depth: number,
): Node | undefined {
  const { text, spans } = reading;
  let start = after;
  while (start < line.end && text[start] === ' ') start++;
  reading.at += 1;
  if (start === line.end || (text[start] === '#' && start > after))
    return readBelow(reading, line, indent, depth);
  // Lines further in would go on with this value.
  const next = reading.lines[reading.at];
  if (next !== undefined && next.indent > indent) return undefined;
  const isFlow = text[start] === '{' || text[start] === '[';
  return isFlow
    ? readFlow(text, start, line.end, spans, depth + 1)
    : readInline(text, start, line.end, spans);
}

/** A block further in; the items of a list under a key may start where the key does. */
function readBelow(reading: Reading, line: Line, indent: number, depth: number): Node | undefined {
  const { text, lines } = reading;
  const next = lines[reading.at];
  if (next === undefined) return undefined;
  const isListBelow = next.indent === indent && isItem(text, next) && text[line.start] !== '-';
  return next.indent > indent || isListBelow ? readBlock(reading, next.indent, depth + 1) : undefined;
}

function readList(reading: Reading, indent: number, depth: number): ListNode | undefined {
  const { text, spans, lines } = reading;
  const start = lines[reading.at]?.start ?? 0;
  const items: Node[] = [];
  for (let line = lines[reading.at]; line !== undefined && line.indent >= indent; line = lines[reading.at]) {
    if (line.indent > indent || items.length >= MOST_ENTRIES) return undefined;
    if (!isItem(text, line)) break;
    const item = readItem(reading, line, indent, depth);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return { kind: 'list', items, at: spans(start, lines[reading.at - 1]?.next ?? start) };
}

/** `- key: value` is a map that starts after the dash; anything else is a value. */
function readItem(reading: Reading, line: Line, indent: number, depth: number): Node | undefined {
  const { text } = reading;
  let start = line.start + 1;
  while (start < line.end && text[start] === ' ') start++;
  const inner: Line = { ...line, indent: line.indent + (start - line.start), start };
  if (start < line.end && readKey(text, inner) !== undefined) {
    line.indent = inner.indent;
    line.start = start;
    return readMap(reading, inner.indent, depth + 1);
  }
  return readValue(reading, line, line.start + 1, indent, depth);
}
