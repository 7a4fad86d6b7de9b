// What statements are derived from: nothing from itself, and nothing by a way so long or so branched that asking for
// one answer would mean asking for thousands of others.

import type { Statement } from '../../core/model/catalogue.ts';
import { finding } from '../../core/text/finding.ts';
import { MOST_ENTRIES } from '../limits.ts';
import { type Entry, type Node, valueAt } from '../tree.ts';
import type { Names } from './catalogue-names.ts';
import { entriesOf } from './fields.ts';

type Statements = ReadonlyMap<string, Statement>;

const DEEPEST_DERIVATION = 64;

export function checkDerivations(tree: Node, statements: Statements, names: Names): void {
  const entries = entriesOf(valueAt(tree, 'statements'));
  const settled = new Set<string>();
  const circular = entries.filter(({ key }) => leadsBack(key, statements, settled));
  for (const entry of circular) reportCircular(entry, names);
  // What goes round has no extent.
  if (circular.length > 0) return;
  const extents = extentsOf(statements);
  for (const entry of entries) {
    const isFirst = sourcesOf(entry.key, statements).every((id) => !isTooLarge(extents.get(id) ?? PLAIN));
    if (isFirst && isTooLarge(extents.get(entry.key) ?? PLAIN)) reportTooLarge(entry, names);
  }
}

function reportCircular({ key, keyAt }: Entry, names: Names): void {
  names.report(
    finding('catalogue/bad-rule', `\`${key}\` is derived from itself`, {
      at: keyAt,
      help: ['derive it from statements that do not depend on it'],
      data: { statement: key },
    }),
  );
}

function reportTooLarge({ key, keyAt }: Entry, names: Names): void {
  names.report(
    finding(
      'catalogue/bad-rule',
      `\`${key}\` is derived through more than ${DEEPEST_DERIVATION} statements or from more than ${MOST_ENTRIES}`,
      {
        at: keyAt,
        help: ['derive it from fewer statements, or more directly'],
        data: { statement: key, deepest: DEEPEST_DERIVATION, most: MOST_ENTRIES },
      },
    ),
  );
}

/** How many statements an answer is worked out from, counted as often as they are asked for, and through how many. */
interface Extent {
  readonly depth: number;
  readonly size: number;
}

const PLAIN: Extent = { depth: 0, size: 1 };

const isTooLarge = ({ depth, size }: Extent): boolean => depth > DEEPEST_DERIVATION || size > MOST_ENTRIES;

const sourcesOf = (id: string, statements: Statements): readonly string[] => {
  const meaning = statements.get(id)?.meaning;
  return meaning?.kind === 'expression' ? meaning.expression.of : [];
};

/** Each statement after those it is derived from, without recursion: nothing is known of the depth yet. */
function extentsOf(statements: Statements): ReadonlyMap<string, Extent> {
  const extents = new Map<string, Extent>();
  const pending = [...statements.keys()];
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const sources = sourcesOf(id, statements);
    const missing = sources.filter((source) => !extents.has(source));
    for (const source of missing) pending.push(source);
    if (missing.length > 0) continue;
    extents.set(id, extentOver(sources.map((source) => extents.get(source) ?? PLAIN)));
    pending.pop();
  }
  return extents;
}

const extentOver = (sources: readonly Extent[]): Extent =>
  sources.reduce(
    (whole, { depth, size }) => ({ depth: Math.max(whole.depth, depth + 1), size: whole.size + size }),
    PLAIN,
  );

/** Whether following the derivations of a statement leads to it again; `settled` ones are known not to. */
function leadsBack(start: string, statements: ReadonlyMap<string, Statement>, settled: Set<string>): boolean {
  const seen = new Set<string>();
  const pending = [start];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const meaning = statements.get(id)?.meaning;
    const sources = meaning?.kind === 'expression' ? meaning.expression.of : [];
    for (const source of sources) {
      if (source === start) return true;
      if (!seen.has(source) && !settled.has(source)) pending.push(source);
      seen.add(source);
    }
  }
  settled.add(start);
  return false;
}
