// An extending catalogue over its base: entries replace or add by their keys, `null` takes back, constraints are added,
// or replaced by their ids. Every part keeps the place where it was written.

import { finding } from '../../core/text/finding.ts';
import { didYouMean } from '../../core/text/suggest.ts';
import { type Entry, entryOf, type ListNode, type MapNode, type Node, valueAt } from '../tree.ts';
import { entriesOf, itemsOf, type Report, scalarText, textAt } from './fields.ts';

export const maps = [
  'scales',
  'ladders',
  'quantities',
  'groups',
  'statements',
  'effects',
  'conventions',
] as const;

/** The whole catalogue as one tree; `base` is the whole of what is extended. */
export function extendCatalogue(own: Node, base: Node, report: Report): Node {
  const merged = new Map<string, Entry>();
  const put = (key: string, value: Node | undefined): void => {
    const entry = entryOf(own, key) ?? entryOf(base, key);
    if (entry !== undefined && value !== undefined) merged.set(key, { ...entry, value });
  };
  for (const entry of entriesOf(own)) merged.set(entry.key, entry);
  put('sections', mergeLists(entryOf(own, 'sections')?.value, entryOf(base, 'sections')?.value));
  for (const key of maps) put(key, mergeMaps(valueAt(own, key), valueAt(base, key), report));
  put('constraints', mergeConstraints(valueAt(own, 'constraints'), valueAt(base, 'constraints'), report));
  return { kind: 'map', entries: [...merged.values()], at: own.at };
}

/** What only an extending catalogue may leave out or take back. */
export function checkStandsAlone(own: Node, report: Report): void {
  if (entryOf(own, 'sections') === undefined) {
    report(
      finding('read/missing-key', '`sections` is missing', {
        at: entryOf(own, 'loopsheet')?.keyAt ?? own.at,
        help: ['add `sections`, or name the catalogue whose sections are meant under `extends`'],
        data: { key: 'sections' },
      }),
    );
  }
  for (const key of maps) {
    for (const entry of entriesOf(valueAt(own, key)))
      if (isTakenBack(entry)) reportNothingTaken(entry.key, entry, [], report);
  }
  for (const item of itemsOf(valueAt(own, 'constraints')))
    if (textAt(item, 'kind') === 'none') reportNoConstraint(item, [], report);
}

/** The tree without what is taken back: nobody else has to know of it. */
export function withoutTakenBack(own: Node): Node {
  if (own.kind !== 'map') return own;
  const entries = own.entries.map((entry) => {
    if (entry.key === 'constraints' && entry.value.kind === 'list') {
      const items = entry.value.items.filter((item) => textAt(item, 'kind') !== 'none');
      return { ...entry, value: { ...entry.value, items } };
    }
    if (!maps.some((key) => key === entry.key) || entry.value.kind !== 'map') return entry;
    return { ...entry, value: { ...entry.value, entries: entry.value.entries.filter(isWritten) } };
  });
  return { ...own, entries };
}

export const isTakenBack = ({ value }: Entry): boolean => value.kind === 'scalar' && value.type === 'null';
const isWritten = (entry: Entry): boolean => !isTakenBack(entry);

function mergeMaps(own: Node | undefined, base: Node | undefined, report: Report): MapNode | undefined {
  if (own?.kind !== 'map') return base?.kind === 'map' ? base : undefined;
  const merged = new Map(entriesOf(base).map((entry) => [entry.key, entry]));
  for (const entry of own.entries) {
    if (isWritten(entry)) merged.set(entry.key, entry);
    else if (!merged.delete(entry.key)) reportNothingTaken(entry.key, entry, keysIn(base), report);
  }
  return { kind: 'map', entries: [...merged.values()], at: own.at };
}

const keysIn = (base: Node | undefined): readonly string[] => entriesOf(base).map(({ key }) => key);

function reportNothingTaken(name: string, { keyAt }: Entry, known: readonly string[], report: Report): void {
  report(
    finding('catalogue/unknown-name', `\`${name}\` is taken back, and no catalogue it extends has it`, {
      at: keyAt,
      help: [didYouMean(name, known) ?? 'remove the entry, or say what it is'],
      data: { name, what: 'entry', near: [] },
    }),
  );
}

/** Sections by their ids. */
function mergeLists(own: Node | undefined, base: Node | undefined): ListNode | undefined {
  if (own?.kind !== 'list') return base?.kind === 'list' ? base : undefined;
  const merged = new Map(itemsOf(base).map((item) => [textAt(item, 'id') ?? '', item]));
  for (const item of own.items) merged.set(textAt(item, 'id') ?? '', item);
  return { ...own, items: [...merged.values()] };
}

function mergeConstraints(
  own: Node | undefined,
  base: Node | undefined,
  report: Report,
): ListNode | undefined {
  if (own?.kind !== 'list') return base?.kind === 'list' ? base : undefined;
  const idOf = (item: Node): string | undefined => scalarText(valueAt(item, 'id'));
  const items = [...itemsOf(base)];
  for (const item of own.items) {
    const id = idOf(item);
    const index = id === undefined ? -1 : items.findIndex((each) => idOf(each) === id);
    const isNone = textAt(item, 'kind') === 'none';
    if (isNone && index < 0) reportNoConstraint(item, items.map(idOf), report);
    else if (index < 0) items.push(item);
    else items.splice(index, 1, ...(isNone ? [] : [item]));
  }
  return { ...own, items };
}

function reportNoConstraint(item: Node, known: readonly (string | undefined)[], report: Report): void {
  const id = textAt(item, 'id') ?? '';
  const names = known.filter((each) => each !== undefined);
  report(
    finding('catalogue/unknown-name', `no constraint \`${id}\` is there to be taken back`, {
      at: valueAt(item, 'id')?.at ?? item.at,
      help: [didYouMean(id, names) ?? 'name the `id` of a constraint of the catalogue it extends'],
      data: { name: id, what: 'constraint', near: [] },
    }),
  );
}
