// P1, and exactness as in 3.4 and 3.5: the engine against the reference merger. Where the reference is exact and the
// case is plain (exact masses and losses, whole groups answered, no composed statement that ties groups together), both
// publish the same. Everywhere else the engine may know less, since it encloses what the reference enumerates; it never
// knows more or otherwise.

import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Rule } from '../../src/core/model/catalogue.ts';
import { isZero } from '../../src/core/values/rational.ts';
import { listedNames } from '../generators/catalogues.ts';
import { describeScenario } from '../generators/describe.ts';
import { drawn } from '../generators/draw.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, requestOf, type Scenario, tame, wild } from '../generators/scenarios.ts';
import { speaksOf } from '../generators/sums.ts';
import { unanswered } from '../reference/every-run.ts';
import { mergeByReference } from '../reference/merge.ts';

type Answers = Readonly<Record<string, string>>;

function byEngine(scenario: Scenario): Answers {
  const { merged } = mergeBill(requestOf(scenario));
  return decidedIn(
    [...(merged?.sheet.answers.values() ?? [])].map(({ statement, value }) => [statement, value]),
  );
}

/** Undefined where enumeration would take too long, and for a product of which nothing is there. */
function byReference({ bill, design, received, product }: Scenario): Answers | undefined {
  if (isZero(product.mass)) return undefined;
  try {
    return decidedIn(mergeByReference(bill, design.catalogue, received)?.answers ?? []);
  } catch (reason) {
    if (reason === unanswered) return undefined;
    throw reason;
  }
}

function decidedIn(answers: Iterable<readonly [string, string]>): Answers {
  return Object.fromEntries([...answers].filter(([, value]) => value === 'true' || value === 'false').sort());
}

/**
 * Of materials that no vocabulary lists the engine knows less: that one unnamed material cannot be both of two named
 * ones escapes it. Statements that hang on such a material are left out of the comparison.
 */
function comparable({ design, received }: Scenario, answers: Answers): Answers {
  const isPlain = [...received.values()].every(({ sheet }) => {
    const name = sheet.quantities.get('material')?.value;
    const isOne = sheet.answers.get('one-material')?.value === 'true';
    return !isOne || (name?.kind === 'name' && listedNames.includes(name.name));
  });
  const names = design.catalogue.quantities.get('material')?.measure;
  if (isPlain && (names?.kind !== 'name' || names.names.length > 0)) return answers;
  const isTouched = (id: string): boolean => {
    const meaning = design.catalogue.statements.get(id)?.meaning;
    return id === 'one-material' || (meaning?.kind === 'expression' && meaning.expression.of.some(isTouched));
  };
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !isTouched(id)));
}

/**
 * Where what weighs a share is no longer known the engine takes the hull of the shares (semantics 3.4), ends included; the
 * reference knows that what certainly weighs something keeps the mean off an end.
 */
function withoutHulls({ design: { catalogue }, bill }: Scenario, answers: Answers): Answers {
  const isKept = (effect: string): boolean =>
    ['fraction/energy', 'sum', 'fraction/content', 'content'].every((key) =>
      ['combine', 'add-term'].includes(catalogue.effects.get(effect)?.behaviours.get(key) ?? 'unknown'),
    );
  if (bill.processes.every(({ effect }) => isKept(effect))) return answers;
  const isWeighed = (rule: Rule): boolean => rule.kind === 'fraction' && rule.weight !== 'mass';
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !speaksOf(catalogue, id, isWeighed)));
}

test('plain cases: engine and reference publish the same answers', () => {
  const check = (scenario: Scenario): void => {
    const reference = byReference(scenario);
    if (reference === undefined) return;
    const compared = (answers: Answers): Answers => withoutHulls(scenario, comparable(scenario, answers));
    expect(compared(byEngine(scenario))).toEqual(compared(reference));
  };
  holds(
    400,
    drawn((draw) => drawScenario(draw, { ...tame, mostInputs: 3, mostProcesses: 2, convex: true })),
    check,
    describeScenario,
  );
});

test('all cases: whatever the engine publishes, the reference publishes too', () => {
  const check = (scenario: Scenario): void => {
    const reference = byReference(scenario);
    const engine = byEngine(scenario);
    if (reference === undefined) return;
    const common = Object.entries(reference).filter(([statement]) => statement in engine);
    expect(engine).toEqual(Object.fromEntries(common));
  };
  holds(
    400,
    drawn((draw) => drawScenario(draw, { ...wild, mostInputs: 3, mostProcesses: 2 })),
    check,
    describeScenario,
  );
});
