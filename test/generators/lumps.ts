// Articles and homogeneous materials in a process: blended into one, covered, or joined by what is spread between.

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
import type { Draw } from './draw.ts';
import { loseSome } from './losses.ts';
import { type Lump, sumUp } from './things.ts';

const two = rational(2);

const amountsIn = (lump: Lump): readonly Rational[] =>
  lump.contents.map((content) => multiply(content, lump.mass));

const addLists = (a: readonly Rational[], b: readonly Rational[]): readonly Rational[] =>
  a.map((each, index) => add(each, b[index] ?? zero));

const amountsOf = (lumps: readonly Lump[]): readonly Rational[] =>
  lumps.map(amountsIn).reduce(
    addLists,
    (lumps[0]?.contents ?? []).map(() => zero),
  );

const ownMass = (lumps: readonly Lump[]): Rational => sumUp(lumps.map(({ own }) => own));

const contentsOver = (lumps: readonly Lump[], mass: Rational): readonly Rational[] =>
  amountsOf(lumps).map((amount) => divide(amount, mass));

/** One new material; nothing at all where nothing has any mass. */
export function blendLumps(lumps: readonly Lump[]): readonly Lump[] {
  const mass = ownMass(lumps);
  return isZero(mass) ? [] : [{ kind: 'mixture', mass, own: mass, contents: contentsOver(lumps, mass) }];
}

/** What has no shape of its own is judged over everything that is joined; articles that are applied stay articles. */
export function poolLumps(object: readonly Lump[], applied: readonly Lump[]): readonly Lump[] {
  const spread = applied.filter(({ kind }) => kind !== 'article');
  const kept = [...object, ...applied.filter(({ kind }) => kind === 'article')];
  const own = ownMass(spread);
  const mass = add(ownMass(kept), own);
  if (kept.length === 0 || spread.length === 0) return [...kept, ...spread];
  return isZero(mass) ? kept : [...kept, { kind: 'pool', mass, own, contents: contentsOver(spread, mass) }];
}

/** What has no shape of its own becomes part of whatever it covers: each piece of it of any one. */
export function coatLumps(draw: Draw, object: readonly Lump[], applied: readonly Lump[]): readonly Lump[] {
  const layers = applied.filter(({ kind }) => kind !== 'article');
  const kept = [...object, ...applied.filter(({ kind }) => kind === 'article')];
  const coated = kept.filter(({ kind }) => kind !== 'pool').map((lump) => [lump]);
  if (coated.length === 0) return [...kept, ...layers];
  for (const layer of layers) {
    const isSpread = coated.length > 1 && draw.chance(40);
    const pieces = isSpread ? [half(layer), half(layer)] : [layer];
    for (const piece of pieces) draw.pick(coated).push(piece);
  }
  return [...kept.filter(({ kind }) => kind === 'pool'), ...coated.flatMap(coveredLump)];
}

const half = (lump: Lump): Lump => ({
  ...lump,
  mass: divide(lump.mass, two),
  own: divide(lump.own, two),
});

function coveredLump(lumps: readonly Lump[]): readonly Lump[] {
  const [first, ...layers] = lumps;
  const mass = ownMass(lumps);
  if (first === undefined || layers.length === 0) return lumps;
  return isZero(mass) ? [first] : [{ ...first, mass, own: mass, contents: contentsOver(lumps, mass) }];
}

/** What leaves in an unknown selection may be any of the substances, or none. */
export function leachLumps(draw: Draw, lumps: readonly Lump[], left: Rational): readonly Lump[] {
  return lumps.map((lump) => {
    if (isZero(left) || isZero(lump.mass)) return lump;
    const amounts = amountsIn(lump);
    const rest = subtract(lump.mass, sumUp(amounts));
    const lost = multiply(lump.mass, subtract(one, left));
    const after = loseSome(draw, [...amounts, rest], lost).slice(0, -1);
    return { ...lump, contents: after.map((amount) => divide(amount, multiply(lump.mass, left))) };
  });
}
