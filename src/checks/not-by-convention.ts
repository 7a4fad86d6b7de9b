// What it means: an answer is marked as holding by a convention that cannot decide it, or that takes the opposite to be so.
// Why it matters: a mark lets an answer count in every bill that adopts the convention. It vouches for nothing else.
// Instead: answer it as the maker's own claim, without the mark, or leave it unknown.

import { claimsByConvention } from '../core/algebra/claims.ts';
import { subjectsOfStatement } from '../core/algebra/conflict.ts';
import { isExcluded, withinReach } from '../core/algebra/conventional.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Convention } from '../core/model/convention.ts';
import type { Answer } from '../core/model/sheet.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { type WrittenAnswer, writtenAnswers } from './answer-places.ts';
import type { Answered, SheetCheck } from './check.ts';
import { readingOf } from './reading.ts';

const isMarked = ({ basis, value }: Answer): boolean => basis === 'convention' && value !== 'unknown';

export const notByConvention: SheetCheck = {
  code: 'sheet/not-by-convention',
  *run({ sheet, catalogue }) {
    for (const written of writtenAnswers([...sheet.answers.values()].filter(isMarked))) {
      const { conventions = [] } = written.answer;
      const known = conventions.flatMap((id) => catalogue.conventions.get(id) ?? []);
      // What names none, or one that nobody knows, is told elsewhere.
      if (known.length === 0 || known.length < conventions.length) continue;
      const why = whyNot(catalogue, sheet, written, known);
      if (why !== undefined) yield refusal(written, known, why);
    }
  },
};

/** Why the conventions cannot have decided it; undefined where they may have. */
function whyNot(
  catalogue: Catalogue,
  sheet: Answered,
  { answer, statements }: WrittenAnswer,
  conventions: readonly Convention[],
): string | undefined {
  const settled = conventions.flatMap(({ settles }) => [...settles.keys()]).map((id) => `\`${id}\``);
  if (answer.value === 'not-applicable') return 'a convention says of nothing that it does not apply';
  const reach = withinReach(catalogue, conventions);
  const isInReach = statements.every((id) =>
    subjectsOfStatement(catalogue, id).some((subject) => reach.has(subject)),
  );
  if (!isInReach) return `nothing follows for it from ${settled.join(' and ')}`;
  const marked = claimsByConvention(catalogue, sheet).filter(({ claim }) => statements.includes(claim.key));
  const { claims } = readingOf(catalogue, sheet).reading;
  const isSo = !isExcluded(
    catalogue,
    claims,
    conventions,
    marked.map(({ claim }) => claim),
  );
  return isSo ? undefined : 'beside what else the sheet says, it takes the opposite to be so';
}

function refusal(
  { answer, statements }: WrittenAnswer,
  conventions: readonly Convention[],
  why: string,
): Finding {
  const names = conventions.map(({ id }) => `\`${id}\``).join(' and ');
  return finding('sheet/not-by-convention', `\`${answer.statement}\` cannot hold by ${names}: ${why}`, {
    at: answer.at,
    label: 'marked here',
    help: [
      'remove `basis` and `conventions` if it is the own claim of the maker, or leave the answer `unknown`',
      `run \`loopsheet catalogue show ${conventions[0]?.id ?? ''}\` for what is taken to be so`,
    ],
    data: { statement: answer.statement, conventions: conventions.map(({ id }) => id) },
    discredits: statements,
  });
}
