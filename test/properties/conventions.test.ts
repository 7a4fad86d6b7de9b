// Conventions: what is not marked is what would be published without them, and what is marked holds once all that is
// unspecified is what they take it to be. Whoever adopts none is told nothing by them.

import { expect, test } from 'vitest';
import { notByConvention } from '../../src/checks/not-by-convention.ts';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Answer, Sheet } from '../../src/core/model/sheet.ts';
import { hasErrors } from '../../src/core/text/finding.ts';
import { anyAmount } from '../../src/core/values/interval.ts';
import { isZero } from '../../src/core/values/rational.ts';
import { withBill, withSheets } from '../generators/changes.ts';
import { drawAgreed } from '../generators/conventions.ts';
import { describeScenario } from '../generators/describe.ts';
import { drawn } from '../generators/draw.ts';
import { rangesIn } from '../generators/published.ts';
import { holds, runs } from '../generators/runs.ts';
import { requestOf, type Scenario, tame, wild } from '../generators/scenarios.ts';
import { isSum, speaksOf } from '../generators/sums.ts';
import { unanswered } from '../reference/every-run.ts';
import { mergeByReference, type ReferenceResult } from '../reference/merge.ts';

const merged = (scenario: Scenario) => mergeBill(requestOf(scenario)).merged;

const withoutThem = ({ bill: { conventions: _, ...bill }, ...rest }: Scenario): Scenario => ({
  ...rest,
  bill,
});

const isMarked = ({ basis }: Answer): boolean => basis === 'convention';

const plainly = (answers: Iterable<Answer>): readonly unknown[] =>
  [...answers].map(({ at: _, valueAt: __, ...answer }) => answer);

const describe = (scenario: Scenario): string =>
  [
    ...[...scenario.design.catalogue.conventions.values()].map(
      ({ id, settles, unlessTold }) =>
        `  ${id}: ${[...settles].map(([quantity, { n, d }]) => `${quantity}=${n}/${d}`).join()} unless ${unlessTold.join()}`,
    ),
    `  adopted: ${scenario.bill.conventions?.join() ?? 'none'}`,
    ...[...scenario.received].map(
      ([name, { sheet }]) =>
        `  by convention in ${name}: ${[...sheet.answers.values()].filter(isMarked).map((each) => `${each.statement} ${each.conventions?.join()}`)}`,
    ),
    describeScenario(scenario),
  ].join('\n');

const agreed = drawn((draw) => drawAgreed(draw, { ...wild, mostInputs: 4 }));

test('what is not marked is what would be published without the conventions', () => {
  const check = (scenario: Scenario): void => {
    const sheet = merged(scenario)?.sheet;
    const without = merged(withoutThem(scenario))?.sheet;
    const unmarked = [...(sheet?.answers.values() ?? [])].filter((answer) => !isMarked(answer));
    const same = unmarked.flatMap(({ statement }) => without?.answers.get(statement) ?? []);
    expect(plainly(unmarked)).toEqual(plainly(same));
    expect(rangesIn(sheet)).toEqual(rangesIn(without));
    const opened = [...(sheet?.answers.values() ?? [])].filter(isMarked);
    expect(opened.filter(({ value }) => value !== 'true' && value !== 'false')).toEqual([]);
    expect(opened.filter(({ statement }) => without?.answers.get(statement)?.value !== 'unknown')).toEqual(
      [],
    );
  };
  holds(300, agreed, check, describe);
});

test('a trace names the conventions among the grounds of marked answers, and of no others', () => {
  const check = (scenario: Scenario): void => {
    const result = merged(scenario);
    for (const { statement, rests, conventions } of result?.trace.answers ?? []) {
      const named = rests.flatMap((ground) => (ground.kind === 'convention' ? ground.conventions : []));
      expect([...new Set(named)].sort()).toEqual([...(conventions ?? [])].sort());
      expect(result?.sheet.answers.get(statement)?.conventions).toEqual(conventions);
    }
  };
  holds(200, agreed, check, describe);
});

function byReference(scenario: Scenario): ReferenceResult | undefined {
  const { bill, design, received, product } = scenario;
  if (isZero(product.mass)) return undefined;
  try {
    return mergeByReference(bill, design.catalogue, received);
  } catch (reason) {
    if (reason === unanswered) return undefined;
    throw reason;
  }
}

