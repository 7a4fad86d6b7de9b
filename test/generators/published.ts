// What a merge publishes, in a form that compares well.

import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import { hasErrors } from '../../src/core/text/finding.ts';
import { figureValue } from './describe.ts';
import { requestOf, type Scenario } from './scenarios.ts';

export type Decided = Readonly<Record<string, string>>;

/** The answers of a sheet that are true or false, in code-point order. */
export function decidedIn(sheet: Sheet | undefined): Decided {
  const answers = [...(sheet?.answers.values() ?? [])].map(
    ({ statement, value }) => [statement, value] as const,
  );
  return Object.fromEntries(answers.filter(([, value]) => value === 'true' || value === 'false').sort());
}

export const rangesIn = (sheet: Sheet | undefined): Decided =>
  Object.fromEntries(
    [...(sheet?.quantities.values() ?? [])]
      .map(({ quantity, value }) => [quantity, figureValue(value)] as const)
      .sort(),
  );

export const publishedBy = (scenario: Scenario): Sheet | undefined =>
  mergeBill(requestOf(scenario)).merged?.sheet;

/** Undefined where the merge finds an error. */
export function cleanlyPublishedBy(scenario: Scenario): Sheet | undefined {
  const { merged, findings } = mergeBill(requestOf(scenario));
  return hasErrors(findings) ? undefined : merged?.sheet;
}

/** What one side decides and the other decides otherwise, or not at all. */
export const lostFrom = (some: Decided, all: Decided): readonly string[] =>
  Object.entries(some).flatMap(([id, value]) =>
    all[id] === value ? [] : [`${id}: ${value}, then ${all[id] ?? 'open'}`],
  );

/** What both sides decide, one true and the other false. */
export const quarrels = (a: Decided, b: Decided): readonly string[] =>
  Object.entries(a).flatMap(([id, value]) => {
    const other = b[id];
    return other === undefined || other === value ? [] : [`${id}: ${value} and ${other}`];
  });
