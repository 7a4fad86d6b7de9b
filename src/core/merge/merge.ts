// A bill and the sheets of its inputs in, the sheet of the product and its trace out. Pure: no file, no clock.

import { claimsOf } from '../algebra/claims.ts';
import { subjectsOfStatement } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import { truthIn } from '../algebra/knowledge.ts';
import { subjectsOf } from '../algebra/subjects.ts';
import type { Bill, Input } from '../model/bill.ts';
import { type Catalogue, catalogueName, type Statement } from '../model/catalogue.ts';
import type { Convention } from '../model/convention.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Trace, TraceAnswer, TraceGap } from '../model/trace.ts';
import { type Finding, orderFindings } from '../text/finding.ts';
import { changedBy } from './changes.ts';
import { checkInputs } from './check-inputs.ts';
import { searchConflicts } from './conflicted.ts';
import { conventionFindings } from './convention-findings.ts';
import { type Case, evaluate } from './evaluate.ts';
import { gapsOf } from './gaps.ts';
import type { Ground } from './grounds.ts';
import { isValidOn, type ReceivedSheet, readInput } from './inputs.ts';
import {
  composedFindings,
  conflictFindings,
  refutationFindings,
  validityFindings,
} from './merge-findings.ts';
import { openAssertionFindings } from './open-assertions.ts';
import { overruledFindings } from './overruled.ts';
import { ownUses } from './own-uses.ts';
import { weighPieces } from './pieces.ts';
import { type Plan, type PlanStep, planBill } from './plan.ts';
import {
  type AnsweredStatement,
  detailsOf,
  placeOf,
  publishAnswer,
  quantitiesOf,
  reasonFor,
  sheetOf,
} from './publish.ts';
import { traceGround, traceInputs, traceProcesses, traceSteps, traceSubject } from './trace.ts';
import {
  adoptedBy,
  isUpToConventions,
  markedBy,
  type Seen,
  seeUnderConventions,
} from './under-conventions.ts';
import { nothingNeeded, searchWitnesses } from './witness.ts';

export interface MergeRequest {
  readonly bill: Bill;
  readonly billSha256: string;
  readonly catalogue: Catalogue;
  /** By input name; an input that is not there has no sheet. */
  readonly received: ReadonlyMap<string, ReceivedSheet>;
  /** How long the ways are through the bills that made inputs, by input. */
  readonly behind?: ReadonlyMap<string, number>;
  /** Whether the ranges behind the answers go into the sheet. */
  readonly withQuantities: boolean;
}

export interface Merged {
  readonly sheet: Sheet;
  readonly trace: Trace;
}

export interface MergeResult {
  /** undefined only when the bill holds nothing that could be merged. */
  readonly merged: Merged | undefined;
  readonly findings: readonly Finding[];
}

/** Merge one bill. With a finding of severity error the result is for looking at, not for publishing. */
export function mergeBill(asked: MergeRequest): MergeResult {
  const weighed = weighPieces(asked.bill, ({ name }) => countingSheet(asked, name));
  const request = { ...asked, bill: weighed.value };
  const { bill, catalogue } = request;
  const planned = planBill(bill, catalogue, request.behind);
  const { value: plan } = planned;
  const findings = [...weighed.findings, ...planned.findings];
  if (plan === undefined) return { merged: undefined, findings: orderFindings(findings) };
  const c = caseOf(request, plan);
  const subjects = subjectsOf(catalogue);
  const evaluation = evaluate(c, subjects);
  const witnesses = searchWitnesses(c, subjects, bill);
  const conflictedBy = searchConflicts(c, subjects);
  const work: Work = { request, c, subjects, evaluation, witnesses, conflictedBy };
  const agreed = seeUnderConventions(bill, work, subjects);
  const answers = [...catalogue.statements.values()].map((statement) =>
    agreed !== undefined && isUpToConventions(bill, work, agreed, statement)
      ? answer({ ...work, ...agreed }, statement, adoptedBy(bill, catalogue))
      : answer(work, statement, []),
  );
  const quantities = request.withQuantities ? quantitiesOf(catalogue, evaluation, placeOf(bill)) : new Map();
  const sheet = sheetOf(
    bill,
    c,
    answers.map((each) => each.answered),
    quantities,
  );
  return {
    merged: {
      sheet,
      trace: traceOf(
        work,
        agreed,
        answers.map((each) => each.trace),
      ),
    },
    findings: orderFindings([
      ...findings,
      ...checkInputs(c, bill),
      ...conflictFindings(c, bill, subjects, evaluation),
      ...refutationFindings(c, bill, subjects, evaluation),
      ...openAssertionFindings(
        catalogue,
        bill,
        answers.map((each) => each.trace),
        evaluation.refuted,
      ),
      ...overruledFindings(
        c,
        bill,
        answers.map(({ answered, grounds }) => ({ ...answered, grounds })),
      ),
      ...composedFindings(c, bill, subjects),
      ...conventionFindings(bill, work, agreed),
      ...validityFindings(bill, sheet),
    ]),
  };
}

