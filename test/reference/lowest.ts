// The smallest of numbers or of steps on a scale, and truths that are counted over parts: one run per choice.

import type { Catalogue, Quantity, Rule, Statement } from '../../src/core/model/catalogue.ts';
import { type Corner, knownOf, piece, spanned } from './amounts.ts';
import { type Choose, everyRun } from './every-run.ts';
import { exact } from './exact.ts';
import { at, compare, least, type Near } from './near.ts';
import { domainOf } from './possible.ts';
import { highEnd, lowEnd, type Spans } from './spans.ts';
import { behaviourOf, ends, isFree, type Leaf, type Node, type Step } from './tree.ts';

function lowestAt(
  choose: Choose,
  catalogue: Catalogue,
  quantity: Quantity,
  node: Node,
  pieces: string[],
): Near {
  if (node.kind === 'leaf') return choose(ends(piece(choose, knownOf(catalogue, node, quantity.id), pieces)));
  const behaviour = behaviourOf(node, quantity.id, quantity.rule);
  const parts = node.parts.map((part) => lowestAt(choose, catalogue, quantity, part, pieces));
  if (behaviour === 'lose-some') return choose(betterThan(catalogue, quantity, parts.reduce(least)));
  if (behaviour !== 'combine' && behaviour !== 'limit') {
    return choose(ends(piece(choose, domainOf(catalogue, quantity.id), pieces)));
  }
  const joint = behaviour === 'limit' ? [choose(jointLevels(catalogue, quantity, node))] : [];
  const [first, ...rest] = [...parts, ...joint];
  return rest.reduce(least, first ?? at(exact(0)));
}

/** What stays is as good as before or better: on a scale any step from there, else anything up to the best. */
function betterThan(catalogue: Catalogue, quantity: Quantity, value: Near): readonly Near[] {
  const domain = domainOf(catalogue, quantity.id);
  if (quantity.measure.kind === 'scale')
    return domain.map(lowEnd).filter((step) => compare(step, value) >= 0);
  return [value, ...domain.map(highEnd)];
}

function jointLevels(catalogue: Catalogue, quantity: Quantity, step: Step): readonly Near[] {
  const stated = [step.process?.levels.get(quantity.id), step.effect.levels.get(quantity.id)];
  const known = stated.filter((each) => each !== undefined);
  // What the bill says of a joint cannot lift the ceiling that its effect has.
  return known.length === 0 ? domainOf(catalogue, quantity.id).map(lowEnd) : [at(exact(Math.min(...known)))];
}

export function lowestOf(catalogue: Catalogue, quantity: Quantity, tree: Node): Spans {
  const corners = everyRun((choose): Corner => {
    const pieces: string[] = [];
    const value = lowestAt(choose, catalogue, quantity, tree, pieces);
    // On a scale every step is a point of its own: nothing lies between two of them.
    const group = quantity.measure.kind === 'scale' ? JSON.stringify(value, stringify) : pieces.join();
    return { pieces: group, low: value, high: value };
  });
  return spanned(corners);
}

const stringify = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const truthOfLeaf = (choose: Choose, leaf: Leaf, statement: Statement): boolean =>
  choose([...(leaf.known?.truths.get(statement.id) ?? [true, false])]);

function truthAt(choose: Choose, statement: Statement, rule: Rule, node: Node): boolean {
  if (node.kind === 'leaf') return truthOfLeaf(choose, node, statement);
  const parts = node.parts.map((part) => truthAt(choose, statement, rule, part));
  const together = rule.kind === 'all' ? parts.every(Boolean) : parts.some(Boolean);
  const behaviour = behaviourOf(node, statement.id, rule);
  if (behaviour === 'combine') return together;
  // Whatever a part contains may be what leaves; nothing comes in.
  if (behaviour === 'lose-some' && (isFree(node, statement.id) || together === (rule.kind === 'all')))
    return together;
  return choose([true, false]);
}

/** What `all` and `any` come to. */
export const truthsOf = (statement: Statement, rule: Rule, tree: Node): ReadonlySet<boolean> =>
  new Set(everyRun((choose) => truthAt(choose, statement, rule, tree)));

type Refutable = Extract<Rule, { kind: 'assert-refutable' }>;

/** Whether everything that is necessary for the maker's assertion holds. */
function necessaryAt(choose: Choose, statement: Statement, rule: Refutable, node: Node): boolean {
  if (node.kind === 'leaf') {
    if (rule.scope === 'own') return true;
    const left = node.known?.truths.get(statement.id);
    const isExcused = rule.inapplicable === 'holds' && node.known?.inapplicable.has(statement.id) === true;
    return isExcused && left?.size !== 1 ? true : truthOfLeaf(choose, node, statement);
  }
  const parts = node.parts.map((part) => necessaryAt(choose, statement, rule, part)).every(Boolean);
  const behaviour = behaviourOf(node, statement.id, rule);
  if (behaviour === 'combine') return parts;
  if (behaviour === 'judge') return parts && jointAllows(choose, rule, node);
  // What stands against it may have left with what was lost.
  if (behaviour === 'lose-some' && parts && jointAllows(choose, rule, node)) return true;
  return choose([true, false]);
}

function jointAllows(choose: Choose, rule: Refutable, { effect }: Step): boolean {
  if (effect.traits.some((trait) => rule.refutedBy.includes(trait))) return false;
  const isOpened = effect.traits.some((trait) => rule.openedBy.includes(trait));
  return !isOpened || choose([true, false]);
}

/** The maker's assertion, so far as parts and joints let it stand; its own answer is one of true, false, nothing. */
export function assertedTruths(
  statement: Statement,
  rule: Refutable,
  tree: Node,
  own: boolean | undefined,
): ReadonlySet<boolean> {
  return new Set(
    everyRun((choose) => {
      const asserted = own ?? choose([true, false]);
      return necessaryAt(choose, statement, rule, tree) && asserted;
    }),
  );
}
