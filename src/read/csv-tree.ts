// From values with paths to one tree. The rows of a table may stand in any order; what belongs together in the
// sheet comes together here.

import { type Finding, finding, type Result } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { repeatedRow } from './csv-row-findings.ts';
import type { Placed } from './csv-rows.ts';
import { keepEntries } from './keys.ts';
import type { Entry, MapNode } from './tree.ts';

/** Keys of a sheet under which rows make up a list, in the order of the rows. */
const listed: readonly string[] = ['composition', 'inputs'];

/** The sheet that the values make; it has answers even where no row gives one. */
export function plantTree(placed: readonly Placed[], whole: Span): Result<MapNode> {
  const { value, findings } = plant(
    placed.filter(({ path }) => !listed.includes(path[0] ?? '')),
    0,
  );
  const nowhere = { ...whole, end: whole.start };
  const answers: Entry = { key: 'answers', keyAt: nowhere, value: { kind: 'map', entries: [], at: nowhere } };
  const entries = [...value];
  if (!entries.some(({ key }) => key === 'answers')) entries.push(answers);
  for (const key of listed) {
    const rows = placed.filter(({ path }) => path[0] === key);
    const [first] = rows;
    if (first === undefined) continue;
    const items = rows.map((each) => each.value);
    entries.push({ key, keyAt: first.keyAt, value: { kind: 'list', items, at: hull(rows) } });
  }
  return { value: { kind: 'map', entries, at: whole }, findings };
}

function plant(placed: readonly Placed[], depth: number): Result<readonly Entry[]> {
  const findings: Finding[] = [];
  const written: Entry[] = [];
  for (const [key, rows] of groupByKey(placed, depth)) {
    const [deep, leaves] = [rows.filter(isDeeper(depth)), rows.filter((row) => !isDeeper(depth)(row))];
    const [first] = deep;
    if (first === undefined) written.push(...leaves.map(({ keyAt, value }) => ({ key, keyAt, value })));
    else {
      const inner = plant(deep, depth + 1);
      findings.push(...inner.findings, ...leaves.map((leaf) => partWithValue(leaf, first)));
      written.push({ key, keyAt: first.keyAt, value: { kind: 'map', entries: inner.value, at: hull(deep) } });
    }
  }
  const kept = keepEntries(written, repeatedRow);
  return { value: kept.entries, findings: [...findings, ...kept.findings] };
}

const isDeeper =
  (depth: number) =>
  ({ path }: Placed): boolean =>
    path.length > depth + 1;

function groupByKey(placed: readonly Placed[], depth: number): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const key = each.path[depth] ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}

/** From the first row to the last, whatever stands between. */
function hull(placed: readonly Placed[]): Span {
  const spans = placed.flatMap(({ keyAt, value }) => [keyAt, value.at]);
  return spans.reduce((whole, span) => ({
    source: whole.source,
    start: span.start.offset < whole.start.offset ? span.start : whole.start,
    end: span.end.offset > whole.end.offset ? span.end : whole.end,
  }));
}

function partWithValue(leaf: Placed, inner: Placed): Finding {
  const name = leaf.path.join('.');
  return finding('read/table', `\`${name}\` has parts and can have no value of its own`, {
    at: leaf.keyAt,
    related: [{ at: inner.keyAt, label: 'a part of it' }],
    help: [`remove the row, or name the part that is meant, such as \`${inner.path.join('.')}\``],
    data: { name },
  });
}
