// Answers as people read them: one word for a statement, the band that holds or those that may for a group.

import type { AnswerValue } from '../model/sheet.ts';
import type { ExplainedBand, Outcome } from './explanation.ts';
import { listed } from './words.ts';

export const outcomes: Readonly<Record<Outcome, string>> = {
  true: 'TRUE',
  false: 'FALSE',
  open: 'OPEN',
  'not-applicable': 'NOT APPLICABLE',
  blocked: 'BLOCKED',
};

export const outcomeFrom = (value: AnswerValue): Outcome => (value === 'unknown' ? 'open' : value);

export function groupOutcome(bands: readonly ExplainedBand[]): Outcome {
  if (bands.some((band) => band.answer === 'true')) return 'true';
  if (bands.some((band) => band.answer === 'open')) return 'open';
  return bands.some((band) => band.answer === 'not-applicable') ? 'not-applicable' : 'false';
}

/** The band that holds, or those that still may. */
export function groupShown(bands: readonly ExplainedBand[]): string {
  const holds = bands.find((band) => band.answer === 'true');
  if (holds !== undefined) return holds.label;
  const open = bands.filter((band) => band.answer === 'open');
  if (open.length === 0) return outcomes[groupOutcome(bands)];
  if (open.length === bands.length) return 'OPEN';
  return `OPEN: ${listed(
    open.map((band) => band.label),
    'or',
  )}`;
}

/** What the maker claims never reads like something that follows from the inputs. */
export const markOwn = (shown: string, isOwn: boolean): string => (isOwn ? `${shown} (own claim)` : shown);
