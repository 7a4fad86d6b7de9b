// The figures of a sheet or a bill: numbers with units, steps of a scale, or names, as their quantity says.

import type { Catalogue, Quantity, QuantityId } from '../../core/model/catalogue.ts';
import type { QuantityEntry, QuantityValue } from '../../core/model/sheet.ts';
import { finding } from '../../core/text/finding.ts';
import { oneOf } from '../../core/text/suggest.ts';
import { exactly, type Interval } from '../../core/values/interval.ts';
import { rational } from '../../core/values/rational.ts';
import type { Entry, Node } from '../tree.ts';
import { readEnds, readRange } from './amounts.ts';
import { entriesOf, type Report, scalarText } from './fields.ts';
import { readNameList } from './name-lists.ts';
import { readStep, unknownQuantity } from './resolve.ts';
import { shortRange } from './short-range.ts';

export function readQuantities(
  node: Node | undefined,
  catalogue: Catalogue,
  report: Report,
): ReadonlyMap<QuantityId, QuantityEntry> {
  const read = new Map<QuantityId, QuantityEntry>();
  for (const entry of entriesOf(node)) {
    const quantity = catalogue.quantities.get(entry.key);
    if (quantity === undefined) {
      report(unknownQuantity(entry.key, catalogue, entry.keyAt));
      continue;
    }
    const value = readValue(entry, quantity, report);
    if (value === undefined) continue;
    read.set(quantity.id, { quantity: quantity.id, value, at: entry.keyAt, valueAt: entry.value.at });
  }
  return read;
}

function readValue({ key, value }: Entry, quantity: Quantity, report: Report): QuantityValue | undefined {
  const { measure, domain } = quantity;
  if (scalarText(value) === 'unknown') return { kind: 'range', range: domain };
  if (measure.kind === 'name') return readName(value, key, measure.names, report);
  if (measure.kind === 'names') return readNameList(value, key, measure, report);
  if (hasNames(value, key, report)) return undefined;
  const range =
    measure.kind === 'scale'
      ? readLevels(value, quantity, report)
      : readRange(value, { name: `\`${key}\``, dimension: measure.dimension, domain }, report);
  return range === undefined ? undefined : { kind: 'range', range };
}

/** The keys of a list of names say nothing of any other figure. */
function hasNames(value: Node, key: string, report: Report): boolean {
  const ofLists = entriesOf(value).filter(({ key: each }) => ofList.includes(each));
  for (const { key: each, keyAt } of ofLists) {
    const message = `\`${key}\` is no list of names, so \`${each}\` says nothing of it`;
    const help = ['remove the key, and write the figure with `atLeast` or `atMost`'];
    report(finding('read/wrong-value', message, { at: keyAt, help, data: { path: key } }));
  }
  return ofLists.length > 0;
}

const ofList = ['names', 'maybe', 'without', 'complete'];

function readName(
  value: Node,
  key: string,
  known: readonly string[],
  report: Report,
): QuantityValue | undefined {
  const name = scalarText(value);
  if (name !== undefined && name.trim() !== '') return { kind: 'name', name };
  const names = known.length === 0 ? '' : `, such as ${oneOf(known, 6)}`;
  report(
    finding(
      'read/wrong-value',
      `\`${key}\` ${name === undefined ? 'is a map where a name is expected' : 'has an empty name'}`,
      {
        at: value.at,
        help: [`write the name${names}`, 'leave the key out when the name is not known'],
        data: { path: key },
      },
    ),
  );
  return undefined;
}

function readLevels(written: Node, quantity: Quantity, report: Report): Interval | undefined {
  const level = (node: Node): Interval | undefined => {
    const step = readStep(node, quantity, report);
    return step === undefined ? undefined : exactly(rational(step));
  };
  const value = shortRange(written) ?? written;
  if (value.kind !== 'map') return level(value);
  const range = readEnds(value, quantity.domain, level);
  if (range === 'unread') return undefined;
  if (range === undefined) {
    report(
      finding('read/wrong-value', `no step of the scale lies between the ends of \`${quantity.id}\``, {
        at: value.at,
        help: ['write the lower step under atLeast, the higher step under atMost'],
        data: { quantity: quantity.id },
      }),
    );
  }
  return range;
}
