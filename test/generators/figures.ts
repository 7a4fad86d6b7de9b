// The figures of random processes: what is true, and what the bill says of it, exactly or as a range around it.

import type { Subject } from '../../src/core/algebra/kind.ts';
import { subjectsOf } from '../../src/core/algebra/subjects.ts';
import type { Effect, QuantityId } from '../../src/core/model/catalogue.ts';
import { exactly, type Interval } from '../../src/core/values/interval.ts';
import {
  compare,
  divide,
  isZero,
  multiply,
  one,
  type Rational,
  rational,
  smaller,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import type { BillWish } from './bills.ts';
import type { Design } from './catalogues.ts';
import { behaviourOf } from './deeds.ts';
import type { Draw } from './draw.ts';
import { canBeFree } from './losses.ts';
import { countedIn } from './matter.ts';
import { drawMatter } from './suppliers.ts';
import { around } from './telling.ts';
import { type Amounts, addAmounts, sumUp, type Thing } from './things.ts';

/** What is taken out of the first part, which weighs so much. */
export function drawTaken(draw: Draw, old: Rational, wish: BillWish) {
  const share = draw.pick([zero, rational(1, 10), rational(1, 4), rational(1, 2), rational(4, 5)]);
  const removed = multiply(old, share);
  return { removed, stated: { removes: wish.exactMasses ? exactly(removed) : around(draw, removed, true) } };
}

/** Something fresh always goes in. */
const belowAll = (range: Interval): Interval =>
  range.hi?.n === range.hi?.d ? { ...range, hi: rational(9, 10), hiOpen: false } : range;

/** How much comes back, and since when. */
export function drawBack(draw: Draw, hasPast: boolean, wish: BillWish) {
  const share = draw.pick([zero, rational(1, 4), rational(1, 2), rational(3, 4)]);
  const past = hasPast ? draw.pick(['once', 'often', 'steady'] as const) : 'once';
  const times = past === 'often' ? draw.integer(1, 3) : 1;
  const stated = {
    takenBack: wish.exactMasses ? exactly(share) : belowAll(shareAround(draw, share)),
    ...(past === 'often' ? { generations: times } : {}),
    ...(past === 'steady' ? { steadyState: true } : {}),
  };
  return {
    left: divide(one, subtract(one, share)),
    back: { share, times, isSteady: past === 'steady' },
    stated,
  };
}

/** What is booked to a part that weighs so much. */
export function drawBooked(draw: Draw, mass: Rational, wish: BillWish) {
  const eligible = multiply(isZero(mass) ? one : mass, rational(draw.pick([0, 1, 2, 4, 6]), 4));
  const [fuel, lost] = [rational(draw.integer(0, 2), 4), rational(draw.integer(0, 2), 4)];
  const kept = multiply(eligible, subtract(subtract(one, fuel), lost));
  const cap = draw.chance(40) ? rational(draw.integer(0, 4), 4) : undefined;
  const told = (share: Rational) => (wish.exactMasses ? exactly(share) : shareAround(draw, share));
  const share = isZero(mass) ? zero : smaller(smaller(divide(kept, mass), one), cap ?? one);
  const stated = {
    eligible: wish.exactMasses ? exactly(eligible) : around(draw, eligible, true),
    ...(draw.chance(80) ? { fuelShare: told(fuel), lossShare: told(lost) } : {}),
    ...(cap === undefined ? {} : { cap: told(cap) }),
  };
  return { booked: share, stated };
}

export function drawLoss(draw: Draw, before: Rational, wish: BillWish) {
  const left = draw.pick([one, rational(9, 10), rational(4, 5), rational(1, 2), rational(1, 4)]);
  const lost = subtract(before, multiply(before, left));
  const isYield = draw.chance(40) || isZero(before);
  if (isYield) return { left, stated: { yield: wish.exactMasses ? exactly(left) : shareAround(draw, left) } };
  return { left, stated: { loses: wish.exactMasses ? exactly(lost) : around(draw, lost, true) } };
}

const shareAround = (draw: Draw, share: Rational): Interval => {
  const range = around(draw, share, true);
  return range.hi === undefined || range.hi.n > range.hi.d ? { ...range, hi: one } : range;
};

export function drawUse(draw: Draw, design: Design, effect: Effect, wish: BillWish) {
  const weight = effect.adds ?? '';
  const uses: Amounts = drawMatter(draw, design, weight, rational(draw.pick([0, 1, 50, 100])));
  const total = sumUp(uses);
  const shares = new Map<QuantityId, Interval>();
  for (const quantity of design.catalogue.quantities.values()) {
    const isOf = quantity.rule.kind === 'fraction' && quantity.rule.weight === weight;
    if (!isOf || isZero(total) || !draw.chance(70)) continue;
    const kinds = design.kinds.get(weight) ?? [];
    const share = divide(sumUp(uses.filter((_, index) => kinds[index]?.get(quantity.id))), total);
    shares.set(quantity.id, shareAround(draw, share));
  }
  return { uses, stated: { uses: wish.exactMasses ? exactly(total) : around(draw, total, true), shares } };
}

/** Only what can be: enough else must be there to leave. */
export function drawFreeOf(
  draw: Draw,
  design: Design,
  effect: Effect,
  things: readonly Thing[],
  lost: Rational,
): readonly string[] {
  const named: string[] = [];
  const matter = things
    .map((thing) => thing.matter)
    .reduce(addAmounts, things[0]?.matter.map(() => zero) ?? []);
  const fits = (groups: readonly string[]): boolean => {
    const isCounted = countedIn(design, groups);
    return compare(sumUp(matter.filter((_, index) => !isCounted(index))), lost) >= 0;
  };
  const hasRoom = (id: string, isWhole: boolean): boolean => {
    const [only, ...more] = things.map((thing) => thing.lumps.get(id) ?? []);
    return only !== undefined && more.length === 0 && canBeFree(only, lost, isWhole);
  };
  const canBe = ({ id, rule }: Subject, isWhole: boolean): boolean => {
    if (rule.kind === 'fraction') return rule.weight !== 'energy' && fits([...named, id]);
    if (rule.kind === 'content') return fits([...named, id]);
    if (rule.kind === 'conc-article' || rule.kind === 'conc-homog') return hasRoom(id, isWhole);
    return rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'set';
  };
  for (const subject of subjectsOf(design.catalogue)) {
    const behaviour = behaviourOf({ effect, conserves: [] }, subject.id, subject.rule);
    const isLost = behaviour === 'lose-some' || behaviour === 'select';
    if (isLost && draw.chance(40) && canBe(subject, behaviour === 'select')) named.push(subject.id);
  }
  return named;
}
