// Values of plain YAML that stand on one line: scalars, and maps and lists in brackets.

import type { SpanMaker } from '../core/text/lines.ts';
import { DEEPEST, MOST_ENTRIES } from './limits.ts';
import type { Entry, Node, ScalarNode } from './tree.ts';

const DOUBLE = /"[^"\\\n]*"/y;
const SINGLE = /'[^'\n]*'/y;
/** Letters, digits and a few signs to start with; nothing inside that could end a plain scalar. */
const BLOCK_PLAIN = /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\s:#]|[:#](?=\S)| (?=[^\s#]))*/y;
const FLOW_PLAIN =
  /[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])|#(?=[^\s,[\]{}])| (?=[^\s#,[\]{}:]))*/y;
const NEGATIVE = /-(?=[0-9.])[0-9.eE+-]*(?=[ ,\]}\n]|$)/y;
const FLOW_KEY = /([A-Za-z][\w./-]*|"[^"\\\n]*"|'[^'\n]*'): +/y;
const REST = / *(?:(?<= )#.*)?/y;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype', 'true', 'false', 'null']);

/** A scalar that fills the line up to its end or a comment. */
export function readInline(text: string, start: number, end: number, spans: SpanMaker): Node | undefined {
  const found = readScalar(text, start, BLOCK_PLAIN, spans);
  return found !== undefined && endsWith(text, found.end, end) ? found.node : undefined;
}

/** A map or a list in brackets, which fills the line up to its end or a comment. */
export function readFlow(
  text: string,
  start: number,
  end: number,
  spans: SpanMaker,
  depth: number,
): Node | undefined {
  const found = readCollection(text, start, spans, depth);
  return found !== undefined && endsWith(text, found.end, end) ? found.node : undefined;
}

function endsWith(text: string, from: number, end: number): boolean {
  REST.lastIndex = from;
  return from + (REST.exec(text)?.[0].length ?? 0) === end;
}

interface Found {
  readonly node: Node;
  readonly end: number;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readScalar(text: string, start: number, plain: RegExp, spans: SpanMaker): Found | undefined {
  const quoted = match(DOUBLE, text, start) ?? match(SINGLE, text, start);
  if (quoted !== undefined) {
    const end = start + quoted.length;
    // Two single quotes in a row stand for one: that is for the full reader.
    if (text[end] === "'" || text[end] === '"') return undefined;
    return { node: { kind: 'scalar', type: 'text', text: quoted.slice(1, -1), at: spans(start, end) }, end };
  }
  const written = match(plain, text, start) ?? match(NEGATIVE, text, start);
  if (written === undefined) return undefined;
  const end = start + written.length;
  return { node: { ...typed(written), at: spans(start, end) }, end };
}

const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

function typed(text: string): Omit<ScalarNode, 'at'> {
  if (BOOLEAN.test(text)) return { kind: 'scalar', type: 'boolean', text: text.toLowerCase() };
  if (NULL.test(text)) return { kind: 'scalar', type: 'null', text };
  return { kind: 'scalar', type: DECIMAL.test(text) ? 'number' : 'text', text };
}

function readCollection(text: string, start: number, spans: SpanMaker, depth: number): Found | undefined {
  if (depth > DEEPEST) return undefined;
  return text[start] === '{'
    ? readFlowMap(text, start, spans, depth)
    : readFlowList(text, start, spans, depth);
}

const skipSpaces = (text: string, at: number): number => {
  let next = at;
  while (text[next] === ' ') next++;
  return next;
};

function readFlowValue(text: string, start: number, spans: SpanMaker, depth: number): Found | undefined {
  const isCollection = text[start] === '{' || text[start] === '[';
  return isCollection
    ? readCollection(text, start, spans, depth + 1)
    : readScalar(text, start, FLOW_PLAIN, spans);
}

function readFlowMap(text: string, start: number, spans: SpanMaker, depth: number): Found | undefined {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let at = skipSpaces(text, start + 1);
  while (text[at] !== '}') {
    FLOW_KEY.lastIndex = at;
    const [whole, written] = FLOW_KEY.exec(text) ?? [];
    if (whole === undefined || written === undefined) return undefined;
    const key = /^["']/.test(written) ? written.slice(1, -1) : written;
    const value = readFlowValue(text, at + whole.length, spans, depth);
    if (
      value === undefined ||
      keys.has(key) ||
      RESERVED.has(key.toLowerCase()) ||
      entries.length >= MOST_ENTRIES
    )
      return undefined;
    keys.add(key);
    entries.push({ key, keyAt: spans(at, at + written.length), value: value.node });
    const next = afterItem(text, value.end, '}');
    if (next === undefined) return undefined;
    at = next;
  }
  return { node: { kind: 'map', entries, at: spans(start, at + 1) }, end: at + 1 };
}

function readFlowList(text: string, start: number, spans: SpanMaker, depth: number): Found | undefined {
  const items: Node[] = [];
  let at = skipSpaces(text, start + 1);
  while (text[at] !== ']') {
    const item = readFlowValue(text, at, spans, depth);
    if (item === undefined || items.length >= MOST_ENTRIES) return undefined;
    items.push(item.node);
    const next = afterItem(text, item.end, ']');
    if (next === undefined) return undefined;
    at = next;
  }
  return { node: { kind: 'list', items, at: spans(start, at + 1) }, end: at + 1 };
}

/** Past the comma, or at the bracket that closes; a comma before the bracket is for the full reader. */
function afterItem(text: string, end: number, close: string): number | undefined {
  const at = skipSpaces(text, end);
  if (text[at] === close) return at;
  if (text[at] !== ',') return undefined;
  const next = skipSpaces(text, at + 1);
  return text[next] === close ? undefined : next;
}
