// The inputs of a bill: where each one's answers come from, and how much of it goes in.

import type { Input, InputOrigin } from '../../core/model/bill.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import { anyAmount, type Interval, isNothing, product } from '../../core/values/interval.ts';
import { isZero } from '../../core/values/rational.ts';
import { type Entry, entryOf, type Node, valueAt } from '../tree.ts';
import { readAlternatives } from './alternatives.ts';
import { readAmount } from './amounts.ts';
import { readCount } from './counts.ts';
import { entriesOf, isSet, type Report, scalarText, textAt } from './fields.ts';

export function readInputs(node: Node | undefined, report: Report): readonly Input[] {
  return entriesOf(node).flatMap((entry) => {
    const line = readLine(entry, report);
    if (entryOf(entry.value, 'anyOf') !== undefined)
      return readAlternatives(entry, line, entriesOf(node), report, readOrigin);
    return [{ name: entry.key, ...line, ...readOrigin(entry, report) }];
  });
}

/** What a line of the bill says of its input, or of all its alternatives. */
export type InputLine = Omit<Input, 'name' | 'origin' | 'originAt' | 'choice'>;

function readLine(entry: Entry, report: Report): InputLine {
  const mass = readMass(entry, 'mass', report);
  const count = readCount(entry, report);
  const massEach = readMass(entry, 'massEach', report);
  const whole =
    mass ?? (count === undefined || massEach === undefined ? undefined : product(count, massEach));
  const optional = entryOf(entry.value, 'optional');
  const contained = textAt(entry.value, 'contained') !== 'false';
  const isOptional = isSet(entry.value, 'optional');
  if (optional !== undefined && isOptional && !contained) report(notContained(entry, optional));
  return {
    ...(whole === undefined ? {} : { mass: whole }),
    ...(count === undefined || mass !== undefined ? {} : { count }),
    ...(count === undefined || mass !== undefined || massEach === undefined ? {} : { massEach }),
    contained,
    ...(isOptional && contained ? { optional: true } : {}),
    at: entry.keyAt,
    massAt: (valueAt(entry.value, 'mass') ?? valueAt(entry.value, 'massEach'))?.at ?? entry.keyAt,
  };
}

const notContained = ({ key }: Entry, optional: Entry): Finding =>
  finding('read/wrong-value', `input \`${key}\` is optional, but never in the product`, {
    at: optional.keyAt,
    help: ['leave out `optional`: an aid with `contained: false` does not end up in the product'],
    data: { input: key },
  });

/** A mass that cannot be read counts as any mass: it is reported once, here, and not as missing too. */
function readMass({ key, value }: Entry, of: 'mass' | 'massEach', report: Report): Interval | undefined {
  const mass = valueAt(value, of);
  if (scalarText(mass) === undefined) return undefined;
  const name = of === 'mass' ? `the mass of \`${key}\`` : `the mass of one \`${key}\``;
  const expected = { name, dimension: 'mass', domain: anyAmount, negative: 'bill/mass-negative' } as const;
  const read = readAmount(mass, expected, report) ?? anyAmount;
  if (mass === undefined || valueAt(value, 'contained') !== undefined) return read;
  if (isNothing(read)) report(weighsNothing(key, mass));
  else if (read.hi !== undefined && isZero(read.lo) && !read.loOpen) report(mayWeighNothing(key, mass));
  return read;
}

/** What weighs nothing may not be there, and what it holds would be taken for certain. */
const mayWeighNothing = (input: string, mass: Node): Finding =>
  finding(
    'read/bad-quantity',
    `the mass of \`${input}\` is \`${scalarText(mass) ?? ''}\`, so it may not be there at all`,
    {
      at: mass.at,
      help: [
        'write `optional: true` beside the mass that goes in where it is there, a range above 0',
        'or write `contained: true` out, if it is in every product and may weigh next to nothing',
      ],
      data: { input, found: scalarText(mass) ?? null },
    },
  );

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

/** Where answers come from, and where that is said. */
export type ReadOrigin = (entry: Entry, report: Report) => Pick<Input, 'origin' | 'originAt'>;

function readOrigin(entry: Entry, report: Report): Pick<Input, 'origin' | 'originAt'> {
  const written = entryOf(entry.value, 'bill') ?? entryOf(entry.value, 'sheet');
  return { origin: originOf(entry, report), originAt: written?.value.at ?? entry.keyAt };
}

function originOf({ key, keyAt, value }: Entry, report: Report): InputOrigin {
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
