// What a product contains of something, and the shares of that, in the reference: mass, content and amount are carried
// through the tree together, corner by corner.

import type { Catalogue, Quantity, QuantityId, Rule } from '../../src/core/model/catalogue.ts';
import { type Corner, hullOf, isOnePiece, knownOf, piece, spanned } from './amounts.ts';
import { type Choose, everyRun, impossible } from './every-run.ts';
import { all, compare, divide, least, most, multiply, type Near, nothing, subtract } from './near.ts';
import { type Spans, spanOf } from './spans.ts';
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

interface Part {
  readonly mass: Near;
  readonly content: Near;
  /** What counts of the content. */
  readonly amount: Near;
}

interface ContentCase {
  readonly catalogue: Catalogue;
  readonly content: QuantityId;
  /** The share of it that is asked for; undefined where the content itself is. */
  readonly share: QuantityId | undefined;
  readonly pieces: string[];
}

const contentRule: Rule = { kind: 'content' };

const together = (parts: readonly Part[]): Part => ({
  mass: sumOf(parts.map(({ mass }) => mass)),
  content: sumOf(parts.map(({ content }) => content)),
  amount: sumOf(parts.map(({ amount }) => amount)),
});

function partAt(choose: Choose, c: ContentCase, node: Node): Part {
  if (node.kind === 'leaf') return leafPart(choose, c, node);
  return after(
    choose,
    c,
    node,
    node.parts.map((part) => partAt(choose, c, part)),
  );
}

/** What is contained is part of the mass. */
function leafPart(choose: Choose, c: ContentCase, leaf: Leaf): Part {
  const spans = c.share === undefined ? [] : knownOf(c.catalogue, leaf, c.share);
  const known =
    c.share === undefined ? undefined : piece(choose, isOnePiece(leaf) ? spans : [hullOf(spans)], c.pieces);
  const mass = massOf(choose, leaf);
  const stated = choose(ends(hullOf(knownOf(c.catalogue, leaf, c.content))));
  const unit = leaf.unit === undefined ? undefined : choose(ends(spanOf(leaf.unit)));
  if (unit !== undefined && compare(unit, nothing) === 0) throw impossible;
  const content =
    unit === undefined
      ? multiply(mass, choose([nothing, all]))
      : least(mass, multiply(divide(mass, unit), stated));
  const isNothing = compare(content, nothing) === 0;
  const amount = known === undefined || isNothing ? nothing : multiply(content, choose(ends(known)));
  return { mass, content, amount };
}

function after(choose: Choose, c: ContentCase, step: Step, parts: readonly Part[]): Part {
  const before = together(parts);
  const mass = massAfter(choose, step, before.mass);
  const content = least(contentAfter(choose, c, step, before, mass), mass);
  return { mass, content, amount: amountAfter(choose, c, step, before, content) };
}

function contentAfter(choose: Choose, c: ContentCase, step: Step, before: Part, mass: Near): Near {
  const fate = behaviourOf(step, c.content, contentRule);
  if (fate === 'combine') return before.content;
  if (fate === 'shrink') {
    if (compare(before.mass, nothing) === 0) return nothing;
    return divide(multiply(before.content, mass), before.mass);
  }
  if (!LOSES.includes(fate)) return choose(anyAmount);
  if (isFree(step, c.content)) return least(before.content, mass);
  const lost = subtract(before.mass, mass);
  const fewest = most(nothing, subtract(before.content, lost));
  return choose([fewest, least(before.content, mass)]);
}

const LOSES: readonly string[] = ['lose-some', 'select', 'replace'];

function amountAfter(choose: Choose, c: ContentCase, step: Step, before: Part, content: Near): Near {
  if (c.share === undefined || compare(content, nothing) === 0) return nothing;
  const rule: Rule = { kind: 'fraction', weight: c.content, custody: 'physical' };
  const fate = behaviourOf(step, c.share, rule);
  if (fate === 'combine') {
    if (compare(before.content, nothing) === 0) throw impossible;
    return divide(multiply(before.amount, content), before.content);
  }
  const isFollowed = fate === 'lose-some' && LOSES.includes(behaviourOf(step, c.content, contentRule));
  if (!isFollowed) return multiply(content, choose([nothing, all]));
  const gone = subtract(before.content, content);
  if (isFree(step, c.share)) return least(before.amount, content);
  return choose([most(nothing, subtract(before.amount, gone)), least(before.amount, content)]);
}

export function contentsOf(catalogue: Catalogue, quantity: Quantity, tree: Node): Spans {
  const c: ContentCase = { catalogue, content: quantity.id, share: undefined, pieces: [] };
  return spanned(
    everyRun((choose): Corner => {
      const { content } = partAt(choose, c, tree);
      return { pieces: '', low: content, high: content };
    }),
  );
}

/** Empty where there is nothing to take a share of. */
export function sharesOfContent(
  catalogue: Catalogue,
  quantity: Quantity,
  content: QuantityId,
  tree: Node,
): Spans {
  return spanned(
    everyRun((choose): Corner => {
      const c: ContentCase = { catalogue, content, share: quantity.id, pieces: [] };
      const part = partAt(choose, c, tree);
      if (compare(part.content, nothing) === 0) throw impossible;
      const share = divide(part.amount, part.content);
      return { pieces: c.pieces.join(), low: share, high: share };
    }),
  );
}
