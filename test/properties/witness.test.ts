// Semantics 8 (a), (b) and 3.8: every published answer names what it rests on; that alone gives the answer again, and
// nothing of it can be left out.

import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Bill } from '../../src/core/model/bill.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import type { TraceAnswer, TraceGround } from '../../src/core/model/trace.ts';
import { hasErrors } from '../../src/core/text/finding.ts';
import { describeScenario } from '../generators/describe.ts';
import { drawn } from '../generators/draw.ts';
import { decidedIn, publishedBy } from '../generators/published.ts';
import { replayed, type Witness } from '../generators/replay.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, issued, requestOf, type Scenario, tame, wild } from '../generators/scenarios.ts';

// In plain cases weights and names decide more often than they do among many things unknown.
const scenarios = drawn((draw) =>
  drawScenario(draw, { ...(draw.chance(50) ? tame : wild), mostInputs: 4, silence: 10 }),
);

/** Answers of a clean merge that are true or false. */
function publishedAnswers(scenario: Scenario): readonly TraceAnswer[] {
  const { merged, findings } = mergeBill(requestOf(scenario));
  if (merged === undefined || hasErrors(findings)) return [];
  return merged.trace.answers.filter(({ answer }) => answer === 'true' || answer === 'false');
}

interface Shared extends Witness {
  readonly answers: Readonly<Record<string, string>>;
}

/** Witnesses, each once, with the answers that rest on it. */
function witnessesOf(scenario: Scenario): readonly Shared[] {
  const shared = new Map<string, Shared>();
  for (const { statement, answer, rests, constraints } of publishedAnswers(scenario)) {
    const key = JSON.stringify([rests, constraints]);
    const before = shared.get(key)?.answers ?? {};
    shared.set(key, { rests, constraints, answers: { ...before, [statement]: answer } });
  }
  return [...shared.values()];
}

/** What is still published of the answers when only so much is known. */
function stillPublished(scenario: Scenario, { answers }: Shared, witness: Witness): Shared['answers'] {
  const decided = decidedIn(publishedBy(replayed(scenario, witness)));
  return Object.fromEntries(Object.entries(decided).filter(([id]) => id in answers));
}

const without = <T>(all: readonly T[], one: T): readonly T[] => all.filter((each) => each !== one);

test('8a: what an answer rests on gives the answer again, with everything else unknown', () => {
  const check = (scenario: Scenario): void => {
    for (const witness of witnessesOf(scenario))
      expect(stillPublished(scenario, witness, witness)).toEqual(witness.answers);
  };
  holds(200, scenarios, check, describeScenario);
});

test('8b: without any one of the things it rests on, the answer is open', () => {
  const check = (scenario: Scenario): void => {
    for (const witness of witnessesOf(scenario)) {
      const { rests, constraints } = witness;
      const fewer = [
        ...rests.map((ground) => ({ constraints, rests: without(rests, ground) })),
        ...constraints
          .filter((id) => scenario.design.catalogue.constraints.some((each) => each.id === id))
          .map((id) => ({ rests, constraints: without(constraints, id) })),
      ];
      for (const less of fewer) expect([less, stillPublished(scenario, witness, less)]).toEqual([less, {}]);
    }
  };
  holds(120, scenarios, check, describeScenario);
});

/** What the document says of the subject that the ground names, in the words of the trace. */
function saidOf({ answers, quantities }: Pick<Sheet, 'answers' | 'quantities'>, of: string): string {
  const value = quantities.get(of)?.value;
  if (value !== undefined) return value.kind === 'name' ? value.name : 'range';
  return answers.get(of)?.value ?? 'nothing';
}

/** What is wrong with a ground: it names something that is not there, or does not count. */
function faultOf(scenario: Scenario, ground: TraceGround): string | undefined {
  const { bill, received } = scenario;
  const isSaid = (document: Pick<Sheet, 'answers' | 'quantities'>, of: string, says: string): boolean =>
    [says, 'range'].includes(saidOf(document, of));
  if (ground.kind === 'process') {
    const isThere = bill.processes.some(
      ({ name, effect }) => name === ground.name && effect === ground.effect,
    );
    return isThere && ground.file === bill.source ? undefined : `no process ${ground.name}`;
  }
  if (ground.kind === 'own') return isSaid(bill, ground.of, ground.says) ? undefined : `own ${ground.of}`;
  if (ground.kind === 'convention') return `no convention is adopted`;
  const sheet = received.get(ground.input);
  if (sheet === undefined || !isCounted(bill, ground.input, sheet.sheet)) return `no input ${ground.input}`;
  if (sheet.discredited.has(ground.of)) return `${ground.of} of ${ground.input} is refused`;
  if (!isSaid(sheet.sheet, ground.of, ground.says)) return `${ground.of} of ${ground.input} is not said`;
  const names = [ground.sheet, ground.sha256, ground.file];
  const isNamed = names.join() === [`${sheet.sheet.id}:1`, sheet.sha256, sheet.file].join();
  return isNamed ? undefined : `${ground.input} is not ${names.join()}`;
}

const isCounted = (bill: Bill, input: string, { validUntil }: Sheet): boolean =>
  bill.inputs.some(({ name, contained }) => name === input && contained) && (validUntil ?? issued) >= issued;

test('8a: an answer rests only on what was really said and counts', () => {
  const check = (scenario: Scenario): void => {
    const grounds = publishedAnswers(scenario).flatMap(({ rests }) => rests);
    expect(grounds.map((ground) => faultOf(scenario, ground)).filter((each) => each !== undefined)).toEqual(
      [],
    );
  };
  holds(200, scenarios, check, describeScenario);
});
