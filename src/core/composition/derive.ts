// What a composition says of the quantities and statements that the catalogue ties to it.

import type { Catalogue, QuantityId, StatementId } from '../model/catalogue.ts';
import type { Composition, CompositionLink } from '../model/composition.ts';
import { compareLower, compareUpper, type Interval } from '../values/interval.ts';
import { liesIn, regionOf } from '../values/region.ts';
import { faultsOf, foldName } from './faults.ts';
import { measureOf, type Vocabulary } from './measure.ts';

export interface Derived {
  readonly id: QuantityId | StatementId;
  readonly link: CompositionLink;
  readonly range: Interval;
  /** Of a statement. */
  readonly truth?: boolean;
}

const known = new WeakMap<
  Composition,
  { readonly catalogue: Catalogue; readonly derived: readonly Derived[] }
>();

/** In catalogue order; what says nothing is left out, and of a composition with faults everything. */
export function deriveFrom(catalogue: Catalogue, composition: Composition | undefined): readonly Derived[] {
  if (composition === undefined) return [];
  const before = known.get(composition);
  if (before?.catalogue === catalogue) return before.derived;
  const derived = faultsOf(composition).length > 0 ? [] : deriveAll(catalogue, composition);
  known.set(composition, { catalogue, derived });
  return derived;
}

function deriveAll(catalogue: Catalogue, composition: Composition): readonly Derived[] {
  const vocabulary = vocabularyOf(catalogue);
  const derived: Derived[] = [];
  for (const { id, composition: link, domain } of catalogue.quantities.values()) {
    const range = link === undefined ? undefined : measureOf(composition, link.measure, vocabulary);
    if (link !== undefined && range !== undefined && !isSame(range, domain))
      derived.push({ id, link, range });
  }
  for (const { id, composition: link } of catalogue.statements.values()) {
    const range = link?.range === undefined ? undefined : measureOf(composition, link.measure, vocabulary);
    if (link?.range === undefined || range === undefined) continue;
    const truth = liesIn(regionOf(range), link.range);
    if (truth !== 'unknown') derived.push({ id, link, range, truth: truth === 'true' });
  }
  return derived;
}

const isSame = (a: Interval, b: Interval): boolean => compareLower(a, b) === 0 && compareUpper(a, b) === 0;

/** The names of materials under which the catalogue tells them apart. */
export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  return new Set(
    [...catalogue.quantities.values()].flatMap(({ measure }) =>
      measure.kind === 'name' ? measure.names.map(foldName) : [],
    ),
  );
}
