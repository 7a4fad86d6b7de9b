// Random concrete products of suppliers.

import type { QuantityId, Rule, StatementId } from '../../src/core/model/catalogue.ts';
import { excludedBy, isLogical } from '../../src/core/model/constraint.ts';
import { multiply, type Rational, rational, zero } from '../../src/core/values/rational.ts';
import { type Design, listedNames, steps } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { drawMinors } from './minors.ts';
import { drawHeld } from './sets.ts';
import {
  type Amounts,
  type Lump,
  plainStatements,
  type Thing,
  times,
  truthById,
  type Verdict,
} from './things.ts';

export const substances = 2;
/** Materials that no vocabulary lists, beside those that it does. */
export const allMaterials = [...listedNames, 'felt', 'cork'];

const contentLevels = [
  zero,
  zero,
  rational(1, 2000),
  rational(1, 1000),
  rational(2, 1000),
  rational(1, 100),
  rational(1, 50),
  rational(1, 4),
];

export const drawContent = (draw: Draw): Rational => draw.pick(contentLevels);

/** Shares that add up to 1, in twentieths, so that band edges are hit often. */
export function drawShares(draw: Draw, count: number): Amounts {
  const cuts = Array.from({ length: count - 1 }, () => draw.integer(0, 20)).sort((a, b) => a - b);
  return [...cuts, 20].map((cut, index) => rational(cut - (cuts[index - 1] ?? 0), 20));
}

const drawAmounts = (draw: Draw, count: number, whole: Rational): Amounts =>
  draw.chance(30) ? pureAmounts(draw, count, whole) : times(drawShares(draw, count), whole);

function pureAmounts(draw: Draw, count: number, whole: Rational): Amounts {
  const only = draw.integer(0, count - 1);
  return Array.from({ length: count }, (_, index) => (index === only ? whole : zero));
}

export function drawMatter(draw: Draw, design: Design, weight: string, whole: Rational): Amounts {
  return drawAmounts(draw, design.kinds.get(weight)?.length ?? 0, whole);
}

export function drawLumps(
  draw: Draw,
  mass: Rational,
  isUniform: boolean,
  count = isUniform ? 1 : draw.integer(1, 3),
): readonly Lump[] {
  const isClean = draw.chance(30);
  return drawShares(draw, count).map((share) => {
    const own = multiply(share, mass);
    return {
      kind: isUniform ? 'mixture' : 'article',
      body: Symbol('body'),
      mass: own,
      own,
      contents: Array.from({ length: substances }, () => (isClean ? zero : drawContent(draw))),
    };
  });
}

export function drawMaterials(draw: Draw, mass: Rational): ReadonlyMap<string, Rational> {
  const names = draw.chance(60) ? [draw.pick(allMaterials)] : draw.shuffle(allMaterials).slice(0, 2);
  const shares = names.length === 1 ? [rational(1)] : drawShares(draw, 2);
  return new Map(names.map((name, index) => [name, multiply(shares[index] ?? zero, mass)]));
}

export function drawNumber(draw: Draw, rule: Rule): Rational {
  return rational(
    rule.kind === 'min-level' ? draw.integer(0, steps.length - 1) : draw.pick([0, 5, 10, 10, 12, 20]),
  );
}

/** One homogeneous material, one article, or an object that may be of several articles. */
export type Build = 'uniform' | 'article' | 'object';

/** A product of `mass` kilograms. Of a material the contents are the same everywhere. */
export function drawThing(draw: Draw, design: Design, mass: Rational, build: Build): Thing {
  const isUniform = build === 'uniform';
  const { catalogue } = design;
  const quantities = [...catalogue.quantities.values()];
  const byRule = <T>(
    kinds: readonly Rule['kind'][],
    make: (id: QuantityId, rule: Rule) => T,
  ): ReadonlyMap<QuantityId, T> =>
    new Map(
      quantities.filter(({ rule }) => kinds.includes(rule.kind)).map(({ id, rule }) => [id, make(id, rule)]),
    );
  const sameValue = plainStatements(catalogue).filter(([, rule]) => rule.kind === 'same-value');
  const thing: Thing = {
    mass,
    matter: drawMatter(draw, design, 'mass', mass),
    uses: byRule(['sum'], (id) => drawMatter(draw, design, id, rational(draw.pick([0, 1, 10, 50, 100])))),
    // What is sold as a material may have layers, though it is no article.
    lumps: byRule(['conc-article', 'conc-homog', 'conc-mixture'], (_, rule) =>
      build === 'article' && rule.kind === 'conc-article'
        ? drawLumps(draw, mass, false, 1)
        : drawLumps(draw, mass, isUniform && (rule.kind !== 'conc-homog' || draw.chance(70))),
    ),
    numbers: byRule(['min-level', 'min-number', 'max-number'], (_, rule) => drawNumber(draw, rule)),
    materials: new Map(sameValue.map(([id]) => [id, drawMaterials(draw, mass)])),
    minors: drawEveryMinors(draw, design, mass, isUniform),
    sets: new Map(
      quantities.filter(({ rule }) => rule.kind === 'set').map((each) => [each.id, drawHeld(draw, each)]),
    ),
    truths: drawTruths(draw, design),
    isUniform,
  };
  return keepImplications(design, thing);
}

export function drawEveryMinors(
  draw: Draw,
  { catalogue }: Design,
  mass: Rational,
  isUniform: boolean,
): ReadonlyMap<StatementId, Amounts> {
  return new Map(
    plainStatements(catalogue).flatMap(([id, rule]) =>
      rule.kind === 'all-except-minor' ? [[id, drawMinors(draw, rule, mass, isUniform)] as const] : [],
    ),
  );
}

function drawTruths(draw: Draw, design: Design): ReadonlyMap<StatementId, Verdict> {
  const truths = new Map<StatementId, Verdict>();
  for (const [id, rule] of plainStatements(design.catalogue)) {
    if (rule.kind === 'same-value' || rule.kind === 'all-except-minor') continue;
    if (rule.kind === 'assert-refutable' && draw.chance(15)) truths.set(id, 'inapplicable');
    // Parts are mostly good, or nothing would ever come out true.
    else truths.set(id, draw.chance(rule.kind === 'any' ? 30 : 70));
  }
  return truths;
}

/** The maker says only what the catalogue's implications allow: what it would imply wrongly, it does not claim. */
export function keepImplications(design: Design, thing: Thing): Thing {
  let kept = thing;
  for (const constraint of design.catalogue.constraints) {
    if (!isLogical(constraint)) continue;
    // The first of what excludes each other is what the maker alone decides.
    const [own, ...others] = excludedBy(constraint);
    const isSafe = others.some(({ statement, is }) => truthById(design, kept, statement) === !is);
    if (own === undefined || isSafe) continue;
    kept = { ...kept, truths: new Map([...kept.truths, [own.statement, !own.is]]) };
  }
  return kept;
}
