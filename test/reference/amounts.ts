// Shares and sums in the reference: amounts are carried through the tree corner by corner, and divided at the end.

import type { Catalogue, Quantity, QuantityId, Rule } from '../../src/core/model/catalogue.ts';
import { exactly, type Interval } from '../../src/core/values/interval.ts';
import { zero } from '../../src/core/values/rational.ts';
import { type Choose, everyRun, impossible, unanswered } from './every-run.ts';
import {
  add,
  all,
  at,
  compare,
  divide,
  least,
  most,
  multiply,
  type Near,
  nothing,
  subtract,
} from './near.ts';
import { domainOf } from './possible.ts';
import { highEnd, lowEnd, type Span, type Spans, spanBetween, spanOf } from './spans.ts';
import {
  anyAmount,
  behaviourOf,
  ends,
  isFree,
  isPutIn,
  isWeighed,
  type Leaf,
  massAfter,
  massOf,
  type Node,
  type Step,
  sumOf,
  withReturned,
} from './tree.ts';

/** A value together with the pieces of ranges it was made from; corners of the same pieces span a range. */
export interface Corner {
  readonly pieces: string;
  readonly low: Near;
  readonly high: Near;
}

/** Choose a piece of what is known of a quantity, and note which. */
export function piece(choose: Choose, spans: Spans, pieces: string[]): Span {
  const index = choose(spans.map((_, position) => position));
  pieces.push(String(index));
  const found = spans[index];
  if (found === undefined) throw impossible;
  return found;
}

/** The ranges that corners span, one for each combination of pieces. */
export function spanned(corners: readonly Corner[]): Spans {
  const ranges = new Map<string, { low: Near; high: Near }>();
  for (const { pieces, low, high } of corners) {
    const range = ranges.get(pieces);
    if (range === undefined) ranges.set(pieces, { low, high });
    else ranges.set(pieces, { low: least(range.low, low), high: most(range.high, high) });
  }
  return [...ranges.values()]
    .map(({ low, high }) => spanBetween(low, high))
    .filter((span) => span !== undefined);
}

export const knownOf = (catalogue: Catalogue, leaf: Leaf, id: QuantityId): Spans =>
  leaf.known?.quantities.get(id) ?? domainOf(catalogue, id);

/** How many times the product of the sheet goes in. */
function unitsOf(choose: Choose, leaf: Leaf): Near {
  const mass = massOf(choose, leaf);
  // What weighs nothing may still have used something, unless its sheet speaks of a mass.
  if (leaf.unit === undefined) return choose(anyAmount);
  const unit = choose(ends(spanOf(leaf.unit)));
  if (compare(unit, nothing) === 0) throw impossible;
  return divide(mass, unit);
}

export function hullOf(spans: Spans): Span {
  const first = spans[0];
  if (first === undefined) throw impossible;
  const low = spans.map(lowEnd).reduce(least, lowEnd(first));
  const high = spans.map(highEnd).reduce(most, highEnd(first));
  return spanBetween(low, high) ?? first;
}

// ---- sums

function sumAt(choose: Choose, catalogue: Catalogue, quantity: Quantity, node: Node): Near {
  if (node.kind === 'leaf') {
    const units = unitsOf(choose, node);
    if (compare(units, nothing) === 0) return nothing;
    return multiply(units, choose(ends(hullOf(knownOf(catalogue, node, quantity.id)))));
  }
  const before = sumOf(node.parts.map((part) => sumAt(choose, catalogue, quantity, part)));
  const behaviour = behaviourOf(node, quantity.id, quantity.rule);
  if (behaviour === 'combine') return before;
  if (behaviour === 'lose-some') return choose([nothing, before]);
  if (behaviour !== 'add-term') return choose(anyAmount);
  return node.effect.adds === quantity.id ? add(before, useOf(choose, node)) : before;
}

const useOf = (choose: Choose, step: Step): Near =>
  step.process?.uses === undefined ? choose(anyAmount) : choose(ends(spanOf(step.process.uses)));

/** `isStated`: the bill says all that the maker itself uses. */
export function sumsOf(catalogue: Catalogue, quantity: Quantity, tree: Node, isStated: boolean): Spans {
  const corners = everyRun((choose): Corner => {
    const inside = sumAt(choose, catalogue, quantity, tree);
    const isOpen = quantity.ownTerm && !isStated;
    const value = isOpen ? add(inside, choose(anyAmount)) : inside;
    return { pieces: '', low: value, high: value };
  });
  return spanned(corners);
}

// ---- shares

interface Portion {
  readonly weight: Near;
  readonly amount: Near;
}

interface ShareCase {
  readonly catalogue: Catalogue;
  readonly quantity: Quantity;
  readonly rule: Extract<Rule, { kind: 'fraction' }>;
  readonly pieces: string[];
}

