// How much of a product is covered by sheets that count: by number of inputs and by mass, never as a score.

import type { TraceInput } from '../model/trace.ts';
import { inOrder } from '../text/order.ts';
import { anyAmount, exactly, type Interval, sum } from '../values/interval.ts';
import {
  add,
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  one,
  parseRational,
  type Rational,
  zero,
} from '../values/rational.ts';
import { rangeInWords } from './figure-words.ts';
import { readMass } from './figures.ts';
import type { Coverage } from './report-model.ts';
import type { TraceView } from './view.ts';
import { name } from './words.ts';

export const stateWords: Readonly<Record<TraceInput['state'], string>> = {
  used: 'with a sheet that counts',
  missing: 'without a sheet',
  expired: 'with a sheet past its validity, which counts as unknown',
  'not-contained': 'not contained in the product',
};

const states = ['used', 'expired', 'missing', 'not-contained'] as const;

export function coverageOf(view: TraceView): Coverage {
  const { inputs } = view.trace;
  const contained = inputs.filter((input) => input.state !== 'not-contained');
  const used = contained.filter(isUsed);
  const mass = coveredMass(contained);
  const tiers = tiersOf(view);
  return {
    inputs: contained.length,
    usable: used.length,
    ...(mass === undefined ? {} : { mass: inPercent(mass) }),
    byState: states
      .map((state) => ({
        state,
        of: inputs.filter((input) => input.state === state).map((input) => input.name),
      }))
      .filter(({ of }) => of.length > 0)
      .map(({ state, of }) => ({ state, inWords: stateWords[state], inputs: of })),
    ...(tiers === undefined ? {} : { allTiers: tiers }),
    disregarded: disregardedBy(contained),
  };
}

/** Every sheet is one of a supplier: nothing is said of it that its finding does not say. */
const asideWords: Readonly<Record<string, string>> = {
  'sheet/contradiction': 'their own sheet contradicts them',
  'sheet/uncited': 'their own sheet does not name the rule or the list behind them',
  'sheet/wrong-list': 'their own sheet names another list than the one they are about',
};

function disregardedBy(inputs: readonly TraceInput[]): Coverage['disregarded'] {
  const codes = inputs.flatMap((input) => input.disregarded.map(({ code }) => code));
  return inOrder(new Set(codes)).map((code) => ({
    code,
    inWords: asideWords[code] ?? `the checks of their own sheet refuse them (${name(code)})`,
    answers: codes.filter((each) => each === code).length,
  }));
}

const isUsed = ({ state }: TraceInput): boolean => state === 'used';

/** With ranged masses the share has a range, too: least where what is covered weighs least and the rest most. */
function coveredMass(contained: readonly TraceInput[]): Interval | undefined {
  const total = (some: readonly TraceInput[]): Interval =>
    some.map((input) => readMass(input.mass) ?? anyAmount).reduce(sum, exactly(zero));
  const covered = total(contained.filter(isUsed));
  const rest = total(contained.filter((input) => !isUsed(input)));
  if (covered.hi === undefined && rest.hi === undefined) return undefined;
  const lo = rest.hi === undefined ? zero : shareOf(covered.lo, rest.hi);
  const hi = covered.hi === undefined ? one : shareOf(covered.hi, rest.lo);
  return lo === undefined || hi === undefined ? undefined : { lo, loOpen: false, hi, hiOpen: false };
}

function shareOf(part: Rational, rest: Rational): Rational | undefined {
  const whole = add(part, rest);
  return isZero(whole) ? undefined : divide(part, whole);
}

function inPercent({ lo, hi }: Interval): NonNullable<Coverage['mass']> {
  const most = hi ?? one;
  const range = { lo, loOpen: false, hi: most, hiOpen: false };
  const inWords =
    compare(lo, most) === 0 || !isZero(lo) || compare(most, one) !== 0
      ? rangeInWords(range, share)
      : 'unknown';
  return { least: formatExact(lo), most: formatExact(most), inWords };
}

const share = { kind: 'number', dimension: 'share' } as const;

interface Tiers {
  readonly inputs: number;
  readonly usable: number;
  /** undefined where some mass is not exact. */
  readonly covered: Rational | undefined;
}

function tiersOf(view: TraceView): Coverage['allTiers'] {
  if (!view.trace.inputs.some((input) => view.behind.has(input.name))) return undefined;
  const { inputs, usable, covered } = countTiers(view);
  const mass = covered === undefined ? {} : { mass: rangeInWords(exactly(covered), share) };
  return { inputs, usable, ...mass };
}

/** `known`: bills counted already, for those that several inputs are made by. */
function countTiers(view: TraceView, known = new Map<TraceView, Tiers>()): Tiers {
  const tiers = known.get(view) ?? addTiers(view, known);
  known.set(view, tiers);
  return tiers;
}

function addTiers(view: TraceView, known: Map<TraceView, Tiers>): Tiers {
  const contained = view.trace.inputs.filter((input) => input.state !== 'not-contained');
  const tiers = contained.map((input): Tiers => {
    const behind = view.behind.get(input.name);
    const below = behind === undefined ? leafTier(input) : countTiers(behind, known);
    const part = parseRational(input.share ?? '');
    const covered =
      part === undefined || below.covered === undefined ? undefined : multiply(part, below.covered);
    return { ...below, covered };
  });
  return tiers.reduce(
    (all, each) => ({
      inputs: all.inputs + each.inputs,
      usable: all.usable + each.usable,
      covered:
        all.covered === undefined || each.covered === undefined ? undefined : add(all.covered, each.covered),
    }),
    { inputs: 0, usable: 0, covered: zero },
  );
}

const leafTier = (input: TraceInput): Tiers =>
  isUsed(input) ? { inputs: 1, usable: 1, covered: one } : { inputs: 1, usable: 0, covered: zero };
