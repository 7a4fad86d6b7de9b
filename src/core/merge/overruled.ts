// The maker says that a question does not apply, and something answers it all the same: the answer is published, and
// the maker is told at the line of the answer.

import type { Bill } from '../model/bill.ts';
import type { Answer } from '../model/sheet.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Case } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import { placeOfGround } from './merge-findings.ts';
import type { AnsweredStatement } from './publish.ts';

type Overruled = Pick<AnsweredStatement, 'statement' | 'published'> & {
  readonly own: Answer;
  readonly grounds: readonly Ground[];
};

/** One finding for each answer as it is written: for a group that was answered as one, the band that is true. */
export function overruledFindings(
  c: Case,
  bill: Bill,
  answered: readonly Omit<Overruled, 'own'>[],
): readonly Finding[] {
  const written = new Map<number, Overruled>();
  for (const each of answered) {
    const own = bill.answers.get(each.statement.id);
    const { value } = each.published;
    if (own?.value !== 'not-applicable' || (value !== 'true' && value !== 'false')) continue;
    const known = written.get(own.at.start.offset);
    if (known === undefined || (value === 'true' && known.published.value !== 'true'))
      written.set(own.at.start.offset, { ...each, own });
  }
  return [...written.values()].map((each) => describe(c, each));
}

function describe(c: Case, { statement, published, own, grounds }: Overruled): Finding {
  const by = [...new Set(grounds.map(inWords))];
  return finding(
    'merge/not-applicable-overruled',
    `\`${statement.id}\` is answered not-applicable, but follows as ${published.value} from ${by.join(' and ') || 'the inputs'}`,
    {
      at: own.at,
      label: 'the answer',
      related: grounds.flatMap((ground) => placeOfGround(c, ground, 'answers it')),
      help: [
        'withdraw the answer and let it follow from the inputs, or correct what it follows from',
        `run \`loopsheet catalogue show ${statement.id}\` for what the statement asks`,
      ],
      data: { statement: statement.id, value: published.value, overruledBy: by },
    },
  );
}

function inWords(ground: Ground): string {
  if (ground.kind === 'process') return `process \`${ground.process.name}\` (${ground.process.effect})`;
  return ground.kind === 'answer' ? `input \`${ground.input}\`` : `the maker's own \`${ground.claim.key}\``;
}
