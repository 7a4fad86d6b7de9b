// Chain-of-custody models (ISO 22095:2020, clause 3.3, as quoted in public sources): how a claim about material
// stays with the material. Only the first three let a share be counted as physically present; a mass-balance
// share holds on average over outputs, and book and claim follows records, not material.

export const custodyModels = [
  'book-and-claim',
  'mass-balance',
  'controlled-blending',
  'segregated',
  'identity-preserved',
] as const;

export type Custody = (typeof custodyModels)[number];

/** What a group counts: material physically present, material attributed to it, or any claim on record. */
export type CustodyBasis = 'physical' | 'attributed' | 'claimed';

const weakestAccepted: Record<CustodyBasis, Custody> = {
  physical: 'controlled-blending',
  attributed: 'mass-balance',
  claimed: 'book-and-claim',
};

const strength = (model: Custody): number => custodyModels.indexOf(model);

/** Whether a share under this model may count on the basis; shares of another basis say nothing. */
export const countsAs = (model: Custody, basis: CustodyBasis): boolean =>
  strength(model) >= strength(weakestAccepted[basis]);

/**
 * The model that a combination can still claim. Identity cannot outlive mixing of two sources, and a
 * contribution that names no model leaves the whole without one.
 */
export function combineCustody(models: readonly (Custody | undefined)[]): Custody | undefined {
  const [first, ...rest] = models;
  if (rest.length === 0) return first;
  let weakest: Custody = 'segregated';
  for (const model of models) {
    if (model === undefined) return undefined;
    if (strength(model) < strength(weakest)) weakest = model;
  }
  return weakest;
}
