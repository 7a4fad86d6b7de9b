// How an answer reads that holds only by a convention: never like something that suppliers said or that was worked out
// from it.

import type { Catalogue } from '../model/catalogue.ts';
import type { AnswerDetails, Sheet } from '../model/sheet.ts';
import type { TraceAnswer } from '../model/trace.ts';
import type { ExplainedGround } from './ground-words.ts';
import { type SubjectView, valueInWords } from './subject-view.ts';
import { listed, listedUpTo, name, once } from './words.ts';

/** What `basis: convention` says. */
export const byConventionInWords = (conventions: readonly string[]): string =>
  `by convention ${listed(conventions.map(name)) || 'that is not named'}, not by what suppliers said`;

export const markConvention = (shown: string, conventions: readonly string[]): string =>
  conventions.length === 0 ? shown : `${shown} (by convention)`;

/** Those of the conventions without which some of the answers would be open. */
export const conventionsOf = (
  answers: readonly (Pick<TraceAnswer, 'conventions'> | undefined)[],
): readonly string[] => [...new Set(answers.flatMap((answer) => answer?.conventions ?? []))];

/** The same of answers in a sheet. */
export const conventionsIn = (answers: readonly (AnswerDetails | undefined)[]): readonly string[] =>
  conventionsOf(answers.filter((answer) => answer?.basis === 'convention'));

/** The answer in one sentence: what was taken to be so, and what it comes to with and without. */
export function whyByConvention(
  conventions: readonly string[],
  rests: readonly ExplainedGround[],
  of: SubjectView | undefined,
  verdict: string | undefined,
): string {
  return [byConventionInWords(conventions), ...takenInWords(rests), ...figureWith(of, verdict)].join('; ');
}

/** What is taken of inputs; what is taken of the same inputs is told together. */
function takenInWords(rests: readonly ExplainedGround[]): readonly string[] {
  const taken = rests.flatMap(({ kind, claim, input }) =>
    kind === 'convention' && claim !== undefined && input !== undefined
      ? [{ claim, input: name(input) }]
      : [],
  );
  const byInputs = new Map<string, string[]>();
  for (const each of new Set(taken.map(({ claim }) => claim))) {
    const inputs = once(taken.filter(({ claim }) => claim === each).map(({ input }) => input));
    const who = listedUpTo(inputs, 4, 'input');
    byInputs.set(who, [...(byInputs.get(who) ?? []), each]);
  }
  return [...byInputs].map(
    ([who, claims]) => `of ${who} it is taken that ${listedUpTo(claims, 3, 'like it', 'like it')}`,
  );
}

function figureWith(of: SubjectView | undefined, verdict: string | undefined): readonly string[] {
  const { byConvention, value, id } = of?.subject ?? {};
  if (of === undefined || byConvention === undefined || value === undefined || id === undefined) return [];
  const without = valueInWords(of, value);
  const so = verdict === undefined ? '' : `, ${verdict}`;
  return [`${name(id)} then is ${valueInWords(of, byConvention)}${so}; without it, it is ${without}`];
}

/** The conventions that the answers of a sheet rest on, as a reader has to know them. */
export function conventionsTaken(
  sheet: Sheet,
  catalogue: Catalogue,
  adopted: readonly string[],
): readonly string[] {
  const ids = new Set([...adopted, ...conventionsIn([...sheet.answers.values()])]);
  return [...ids].map((id) => {
    const title = catalogue.conventions.get(id)?.title;
    const called = title === undefined ? '' : ` (${title})`;
    return `Answers marked as by convention hold only under convention ${name(id)}${called}: no supplier said so, and nothing else rests on it`;
  });
}