test('marked answers hold wherever what is unspecified is what the conventions take it to be', () => {
  let compared = 0;
  const check = (scenario: Scenario): void => {
    const answers = [...(merged(scenario)?.sheet.answers.values() ?? [])].filter(isMarked);
    if (answers.length === 0) return;
    const reference = byReference(scenario);
    if (reference === undefined) return;
    compared += 1;
    const found = answers.map(({ statement, value }) => `${statement} ${value}`);
    expect(found).toEqual(answers.map(({ statement }) => `${statement} ${reference.answers.get(statement)}`));
  };
  const few = { mostInputs: 3, mostProcesses: 2 };
  for (const wish of [wild, tame])
    holds(
      300,
      drawn((draw) => drawAgreed(draw, { ...wish, ...few })),
      check,
      describe,
    );
  expect(compared).toBeGreaterThan(runs(40));
});

test('no mark that a merge sets is refused where its sheet is validated', () => {
  const check = (scenario: Scenario): void => {
    const isForged = [...scenario.received.values()].some(({ sheet: { answers } }) =>
      [...answers.values()].some(isMarked),
    );
    const sheet = isForged ? undefined : merged(scenario)?.sheet;
    if (sheet === undefined) return;
    const placed = [...sheet.answers.values()].map((answer, offset) => ({
      ...answer,
      at: { ...answer.at, start: { ...answer.at.start, offset } },
    }));
    const answers = new Map(placed.map((answer) => [answer.statement, answer]));
    const { catalogue } = scenario.design;
    const found = notByConvention.run({
      sheet: { ...sheet, answers },
      catalogue,
      today: scenario.bill.issued,
    });
    expect([...found].map(({ message }) => message)).toEqual([]);
  };
  holds(300, agreed, check, describe);
});

test('a bill that adopts none takes what holds by conventions as unknown', () => {
  const opened = (sheet: Sheet): Sheet => ({
    ...sheet,
    answers: new Map([...sheet.answers].filter(([, answer]) => !isMarked(answer))),
  });
  const check = (scenario: Scenario): void => {
    const without = withoutThem(scenario);
    const silent = withSheets(without, (received) => ({ ...received, sheet: opened(received.sheet) }));
    expect(plainly(merged(without)?.sheet.answers.values() ?? [])).toEqual(
      plainly(merged(silent)?.sheet.answers.values() ?? []),
    );
  };
  holds(200, agreed, check, describe);
});

test('a merged sheet tells the next bill under the same conventions no more than all of them hold for', () => {
  const check = (scenario: Scenario): void => {
    const first = mergeBill(requestOf(scenario));
    const sheet = first.merged?.sheet;
    const [line] = scenario.bill.inputs;
    if (sheet === undefined || line === undefined || hasErrors(first.findings)) return;
    const mass = sheet.product.mass ?? anyAmount;
    const input = { ...line, name: 'whole', contained: true, optional: false, mass };
    const { choice: _, ...whole } = input;
    const received = new Map([
      [
        'whole',
        { sheet, sha256: 'c'.repeat(64), file: 'whole.yaml', discredited: new Map<string, string>() },
      ],
    ]);
    const next = withBill(
      { ...scenario, received },
      { id: 'urn:next', inputs: [whole], processes: [], answers: new Map(), quantities: new Map() },
    );
    const before = sheet.answers;
    // How much there is of a sum is another question for another amount.
    const isAsked = ({ statement }: Answer): boolean =>
      !speaksOf(scenario.design.catalogue, statement, isSum);
    const after = [...(merged(next)?.sheet.answers.values() ?? [])].filter(isAsked);
    const decided = after.filter(
      ({ value, basis }) => basis !== 'convention' && ['true', 'false'].includes(value),
    );
    // What was marked before is not said without a mark, and nothing is said otherwise.
    expect(decided.filter(({ statement }) => before.get(statement)?.basis === 'convention')).toEqual([]);
    const turned = after.filter(({ statement, value }) => {
      const earlier = before.get(statement)?.value;
      return (
        ['true', 'false'].includes(value) && ['true', 'false'].includes(earlier ?? '') && value !== earlier
      );
    });
    expect(turned).toEqual([]);
  };
  holds(200, agreed, check, describe);
});
