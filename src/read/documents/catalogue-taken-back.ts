// What is said where an extending catalogue takes back an entry that others still name: one finding at the line that takes
// it back, for what names it stands in the base, which its author does not write.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { oneOf } from '../../core/text/suggest.ts';
import { type Entry, type Node, valueAt } from '../tree.ts';
import { isTakenBack, maps } from './catalogue-extends.ts';
import { entriesOf, itemsOf, textAt } from './fields.ts';

/** `own` as it was written; `whole` with what it extends. */
export function pointAtTakenBack(findings: readonly Finding[], own: Node, whole: Node): readonly Finding[] {
  const taken = new Map(
    maps.flatMap((key) =>
      entriesOf(valueAt(own, key))
        .filter(isTakenBack)
        .map((entry) => [entry.key, entry]),
    ),
  );
  if (taken.size === 0) return findings;
  const rest: Finding[] = [];
  const naming = new Map<Entry, Span[]>();
  for (const each of findings) {
    const entry =
      each.at === undefined || each.at.source === own.at.source ? undefined : takenEntry(each, taken);
    if (entry === undefined || each.at === undefined) rest.push(each);
    else naming.set(entry, [...(naming.get(entry) ?? []), each.at]);
  }
  return [...rest, ...[...naming].map(([entry, places]) => stillNamed(entry, places, whole))];
}

/** A group is named by its bands as well. */
function takenEntry({ code, data }: Finding, taken: ReadonlyMap<string, Entry>): Entry | undefined {
  const name = data?.['name'];
  if (code !== 'catalogue/unknown-name' || typeof name !== 'string') return undefined;
  return taken.get(name) ?? taken.get(name.split('/')[0] ?? '');
}

function stillNamed({ key, keyAt }: Entry, places: readonly Span[], whole: Node): Finding {
  const entries = [...new Set(places.flatMap((at) => entryAround(at, whole)))];
  const constraints = [...new Set(places.flatMap((at) => constraintAround(at, whole)))];
  const quoted = entries.map((each) => `\`${each}\``);
  const by = [...quoted, ...(constraints.length === 0 ? [] : [counted(constraints.length)])];
  return finding('catalogue/unknown-name', `\`${key}\` is taken back, but still named by ${inOneLine(by)}`, {
    at: keyAt,
    label: 'taken back here',
    help: [
      ...(entries.length === 0
        ? []
        : ['take these entries back as well, or replace them by some that do not name it']),
      ...(constraints.length === 0
        ? []
        : [`take back with \`kind: none\`, or replace, ${oneOf(constraints).replace(/^one of /, '')}`]),
    ],
    data: { name: key, what: 'entry', near: [], namedBy: [...entries, ...constraints] },
  });
}

const counted = (count: number): string => (count === 1 ? '1 constraint' : `${count} constraints`);

const inOneLine = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? 'others') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const holds = (outer: Span, inner: Span): boolean =>
  outer.source === inner.source &&
  outer.start.offset <= inner.start.offset &&
  inner.end.offset <= outer.end.offset;

const entryAround = (at: Span, whole: Node): readonly string[] =>
  maps.flatMap((key) =>
    entriesOf(valueAt(whole, key)).flatMap((entry) => (holds(entry.value.at, at) ? [entry.key] : [])),
  );

/** A constraint without an id cannot be taken back by itself, but is one that names it. */
const constraintAround = (at: Span, whole: Node): readonly string[] =>
  itemsOf(valueAt(whole, 'constraints')).flatMap((item) =>
    holds(item.at, at) ? [textAt(item, 'id') ?? `the constraint in line ${item.at.start.line}`] : [],
  );
