// P2 and P9: more knowledge only adds answers, and whatever is taken back never makes or turns one.

import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/model/sheet.ts';
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
  // Only what counts when it stands alone can contradict: the opposite of anything else would be a plain lie.
  const isFirm = ({ design }: Scenario, { statement, value, custody }: Answer): boolean =>
    statement !== 'attributed' &&
    (value === 'true' || value === 'false') &&
    custody === undefined &&
    design.catalogue.statements.get(statement)?.falseMeans === 'negation';
  const withLies = (draw: Draw, scenario: Scenario): Scenario =>
    withSheets(scenario, ({ sheet, ...rest }) => {
      const firm = [...sheet.answers.values()].filter((answer) => isFirm(scenario, answer));
      const lies = draw.some(firm, 15).map(({ statement, value }) => {
        const opposite = answerTo(statement, value === 'true' ? 'false' : 'true', placeIn(sheet.source));
        return [`${statement} again`, opposite] as const;
      });
      return { ...rest, sheet: { ...sheet, answers: new Map([...sheet.answers, ...lies]) } };
    });
  const check = ({ less, more }: Pair): void => {
    expect(quarrels(decidedIn(publishedBy(more)), decidedIn(publishedBy(less)))).toEqual([]);
  };
  holds(350, pairs(withLies), check, describePair);
});
