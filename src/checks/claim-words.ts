// Claims of a sheet in the words of a message, and the places where they stand.

import type { Claim } from '../core/algebra/believe.ts';
import { compositionKey, isOfComposition } from '../core/algebra/claims.ts';
import { deriveFrom, vocabularyOf } from '../core/composition/derive.ts';
import { type Working, workingOf } from '../core/composition/working.ts';
import { type Catalogue, vocabularyIn } from '../core/model/catalogue.ts';
import type { Span } from '../core/text/span.ts';
import { writeNames } from '../core/values/name-list.ts';
import { showRegion } from '../core/values/show.ts';
import type { Answered } from './check.ts';

type Placed = Pick<Answered, 'answers' | 'quantities' | 'composition'>;

export function placesOfClaims(
  catalogue: Catalogue,
  sheet: Placed,
  claims: readonly Claim[],
): readonly { readonly at: Span; readonly label: string }[] {
  const places = claims.flatMap((claim) => {
    if (isOfComposition(claim)) return workingBehind(catalogue, sheet, claim)?.places ?? [];
    const isAnswer = claim.kind === 'answer' || claim.kind === 'inapplicable';
    const place = isAnswer ? sheet.answers.get(claim.statement) : sheet.quantities.get(claim.quantity);
    return place === undefined ? [] : [place.at];
  });
  return [...new Set(places)].map((at) => ({ at, label: 'this' }));
}

function workingBehind(catalogue: Catalogue, { composition }: Placed, { key }: Claim): Working | undefined {
  const derived = deriveFrom(catalogue, composition).find(({ id }) => compositionKey(id) === key);
  return composition === undefined || derived === undefined
    ? undefined
    : workingOf(composition, derived, vocabularyOf(catalogue));
}

/** What the composition comes to, part by part: one line for each claim that is read off it. */
export function workingsInWords(
  catalogue: Catalogue,
  sheet: Placed,
  claims: readonly Claim[],
): readonly string[] {
  return claims.filter(isOfComposition).flatMap((claim) => {
    const parts = workingBehind(catalogue, sheet, claim)?.parts ?? [];
    return parts.length === 0
      ? []
      : [`the composition gives ${saidBy(catalogue, claim)}: ${parts.join(', ')}`];
  });
}

export const describeClaim = (catalogue: Catalogue, claim: Claim): string =>
  isOfComposition(claim) ? `a composition with ${saidBy(catalogue, claim)}` : saidBy(catalogue, claim);

function saidBy(catalogue: Catalogue, claim: Claim): string {
  if (claim.kind === 'answer') return `\`${claim.statement}\` ${claim.is ? 'true' : 'false'}`;
  if (claim.kind === 'inapplicable') return `\`${claim.statement}\` not applicable`;
  if (claim.kind === 'name') return `\`${claim.quantity}\` ${claim.name}`;
  if (claim.kind === 'names')
    return `\`${claim.quantity}\` ${writeNames(claim.names, vocabularyIn(catalogue, claim.quantity))}`;
  const measure = catalogue.quantities.get(claim.quantity)?.measure;
  return `\`${claim.quantity}\` ${measure === undefined ? '' : showRegion([claim.range], measure)}`;
}

export function joinWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
