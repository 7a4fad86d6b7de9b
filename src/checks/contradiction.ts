// Whether the answers of one sheet can all hold of one product. The finding names an irreducible set: these
// cannot all be true, and dropping any one of them resolves it.

import { claimsOf } from '../core/algebra/claims.ts';
import type { Conflict } from '../core/algebra/conflict.ts';
import { interpret } from '../core/algebra/interpret.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import { constraintInWords } from '../core/questions/rule-words.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { describeClaim, joinWords, placesOfClaims } from './claim-words.ts';

type Answered = Pick<Sheet, 'answers' | 'quantities'>;

/** One finding per conflict; conflicts that share no answer are all reported. */
export function findContradictions(catalogue: Catalogue, sheet: Answered): readonly Finding[] {
  const { conflicts, setAside } = interpret(catalogue, claimsOf(catalogue, sheet));
  return conflicts
    .filter((conflict) => !isTwoBandsTrue(catalogue, conflict))
    .map((conflict) => contradiction(catalogue, sheet, conflict, [...setAside]));
}

/** Two true bands of one group are reported where the sheet is read, with a message of their own. */
function isTwoBandsTrue(catalogue: Catalogue, { claims }: Conflict): boolean {
  const groups = claims.map((claim) =>
    claim.kind === 'answer' && claim.is ? catalogue.statements.get(claim.statement)?.group : undefined,
  );
  return claims.length === 2 && groups[0] !== undefined && groups[0] === groups[1];
}

function contradiction(
  catalogue: Catalogue,
  sheet: Answered,
  { claims, constraints }: Conflict,
  discredits: readonly string[],
): Finding {
  const said = claims.map((claim) => describeClaim(catalogue, claim));
  const [first, ...others] = placesOfClaims(sheet, claims);
  const because = constraints.map(({ id }) => constraintInWords(catalogue, id));
  const remedy =
    claims.length === 1
      ? 'correct this answer: no product can have it'
      : `correct one of these ${claims.length} answers; any one of them resolves it`;
  return finding('sheet/contradiction', `${joinWords(said)} cannot all be so of one product`, {
    ...(first === undefined ? {} : { at: first.at, label: first.label }),
    related: others,
    help: [
      remedy,
      ...(because.length === 0 ? [] : [`the catalogue says of every product: ${because.join('; ')}`]),
    ],
    data: {
      claims: claims.map((claim) => claim.key),
      constraints: constraints.map((constraint) => constraint.id),
    },
    discredits,
  });
}
