// Claims of a sheet in the words of a message, and the places where they stand.

import type { Claim } from '../core/algebra/believe.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Span } from '../core/text/span.ts';
import { showRegion } from '../core/values/show.ts';
import type { Answered } from './check.ts';

type Placed = Pick<Answered, 'answers' | 'quantities'>;

export function placesOfClaims(
  sheet: Placed,
  claims: readonly Claim[],
): readonly { readonly at: Span; readonly label: string }[] {
  return claims.flatMap((claim) => {
    const isAnswer = claim.kind === 'answer' || claim.kind === 'inapplicable';
    const place = isAnswer ? sheet.answers.get(claim.statement) : sheet.quantities.get(claim.quantity);
    return place === undefined ? [] : [{ at: place.at, label: 'this' }];
  });
}

export function describeClaim(catalogue: Catalogue, claim: Claim): string {
  if (claim.kind === 'answer') return `\`${claim.statement}\` ${claim.is ? 'true' : 'false'}`;
  if (claim.kind === 'inapplicable') return `\`${claim.statement}\` not applicable`;
  if (claim.kind === 'name') return `\`${claim.quantity}\` ${claim.name}`;
  const measure = catalogue.quantities.get(claim.quantity)?.measure;
  return `\`${claim.quantity}\` ${measure === undefined ? '' : showRegion([claim.range], measure)}`;
}

export function joinWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
