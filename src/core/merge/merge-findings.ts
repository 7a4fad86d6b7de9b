// What a merge found out about the maker's own words: assertions that a joint or an input refutes, answers that
// cannot be true of these inputs, a validity that its inputs cut short.

import type { Claim } from '../algebra/believe.ts';
import { subjectsOfStatement } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import { type Knowledge, truthIn } from '../algebra/knowledge.ts';
import type { Bill, Process } from '../model/bill.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Sheet } from '../model/sheet.ts';
import { constraintInWords } from '../questions/rule-words.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';
import { exactly } from '../values/interval.ts';
import { rational } from '../values/rational.ts';
import { showRegion } from '../values/show.ts';
import { type Case, type Evaluation, evaluate } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import { processesBehind } from './own-conflict.ts';
import { showClaim } from './trace.ts';
import { searchWitnesses } from './witness.ts';

/** The maker asserts it, something refutes it: both are shown, nothing is published. */
export function refutationFindings(
  c: Case,
  bill: Bill,
  subjects: readonly Subject[],
  evaluation: Evaluation,
): readonly Finding[] {
  return evaluation.refuted.map((statement) => {
    const without = { ...c, own: c.own.filter((claim) => claim.key !== statement) };
    const { grounds } = searchWitnesses(without, subjects, bill).find(statement, 'false');
    const related = grounds.flatMap((ground) => placeOfGround(c, ground));
    return finding('merge/assertion-refuted', `\`${statement}\` is asserted, but ${reasonsFor(grounds)}`, {
      at: bill.answers.get(statement)?.at,
      label: 'the assertion',
      related,
      help: [
        `withdraw the answer, or change what refutes it; run \`loopsheet catalogue show ${statement}\` for what the statement asks`,
      ],
      data: { statement, refutedBy: grounds.map(nameOfGround) },
    });
  });
}

function reasonsFor(grounds: readonly Ground[]): string {
  return grounds
    .map((ground) =>
      ground.kind === 'process'
        ? `process \`${ground.process.name}\` (${ground.process.effect}) refutes it`
        : `${ground.kind === 'answer' ? `input \`${ground.input}\`` : 'the maker'} answers \`${ground.claim.key}\` false`,
    )
    .join(' and ');
}

function nameOfGround(ground: Ground): string {
  if (ground.kind === 'process') return ground.process.name;
  return ground.kind === 'answer' ? `${ground.input}: ${ground.claim.key}` : ground.claim.key;
}

export function placeOfGround(
  c: Case,
  ground: Ground,
  does = 'refutes it',
): readonly { at: Span; label: string }[] {
  if (ground.kind === 'process')
    return [{ at: ground.process.at, label: `\`${ground.process.effect}\` ${does}` }];
  if (ground.kind === 'own') return [];
  const at = c.inputs.get(ground.input)?.received?.sheet.answers.get(ground.claim.key)?.at;
  return at === undefined ? [] : [{ at, label: `answered for input \`${ground.input}\`` }];
}

/** Own answers that fit neither each other nor the inputs, with what the inputs give instead. */
export function conflictFindings(
  c: Case,
  bill: Bill,
  subjects: readonly Subject[],
  evaluation: Evaluation,
): readonly Finding[] {
  const { conflict } = evaluation;
  if (conflict === undefined) return [];
  const silent = { ...c, own: [] };
  const alone = evaluate(silent, subjects);
  const said = conflict.claims
    .map((claim) => `\`${claim.key}\` (${showClaim(c.catalogue, claim)})`)
    .join(', ');
  const [first, ...others] = conflict.claims;
  const processes = processesBehind(c, subjects, conflict);
  return [
    finding(
      'merge/own-answer-conflict',
      first === undefined
        ? 'the inputs and processes of the bill cannot all be so of one product'
        : `the maker's own ${said} cannot be true of these inputs`,
      {
        at: placeOfClaim(bill, first) ?? processes[0]?.at ?? bill.places.get('sheet'),
        related: [
          ...others.flatMap((claim) => {
            const at = placeOfClaim(bill, claim);
            return at === undefined ? [] : [{ at, label: 'and this' }];
          }),
          ...processes.map((process) => ({ at: process.at, label: factsOf(c, process) })),
        ],
        help: [
          ...whatFollows(conflict.claims, alone.knowledge, c.catalogue).slice(0, 1),
          'withdraw the answer and let it follow from the inputs, or correct the masses, processes or sheets it follows from',
          ...conflict.constraints.map(
            ({ id }) => `the catalogue says of every product: ${constraintInWords(c.catalogue, id)}`,
          ),
        ],
        data: {
          claims: conflict.claims.map((claim) => claim.key),
          constraints: conflict.constraints.map((constraint) => constraint.id),
          processes: processes.map(({ name }) => name),
        },
      },
    ),
  ];
}

const whatFollows = (claims: readonly Claim[], alone: Knowledge, catalogue: Catalogue): readonly string[] =>
  claims.flatMap((claim) => {
    const truth = claim.kind === 'answer' ? truthIn(alone, catalogue, claim.key) : 'unknown';
    return truth === 'unknown' ? [] : [`\`${claim.key}\` follows as ${truth} from the inputs`];
  });

/** What a process states of itself: its effect, and the levels of its joint. */
function factsOf({ catalogue }: Case, { effect, levels }: Process): string {
  const stated = [...levels].map(([id, level]) => {
    const measure = catalogue.quantities.get(id)?.measure;
    const shown = measure === undefined ? `${level}` : showRegion([exactly(rational(level))], measure);
    return `\`${id}\` ${shown}`;
  });
  return [`\`${effect}\``, ...stated].join(', ');
}

function placeOfClaim(bill: Bill, claim: Claim | undefined): Span | undefined {
  if (claim === undefined) return undefined;
  return claim.kind === 'answer' || claim.kind === 'inapplicable'
    ? bill.answers.get(claim.statement)?.at
    : bill.quantities.get(claim.quantity)?.at;
}

/** A composed answer about something that only the maker can assert: it must be asserted itself. */
export function composedFindings(c: Case, bill: Bill, subjects: readonly Subject[]): readonly Finding[] {
  const asserted = subjects.filter((subject) => subject.rule.kind === 'assert-refutable').map(({ id }) => id);
  return [...bill.answers.values()].flatMap(({ statement, value, valueAt }) => {
    const parts = subjectsOfStatement(c.catalogue, statement).filter(
      (id) => id !== statement && asserted.includes(id),
    );
    if (parts.length === 0 || (value !== 'true' && value !== 'false')) return [];
    const names = parts.map((part) => `\`${part}\``).join(' and ');
    return [
      finding(
        'sheet/wrong-answer',
        `\`${statement}\` follows from ${names} and cannot be answered by itself here`,
        {
          at: valueAt,
          help: [`answer ${names} instead, and leave this one out`],
          data: { statement, parts },
          discredits: [statement],
        },
      ),
    ];
  });
}

export function validityFindings(bill: Bill, sheet: Sheet): readonly Finding[] {
  if (bill.validUntil === undefined || sheet.validUntil === bill.validUntil) return [];
  return [
    finding(
      'merge/validity-shortened',
      `the sheet is valid until ${sheet.validUntil ?? ''}, not ${bill.validUntil}: an input it relies on ends earlier`,
      {
        at: bill.places.get('validUntil'),
        help: ['merge again when the input is renewed'],
        data: { asked: bill.validUntil, given: sheet.validUntil ?? '' },
      },
    ),
  ];
}
