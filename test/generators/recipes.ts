// The processes of a random bill: on which parts, with which true figures, and what the bill says of them.

import type { Process } from '../../src/core/model/bill.ts';
import type { Effect, Rule } from '../../src/core/model/catalogue.ts';
import { exactly } from '../../src/core/values/interval.ts';
import { multiply, one, type Rational, rational, subtract, zero } from '../../src/core/values/rational.ts';
import type { Bench, BillWish } from './bills.ts';
import { type Design, steps } from './catalogues.ts';
import type { Deed } from './deeds.ts';
import type { Draw } from './draw.ts';
import { drawBack, drawBooked, drawFreeOf, drawLoss, drawTaken, drawUse } from './figures.ts';
import { placeIn } from './places.ts';
import { keepsMass } from './processes.ts';
import { plainStatements, sumUp, type Thing } from './things.ts';

/** Beside energy that nobody knows the engine gives shares of it with both ends, and the reference without. */
const keepsEnergy = ({ catalogue }: Design, { behaviours }: Effect): boolean =>
  !catalogue.quantities.has('energy') || behaviours.has('fraction/energy');

const place = placeIn('product.bill.yaml');

/** A process on some of the parts at hand, with its true figures and what the bill says of them. */
export function drawProcess(
  draw: Draw,
  design: Design,
  { parts, certain }: Pick<Bench, 'parts' | 'certain'>,
  name: string,
  wish: BillWish,
): { readonly process: Process; readonly deed: Deed } {
  const effects = [...design.catalogue.effects.values()].filter(
    (effect) => !wish.tame || (keepsMass(effect) && keepsEnergy(design, effect)),
  );
  const effect = draw.pick(effects);
  const shuffled = draw.shuffle([...parts.keys()]);
  // What is packed has to be there, and a product of which nothing is certain to be there is none.
  const isThere = (each: string): number => Number(parts.get(each) !== undefined) + Number(certain.has(each));
  const names = effect.keepsApart ? [...shuffled].sort((a, b) => isThere(b) - isThere(a)) : shuffled;
  // Of what counts wholly or not at all, whatever it was, there is one part.
  const isOfOne = [...effect.behaviours.values()].some((each) => each === 'whole' || each === 'none');
  const most = isOfOne ? 1 : names.length;
  const takes = names.slice(0, draw.chance(60) ? most : draw.integer(1, most));
  const things = takes.flatMap((each) => parts.get(each) ?? []);
  const written = {
    effect: effect.id,
    name,
    takes,
    gives: draw.chance(50) ? name : (takes[0] ?? name),
    shares: new Map(),
    levels: new Map(),
    conserves: [],
    at: place,
    places: new Map(),
  };
  const old = parts.get(takes[0] ?? '')?.mass ?? zero;
  return describe(draw, design, effect, written, { things, old }, wish);
}

function describe(
  draw: Draw,
  design: Design,
  effect: Effect,
  written: Process,
  { things, old }: { readonly things: readonly Thing[]; readonly old: Rational },
  wish: BillWish,
): { readonly process: Process; readonly deed: Deed } {
  const has = (parameter: string): boolean => effect.parameters.some(({ name }) => name === parameter);
  const masses = drawMasses(draw, has, { things, old }, wish);
  const applied = has('applied') ? drawApplied(draw, effect, written.takes) : undefined;
  const use = has('uses') ? drawUse(draw, design, effect, wish) : { uses: [], stated: {} };
  const levels =
    has('levels') && design.catalogue.quantities.has('skill') && draw.chance(50)
      ? new Map([['skill', draw.integer(0, steps.length - 1)]])
      : new Map();
  const conserves = has('conserves') ? drawConserved(draw, design) : [];
  const freeOf = has('freeOf') ? drawFreeOf(draw, design, effect, things, masses.lost) : [];
  const process: Process = {
    ...written,
    ...masses.stated,
    ...use.stated,
    ...(applied === undefined ? {} : { applied }),
    ...(has('returns') ? { returns: exactly(rational(draw.integer(0, 300))) } : {}),
    levels,
    conserves,
    ...(freeOf.length === 0 ? {} : { freeOf }),
  };
  const names = applied ?? (effect.appliesRest ? written.takes.slice(1) : []);
  const isApplied = written.takes.map((name) => names.includes(name));
  const { uses } = use;
  return { process, deed: { effect, conserves, freeOf, isApplied, ...masses.true, uses, levels } };
}

/** What leaves, is taken out, is booked or comes back, in truth and as the bill says it. */
function drawMasses(
  draw: Draw,
  has: (parameter: string) => boolean,
  { things, old }: { readonly things: readonly Thing[]; readonly old: Rational },
  wish: BillWish,
) {
  const before = sumUp(things.map(({ mass }) => mass));
  const loss = has('loses') ? drawLoss(draw, before, wish) : { left: one, stated: {} };
  const taken = has('removes') ? drawTaken(draw, old, wish) : { removed: zero, stated: {} };
  const booked = has('eligible') ? drawBooked(draw, before, wish) : { booked: zero, stated: {} };
  const back = has('takenBack') ? drawBack(draw, has('generations'), wish) : undefined;
  return {
    lost: subtract(before, multiply(before, loss.left)),
    stated: { ...loss.stated, ...taken.stated, ...booked.stated, ...back?.stated },
    true: {
      left: back?.left ?? loss.left,
      ...(back === undefined ? {} : { back: back.back }),
      removed: taken.removed,
      booked: booked.booked,
    },
  };
}

function drawApplied(draw: Draw, effect: Effect, takes: readonly string[]): readonly string[] | undefined {
  if (takes.length < 2 || (effect.appliesRest && draw.chance(60))) return undefined;
  return draw.chance(70) ? draw.shuffle(takes).slice(0, draw.integer(1, takes.length - 1)) : undefined;
}

/** What is part of the matter goes the way of the matter. */
const isContained = (rule: Rule): boolean =>
  rule.kind === 'content' || (rule.kind === 'fraction' && rule.weight === 'stuff');

function drawConserved(draw: Draw, design: Design): readonly string[] {
  const { quantities } = design.catalogue;
  const rules = [
    ...[...quantities.values()].map(({ rule }) => rule),
    ...plainStatements(design.catalogue).map(([, rule]) => rule),
  ];
  const keys = rules
    .filter((rule) => rule.kind !== 'own' && !isContained(rule))
    .map((rule) =>
      rule.kind === 'fraction' && rule.weight !== 'mass' ? `fraction/${rule.weight}` : rule.kind,
    );
  const here = [...new Set(keys)];
  const single = [...quantities.values()].filter(
    ({ rule }) => rule.kind !== 'fraction' && rule.kind !== 'own' && rule.kind !== 'content',
  );
  return draw.some(['mass', ...here, ...single.map(({ id }) => id)], 25);
}
