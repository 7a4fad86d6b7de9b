// What is looked at before a YAML document is composed, on its tokens and without recursion: how deep it nests,
// how many entries a map or list has, and features that documents here may not use.

import type { CST } from 'yaml';
import { type Finding, finding } from '../core/text/finding.ts';
import type { SpanMaker } from '../core/text/lines.ts';
import { DEEPEST, MOST_ENTRIES, tooDeep, tooMany } from './limits.ts';

export interface Gate {
  readonly findings: readonly Finding[];
  /** False when composing the document could exhaust the stack or the clock. */
  readonly mayCompose: boolean;
  /** Where quotes and brackets open that are never closed. */
  readonly unclosed: readonly number[];
}

interface Visit {
  readonly token: CST.Token;
  readonly depth: number;
}

export function inspectTokens(tokens: readonly CST.Token[], spans: SpanMaker): Gate {
  const findings: Finding[] = [];
  const unclosed: number[] = [];
  let mayCompose = true;
  const stop = (found: Finding): void => {
    if (mayCompose) findings.push(found);
    mayCompose = false;
  };
  const pending: Visit[] = documentsOf(tokens, spans, findings).map((token) => ({ token, depth: 0 }));
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { token, depth } = visit;
    if (depth > DEEPEST) {
      stop(tooDeep(spans(token.offset, token.offset + 1)));
      continue;
    }
    const crowded = 'items' in token ? token.items[MOST_ENTRIES] : undefined;
    if (crowded !== undefined) {
      stop(tooMany(startOf(crowded, token, spans)));
      continue;
    }
    if (isUnclosed(token)) unclosed.push(token.offset);
    const unsupported = unsupportedToken(token, spans);
    if (unsupported !== undefined) findings.push(unsupported);
    // One by one: as arguments of one call, the children of a long list would exhaust the stack.
    for (const child of childrenOf(token)) {
      pending.push({ token: child, depth: depth + Number(isCollection(child)) });
    }
  }
  return { findings, mayCompose, unclosed: unclosed.sort((a, b) => a - b) };
}

const isCollection = (token: CST.Token): boolean => 'items' in token;

function startOf(item: CST.CollectionItem, token: CST.Token, spans: SpanMaker) {
  const offset = item.key?.offset ?? item.value?.offset ?? token.offset;
  return spans(offset, offset + 1);
}

/** The tokens that make up the first document; directives and further documents are found and left aside. */
function documentsOf(
  tokens: readonly CST.Token[],
  spans: SpanMaker,
  findings: Finding[],
): readonly CST.Token[] {
  const documents: CST.Token[] = [];
  for (const token of tokens) {
    if (token.type === 'directive') {
      const at = spans(token.offset, token.offset + token.source.length);
      findings.push(unsupportedYaml('a directive', at, 'remove the line; YAML 1.2 is always read'));
    }
    if (token.type === 'document') documents.push(token);
  }
  const second = documents[1];
  if (second !== undefined) {
    const at = spans(second.offset, second.offset + 3);
    findings.push(unsupportedYaml('a second document', at, 'put each document into a file of its own'));
  }
  return documents.slice(0, 1);
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return [...token.start, ...(token.value === undefined ? [] : [token.value])];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ start, key, sep, value }) =>
    [...start, key, ...(sep ?? []), value].filter((child) => child !== undefined && child !== null),
  );
}

function isUnclosed(token: CST.Token): boolean {
  if (token.type === 'flow-collection') {
    return !token.end.some(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
  }
  const quote =
    token.type === 'double-quoted-scalar' ? '"' : token.type === 'single-quoted-scalar' ? "'" : undefined;
  return (
    quote !== undefined && 'source' in token && (token.source.length < 2 || !token.source.endsWith(quote))
  );
}

function unsupportedToken(token: CST.Token, spans: SpanMaker): Finding | undefined {
  if (!('source' in token)) return undefined;
  const at = spans(token.offset, token.offset + token.source.length);
  if (token.type === 'anchor') return unsupportedYaml('an anchor', at, 'remove it and write the value out');
  if (token.type === 'alias')
    return unsupportedYaml('an alias', at, 'write the value out, or put it in quotes');
  return token.type === 'tag'
    ? unsupportedYaml('a tag', at, 'remove it, or put the value in quotes')
    : undefined;
}

const unsupportedYaml = (feature: string, at: ReturnType<SpanMaker>, help: string): Finding =>
  finding('read/unsupported-yaml', `${feature} cannot be used in documents here`, {
    at,
    help: [help],
    data: { feature },
  });
