// Linear constraints between groups, and the kinds of bits that keep them. Every bit of matter (or of energy) either
// counts for a group or does not; a product is a mixture of bits, so it keeps every linear constraint that each
// single bit keeps.

import type { Quantity, QuantityId } from '../../src/core/model/catalogue.ts';
import type { LinearConstraint } from '../../src/core/model/constraint.ts';
import { one, type Rational, rational, zero } from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';

/** Whether each group of a weight counts a bit of matter (or of energy). */
export type PureKind = ReadonlyMap<QuantityId, boolean>;

/** Linear constraints over one, two or three groups of one weight. */
export function drawLinear(draw: Draw, ids: readonly QuantityId[]): readonly LinearConstraint[] {
  const [a = '', b = '', c = ''] = ids;
  const term = (quantity: string, sign: number) => ({ quantity, factor: rational(sign) });
  const make = (
    kind: LinearConstraint['kind'],
    terms: LinearConstraint['terms'],
    relation: LinearConstraint['relation'],
    bound: Rational,
  ): LinearConstraint => ({
    kind,
    id: `${kind} ${terms.map(({ quantity }) => quantity).join(' ')}`,
    terms,
    relation,
    bound,
  });
  const nested = make('nested', [term(a, 1), term(b, -1)], '<=', zero);
  const atMost = make('atMost', [term(a, 1), term(b, 1)], '<=', one);
  if (ids.length === 1) return [];
  if (ids.length === 2) return draw.pick([[], [nested], [atMost]]);
  const total = make('total', [term(c, 1), term(a, -1), term(b, -1)], '=', zero);
  const partition = make('partition', [term(a, 1), term(b, 1), term(c, 1)], '=', one);
  const inner = make('nested', [term(a, 1), term(c, -1)], '<=', zero);
  return draw.pick([
    [],
    [total, atMost],
    [total, atMost, inner],
    [partition],
    [nested],
    [atMost],
    [inner, atMost],
  ]);
}

export function everyKind(ids: readonly QuantityId[]): readonly PureKind[] {
  return Array.from(
    { length: 2 ** ids.length },
    (_, bits) => new Map(ids.map((id, place) => [id, ((bits >> place) & 1) === 1])),
  );
}

export function keeps(kind: PureKind, constraint: LinearConstraint): boolean {
  const sum = constraint.terms.reduce(
    (left, { quantity, factor }) => left + (kind.get(quantity) ? Number(factor.n) : 0),
    0,
  );
  const bound = Number(constraint.bound.n);
  return constraint.relation === '=' ? sum === bound : sum <= bound;
}

/** Shares of the mass that may be booked, and of which there can be all and nothing. */
export const bookableIn = (
  { quantities }: { readonly quantities: ReadonlyMap<QuantityId, Quantity> },
  kinds: ReadonlyMap<string, readonly PureKind[]>,
): readonly QuantityId[] =>
  [...quantities.values()].flatMap(({ id, rule }) => {
    const bits = (kinds.get('mass') ?? []).map((kind) => kind.get(id));
    const isBooked = rule.kind === 'fraction' && rule.weight === 'mass' && rule.custody !== 'physical';
    return isBooked && bits.includes(true) && bits.includes(false) ? [id] : [];
  });
