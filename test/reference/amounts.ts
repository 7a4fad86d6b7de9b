// Shares and sums in the reference: amounts are carried through the tree corner by corner, and divided at the end.

import type { Catalogue, Quantity, QuantityId, Rule } from '../../src/core/model/catalogue.ts';
import { type Choose, everyRun, impossible } from './every-run.ts';
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
  type Leaf,
  massAfter,
  massOf,
  type Node,
  type Step,
  sumOf,
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

function hullOf(spans: Spans): Span {
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
  const before = together(node.parts.map((part) => portionAt(choose, c, part)));
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
function isOnePiece({ form, unit, input: { mass } }: Leaf): boolean {
  if (form !== 'articles' || unit === undefined) return true;
  const { to } = spanOf(mass ?? unit);
  return mass !== undefined && to !== undefined && compare(at(to), at(spanOf(unit).from)) <= 0;
}

function weightOf(choose: Choose, c: ShareCase, leaf: Leaf, id: QuantityId): Near {
  const units = unitsOf(choose, leaf);
  if (compare(units, nothing) === 0) return nothing;
  return multiply(units, choose(ends(hullOf(knownOf(c.catalogue, leaf, id)))));
}

function massStep(choose: Choose, c: ShareCase, step: Step, before: Portion): Portion {
  const weight = massAfter(choose, step, before.weight);
  if (compare(weight, nothing) === 0) return { weight, amount: nothing };
  const behaviour = behaviourOf(step, c.quantity.id, c.rule);
  if (behaviour === 'combine') {
    // Something cannot come out of nothing.
    if (compare(before.weight, nothing) === 0) throw impossible;
    return { weight, amount: divide(multiply(before.amount, weight), before.weight) };
  }
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
