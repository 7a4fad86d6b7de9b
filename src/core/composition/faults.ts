// What is wrong with a composition by itself. From one with such a fault nothing is concluded.

import type { Composition, Material, Substance } from '../model/composition.ts';
import type { Span } from '../text/span.ts';
import { type Interval, sum } from '../values/interval.ts';
import { compare, one } from '../values/rational.ts';
import { hiddenOfMaterial, hiddenOfProduct } from './whole.ts';

export interface Share {
  readonly name: string;
  readonly share: Interval;
  readonly at: Span;
}

export type CompositionFault =
  /** These shares of one whole are more than the whole at their lower ends. */
  | { readonly kind: 'above-whole'; readonly of: string | undefined; readonly shares: readonly Share[] }
  | {
      readonly kind: 'repeated';
      readonly what: 'material' | 'substance' | 'hidden';
      readonly name: string;
      readonly first: Span;
      readonly again: Span;
    };

/** The names by which a material is the same as another one. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

export function faultsOf(composition: Composition): readonly CompositionFault[] {
  const { materials, hidden } = composition;
  const hiddenShares = hidden.map(({ share, at }) => ({ name: 'hidden', share, at }));
  const whole = [...materials, ...hiddenShares];
  return [
    ...repeated('material', materials, ({ name }) => foldName(name)),
    ...repeated('hidden', hiddenShares, () => ''),
    ...(hiddenOfProduct(composition) === undefined
      ? [{ kind: 'above-whole', of: undefined, shares: whole } as const]
      : []),
    ...materials.flatMap(faultsOfMaterial),
  ];
}

function faultsOfMaterial(material: Material): readonly CompositionFault[] {
  const { name, substances, hidden, origin, at } = material;
  const hiddenShares = hidden.map(({ share, at: place }) => ({ name: 'hidden', share, at: place }));
  const apart = (['post-consumer', 'pre-consumer', 'reused'] as const).flatMap((each) => {
    const share = origin.get(each);
    return share === undefined ? [] : [{ name: each, share, at }];
  });
  return [
    ...repeatedSubstances(substances),
    ...repeated('hidden', hiddenShares, () => ''),
    ...(hiddenOfMaterial(material) === undefined
      ? [{ kind: 'above-whole', of: name, shares: [...substances, ...hiddenShares] } as const]
      : []),
    ...(isAboveWhole(apart) ? [{ kind: 'above-whole', of: name, shares: apart } as const] : []),
  ];
}

/** By the number or by the name: under one name there is one substance, whatever number stands beside it. */
function repeatedSubstances(substances: readonly Substance[]): readonly CompositionFault[] {
  const numbered = substances.filter(({ cas }) => cas !== undefined);
  const byNumber = repeated('substance', numbered, ({ cas }) => cas ?? '');
  const byName = repeated('substance', substances, ({ name }) => foldName(name));
  const told = new Set(byNumber.map((fault) => (fault.kind === 'repeated' ? fault.again : undefined)));
  return [...byNumber, ...byName.filter((fault) => fault.kind === 'repeated' && !told.has(fault.again))];
}

function isAboveWhole(shares: readonly Share[]): boolean {
  const [first, ...rest] = shares;
  if (first === undefined) return false;
  const all = rest.reduce((total, { share }) => sum(total, share), first.share);
  const order = compare(all.lo, one);
  return order > 0 || (order === 0 && all.loOpen);
}

function repeated<T extends Share>(
  what: 'material' | 'substance' | 'hidden',
  parts: readonly T[],
  keyOf: (part: T) => string,
): readonly CompositionFault[] {
  const first = new Map<string, T>();
  return parts.flatMap((part) => {
    const key = keyOf(part);
    const known = first.get(key);
    if (known !== undefined)
      return [{ kind: 'repeated', what, name: part.name, first: known.at, again: part.at } as const];
    first.set(key, part);
    return [];
  });
}
