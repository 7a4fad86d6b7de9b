// Minor constituents: what of a concrete product is not as a statement says of nearly all of it, piece by piece.

import type { Behaviour } from '../../src/core/model/catalogue.ts';
import type { MinorRule } from '../../src/core/model/minor-rule.ts';
import { compare, multiply, type Rational, rational, subtract } from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';
import { type Amounts, loseSome, sumUp, times } from './things.ts';

const littles = [rational(1, 200), rational(1, 100), rational(1, 50), rational(1, 20), rational(1, 10)];

/** The masses of what is foreign; one material may be foreign all through, and then it is one piece. */
export function drawMinors(draw: Draw, rule: MinorRule, mass: Rational, isUniform: boolean): Amounts {
  if (isUniform && rule.materials === 'whole') return draw.chance(35) ? [mass] : [];
  if (draw.chance(10)) return [multiply(mass, draw.pick([rational(1, 2), rational(1)]))];
  return times(draw.some(littles, 35), mass);
}

export interface Fate {
  readonly behaviour: Behaviour;
  readonly before: Rational;
  readonly mass: Rational;
  readonly factor: Rational;
}

/** What a process makes of the foreign pieces of all that it takes. */
export function changeMinors(draw: Draw, rule: MinorRule, pieces: Amounts, fate: Fate): Amounts {
  const { behaviour, before, mass, factor } = fate;
  if (behaviour === 'combine') return times(pieces, factor);
  const foreign = sumUp(pieces);
  if (behaviour === 'lose-some') {
    const all = [...pieces, subtract(before, foreign)];
    return loseSome(draw, all, subtract(before, mass)).slice(0, -1);
  }
  const isAlike = foreign.n === 0n || compare(foreign, before) === 0;
  // What is alike all through stays so as one new material; of anything else something new may come.
  if (behaviour === 'blend' && isAlike) return foreign.n === 0n ? [] : [mass];
  return drawMinors(draw, rule, mass, draw.chance(50));
}
