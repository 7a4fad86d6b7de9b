// What leaves in a loss of which only the amount is known: of matter, of materials, of each article. Where a bill says
// that what leaves is free of something, nothing of it leaves.

import {
  compare,
  divide,
  isZero,
  larger,
  multiply,
  one,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';
import { type Amounts, type Lump, sumUp } from './things.ts';

/** One after the other in any order, all that may go of it or some, until enough has left. */
export function loseSome(draw: Draw, amounts: Amounts, lost: Rational, mayGo: Amounts = amounts): Amounts {
  const left = [...amounts];
  const open = [...mayGo];
  const order = draw.shuffle(amounts.map((_, index) => index));
  let toGo = lost;
  for (const share of [rational(draw.pick([1, 1, 2]), 2), one]) {
    for (const index of order) {
      const taken = smaller(toGo, multiply(open[index] ?? zero, share));
      left[index] = subtract(left[index] ?? zero, taken);
      open[index] = subtract(open[index] ?? zero, taken);
      toGo = subtract(toGo, taken);
    }
  }
  return left;
}

const richest = ({ contents }: Lump): Rational => contents.reduce(larger, zero);

/** How much of each may leave without any of what it contains; of whole pieces those that contain nothing. */
const clean = (lumps: readonly Lump[], isWhole: boolean): Amounts =>
  lumps.map((lump) => {
    if (!isWhole || lump.kind !== 'article') return multiply(lump.own, subtract(one, richest(lump)));
    return isZero(richest(lump)) ? lump.own : zero;
  });

/** Whether so much can leave and be free of what the lumps contain. */
export const canBeFree = (lumps: readonly Lump[], lost: Rational, isWhole: boolean): boolean =>
  lumps.every(({ kind }) => kind !== 'pool') && compare(sumUp(clean(lumps, isWhole)), lost) >= 0;

export interface Loss {
  readonly lost: Rational;
  readonly isFree: boolean;
  /** Whole pieces leave, or some of any piece. */
  readonly isWhole: boolean;
}

export function loseFromLumps(
  draw: Draw,
  lumps: readonly Lump[],
  { lost, isFree, isWhole }: Loss,
): readonly Lump[] {
  const own = lumps.map((lump) => lump.own);
  const whole = sumUp(own);
  if (isZero(whole)) return lumps;
  // What leaves may be any of what glue joins, and the glue stays. Where that was glued more than once, all shrinks alike.
  const isEven = lumps.some((lump) => lump.kind === 'pool' && !joinsItsBody(lump, lumps));
  const kept = divide(subtract(whole, lost), whole);
  const left = isEven
    ? own.map((each) => multiply(each, kept))
    : loseSome(draw, own, lost, isFree ? clean(lumps, isWhole) : own);
  return lumps
    .map((lump, index) =>
      !isEven && lump.kind === 'pool'
        ? poolLeft(lump, index, lumps, left)
        : shrunk(draw, lump, left[index] ?? zero, { isFree, isWhole }),
    )
    .filter((lump, index) => isEven || isZero(own[index] ?? zero) || !isZero(lump.own));
}

const ofBody = (body: symbol, lumps: readonly Lump[], masses: Amounts): Rational =>
  sumUp(masses.filter((_, index) => lumps[index]?.body === body));

/** Whether glue is judged over just what is of one body with it. */
const joinsItsBody = ({ body, mass }: Lump, lumps: readonly Lump[]): boolean =>
  compare(
    ofBody(
      body,
      lumps,
      lumps.map(({ own }) => own),
    ),
    mass,
  ) === 0;

/** Glue that is left, over what is left of all that it joined. */
function poolLeft(lump: Lump, index: number, lumps: readonly Lump[], left: Amounts): Lump {
  const own = left[index] ?? zero;
  const mass = ofBody(lump.body, lumps, left);
  if (isZero(lump.own) || isZero(mass)) return { ...lump, mass, own };
  const factor = divide(multiply(divide(own, lump.own), lump.mass), mass);
  return { ...lump, mass, own, contents: lump.contents.map((content) => multiply(content, factor)) };
}

function shrunk(
  draw: Draw,
  lump: Lump,
  own: Rational,
  { isFree, isWhole }: Pick<Loss, 'isFree' | 'isWhole'>,
): Lump {
  const left = isZero(lump.own) ? one : divide(own, lump.own);
  const mass = multiply(lump.mass, left);
  if (isZero(mass) || (isWhole && lump.kind === 'article')) return { ...lump, mass, own };
  const contents = lump.contents.map((content) => {
    const amount = multiply(content, lump.mass);
    // All of the substance stays, as far as there is room, or it leaves with the rest, or it is what leaves first.
    const stays = isFree ? amount : draw.pick([smaller(amount, own), multiply(amount, left), zero]);
    return divide(stays, mass);
  });
  return { ...lump, mass, own, contents };
}
