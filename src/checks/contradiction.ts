// Whether the answers of one sheet can all hold of one product. The finding names an irreducible set: these
// cannot all be true, and dropping any one of them resolves it.

import type { Claim } from '../core/algebra/believe.ts';
import { isOfComposition } from '../core/algebra/claims.ts';
import { type Conflict, findConflict, subjectsOfClaim } from '../core/algebra/conflict.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import { constraintInWords } from '../core/questions/rule-words.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import type { Answered } from './check.ts';
import { describeClaim, joinWords, placesOfClaims, workingsInWords } from './claim-words.ts';
import { readingOf } from './reading.ts';

type Told = Pick<Answered, 'answers' | 'quantities' | 'composition'>;

/** One finding per conflict; conflicts that share no answer are all reported. */
export function findContradictions(catalogue: Catalogue, sheet: Told): readonly Finding[] {
  const { said: claims, reading } = readingOf(catalogue, sheet);
  const { conflicts, setAside } = reading;
  return conflicts
    .map((conflict) => asDirect(catalogue, conflict, claims))
    .filter((conflict) => !isTwoBandsTrue(catalogue, conflict))
    .map((conflict) => contradiction(catalogue, sheet, conflict, [...setAside]));
}

/** The same quarrel with what the composition says of the very thing that is answered, where that suffices. */
function asDirect(catalogue: Catalogue, conflict: Conflict, all: readonly Claim[]): Conflict {
  const answers = conflict.claims.filter((claim) => !isOfComposition(claim));
  if (answers.length === conflict.claims.length) return conflict;
  const subjects = new Set(answers.flatMap((claim) => subjectsOfClaim(catalogue, claim)));
  const isAbout = (claim: Claim): boolean =>
    isOfComposition(claim) && subjectsOfClaim(catalogue, claim).every((id) => subjects.has(id));
  for (const claim of all.filter(isAbout)) {
    const direct = findConflict(catalogue, [...answers, claim]);
    if (direct !== undefined) return direct;
  }
  return conflict;
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
  sheet: Told,
  { claims, constraints }: Conflict,
  discredits: readonly string[],
): Finding {
  const said = [...new Set(claims.map((claim) => describeWritten(catalogue, sheet, claim)))];
  const [first, ...others] = placesOfClaims(catalogue, sheet, claims);
  const because = constraints.map(({ id }) => constraintInWords(catalogue, id));
  const remedy = remedyFor(claims, said.length);
  return finding('sheet/contradiction', `${joinWords(said)} cannot all be so of one product`, {
    ...(first === undefined ? {} : { at: first.at, label: first.label }),
    related: others,
    help: [
      remedy,
      ...workingsInWords(catalogue, sheet, claims),
      ...(because.length === 0 ? [] : [`the catalogue says of every product: ${because.join('; ')}`]),
    ],
    data: {
      claims: claims.map((claim) => claim.key),
      constraints: constraints.map((constraint) => constraint.id),
    },
    discredits,
  });
}

/** In the words of what was written: a group that is answered by one band is one answer, whichever bands it rules out. */
function describeWritten(catalogue: Catalogue, { answers }: Told, claim: Claim): string {
  if (claim.kind !== 'answer' || claim.is || isOfComposition(claim)) return describeClaim(catalogue, claim);
  const own = answers.get(claim.statement);
  const bands = catalogue.groups.get(catalogue.statements.get(claim.statement)?.group ?? '')?.bands ?? [];
  const named = bands.find(({ statement }) => {
    const answer = answers.get(statement);
    return answer?.value === 'true' && answer.at === own?.at;
  });
  if (named === undefined) return describeClaim(catalogue, claim);
  return describeClaim(catalogue, { ...claim, statement: named.statement, is: true });
}

function remedyFor(claims: readonly Claim[], written: number): string {
  if (claims.length === 1) return 'correct this answer: no product can have it';
  if (claims.every(isOfComposition)) return 'correct the composition: no product can be made up so';
  const answers = written - claims.filter(isOfComposition).length;
  if (claims.some(isOfComposition))
    return `correct ${answers === 1 ? 'the answer' : `one of the ${answers} answers`} or the composition`;
  if (written === 1) return 'correct this answer: no product can have it';
  return `correct one of these ${written} answers; any one of them resolves it`;
}
