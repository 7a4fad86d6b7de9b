// What a convention can decide at all: quantities that it settles, and what constraints, composed statements and weights tie
// to them. A mark on anything else, or on what the sheet and the convention exclude together, is no work of the convention.

import type { Catalogue, QuantityId, StatementId } from '../model/catalogue.ts';
import type { Convention } from '../model/convention.ts';
import { exactly } from '../values/interval.ts';
import { isZero } from '../values/rational.ts';
import { believe, type Claim } from './believe.ts';
import { tiedTo } from './conflict.ts';

/** Everything that may be decided once the conventions settle what they do. */
export function withinReach(
  catalogue: Catalogue,
  conventions: readonly Convention[],
): ReadonlySet<QuantityId | StatementId> {
  let reached = tiedTo(
    catalogue,
    conventions.flatMap(({ settles }) => [...settles.keys()]),
  );
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    const weighed = [...catalogue.quantities.values()].filter(
      ({ rule }) => rule.kind === 'fraction' && reached.has(rule.weight),
    );
    reached = tiedTo(catalogue, [...reached, ...weighed.map(({ id }) => id)]);
  }
  return reached;
}

/**
 * Whether what is marked cannot be so beside what is said. Where it may be that there is none of what the conventions take
 * to be none, they cannot decide that there is some: whatever else a product holds, it would be said without a mark.
 */
export function isExcluded(
  catalogue: Catalogue,
  said: readonly Claim[],
  conventions: readonly Convention[],
  marked: readonly Claim[],
): boolean {
  const fits = (claims: readonly Claim[]): boolean => believe(catalogue, [...said, ...claims]) !== undefined;
  const none = conventions.flatMap(noneBy);
  if (!fits([])) return false;
  return !fits(marked) || (fits(none) && !fits([...none, ...marked]));
}

/** Least figures only: of a figure in between, what is taken to be so of some inputs is not so of the product. */
const noneBy = ({ settles }: Convention): readonly Claim[] =>
  [...settles]
    .filter(([, value]) => isZero(value))
    .map(([quantity, value]) => ({
      key: `convention:${quantity}`,
      kind: 'figure',
      quantity,
      range: exactly(value),
    }));
