// P2 and P9: more knowledge only adds answers, and whatever is taken back never makes or turns one.

import { expect, test } from 'vitest';
import type { AnswerValue } from '../../src/core/model/sheet.ts';
import { blurred, silenced, withSheets } from '../generators/changes.ts';
import { describeScenario } from '../generators/describe.ts';
import { type Draw, drawn } from '../generators/draw.ts';
import { answerTo, placeIn } from '../generators/places.ts';
import { cleanlyPublishedBy, decidedIn, lostFrom, publishedBy, quarrels } from '../generators/published.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, type Scenario, wild } from '../generators/scenarios.ts';
import { truthById } from '../generators/things.ts';

interface Pair {
  readonly less: Scenario;
  readonly more: Scenario;
}

const describePair = ({ less, more }: Pair): string =>
  `${describeScenario(more)}\n---- and with less of it\n${describeScenario(less)}`;

type Change = (draw: Draw, scenario: Scenario) => Scenario;

const pairs = (change: Change, massless = true) =>
  drawn((draw): Pair => {
    const more = drawScenario(draw, { ...wild, silence: 15, massless });
    return { more, less: change(draw, more) };
  });

function addsOnly({ less, more }: Pair): void {
  const known = cleanlyPublishedBy(more);
  const before = cleanlyPublishedBy(less);
  if (known === undefined || before === undefined) return;
  // A share of nothing is not published: a mass that turns out to be 0 takes the question away, not the answer.
  const asked = Object.entries(decidedIn(before)).filter(
    ([id]) => truthById(more.design, more.product, id) !== undefined,
  );
  expect(lostFrom(Object.fromEntries(asked), decidedIn(known))).toEqual([]);
}

test('P2 monotone refinement: adding answers to sheets and to the bill only adds answers', () => {
  holds(350, pairs(silenced), addsOnly, describePair);
});

test('P2 monotone refinement: knowing masses better only adds answers', () => {
  // Of a part that certainly weighs nothing no share is known, of one that may weigh something there is.
  holds(350, pairs(blurred, false), addsOnly, describePair);
});

test('P9 blank is safe: taking one answer back never makes or turns one', () => {
  const withoutOne = (draw: Draw, scenario: Scenario): Scenario => {
    const [chosen] = draw.shuffle([...scenario.received.values()]);
    const deletable = [...(chosen?.sheet.answers.values() ?? [])]
      .filter(({ statement, custody }) => statement !== 'attributed' && custody === undefined)
      .map(({ statement }) => statement);
    const gone = deletable.length === 0 ? undefined : draw.pick(deletable);
    return withSheets(scenario, (received) => {
      if (received !== chosen) return received;
      const answers = new Map([...received.sheet.answers].filter(([id]) => id !== gone));
      return { ...received, sheet: { ...received.sheet, answers } };
    });
  };
  holds(350, pairs(withoutOne), addsOnly, describePair);
});

test('P2: what contradicts itself can open an answer, never turn it', () => {
  const withLies = (draw: Draw, scenario: Scenario): Scenario =>
    withSheets(scenario, ({ sheet, ...rest }) => {
      const place = placeIn(sheet.source);
      const lied = draw
        .some([...scenario.design.catalogue.statements.keys()], 15)
        .filter((id) => id !== 'attributed');
      const lies = lied.map((id) => {
        const told = sheet.answers.get(id)?.value;
        const value: AnswerValue = told === 'true' ? 'false' : 'true';
        return [`${id} again`, answerTo(id, value, place)] as const;
      });
      return { ...rest, sheet: { ...sheet, answers: new Map([...sheet.answers, ...lies]) } };
    });
  const check = ({ less, more }: Pair): void => {
    const truthful = decidedIn(publishedBy(more));
    const isTorn = [...less.received.values()].every(({ sheet }) => isContradictory(sheet.answers));
    if (isTorn) expect(quarrels(truthful, decidedIn(publishedBy(less)))).toEqual([]);
  };
  holds(350, pairs(withLies), check, describePair);
});

/** Whether every answer that was added has its opposite beside it. */
function isContradictory(answers: ReadonlyMap<string, { readonly statement: string }>): boolean {
  return [...answers].every(([key, { statement }]) => key === statement || answers.has(statement));
}
