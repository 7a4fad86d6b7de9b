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
  return isZero(mass)
    ? []
    : [{ kind: 'mixture', body: Symbol('body'), mass, own: mass, contents: contentsOver(lumps, mass) }];
}

/**
 * What has no shape of its own is judged over everything that is joined: of a part that may come apart, over some of its
 * bodies. Articles that are applied stay articles.
 */
export function poolLumps(
  draw: Draw,
  object: readonly (readonly Lump[])[],
  applied: readonly (readonly Lump[])[],
): readonly Lump[] {
  const spread = applied.flat().filter(({ kind }) => kind !== 'article');
  const parts = [...object, ...applied.map((lumps) => lumps.filter(({ kind }) => kind === 'article'))];
  const bodies = new Set(parts.flatMap((lumps) => someBodies(draw, lumps)));
  const body = Symbol('body');
  const kept = parts.flat().map((lump) => (bodies.has(lump.body) ? { ...lump, body } : lump));
  const own = ownMass(spread);
  const mass = add(ownMass(kept.filter((lump) => lump.body === body)), own);
  if (kept.length === 0 || spread.length === 0) return [...kept, ...spread];
  if (isZero(mass)) return kept;
  return [...kept, { kind: 'pool', body, mass, own, contents: contentsOver(spread, mass) }];
}

function someBodies(draw: Draw, lumps: readonly Lump[]): readonly symbol[] {
  const bodies = [...new Set(lumps.map(({ body }) => body))];
  const some = draw.some(bodies, 50);
  return some.length === 0 ? bodies.slice(0, 1) : some;
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
