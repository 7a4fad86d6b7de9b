// Inputs that the bill counts: what all pieces weigh together, where the sheet says what one weighs, and how many
// times the product that the sheet speaks of goes in.

import type { Bill, Input } from '../model/bill.ts';
import type { Sheet } from '../model/sheet.ts';
import { type Finding, finding, type Result } from '../text/finding.ts';
import { anyAmount, hull, type Interval, intersect, isWithin, product } from '../values/interval.ts';

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
  { count, massEach }: Input,
  { product: { level, mass: unit } }: Sheet,
): Interval | undefined {
  if (count === undefined || level === 'material') return undefined;
  if (massEach === undefined || unit === undefined) return count;
  // A piece that may weigh something else than what the sheet speaks of may be something else.
  return isWithin(massEach, unit) ? count : undefined;
}

/**
 * How many times what the sheet says of one product is there, by the number of pieces: `byMass` too where a piece may
 * weigh something else, for then it may as well have more or less of everything.
 */
export function unitsByPieces(
  { count, mass, massEach }: Input,
  { product: { level, mass: unit } }: Sheet,
  byMass: Interval | undefined,
): Interval | undefined {
  if (count === undefined || level === 'material') return byMass;
  if (unit === undefined || mass === undefined || isWithin(mass, product(count, unit))) return count;
  const isOther = massEach !== undefined && intersect(massEach, unit) === undefined;
  return isOther || byMass === undefined ? byMass : hull(count, byMass);
}
