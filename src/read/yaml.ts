// YAML 1.2 (core schema, one document, no aliases or tags) to a tree with places. Every scalar keeps the text it
// was written as; `yes`, `no`, dates and anything but plain decimal numbers stay text.

import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  type Scalar,
  type Node as YamlNode,
} from 'yaml';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { type SpanMaker, spansIn } from '../core/text/lines.ts';
import type { Source } from '../core/text/span.ts';
import { keepEntries } from './keys.ts';
import { MOST_FINDINGS } from './limits.ts';
import type { Entry, Node, ScalarNode } from './tree.ts';
import { describeFaults } from './yaml-faults.ts';
import { inspectTokens } from './yaml-gate.ts';

const options = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  uniqueKeys: false,
  merge: false,
  strict: true,
  logLevel: 'error',
  prettyErrors: false,
} as const;

export function readYaml(source: Source): Result<Node | undefined> {
  const spans = spansIn(source);
  const tokens: readonly CST.Token[] = [...new Parser().parse(source.text)];
  const gate = inspectTokens(tokens, spans);
  if (!gate.mayCompose) return { value: undefined, findings: gate.findings };
  const [document] = new Composer(options).compose(tokens, true, source.text.length);
  const faults = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  const broken = describeFaults(faults, gate, spans, source.text);
  const findings = [...gate.findings, ...broken].slice(0, MOST_FINDINGS);
  if (findings.length > 0) return { value: undefined, findings };
  const contents = document?.contents ?? undefined;
  if (contents === undefined || isEmptyScalar(contents))
    return { value: undefined, findings: [holdsNothing(spans)] };
  return toTree(contents, spans);
}

const isEmptyScalar = (node: YamlNode): boolean =>
  isScalar(node) && node.value === null && (node.source ?? '') === '';

const holdsNothing = (spans: SpanMaker): Finding =>
  finding('read/empty', 'the document holds nothing', {
    at: spans(0, 0),
    help: ['write a document, or name another file'],
  });

function toTree(contents: YamlNode, spans: SpanMaker): Result<Node> {
  const findings: Finding[] = [];

  /** The gate has limited the depth. `fallback` is where a value that is not written would stand. */
  function convert(node: unknown, fallback: number): Node {
    if (isMap(node)) {
      const written = node.items.map((pair) => entry(pair.key, pair.value));
      const kept = keepEntries(written);
      findings.push(...kept.findings);
      return { kind: 'map', entries: kept.entries, at: rangeOf(node, spans) };
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item, rangeOf(node, spans).start.offset));
      return { kind: 'list', items, at: rangeOf(node, spans) };
    }
    if (isScalar(node) && !isAlias(node)) return { ...scalar(node), at: rangeOf(node, spans) };
    return { kind: 'scalar', type: 'null', text: '', at: spans(fallback, fallback) };
  }

  function entry(key: unknown, value: unknown): Entry {
    const keyAt = isScalar(key) ? rangeOf(key, spans) : spans(0, 0);
    const text = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? '')) : '';
    return { key: text, keyAt, value: convert(value, keyAt.end.offset) };
  }

  return { value: convert(contents, 0), findings };
}

const rangeOf = (node: YamlNode, spans: SpanMaker) => spans(node.range?.[0] ?? 0, node.range?.[1] ?? 0);

const DECIMAL = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

function scalar(node: Scalar): Omit<ScalarNode, 'at'> {
  const { value, source } = node;
  if (typeof value === 'boolean') return { kind: 'scalar', type: 'boolean', text: String(value) };
  if (value === null) return { kind: 'scalar', type: 'null', text: source ?? '' };
  if (typeof value === 'string') return { kind: 'scalar', type: 'text', text: value };
  const text = source ?? String(value);
  return { kind: 'scalar', type: DECIMAL.test(text) ? 'number' : 'text', text };
}
