// Semantics 2.32 and 3.8: an answer stands as firmly, and for as long, as the best set of suppliers' answers that gives
// it. Here all sets that are good enough are tried by merging them alone.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import { type Answer, type AssuranceLevel, assuranceLevels, type Sheet } from '../../src/core/model/sheet.ts';
import type { Stage } from '../../src/core/model/trace.ts';
import { hasErrors } from '../../src/core/text/finding.ts';
import { earliest } from '../../src/core/values/date.ts';
import { describeScenario } from '../generators/describe.ts';
import { drawn } from '../generators/draw.ts';
import { decidedIn, publishedBy } from '../generators/published.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, issued, requestOf, type Scenario, tame } from '../generators/scenarios.ts';

const days = ['2028-01-31', '2029-06-30', '2030-12-31'];
const before = '2019-05-05';
const ALWAYS = '9999-99-99';

/** Each sheet and some of its answers with an assurance and an end, in the order of the choices. */
function assured(scenario: Scenario, choices: readonly number[]): Scenario {
  let at = 0;
  const next = (count: number): number => (choices[at++ % choices.length] ?? 0) % count;
  const level = (): AssuranceLevel => assuranceLevels[next(3)] ?? 'self-declared';
  const until = (some: readonly string[]): { validUntil?: string } => {
    const validUntil = some[next(some.length + 1)];
    return validUntil === undefined ? {} : { validUntil };
  };
  const checked = (answer: Answer): Answer =>
    next(2) === 0 ? answer : { ...answer, assurance: { level: level(), ...until([...days, before]) } };
  const sheetOf = ({ validUntil, ...sheet }: Sheet): Sheet => ({
    ...sheet,
    ...(validUntil !== undefined && validUntil < issued ? { validUntil } : until(days)),
    assurance: level(),
    answers: new Map([...sheet.answers].map(([id, answer]) => [id, checked(answer)])),
  });
  const received = [...scenario.received].map(
    ([name, each]) => [name, { ...each, sheet: sheetOf(each.sheet) }] as const,
  );
  return { ...scenario, bill: { ...scenario.bill, ...until(days) }, received: new Map(received) };
}

function lastDay(sheet: Sheet, answer: Answer | undefined, level: number): string {
  const end = sheet.validUntil ?? ALWAYS;
  if (level === 0) return end;
  if (assuranceLevels.indexOf(answer?.assurance?.level ?? sheet.assurance) < level) return '';
  const check = answer?.assurance?.validUntil ?? ALWAYS;
  if (check < issued) return '';
  return earliest([check, end]) ?? end;
}

/** The case with only those answers of suppliers that stand at the level on the day. */
function reaching(scenario: Scenario, level: number, day: string): Scenario {
  const received = [...scenario.received].map(([name, each]) => {
    const { sheet } = each;
    const answers = [...sheet.answers].filter(([, answer]) => lastDay(sheet, answer, level) >= day);
    const quantities = lastDay(sheet, undefined, level) >= day ? sheet.quantities : new Map();
    return [name, { ...each, sheet: { ...sheet, answers: new Map(answers), quantities } }] as const;
  });
  return { ...scenario, received: new Map(received) };
}

type Decided = ReturnType<typeof decidedIn>;

/** By level the answers that follow on each day from what stands then. */
function decisions(scenario: Scenario): (level: number, day: string) => Decided {
  const known = new Map<string, Decided>();
  return (level, day) => {
    const key = `${level} ${day}`;
    const decided = known.get(key) ?? decidedIn(publishedBy(reaching(scenario, level, day)));
    known.set(key, decided);
    return decided;
  };
}

function expectedStages(
  decide: (level: number, day: string) => Decided,
  id: string,
  answer: string,
  end: string | undefined,
): readonly Stage[] {
  const stages: { level: number; day: string }[] = [];
  for (const level of [2, 1, 0]) {
    const best = [...days, ALWAYS].filter((day) => decide(level, day)[id] === answer).at(-1);
    if (best !== undefined && best > (stages.at(-1)?.day ?? '')) stages.push({ level, day: best });
  }
  const last = end ?? ALWAYS;
  const reached = stages.findIndex(({ day }) => day >= last);
  return stages.slice(0, reached < 0 ? stages.length : reached + 1).map(({ level, day }) => {
    const until = earliest([day, last]) ?? last;
    return { assurance: assuranceLevels[level] ?? 'self-declared', ...(until === ALWAYS ? {} : { until }) };
  });
}

const scenarios = fc
  .tuple(
    drawn((draw) => drawScenario(draw, { ...tame, mostInputs: 4, silence: 10 })),
    fc.array(fc.nat(99), { minLength: 24, maxLength: 24 }),
  )
  .map(([scenario, choices]) => assured(scenario, choices));

test('the assurance behind an answer and its last day are the best that any sufficient set has', () => {
  let [told, staged] = [0, 0];
  const check = (scenario: Scenario): void => {
    const { merged, findings } = mergeBill(requestOf(scenario));
    if (merged === undefined || hasErrors(findings)) return;
    const decide = decisions(scenario);
    for (const { statement, answer, stands } of merged.trace.answers) {
      // What follows from nothing that suppliers say stands on the maker's own word.
      if (answer !== 'true' && answer !== 'false') continue;
      if (decide(2, '~')[statement] === answer) continue;
      const expected = expectedStages(decide, statement, answer, scenario.bill.validUntil);
      expect([statement, stands]).toEqual([statement, expected]);
      told++;
      if (expected.length > 1) staged++;
    }
  };
  holds(60, scenarios, check, describeScenario);
  expect(told).toBeGreaterThan(0);
  expect(staged).toBeGreaterThan(0);
});
