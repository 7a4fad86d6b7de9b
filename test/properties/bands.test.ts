// 8c, 8d: the bands of a group cover everything and exclude one another. P8: a statement and its opposite are one
// predicate.

import { expect, test } from 'vitest';
import type { Sheet } from '../../src/core/model/sheet.ts';
import { withSheets } from '../generators/changes.ts';
import { describeScenario } from '../generators/describe.ts';
import { drawn } from '../generators/draw.ts';
import { answerTo, placeIn } from '../generators/places.ts';
import { decidedIn, publishedBy } from '../generators/published.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, type Scenario, wild } from '../generators/scenarios.ts';

const scenarios = drawn((draw) => drawScenario(draw, wild));

function bandsOf(scenario: Scenario, sheet: Sheet): readonly (readonly string[])[] {
  return [...scenario.design.catalogue.groups.values()].map(({ bands }) =>
    bands.map(({ statement }) => sheet.answers.get(statement)?.value ?? 'missing'),
  );
}

test('8c: at most one band of a group is true; then all others are false', () => {
  const check = (scenario: Scenario): void => {
    const sheet = publishedBy(scenario);
    if (sheet === undefined) return;
    for (const bands of bandsOf(scenario, sheet)) {
      const count = (value: string): number => bands.filter((each) => each === value).length;
      if (count('true') > 0) expect([count('true'), count('false')]).toEqual([1, bands.length - 1]);
    }
  };
  holds(250, scenarios, check, describeScenario);
});

test('8d: never are all bands of a group false, and the last one left is true', () => {
  const check = (scenario: Scenario): void => {
    const sheet = publishedBy(scenario);
    if (sheet === undefined) return;
    for (const bands of bandsOf(scenario, sheet)) {
      const left = bands.filter((each) => each !== 'false');
      expect(left).not.toEqual([]);
      if (left.length === 1) expect(left).toEqual(['true']);
    }
  };
  holds(250, scenarios, check, describeScenario);
});

test('P8 De Morgan: a statement and its opposite are published as opposites', () => {
  const opposite: Readonly<Record<string, string>> = { true: 'false', false: 'true' };
  const check = (scenario: Scenario): void => {
    const published = decidedIn(publishedBy(scenario));
    for (const { id, meaning } of scenario.design.catalogue.statements.values()) {
      if (meaning.kind !== 'expression' || meaning.expression.operator !== 'not') continue;
      expect(published[id]).toBe(opposite[published[meaning.expression.of[0]] ?? '']);
    }
  };
  holds(250, scenarios, check, describeScenario);
});

test('P8 De Morgan: it makes no difference which of the two is answered', () => {
  const opposites = {
    true: 'false',
    false: 'true',
    unknown: 'unknown',
    'not-applicable': 'not-applicable',
  } as const;
  const turned = (scenario: Scenario): Scenario =>
    withSheets(scenario, ({ sheet, discredited, ...rest }) => {
      const answers = new Map([...sheet.answers].filter(([id]) => id !== 'no-x' && id !== 'has-x'));
      const told = sheet.answers.get('no-x');
      if (told !== undefined && !discredited.has('no-x')) {
        answers.set('has-x', answerTo('has-x', opposites[told.value], placeIn(sheet.source)));
      }
      return {
        ...rest,
        discredited: new Map([...discredited].filter(([id]) => id !== 'has-x')),
        sheet: { ...sheet, answers },
      };
    });
  const plain = (scenario: Scenario): Scenario =>
    withSheets(scenario, ({ sheet, ...rest }) => {
      const answers = new Map([...sheet.answers].filter(([id]) => id !== 'has-x'));
      return { ...rest, sheet: { ...sheet, answers } };
    });
  const check = (scenario: Scenario): void => {
    // Where FALSE of the one claims nothing, TRUE of the other still does.
    if (scenario.design.catalogue.statements.get('no-x')?.falseMeans !== 'negation') return;
    expect(decidedIn(publishedBy(turned(scenario)))).toEqual(decidedIn(publishedBy(plain(scenario))));
  };
  holds(250, scenarios, check, describeScenario);
});
