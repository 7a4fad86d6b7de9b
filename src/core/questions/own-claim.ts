// Whether an answer of a merged sheet is one that its maker claims rather than one that follows from the inputs, and
// what the inputs alone would have given.

import { type Statement, vocabularyIn } from '../model/catalogue.ts';
import type { AnswerValue } from '../model/sheet.ts';
import type { TraceAnswer } from '../model/trace.ts';
import { readNames } from '../values/name-list.ts';
import { hasSome } from '../values/name-set.ts';
import { liesIn } from '../values/region.ts';
import type { Outcome } from './explanation.ts';
import { readFigure } from './figures.ts';
import { outcomeFrom } from './outcome.ts';
import { measureOf, type TraceView } from './view.ts';
import { listed, name } from './words.ts';

export interface OwnClaim {
  /** What follows without the claim; undefined where only the maker can answer. */
  readonly fromInputs?: Outcome;
  /** Joints and parts could have refuted it, and did not. */
  readonly isUnrefuted: boolean;
  /** `, against list `x`, evidence: `y``; empty where the maker gives nothing. */
  readonly support: string;
}

export function ownClaim(view: TraceView, statement: Statement, answer: TraceAnswer): OwnClaim | undefined {
  const isDecided = answer.answer === 'true' || answer.answer === 'false';
  if (!isDecided || answer.conventions !== undefined || !answer.rests.some((ground) => ground.kind === 'own'))
    return undefined;
  const alone = aloneFrom(view, statement, answer);
  if (alone === answer.answer) return undefined;
  return {
    ...(alone === undefined ? {} : { fromInputs: outcomeFrom(alone) }),
    isUnrefuted: view.subjects.get(answer.subjects[0] ?? '')?.rule === 'assert-refutable',
    support: supportOf(view, statement.id),
  };
}

function aloneFrom(view: TraceView, { meaning }: Statement, answer: TraceAnswer): AnswerValue | undefined {
  const subject = view.subjects.get(answer.subjects[0] ?? '');
  if (meaning.kind === 'expression' || subject === undefined) return undefined;
  if (subject.rule === 'own' || subject.rule === 'assert-refutable') return undefined;
  const last = subject.values.at(-1)?.value ?? 'unknown';
  if (meaning.kind === 'plain') return last === 'true' || last === 'false' ? last : 'unknown';
  if (meaning.kind === 'named') {
    const vocabulary = vocabularyIn(view.catalogue, subject.id);
    const names = readNames(last, vocabulary);
    return names === undefined ? 'unknown' : hasSome(names, meaning.names, vocabulary);
  }
  const region = readFigure(last, measureOf(view.catalogue, subject.id));
  return region === undefined ? 'unknown' : liesIn(region, meaning.range);
}

/** The list, the references and the evidence that the sheet gives for an answer. */
export function supportOf({ sheet }: TraceView, statement: string): string {
  const answer = sheet?.answers.get(statement);
  if (answer === undefined) return '';
  const { list, references, evidence } = answer;
  return [
    ...(list === undefined ? [] : [`, against list ${name(list)}`]),
    ...(references.length === 0 ? [] : [`, with reference to ${listed(references.map(name))}`]),
    ...(evidence.length === 0 ? [] : [`, evidence: ${listed(evidence.map((each) => name(each.title)))}`]),
  ].join('');
}