const together = (portions: readonly Portion[]): Portion => ({
  weight: sumOf(portions.map(({ weight }) => weight)),
  amount: sumOf(portions.map(({ amount }) => amount)),
});

function portionAt(choose: Choose, c: ShareCase, node: Node): Portion {
  if (node.kind === 'leaf') return portionOfLeaf(choose, c, node);
  const portions = node.parts.map((part) => portionAt(choose, c, part));
  if (c.rule.weight === 'mass' && behaviourOf(node, c.quantity.id, c.rule) === 'replace')
    return replaced(choose, node, portions);
  const before = together(portions);
  if (c.rule.weight === 'mass' && behaviourOf(node, c.quantity.id, c.rule).startsWith('return-'))
    return returned(choose, c, node, before);
  return c.rule.weight === 'mass' ? massStep(choose, c, node, before) : weighedStep(choose, c, node, before);
}

function portionOfLeaf(choose: Choose, c: ShareCase, leaf: Leaf): Portion {
  // The piece comes first: corners without any weight of this leaf belong to every piece of it.
  const spans = knownOf(c.catalogue, leaf, c.quantity.id);
  const known = piece(choose, isOnePiece(leaf) ? spans : [hullOf(spans)], c.pieces);
  const weight = c.rule.weight === 'mass' ? massOf(choose, leaf) : weightOf(choose, c, leaf, c.rule.weight);
  if (compare(weight, nothing) === 0) return { weight, amount: nothing };
  return { weight, amount: multiply(weight, choose(ends(known))) };
}

/** Whether the whole line is certainly alike: a lot of a material, or no more than one product of the sheet. */
export function isOnePiece({ form, unit, input: { mass } }: Leaf): boolean {
  if (form !== 'articles') return true;
  if (unit === undefined) return false;
  const { to } = spanOf(mass ?? unit);
  return mass !== undefined && to !== undefined && compare(at(to), at(spanOf(unit).from)) <= 0;
}

function weightOf(choose: Choose, c: ShareCase, leaf: Leaf, id: QuantityId): Near {
  const units = unitsOf(choose, leaf);
  if (compare(units, nothing) === 0) return nothing;
  return multiply(units, choose(ends(hullOf(knownOf(c.catalogue, leaf, id)))));
}

const nothingAtAll = exactly(zero);

/** Of what is taken out nobody knows what it is: all of what is counted, as far as it goes, or all of the rest. */
function replaced(choose: Choose, step: Step, portions: readonly Portion[]): Portion {
  const old = together(portions.filter((_, index) => !isPutIn(step, index)));
  const put = together(portions.filter((_, index) => isPutIn(step, index)));
  const range = spanOf(step.process?.removes ?? nothingAtAll);
  const corners = ends(range);
  const isRange = corners.length > 1;
  // With two masses in motion at once the extremes need not lie in corners of the one.
  if (isRange && !step.parts.every((part, index) => isPutIn(step, index) || isWeighed(part)))
    throw unanswered;
  if (corners.some((each) => compare(each, old.weight) > 0)) throw unanswered;
  // Where all of one sort is gone and the other begins, the share turns.
  const turns = [old.amount, subtract(old.weight, old.amount)].filter(
    (each) => compare(each, lowEnd(range)) > 0 && compare(each, highEnd(range)) < 0,
  );
  const lost = choose([...corners, ...turns]);
  const left = subtract(old.weight, lost);
  const fewest = most(nothing, subtract(old.amount, lost));
  const amount = choose([fewest, least(left, old.amount)]);
  return { weight: add(left, put.weight), amount: add(amount, put.amount) };
}

/** What comes back counts as a whole, as nothing, or as what was made before, back to a beginning nobody knows. */
function returned(choose: Choose, c: ShareCase, step: Step, fresh: Portion): Portion {
  const { takenBack, generations = 1, steadyState } = step.process ?? {};
  const share = choose(takenBack === undefined ? [nothing] : ends(spanOf(takenBack)));
  const weight = withReturned(fresh.weight, share);
  if (compare(weight, nothing) === 0) return { weight, amount: nothing };
  const behaviour = behaviourOf(step, c.quantity.id, c.rule);
  if (behaviour === 'return-none') return { weight, amount: fresh.amount };
  if (behaviour === 'return-whole')
    return { weight, amount: add(fresh.amount, subtract(weight, fresh.weight)) };
  const like = divide(multiply(fresh.amount, weight), fresh.weight);
  if (steadyState === true) return { weight, amount: like };
  let amount = choose([nothing, weight]);
  for (let time = 0; time < generations; time += 1)
    amount = add(multiply(like, subtract(all, share)), multiply(amount, share));
  return { weight, amount };
}

