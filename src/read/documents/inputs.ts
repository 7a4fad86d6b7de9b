// The inputs of a bill: where each one's answers come from, and how much of it goes in.

import type { Input, InputOrigin } from '../../core/model/bill.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import { anyAmount, type Interval, isNothing } from '../../core/values/interval.ts';
import { type Entry, entryOf, type Node, valueAt } from '../tree.ts';
import { readAmount } from './amounts.ts';
import { entriesOf, type Report, scalarText, textAt } from './fields.ts';

export function readInputs(node: Node | undefined, report: Report): readonly Input[] {
  return entriesOf(node).map((entry) => readInput(entry, report));
}

function readInput(entry: Entry, report: Report): Input {
  const written = entryOf(entry.value, 'bill') ?? entryOf(entry.value, 'sheet');
  const mass = readMass(entry, report);
  return {
    name: entry.key,
    origin: readOrigin(entry, report),
    ...(mass === undefined ? {} : { mass }),
    contained: textAt(entry.value, 'contained') !== 'false',
    at: entry.keyAt,
    originAt: written?.value.at ?? entry.keyAt,
    massAt: valueAt(entry.value, 'mass')?.at ?? entry.keyAt,
  };
}

/** A mass that cannot be read counts as any mass: it is reported once, here, and not as missing too. */
function readMass({ key, value }: Entry, report: Report): Interval | undefined {
  const mass = valueAt(value, 'mass');
  if (scalarText(mass) === undefined) return undefined;
  const name = `the mass of \`${key}\``;
  const expected = { name, dimension: 'mass', domain: anyAmount, negative: 'bill/mass-negative' } as const;
  const read = readAmount(mass, expected, report) ?? anyAmount;
  if (mass !== undefined && isNothing(read) && valueAt(value, 'contained') === undefined)
    report(weighsNothing(key, mass));
  return read;
}

/** A mark on the product may weigh next to nothing and still count; a zero by mistake makes an input vanish. */
const weighsNothing = (input: string, mass: Node): Finding =>
  finding(
    'read/bad-quantity',
    `the mass of \`${input}\` is \`${scalarText(mass) ?? ''}\`, so nothing of it goes in`,
    {
      at: mass.at,
      help: [
        'write the mass that goes in, or `mass: unknown`',
        'or write `contained: true` out, if it is in the product and weighs next to nothing',
      ],
      data: { input, found: scalarText(mass) ?? null },
    },
  );

function readOrigin({ key, keyAt, value }: Entry, report: Report): InputOrigin {
  const sheet = entryOf(value, 'sheet');
  const bill = entryOf(value, 'bill');
  const billPath = scalarText(bill?.value);
  const reference = scalarText(sheet?.value);
  if (sheet !== undefined && bill !== undefined) {
    report(
      finding('read/wrong-value', `input \`${key}\` names both a sheet and a bill`, {
        at: bill.keyAt,
        related: [{ at: sheet.keyAt, label: 'the sheet is named here' }],
        help: ['keep `sheet` for a product that is delivered, `bill` for one that is made here'],
        data: { input: key },
      }),
    );
  }
  if (billPath !== undefined) return { kind: 'bill', reference: billPath };
  if (reference !== undefined) return reference === 'none' ? { kind: 'none' } : { kind: 'sheet', reference };
  if (sheet === undefined && bill === undefined) {
    report(
      finding('read/missing-key', `input \`${key}\` names neither a sheet nor a bill`, {
        at: keyAt,
        help: ['add `sheet` with a path or an id, or `sheet: none` when no sheet was received'],
        data: { input: key, key: 'sheet' },
      }),
    );
  }
  return { kind: 'none' };
}
