// Articles and homogeneous materials in a process: blended into one, covered, or joined by what is spread between.

import { add, divide, isZero, multiply, type Rational, zero } from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';
import { type Lump, sumUp } from './things.ts';

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

/** Contents over a mass; without any mass, those of any one of the lumps. */
function contentsOver(draw: Draw, lumps: readonly Lump[], mass: Rational): readonly Rational[] {
  if (isZero(mass)) return draw.pick(lumps).contents;
  return amountsOf(lumps).map((amount) => divide(amount, mass));
}

export function blendLumps(draw: Draw, lumps: readonly Lump[]): readonly Lump[] {
  const mass = ownMass(lumps);
  return [{ mass, own: mass, isPool: false, contents: contentsOver(draw, lumps, mass) }];
}

/** What is applied is judged over everything that is joined. */
export function poolLumps(draw: Draw, object: readonly Lump[], applied: readonly Lump[]): readonly Lump[] {
  const own = ownMass(applied);
  const mass = add(ownMass(object), own);
  return [...object, { mass, own, isPool: true, contents: contentsOver(draw, applied, mass) }];
}

/** What is applied becomes part of an article: each piece of it of any one. */
export function coatLumps(draw: Draw, object: readonly Lump[], applied: readonly Lump[]): readonly Lump[] {
  const articles = object.filter(({ isPool }) => !isPool);
  const coated = articles.map((article) => [article]);
  for (const layer of applied) draw.pick(coated).push(layer);
  const covered = coated.map((lumps) => {
    const mass = ownMass(lumps);
    const contents = lumps.length === 1 ? (lumps[0]?.contents ?? []) : contentsOver(draw, lumps, mass);
    return { mass, own: mass, isPool: false, contents };
  });
  return [...object.filter(({ isPool }) => isPool), ...covered];
}
