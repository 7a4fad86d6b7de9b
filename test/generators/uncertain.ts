// Bills that leave open what goes in: some lines may not be there, and some are filled from two suppliers. What really
// is there is drawn with them.

import type { Input } from '../../src/core/model/bill.ts';
import { type Interval, sum } from '../../src/core/values/interval.ts';
import {
  add,
  divide,
  isZero,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import type { Line } from './bills.ts';
import type { Draw } from './draw.ts';

/** How a mass is written down. */
type State = (mass: Rational) => Interval;

/** The lines with some of them optional, and two of them perhaps made alternatives. At least one line is certain. */
export function unsettle(draw: Draw, lines: readonly Line[], state: State): readonly Line[] {
  const mixed = draw.chance(60) ? mixTwo(draw, lines, state) : lines;
  const parts = [...new Set(mixed.filter(({ input }) => input.contained).map(partOf))];
  const optional = draw.some(parts.slice(1), 50);
  return mixed.map((line) => (optional.includes(partOf(line)) ? makeOptional(draw, line) : line));
}

export const partOf = ({ input }: Pick<Line, 'input'>): string => input.choice?.part ?? input.name;

/** All alternatives for a line are there or none is: its name tells which. */
function makeOptional(draw: Draw, line: Line): Line {
  const isThere = line.input.choice === undefined ? draw.chance(50) : isMixThere(line);
  return { ...line, input: { ...line.input, optional: true }, thing: isThere ? line.thing : undefined };
}

const isMixThere = ({ input }: Line): boolean => input.choice?.part.endsWith('there') === true;

function mixTwo(draw: Draw, lines: readonly Line[], state: State): readonly Line[] {
  const [a, b] = draw.shuffle(lines.filter(({ input, thing }) => input.contained && !isNothing(thing)));
  if (a?.thing === undefined || b?.thing === undefined || sheetOf(a) === sheetOf(b)) return lines;
  const mass = add(a.thing.mass, b.thing.mass);
  const isShared = draw.chance(40);
  const shares = [zero, one, divide(a.thing.mass, mass), rational(1, 4)];
  const share = isShared ? divide(a.thing.mass, mass) : draw.pick(shares);
  const part = `line-${draw.chance(50) ? 'there' : 'away'}`;
  const whole = state(mass);
  const lots = [
    lotOf(a, multiply(mass, share), { part, isShared }, whole, state),
    lotOf(b, multiply(mass, subtract(one, share)), { part, isShared }, whole, state),
  ];
  const line = isShared ? lots.map(({ input }) => input.mass ?? whole).reduce(sum) : whole;
  const others = lines.filter((each) => each !== a && each !== b);
  return [...others, ...lots.map((each) => withLine(each, line))];
}

const isNothing = (thing: Line['thing']): boolean => thing === undefined || isZero(thing.mass);
const sheetOf = ({ input }: Line): string => (input.origin.kind === 'none' ? '' : input.origin.reference);

function lotOf(
  { input, thing, lay }: Line,
  mass: Rational,
  choice: NonNullable<Input['choice']>,
  whole: Interval,
  state: State,
): Line {
  const there = thing === undefined || isZero(mass) ? undefined : lay(mass);
  const written = choice.isShared ? state(mass) : whole;
  return { input: { ...input, mass: written, choice }, thing: there, lay };
}

const withLine = (line: Line, mass: Interval): Line => ({
  ...line,
  input:
    line.input.choice === undefined ? line.input : { ...line.input, choice: { ...line.input.choice, mass } },
});
