// Strict JSON (RFC 8259) to a tree with places: what `JSON.parse` accepts, and besides that it finds duplicate
// keys and keeps numbers as they are written. Iterative, so that no nesting can exhaust the stack.

import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { type SpanMaker, spansIn } from '../core/text/lines.ts';
import type { Source, Span } from '../core/text/span.ts';
import {
  describeAt,
  helpFor,
  isJsonFault,
  type JsonFault,
  matchAt,
  readScalar,
  readText,
} from './json-scalars.ts';
import { keepEntries } from './keys.ts';
import { DEEPEST, MOST_ENTRIES, tooDeep, tooMany } from './limits.ts';
import type { Entry, Node } from './tree.ts';

/** A map or list whose end has not been read yet. */
interface OpenMap {
  readonly kind: 'map';
  readonly start: number;
  readonly entries: Entry[];
  /** The key whose value is read next. */
  key: { readonly text: string; readonly at: Span } | undefined;
}

interface OpenList {
  readonly kind: 'list';
  readonly start: number;
  readonly items: Node[];
}

type Open = OpenMap | OpenList;

interface State {
  readonly text: string;
  readonly spans: SpanMaker;
  readonly open: Open[];
  readonly findings: Finding[];
  readonly mostEntries: number;
  offset: number;
  root: Node | undefined;
}

const SPACE = /[ \t\n\r]*/y;

export function readJson(source: Source, mostEntries = MOST_ENTRIES): Result<Node | undefined> {
  const state: State = {
    text: source.text,
    spans: spansIn(source),
    open: [],
    findings: [],
    mostEntries,
    offset: 0,
    root: undefined,
  };
  while (state.root === undefined || state.open.length > 0) {
    const fault = state.open.length > DEEPEST ? depthFinding(state) : step(state);
    if (fault !== undefined) return { value: undefined, findings: [...state.findings, fault] };
  }
  skipSpace(state);
  if (state.offset < state.text.length) {
    const fault = {
      message: `the document ends before this, found ${describeAt(state.text, state.offset)}`,
      help: 'put each document into a file of its own',
      start: state.offset,
      end: state.offset + 1,
    };
    return { value: undefined, findings: [...state.findings, syntaxFinding(state, fault)] };
  }
  return { value: state.root, findings: state.findings };
}

function skipSpace(state: State): void {
  state.offset += matchAt(SPACE, state.text, state.offset).length;
}

function depthFinding({ spans, open }: State): Finding {
  const start = open.at(-1)?.start ?? 0;
  return tooDeep(spans(start, start + 1));
}

/** Read on by one key, one value or one end; a finding means that nothing after it can be read. */
function step(state: State): Finding | undefined {
  skipSpace(state);
  const inside = state.open.at(-1);
  if (inside === undefined) return readValue(state);
  const closer = inside.kind === 'map' ? '}' : ']';
  const count = inside.kind === 'map' ? inside.entries.length : inside.items.length;
  const found = state.text[state.offset];
  if (found === closer) return close(state, inside);
  if (count > 0) {
    if (found !== ',') return expected(state, `a comma or \`${closer}\` is expected after the value`, inside);
    state.offset += 1;
    skipSpace(state);
    if (state.text[state.offset] === closer) return trailingComma(state);
  }
  if (count >= state.mostEntries)
    return tooMany(state.spans(state.offset, state.offset + 1), state.mostEntries);
  return inside.kind === 'map' ? readEntry(state, inside) : readValue(state);
}

function readEntry(state: State, inside: OpenMap): Finding | undefined {
  if (state.text[state.offset] !== '"') return expected(state, 'a key in double quotes is expected', inside);
  const start = state.offset;
  const key = readText(state.text, start);
  if (isJsonFault(key)) return syntaxFinding(state, key);
  state.offset = key.end;
  skipSpace(state);
  if (state.text[state.offset] !== ':') return expected(state, 'a colon is expected after the key', inside);
  state.offset += 1;
  skipSpace(state);
  inside.key = { text: key.text, at: state.spans(start, key.end) };
  return readValue(state);
}

function readValue(state: State): Finding | undefined {
  const start = state.offset;
  const first = state.text[start];
  if (first === '{' || first === '[') {
    state.open.push(
      first === '{'
        ? { kind: 'map', start, entries: [], key: undefined }
        : { kind: 'list', start, items: [] },
    );
    state.offset += 1;
    return undefined;
  }
  const piece = readScalar(state.text, start);
  if (isJsonFault(piece)) return syntaxFinding(state, piece);
  state.offset = piece.end;
  place(state, { kind: 'scalar', type: piece.type, text: piece.text, at: state.spans(start, piece.end) });
  return undefined;
}

function close(state: State, inside: Open): undefined {
  state.offset += 1;
  state.open.pop();
  const at = state.spans(inside.start, state.offset);
  if (inside.kind === 'list') {
    place(state, { kind: 'list', items: inside.items, at });
    return;
  }
  const kept = keepEntries(inside.entries);
  state.findings.push(...kept.findings);
  place(state, { kind: 'map', entries: kept.entries, at });
}

function place(state: State, node: Node): void {
  const inside = state.open.at(-1);
  if (inside === undefined) state.root = node;
  else if (inside.kind === 'list') inside.items.push(node);
  else if (inside.key !== undefined) {
    inside.entries.push({ key: inside.key.text, keyAt: inside.key.at, value: node });
    inside.key = undefined;
  }
}

function expected(state: State, what: string, inside: Open): Finding {
  const { text, offset, spans } = state;
  const message = `${what}, found ${describeAt(text, offset)}`;
  const isEnd = offset >= text.length;
  const fault: JsonFault = { message, help: wayOut(text[offset], what), start: offset, end: offset + 1 };
  const opened = { at: spans(inside.start, inside.start + 1), label: 'opened here' };
  return syntaxFinding(state, fault, isEnd ? [opened] : []);
}

function wayOut(found: string | undefined, what: string): string {
  if (found === undefined || `'“”/#`.includes(found)) return helpFor(found);
  return what.startsWith('a comma') ? 'separate the entries with commas' : 'write `"key": value`';
}

function trailingComma(state: State): Finding {
  const comma = state.text.lastIndexOf(',', state.offset);
  const message = `a comma stands before ${describeAt(state.text, state.offset)}`;
  return syntaxFinding(state, { message, help: 'remove the comma', start: comma, end: comma + 1 });
}

function syntaxFinding(state: State, fault: JsonFault, related: Finding['related'] = []): Finding {
  return finding('read/syntax', fault.message, {
    at: state.spans(fault.start, fault.end),
    related,
    help: [fault.help],
    data: { parser: 'json' },
  });
}
