// P1, P2 and 8 of bills that leave open what goes in: optional parts and lines with several sources (semantics 3.4).
// What is published holds of whatever is really there, and of every bill that leaves nothing open.

import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Catalogue } from '../../src/core/model/catalogue.ts';
import { describeScenario } from '../generators/describe.ts';
import { type Draw, drawn } from '../generators/draw.ts';
import { decidedIn, publishedBy, quarrels } from '../generators/published.ts';
import { replayed } from '../generators/replay.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, requestOf, type Scenario, tame, type Wish, wild } from '../generators/scenarios.ts';
import { truthOf } from '../generators/things.ts';
import { unanswered } from '../reference/every-run.ts';
import { mergeByReference, usesStatedIn } from '../reference/merge.ts';
import { variantsOf, withBeside } from '../reference/variants.ts';

const unsettled = (wish: Wish) =>
  drawn((draw: Draw) => drawScenario(draw, { ...wish, unsettled: true, massless: false }));

/** Few lines of which all is said: what one part or process decides is seen. */
const small = { silence: 0, mostInputs: 2, mostProcesses: 1, ownAnswers: false } as const;

type Answers = Readonly<Record<string, string>>;

const byEngine = (scenario: Scenario): Answers => decidedIn(publishedBy(scenario));

test('P1 soundness: no answer is wrong, whatever is there and whichever source fills a line', () => {
  const check = (scenario: Scenario): void => {
    const { merged, findings } = mergeBill(requestOf(scenario));
    expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    const { design, product } = scenario;
    const wrong = Object.entries(decidedIn(merged?.sheet)).filter(([id, answer]) => {
      const statement = design.catalogue.statements.get(id);
      const truth = statement === undefined ? undefined : truthOf(design, product, statement);
      return truth !== undefined && answer !== String(truth);
    });
    expect(wrong).toEqual([]);
  };
  holds(600, unsettled({ ...wild, silence: 15 }), check, describeScenario);
  holds(1500, unsettled({ ...wild, ...small }), check, describeScenario);
});

/** What every bill that the scenario may stand for says of each statement; undefined where that takes too long to say. */
function byReference({ bill, design, received }: Scenario): ReadonlyMap<string, string> | undefined {
  const catalogue = withBeside(design.catalogue);
  const found = new Map<string, ReadonlySet<string>>();
  try {
    const variants = variantsOf(bill, catalogue);
    // In the first one everything is there.
    const uses = new Set(variants.slice(0, 1).flatMap((whole) => [...usesStatedIn(whole, catalogue)]));
    for (const variant of variants) {
      const result = mergeByReference(variant, catalogue, received, uses);
      for (const [id, value] of result?.answers ?? []) {
        if (isOfNothing(catalogue, id, result?.ofNothing ?? new Set())) continue;
        found.set(id, new Set([...(found.get(id) ?? []), value]));
      }
    }
  } catch (reason) {
    if (reason !== unanswered) throw reason;
    return undefined;
  }
  return new Map(
    [...found].map(([id, [value = '', ...others]]) => [id, others.length === 0 ? value : 'unknown']),
  );
}

/** Whether the statement asks for a share of something that is not there. */
function isOfNothing(catalogue: Catalogue, id: string, ofNothing: ReadonlySet<string>): boolean {
  const meaning = catalogue.statements.get(id)?.meaning;
  if (meaning?.kind === 'within') return ofNothing.has(meaning.quantity);
  return (
    meaning?.kind === 'expression' &&
    meaning.expression.of.some((part) => isOfNothing(catalogue, part, ofNothing))
  );
}

test('what is published of an unsettled bill the reference publishes of every bill that it may stand for', () => {
  const check = (scenario: Scenario): void => {
    const reference = byReference(scenario);
    if (reference === undefined) return;
    // Of a share that is one of nothing, whatever is there, any answer will do.
    const engine = Object.entries(byEngine(scenario)).filter(([id]) => reference.has(id));
    expect(engine).toEqual(engine.map(([id]) => [id, reference.get(id)]));
  };
  holds(40, unsettled({ ...tame, silence: 10, mostInputs: 3, mostProcesses: 2 }), check, describeScenario);
  holds(300, unsettled({ ...tame, ...small }), check, describeScenario);
});

test('8a: what an answer of an unsettled bill rests on gives the answer again', () => {
  const check = (scenario: Scenario): void => {
    const { merged } = mergeBill(requestOf(scenario));
    for (const { statement, answer, rests, constraints } of merged?.trace.answers ?? []) {
      if (answer !== 'true' && answer !== 'false') continue;
      const again = decidedIn(publishedBy(replayed(scenario, { rests, constraints })));
      expect(`${statement} ${again[statement]}`).toBe(`${statement} ${answer}`);
    }
  };
  holds(60, unsettled({ ...tame, silence: 10, mostInputs: 3, mostProcesses: 2 }), check, describeScenario);
});

test('P2: what turns out to be there adds answers and turns none', () => {
  const check = (scenario: Scenario): void => {
    const inputs = scenario.bill.inputs.map(({ optional: _, ...input }) => input);
    const settled = { ...scenario, bill: { ...scenario.bill, inputs } };
    expect(quarrels(byEngine(scenario), byEngine(settled))).toEqual([]);
  };
  // What the maker says of the product as it is need not fit another one.
  holds(200, unsettled({ ...wild, ownAnswers: false }), check, describeScenario);
});