function countingSheet({ bill, received }: MergeRequest, input: string): Sheet | undefined {
  const sheet = received.get(input)?.sheet;
  return sheet !== undefined && isValidOn(sheet, bill.issued) ? sheet : undefined;
}

function caseOf({ bill, catalogue, received }: MergeRequest, plan: Plan): Case {
  const inside = inputsIn(plan.product);
  // A box around the product is taken by a process, and nothing of it is in the product.
  const seen = (input: Input): Input => (inside.has(input.name) ? input : { ...input, contained: false });
  return {
    catalogue,
    plan,
    inputs: new Map(
      bill.inputs.map((input) => [
        input.name,
        readInput(catalogue, bill, seen(input), received.get(input.name)),
      ]),
    ),
    own: claimsOf(catalogue, bill),
    ownUses: ownUses(bill, catalogue, plan.product),
  };
}

function inputsIn(step: PlanStep): ReadonlySet<string> {
  if (step.kind === 'input') return new Set([step.input.name]);
  return new Set(step.from.flatMap((part) => [...inputsIn(part.step)]));
}

interface Work extends Seen {
  readonly request: MergeRequest;
  readonly subjects: readonly Subject[];
  /** Names of the inputs whose contradictions leave the statement open. */
  conflictedBy(statement: Statement): readonly string[];
}

interface AnswerWork {
  readonly answered: AnsweredStatement;
  readonly grounds: readonly Ground[];
  readonly trace: TraceAnswer;
}

/** `adopted`: the conventions that decide it; none where it is seen without them. */
function answer(work: Work, statement: Statement, adopted: readonly Convention[]): AnswerWork {
  const { request, c, evaluation, witnesses } = work;
  const { bill } = request;
  const subjects = subjectsFor(work, statement);
  const truth = truthIn(evaluation.knowledge, c.catalogue, statement.id);
  const { grounds, constraints, minimal, stands } =
    truth === 'unknown' ? nothingNeeded : witnesses.find(statement.id, truth);
  const answered = publishAnswer(bill, c, evaluation, statement);
  const published = adopted.length === 0 ? answered : markedBy(answered, grounds, adopted);
  const gaps = published.value === 'unknown' ? gapsFor(work, statement, subjects) : [];
  const value = published.value;
  const reason = value === 'unknown' ? (published.reason ?? reasonFor(gaps)) : undefined;
  const complete = reason === undefined ? published : { value, reason };
  const rests = grounds.map((ground) => traceGround(c, bill, ground));
  const details = detailsOf(bill, c, evaluation, statement, value, grounds);
  return {
    answered: { statement, published: complete, details, rests },
    grounds,
    trace: {
      statement: statement.id,
      answer: value,
      ...(reason === undefined ? {} : { reason }),
      ...(published.conventions === undefined ? {} : { conventions: published.conventions }),
      subjects: subjects.map((subject) => subject.id),
      rests,
      ...(stands.length === 0 ? {} : { stands }),
      ...(minimal ? {} : { minimal }),
      constraints,
      changedBy: changedBy(evaluation, statement, subjects),
      gaps,
      conflictedBy: truth === 'unknown' ? work.conflictedBy(statement) : [],
    },
  };
}

function subjectsFor({ c, subjects }: Work, statement: Statement): readonly Subject[] {
  const ids = subjectsOfStatement(c.catalogue, statement.id);
  return subjects.filter((subject) => ids.includes(subject.id));
}

function gapsFor(
  { c, evaluation }: Work,
  statement: Statement,
  subjects: readonly Subject[],
): readonly TraceGap[] {
  return subjects.flatMap((subject) => {
    const folded = evaluation.folded.get(subject.id);
    return folded === undefined ? [] : gapsOf(c, statement, subject, folded.derivation);
  });
}

function traceOf(
  { request, c, subjects, evaluation }: Work,
  agreed: Seen | undefined,
  answers: readonly TraceAnswer[],
): Trace {
  const { bill, billSha256, catalogue } = request;
  const adopted = adoptedBy(bill, catalogue).map(({ id }) => id);
  return {
    sheet: { id: bill.id, revision: bill.revision, product: bill.product.name },
    bill: { file: bill.source, sha256: billSha256 },
    catalogue: catalogueName(catalogue),
    ...(adopted.length === 0 ? {} : { conventions: adopted }),
    inputs: traceInputs(c),
    processes: traceProcesses(c, bill),
    steps: traceSteps(c, bill),
    subjects: subjects
      .filter((subject) => subject.rule.kind !== 'own')
      .map((subject) => traceSubject(c, evaluation, subject, agreed?.evaluation))
      .filter((subject) => subject !== undefined),
    answers,
  };
}
