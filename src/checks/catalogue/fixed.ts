// Whether constraints leave quantities open. A total that is its own part, or shares of one another, fix a figure that
// nobody has given.

import { believe } from '../../core/algebra/believe.ts';
import { fixedBy } from '../../core/algebra/equations.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import { type Constraint, isLogical } from '../../core/model/constraint.ts';
import { finding } from '../../core/text/finding.ts';
import { isExact } from '../../core/values/interval.ts';
import type { Rational } from '../../core/values/rational.ts';
import { showRegion } from '../../core/values/show.ts';
import { type CatalogueCheck, placeOfEntry, relatedTo } from './check.ts';

const linearOf = (catalogue: Catalogue) => catalogue.constraints.filter((each) => !isLogical(each));

/** Quantities that can have one value only, with that value. */
export function fixedQuantities(
  catalogue: Catalogue,
  constraints: readonly Constraint[] = catalogue.constraints,
): ReadonlyMap<string, Rational> {
  const fixed = new Map(fixedBy(constraints.filter((each) => !isLogical(each))).values);
  const regions = believe(catalogue, [], undefined, constraints)?.regions ?? new Map();
  for (const [id, [only, ...others]] of regions) {
    const domain = catalogue.quantities.get(id)?.domain;
    if (only === undefined || others.length > 0 || domain === undefined || isExact(domain)) continue;
    if (isExact(only)) fixed.set(id, only.lo);
  }
  return fixed;
}

export const fixedQuantity: CatalogueCheck = function* (input) {
  const { catalogue } = input;
  if (believe(catalogue, []) === undefined) return;
  const fixed = fixedQuantities(catalogue);
  for (const [id, value] of fixed) {
    const measure = catalogue.quantities.get(id)?.measure;
    if (measure === undefined) continue;
    const at = { lo: value, loOpen: false, hi: value, hiOpen: false };
    const needed = neededFor(catalogue, (some) => fixedQuantities(catalogue, some).has(id));
    yield finding(
      'catalogue/fixed-quantity',
      `constraints leave \`${id}\` one value only: ${showRegion([at], measure)}`,
      {
        at: placeOfEntry(input, id),
        related: relatedTo(input, needed),
        help: ['remove one of the constraints, or name other quantities in it'],
        data: { quantity: id, constraints: needed.map((each) => each.id) },
      },
    );
  }
  for (const [id, other] of fixedBy(linearOf(catalogue)).equal) {
    if (fixed.has(id)) continue;
    const needed = neededFor(catalogue, (some) =>
      fixedBy(some.filter((each) => !isLogical(each))).equal.some(
        (pair) => pair[0] === id && pair[1] === other,
      ),
    );
    yield finding(
      'catalogue/fixed-quantity',
      `each of \`${id}\` and \`${other}\` is a part of the other, so both are one`,
      {
        at: placeOfEntry(input, id),
        related: relatedTo(input, needed),
        help: ['let one of the two be the whole, or leave one of them out'],
        data: { quantity: id, equal: other, constraints: needed.map((each) => each.id) },
      },
    );
  }
};

/** The constraints that bring it about: without any one of them it is not so. */
function neededFor(
  { constraints }: Catalogue,
  holds: (some: readonly Constraint[]) => boolean,
): readonly Constraint[] {
  return constraints.reduce<readonly Constraint[]>((kept, each) => {
    const fewer = kept.filter((other) => other !== each);
    return holds(fewer) ? fewer : kept;
  }, constraints);
}
