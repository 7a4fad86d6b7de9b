// How long an answer stands, in words: the assurance behind it until a day, and what is left after that.

import type { AssuranceLevel } from '../model/sheet.ts';
import type { TraceAnswer } from '../model/trace.ts';
import type { ExplainedStage } from './explanation.ts';

const words: Readonly<Record<AssuranceLevel, string>> = {
  'third-party': "the suppliers' answers behind it are all verified by a third party",
  'second-party': "the weakest of the suppliers' answers behind it is checked by a second party",
  'self-declared': "the weakest of the suppliers' answers behind it is self-declared",
};

/** Of a group the band that holds tells it; where none is known to hold, each band is a story of its own. */
export function explainStages(answers: readonly TraceAnswer[]): readonly ExplainedStage[] {
  const [only, ...more] = answers.length === 1 ? answers : answers.filter(({ answer }) => answer === 'true');
  if (only?.stands === undefined || more.length > 0) return [];
  return only.stands.map((stage, index) => {
    const until = stage.until === undefined ? 'without an end' : `until ${stage.until}`;
    return { ...stage, inWords: `${index === 0 ? '' : 'then '}${until}: ${words[stage.assurance]}` };
  });
}
