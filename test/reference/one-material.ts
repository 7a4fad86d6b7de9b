// Is the product one material? Every way the inputs' materials can be the same or not is tried, with every corner of
// their masses. One material means: some material makes up at least 1 - tolerance of the mass.

import type { Catalogue, Rule, Statement } from '../../src/core/model/catalogue.ts';
import { type Choose, everyRun, impossible } from './every-run.ts';
import { type Exact, exact, minus, order } from './exact.ts';
import { all, at, below, compare, divide, multiply, type Near, nothing, subtract } from './near.ts';
import {
  behaviourOf,
  isPutIn,
  type Leaf,
  massAfter,
  massOf,
  type Node,
  type Step,
  sumOf,
  takesOut,
} from './tree.ts';

type SameValue = Extract<Rule, { kind: 'same-value' }>;

/** A part of one material (its name), of several, or of nobody knows what. */
interface Piece {
  readonly mass: Near;
  readonly material: string | 'several' | 'anything';
}

interface MaterialCase {
  readonly catalogue: Catalogue;
  readonly statement: Statement;
  readonly rule: SameValue;
  readonly leaves: number;
}

function listedNames(c: MaterialCase): readonly string[] {
  const measure = c.catalogue.quantities.get(c.rule.of)?.measure;
  return measure?.kind === 'name' ? measure.names : [];
}

/** Listed names are materials of their own; beside them there are as many others as there are inputs. */
const materials = (c: MaterialCase): readonly string[] => [
  ...listedNames(c),
  ...Array.from({ length: c.leaves }, (_, index) => `#${index}`),
];

function materialOf(choose: Choose, c: MaterialCase, leaf: Leaf): string {
  const truths = leaf.known?.truths.get(c.statement.id) ?? new Set([true, false]);
  if (!choose([...truths])) return 'several';
  // A name says something only of what is known to be one material, and only where it is listed.
  const name = truths.size > 1 ? undefined : leaf.known?.names.get(c.rule.of);
  if (name !== undefined && listedNames(c).includes(name)) return name;
  // One piece is of one material, whichever; of several pieces each may be of another one.
  return truths.size === 1 && !leaf.isOne ? 'anything' : choose(materials(c));
}

function piecesAt(choose: Choose, c: MaterialCase, node: Node): readonly Piece[] {
  if (node.kind === 'leaf') return [{ mass: massOf(choose, node), material: materialOf(choose, c, node) }];
  const each = node.parts.map((part) => piecesAt(choose, c, part));
  if (behaviourOf(node, c.statement.id, c.rule) === 'replace') return exchanged(choose, c, node, each);
  const parts = each.flat();
  const before = sumOf(parts.map(({ mass }) => mass));
  const after = massAfter(choose, node, before);
  const behaviour = behaviourOf(node, c.statement.id, c.rule);
  if (behaviour === 'lose-some') return [{ mass: after, material: whatStays(choose, c, parts, after) }];
  if (behaviour !== 'combine' && behaviour !== 'blend') return [{ mass: after, material: 'anything' }];
  if (compare(before, nothing) === 0) return parts;
  // Different materials melted together may be one new material.
  if (behaviour === 'blend' && verdicts(parts, c).includes(false))
    return [{ mass: after, material: 'anything' }];
  return parts.map((part) => ({ ...part, mass: divide(multiply(part.mass, after), before) }));
}

/** Of one material all through the rest is the same; of anything else nobody knows what is left. */
function exchanged(
  choose: Choose,
  c: MaterialCase,
  step: Step,
  each: readonly (readonly Piece[])[],
): readonly Piece[] {
  const put = each.filter((_, index) => isPutIn(step, index)).flat();
  const old = each.filter((_, index) => !isPutIn(step, index)).flat();
  if (!takesOut(step) || old.length === 0) return [...old, ...put];
  const left = massAfter(choose, step, sumOf(old.map(({ mass }) => mass)));
  const [first] = old;
  const isPure = order(exact(c.rule.tolerance.n, c.rule.tolerance.d), exact(0)) === 0;
  const isKnown = first?.material !== 'several' && first?.material !== 'anything';
  const isOne = isPure && isKnown && old.every(({ material }) => material === first?.material);
  return [{ mass: left, material: isOne && first !== undefined ? first.material : 'anything' }, ...put];
}

/** One material where all that may be foreign, were it to stay whole, is little enough of what is left. */
function whatStays(choose: Choose, c: MaterialCase, parts: readonly Piece[], after: Near): string {
  const tolerance = exact(c.rule.tolerance.n, c.rule.tolerance.d);
  const foreignTo = (material: string): Near =>
    sumOf(parts.map((part) => multiply(part.mass, subtract(all, shares(part, material, tolerance).low))));
  const isLittle = (material: string): boolean =>
    compare(foreignTo(material), multiply(at(tolerance), after)) <= 0;
  const one = compare(after, nothing) > 0 ? materials(c).find(isLittle) : undefined;
  if (one === undefined) return 'anything';
  // Outside the vocabulary it may be a mixture, and what stays of it another one.
  return listedNames(c).includes(one) ? one : choose(materials(c));
}

/** The largest and the smallest share of a material that a part of this kind can have. */
function shares(
  piece: Piece,
  material: string,
  tolerance: Exact,
): { readonly high: Near; readonly low: Near } {
  const limit = minus(exact(1), tolerance);
  if (piece.material === 'anything') return { high: all, low: nothing };
  if (piece.material === 'several') return { high: below(limit), low: nothing };
  if (piece.material === material) return { high: all, low: at(limit) };
  return { high: order(tolerance, limit) < 0 ? at(tolerance) : all, low: nothing };
}

function verdicts(pieces: readonly Piece[], c: MaterialCase): readonly boolean[] {
  const mass = sumOf(pieces.map((piece) => piece.mass));
  if (compare(mass, nothing) === 0) throw impossible;
  const limit = at(minus(exact(1), exact(c.rule.tolerance.n, c.rule.tolerance.d)));
  const tolerance = exact(c.rule.tolerance.n, c.rule.tolerance.d);
  const reach = (material: string, end: 'high' | 'low'): boolean => {
    const amount = sumOf(
      pieces.map((piece) => multiply(piece.mass, shares(piece, material, tolerance)[end])),
    );
    return compare(divide(amount, mass), limit) >= 0;
  };
  const canBeOne = materials(c).some((material) => reach(material, 'high'));
  const mustBeOne = materials(c).some((material) => reach(material, 'low'));
  return [...(canBeOne ? [true] : []), ...(mustBeOne ? [] : [false])];
}

const countLeaves = (node: Node): number =>
  node.kind === 'leaf' ? 1 : node.parts.reduce((count, part) => count + countLeaves(part), 0);

export function oneMaterialTruths(
  catalogue: Catalogue,
  statement: Statement,
  rule: SameValue,
  tree: Node,
): ReadonlySet<boolean> {
  const found = everyRun((choose) => {
    const c: MaterialCase = { catalogue, statement, rule, leaves: countLeaves(tree) };
    return verdicts(piecesAt(choose, c, tree), c);
  });
  return new Set(found.flat());
}
