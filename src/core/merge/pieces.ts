// Inputs that the bill counts: what all pieces weigh together, where the sheet says what one weighs, and how many
// times the product that the sheet speaks of goes in.

import type { Bill, Input } from '../model/bill.ts';
import type { Sheet } from '../model/sheet.ts';
import { type Finding, finding, type Result } from '../text/finding.ts';
import { anyAmount, type Interval, intersect, product, shrink } from '../values/interval.ts';
import { isZero } from '../values/rational.ts';

/** The bill with the mass of every line of pieces. `sheetOf` gives the sheets that count. */
export function weighPieces(bill: Bill, sheetOf: (input: Input) => Sheet | undefined): Result<Bill> {
  const findings: Finding[] = [];
  const inputs = bill.inputs.map((input): Input => {
    const { count, mass, contained } = input;
    if (count === undefined || mass !== undefined || !contained) return input;
    const sheet = sheetOf(input);
    const each = sheet === undefined ? anyAmount : pieceMass(sheet);
    if (each === undefined) findings.push(noMassEach(input));
    return { ...input, mass: product(count, each ?? anyAmount) };
  });
  return { value: { ...bill, inputs }, findings };
}

/** A material has no pieces: the mass that its sheet declares is that of the amount its figures speak of. */
const pieceMass = ({ product: { level, mass } }: Sheet): Interval | undefined =>
  level === 'material' ? undefined : mass;

const noMassEach = ({ name, at }: Input): Finding =>
  finding(
    'bill/mass-missing',
    `input \`${name}\` is counted, but neither it nor its sheet says what one weighs`,
    {
      at,
      help: ['write `massEach: 2 g`, a range `massEach: 1.9..2.1 g`, or `massEach: unknown`'],
      data: { input: name },
    },
  );

/** How many of the products that the sheet speaks of go in; undefined where pieces do not tell. */
export function piecesOf(
  { count, mass, massEach }: Input,
  { product: { level, mass: unit } }: Sheet,
): Interval | undefined {
  if (count === undefined || level === 'material') return undefined;
  if (unit === undefined || mass === undefined || isZero(count.lo)) return count;
  const piece = massEach ?? each(mass, count);
  // A piece that weighs something else than what the sheet speaks of is something else.
  return intersect(piece, unit) === undefined ? undefined : count;
}

const each = (mass: Interval, count: Interval): Interval => {
  const most = shrink(mass, count.lo);
  const least = count.hi === undefined || isZero(count.hi) ? anyAmount : shrink(mass, count.hi);
  return { ...most, lo: least.lo, loOpen: least.loOpen };
};