/** As much of the eligible mass as is left of it, as far as the part and the cap have room for it. */
function bookedTo(choose: Choose, { process }: Step, weight: Near): Near {
  const anyOf = (range: Interval | undefined, otherwise: readonly Near[]): Near =>
    choose(range === undefined ? otherwise : ends(spanOf(range)));
  const eligible = anyOf(process?.eligible, anyAmount);
  const gone = add(anyOf(process?.fuelShare, [nothing, all]), anyOf(process?.lossShare, [nothing, all]));
  const credit = multiply(eligible, most(nothing, subtract(all, gone)));
  return least(least(credit, weight), multiply(weight, anyOf(process?.cap, [all])));
}

/** What was there by a stricter model may be there still, beside what is booked. */
const besideBooked = (choose: Choose, booked: Near, before: Near, weight: Near): Near =>
  choose([booked, least(weight, add(booked, before))]);

function massStep(choose: Choose, c: ShareCase, step: Step, before: Portion): Portion {
  const weight = massAfter(choose, step, before.weight);
  if (compare(weight, nothing) === 0) return { weight, amount: nothing };
  const behaviour = behaviourOf(step, c.quantity.id, c.rule);
  if (behaviour === 'combine') {
    // Something cannot come out of nothing.
    if (compare(before.weight, nothing) === 0) throw impossible;
    return { weight, amount: divide(multiply(before.amount, weight), before.weight) };
  }
  if (behaviour === 'credit' && c.rule.custody !== 'physical')
    return { weight, amount: besideBooked(choose, bookedTo(choose, step, weight), before.amount, weight) };
  if (behaviour === 'whole') return { weight, amount: weight };
  if (behaviour === 'none') return { weight, amount: nothing };
  if (behaviour !== 'lose-some') return { weight, amount: multiply(weight, choose([nothing, all])) };
  // What stays whole cannot be more than what stays at all.
  if (isFree(step, c.quantity.id)) return { weight, amount: least(weight, before.amount) };
  const lost = subtract(before.weight, weight);
  const fewest = most(nothing, subtract(before.amount, lost));
  return { weight, amount: choose([fewest, least(weight, before.amount)]) };
}

function weighedStep(choose: Choose, c: ShareCase, step: Step, before: Portion): Portion {
  const weightId = c.rule.weight;
  const weightRule = c.catalogue.quantities.get(weightId)?.rule;
  const behaviour = behaviourOf(step, c.quantity.id, c.rule);
  const weighing = weightRule === undefined ? 'unknown' : behaviourOf(step, weightId, weightRule);
  const isOwn = behaviour === 'add-term' && step.effect.adds === weightId;
  const own = isOwn ? ownPortion(choose, c, step) : { weight: nothing, amount: nothing };
  const after = together([before, own]);
  const isKept = behaviour === 'combine' || behaviour === 'add-term';
  if (isKept && (weighing === 'combine' || weighing === 'add-term')) return after;
  const partly = weighing === 'lose-some' ? choose([nothing, after.weight]) : after.weight;
  const weight = weighing === 'unknown' ? choose(anyAmount) : partly;
  if (isKept && compare(after.weight, nothing) === 0 && compare(weight, nothing) > 0) throw impossible;
  if (!isKept || compare(weight, nothing) === 0)
    return { weight, amount: multiply(weight, choose([nothing, all])) };
  return { weight, amount: divide(multiply(after.amount, weight), after.weight) };
}

function ownPortion(choose: Choose, c: ShareCase, step: Step): Portion {
  const weight = useOf(choose, step);
  if (compare(weight, nothing) === 0) return { weight, amount: nothing };
  const share = step.process?.shares.get(c.quantity.id);
  const options = share === undefined ? [nothing, all] : ends(spanOf(share));
  return { weight, amount: multiply(weight, choose(options)) };
}

/** Undefined when there is nothing to take a share of. */
export function sharesOf(
  catalogue: Catalogue,
  quantity: Quantity,
  rule: Extract<Rule, { kind: 'fraction' }>,
  tree: Node,
  isStated: boolean,
): Spans {
  // As long as the maker does not say what it uses itself, nothing is said of the share.
  if (quantity.ownTerm && rule.weight !== 'mass' && !isStated) return domainOf(catalogue, quantity.id);
  const corners = everyRun((choose): Corner => {
    const c: ShareCase = { catalogue, quantity, rule, pieces: [] };
    const { weight, amount } = portionAt(choose, c, tree);
    if (compare(weight, nothing) === 0) throw impossible;
    const share = divide(amount, weight);
    return { pieces: c.pieces.join(), low: share, high: share };
  });
  return spanned(corners);
}
