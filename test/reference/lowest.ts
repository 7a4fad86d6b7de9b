// The smallest of numbers or of steps on a scale, and truths that are counted over parts: one run per choice.

import type { Catalogue, Quantity, Rule, Statement } from '../../src/core/model/catalogue.ts';
import { type Corner, knownOf, piece, spanned } from './amounts.ts';
import { type Choose, everyRun } from './every-run.ts';
import { exact } from './exact.ts';
import { at, compare, least, most, type Near } from './near.ts';
import { domainOf } from './possible.ts';
import { highEnd, lowEnd, type Spans } from './spans.ts';
import { behaviourOf, ends, isFree, isPutIn, type Leaf, type Node, type Step, takesOut } from './tree.ts';

function lowestAt(
  choose: Choose,
  catalogue: Catalogue,
  quantity: Quantity,
  node: Node,
  pieces: string[],
): Near {
  if (node.kind === 'leaf') return choose(ends(piece(choose, knownOf(catalogue, node, quantity.id), pieces)));
  const behaviour = behaviourOf(node, quantity.id, quantity.rule);
  const before = node.parts.map((part) => lowestAt(choose, catalogue, quantity, part, pieces));
  const pick = quantity.rule.kind === 'max-number' ? most : least;
  if (behaviour === 'lose-some') return choose(lessDecided(catalogue, quantity, before.reduce(pick)));
  const isReplaced = behaviour === 'replace';
  const parts = isReplaced ? raised(choose, catalogue, quantity, node, before) : before;
  if (behaviour !== 'combine' && behaviour !== 'limit' && !isReplaced) {
    return choose(ends(piece(choose, domainOf(catalogue, quantity.id), pieces)));
  }
  const isJoined = behaviour === 'limit' || (isReplaced && quantity.rule.kind === 'min-level');
  const joint = isJoined ? [choose(jointLevels(catalogue, quantity, node))] : [];
  const [first, ...rest] = [...parts, ...joint];
  return rest.reduce(pick, first ?? at(exact(0)));
}

/** The lowest of what something was taken out of may have been just that. */
function raised(
  choose: Choose,
  catalogue: Catalogue,
  quantity: Quantity,
  step: Step,
  parts: readonly Near[],
): readonly Near[] {
  if (!takesOut(step)) return parts;
  const domain = domainOf(catalogue, quantity.id).flatMap((span) => [lowEnd(span), highEnd(span)]);
  return parts.map((value, index) =>
    isPutIn(step, index) ? value : choose([value, ...domain.filter((each) => compare(each, value) > 0)]),
  );
}

/**
 * What decided may have left: what stays is as good as before or better, on a scale any step from there, else anything up
 * to the best; of a largest number it is as small as before or smaller.
 */
function lessDecided(catalogue: Catalogue, quantity: Quantity, value: Near): readonly Near[] {
  const domain = domainOf(catalogue, quantity.id);
  if (quantity.rule.kind === 'max-number') return [value, ...domain.map(lowEnd)];
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
  if (behaviourOf(node, statement.id, rule) === 'replace') {
    const left = leftOver(choose, node, parts, rule.kind === 'any');
    return rule.kind === 'all' ? left.every(Boolean) : left.some(Boolean);
  }
  const together = rule.kind === 'all' ? parts.every(Boolean) : parts.some(Boolean);
  const behaviour = behaviourOf(node, statement.id, rule);
  if (behaviour === 'combine') return together;
  if (behaviour === 'return-same') {
    const back = choose([true, false]);
    return rule.kind === 'all' ? together && back : together || back;
  }
  // Whatever a part contains may be what leaves; nothing comes in.
  if (behaviour === 'lose-some' && (isFree(node, statement.id) || together === (rule.kind === 'all')))
    return together;
  return choose([true, false]);
}

/** What alone brought an answer about may have been taken out. */
const leftOver = (
  choose: Choose,
  step: Step,
  parts: readonly boolean[],
  decisive: boolean,
): readonly boolean[] =>
  parts.map((part, index) =>
    takesOut(step) && !isPutIn(step, index) && part === decisive ? choose([true, false]) : part,
  );

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
  const behaviour = behaviourOf(node, statement.id, rule);
  const before = node.parts.map((part) => necessaryAt(choose, statement, rule, part));
  const isReplaced = behaviour === 'replace';
  const parts = (isReplaced ? leftOver(choose, node, before, false) : before).every(Boolean);
  if (behaviour === 'combine') return parts;
  if (behaviour === 'judge' || isReplaced) return parts && jointAllows(choose, rule, node);
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
