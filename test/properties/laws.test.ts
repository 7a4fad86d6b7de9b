// Laws P2 to P9: what may and may not change in a merged sheet when its inputs, their order or their amounts do.

import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Input } from '../../src/core/model/bill.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import { hasErrors } from '../../src/core/text/finding.ts';
import { type Interval, isExact, scale } from '../../src/core/values/interval.ts';
import { type Rational, rational } from '../../src/core/values/rational.ts';
import { describeScenario } from '../generators/describe.ts';
import { type Draw, drawn } from '../generators/draw.ts';
import { holds } from '../generators/runs.ts';
import { drawScenario, requestOf, type Scenario, tame, wild } from '../generators/scenarios.ts';

/** What is published, statement by statement; reasons and details aside. */
function published(scenario: Scenario): Readonly<Record<string, string>> | undefined {
  const { merged, findings } = mergeBill(requestOf(scenario, { withQuantities: false }));
  return merged === undefined || hasErrors(findings) ? undefined : answersOf(merged.sheet);
}

const answersOf = (sheet: Sheet): Readonly<Record<string, string>> =>
  Object.fromEntries(
    // That a statement does not apply decides nothing.
    [...sheet.answers.values()].map(({ statement, value }) => [
      statement,
      value === 'not-applicable' ? 'unknown' : value,
    ]),
  );

/** Statements decided in `less` that `more` does not decide the same way. */
function lost(
  less: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.keys(less).filter((id) => less[id] !== 'unknown' && less[id] !== more[id]);
}

const withInputs = (scenario: Scenario, inputs: readonly Input[]): Scenario => ({
  ...scenario,
  bill: { ...scenario.bill, inputs },
});

/** The same case, but one answer or figure of one sheet was never given. */
function withoutOneWord(draw: Draw, scenario: Scenario): Scenario {
  const said = [...scenario.received].flatMap(([name, { sheet }]) =>
    [...sheet.answers.keys(), ...sheet.quantities.keys()].map((key) => ({ name, key })),
  );
  if (said.length === 0) return scenario;
  const { name: chosen, key } = draw.pick(said);
  const source = scenario.received.get(chosen)?.sheet.source;
  const received = new Map(
    [...scenario.received].map(([name, one]) => {
      if (one.sheet.source !== source || key === 'attributed') return [name, one] as const;
      const answers = new Map(one.sheet.answers);
      const quantities = new Map(one.sheet.quantities);
      answers.delete(key);
      quantities.delete(key);
      return [name, { ...one, sheet: { ...one.sheet, answers, quantities } }] as const;
    }),
  );
  return { ...scenario, received };
}

interface Pair {
  readonly before: Scenario;
  readonly after: Scenario;
}

const pair = (wish: typeof wild, change: (draw: Draw, scenario: Scenario) => Scenario) =>
  drawn((draw): Pair => {
    const before = drawScenario(draw, wish);
    return { before, after: change(draw, before) };
  });

const describePair = ({ before, after }: Pair): string =>
  `${describeScenario(before)}\n--- then ---\n${describeScenario(after)}`;

test('P2 monotone refinement and P9 blank is safe: an answer less opens answers, and makes or flips none', () => {
  holds(
    500,
    pair(wild, withoutOneWord),
    ({ before, after }) => {
      const more = published(before);
      const less = published(after);
      if (more !== undefined && less !== undefined) expect(lost(less, more)).toEqual([]);
    },
    describePair,
  );
});

test('P3 order: the order of inputs changes nothing', () => {
  holds(
    250,
    pair(wild, (_, scenario) => withInputs(scenario, [...scenario.bill.inputs].reverse())),
    ({ before, after }) => expect(published(after)).toEqual(published(before)),
    describePair,
  );
});

test('P3 splitting: a line split into two of the same sheet changes nothing', () => {
  holds(
    250,
    pair({ ...tame, convex: true, mostProcesses: 0 }, splitFirst),
    ({ before, after }) => {
      if (!leavesGaps(before)) expect(published(after)).toEqual(published(before));
    },
    describePair,
  );
});

/** The negation of a band leaves a gap, whatever else is said. */
const leavesGaps = ({ received }: Scenario): boolean =>
  [...received.values()].some(({ sheet }) => sheet.answers.has('opposite'));

function splitFirst(draw: Draw, scenario: Scenario): Scenario {
  const [first, ...rest] = scenario.bill.inputs;
  // A line of no mass has no halves, and a single line is a product by itself: two of it are put together.
  if (first?.mass === undefined || rest.length === 0 || first.mass.lo.n === 0n) return scenario;
  const part = rational(draw.integer(1, 9), 10);
  const other = rational(10n * part.d - part.n * 10n, 10n * part.d);
  const halves = [
    { ...first, mass: scale(first.mass, part) },
    { ...first, name: `${first.name}-other`, mass: scale(first.mass, other) },
  ];
  const received = new Map(scenario.received);
  const sheet = received.get(first.name);
  if (sheet !== undefined) received.set(`${first.name}-other`, sheet);
  return { ...withInputs(scenario, [...halves, ...rest]), received };
}

test('P4 tiering: through published sheets less is known, never something else; with ranges just as much', () => {
  holds(
    300,
    drawn((draw) => drawScenario(draw, { ...tame, mostInputs: 4, mostProcesses: 0, ownAnswers: false })),
    (scenario) => {
      const flat = published(scenario);
      const banded = published(tiered(scenario, false));
      const ranged = published(tiered(scenario, true));
      if (flat === undefined || banded === undefined || ranged === undefined) return;
      expect(lost(banded, flat)).toEqual([]);
      expect(lost(ranged, flat)).toEqual([]);
      const shares = massSharesOf(scenario);
      expect(pick(ranged, shares)).toEqual(pick(flat, shares));
    },
    describeScenario,
  );
});

/** The first two inputs merged into a part of their own, which then goes in with the others. */
function tiered(scenario: Scenario, withQuantities: boolean): Scenario {
  const [a, b, ...others] = scenario.bill.inputs;
  if (a?.mass === undefined || b?.mass === undefined) return scenario;
  const mass: Interval = { ...a.mass, lo: plus(a.mass.lo, b.mass.lo), hi: plus(a.mass.lo, b.mass.lo) };
  if (!isExact(mass) || mass.lo.n === 0n) return scenario;
  const { mass: _, ...product } = scenario.bill.product;
  const below = { ...scenario.bill, id: 'urn:below', inputs: [a, b], product };
  const { merged } = mergeBill(requestOf({ ...scenario, bill: below }, { withQuantities }));
  if (merged === undefined) return scenario;
  const part = { sheet: merged.sheet, sha256: 'd'.repeat(64), file: 'below', discredited: new Map() };
  const received = new Map([...scenario.received, ['below', part]]);
  return { ...withInputs(scenario, [{ ...a, name: 'below', mass }, ...others]), received };
}

const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);

/** Bands of shares of mass that no constraint ties to a share of something else. */
function massSharesOf({ design }: Scenario): readonly string[] {
  const { catalogue } = design;
  return [...catalogue.groups.values()]
    .filter(({ id }) => {
      const rule = catalogue.quantities.get(id)?.rule;
      return rule?.kind === 'fraction' && rule.weight === 'mass';
    })
    .flatMap((group) => group.bands.map((band) => band.statement));
}

const pick = (
  answers: Readonly<Record<string, string>>,
  ids: readonly string[],
): Record<string, string | undefined> => Object.fromEntries(ids.map((id) => [id, answers[id]]));

test('P5 idempotence: copies of one sheet give it back', () => {
  holds(
    250,
    drawn((draw) =>
      drawScenario(draw, { ...tame, mostInputs: 1, mostProcesses: 0, ownAnswers: false, convex: true }),
    ),
    (scenario) => {
      const [only, ...more] = scenario.bill.inputs;
      if (only?.mass === undefined || more.length > 0 || only.mass.lo.n === 0n || leavesGaps(scenario))
        return;
      const copies = copied(scenario, only);
      const ids = idempotentIn(scenario);
      expect(pick(published(copies) ?? {}, ids)).toEqual(pick(published(scenario) ?? {}, ids));
    },
    describeScenario,
  );
});

function copied(scenario: Scenario, only: Input): Scenario {
  const { mass: _, ...product } = scenario.bill.product;
  const received = new Map(scenario.received);
  const sheet = received.get(only.name);
  if (sheet !== undefined) received.set('copy', sheet);
  const inputs = [only, { ...only, name: 'copy' }];
  return { ...scenario, bill: { ...scenario.bill, inputs, product }, received };
}

/** Kinds whose combination of equals is the same again; an unnamed joint between copies is not one of them. */
function idempotentIn({ design }: Scenario): readonly string[] {
  const kinds = new Set(['fraction', 'all', 'any', 'conc-article', 'conc-homog', 'min-number', 'same-value']);
  return [...design.catalogue.statements.values()].flatMap(({ id, meaning }) => {
    if (meaning.kind === 'expression') return [];
    const rule =
      meaning.kind === 'plain' ? meaning.rule : design.catalogue.quantities.get(meaning.quantity)?.rule;
    return rule !== undefined && kinds.has(rule.kind) ? [id] : [];
  });
}

test('P6 neutral element: a line of no mass changes no share of mass', () => {
  holds(
    250,
    pair({ ...tame, mostProcesses: 0, ownAnswers: false }, (_, scenario) => {
      const [first] = scenario.bill.inputs;
      if (first?.mass === undefined) return scenario;
      const nothing = { ...first, name: 'nothing', mass: scale(first.mass, rational(0)) };
      return withInputs(scenario, [...scenario.bill.inputs, nothing]);
    }),
    ({ before, after }) => {
      const ids = massSharesOf(before);
      expect(pick(published(after) ?? {}, ids)).toEqual(pick(published(before) ?? {}, ids));
    },
    describePair,
  );
});

test.each([rational(7, 3), rational(1_000_000_000), rational(1, 1_000_000_000)])(
  'P7 scale: all masses times %o change nothing',
  (factor) => {
    holds(
      120,
      pair({ ...wild, ownAnswers: false }, (_, scenario) => scaled(scenario, factor)),
      ({ before, after }) => {
        const sums = sumsOf(before);
        const without = (answers: Readonly<Record<string, string>> | undefined): unknown =>
          answers === undefined ? undefined : Object.entries(answers).filter(([id]) => !sums.has(id));
        expect(without(published(after))).toEqual(without(published(before)));
      },
      describePair,
    );
  },
);

/** Statements about amounts, which do grow with the product. */
function sumsOf({ design }: Scenario): ReadonlySet<string> {
  const { statements, quantities } = design.catalogue;
  const about = [...statements.values()].filter(
    ({ meaning }) => meaning.kind === 'within' && quantities.get(meaning.quantity)?.rule.kind === 'sum',
  );
  const direct = new Set(about.map(({ id }) => id));
  for (const { id, meaning } of statements.values()) {
    if (meaning.kind === 'expression' && meaning.expression.of.some((part) => direct.has(part)))
      direct.add(id);
  }
  return direct;
}

function scaled(scenario: Scenario, factor: Rational): Scenario {
  const { bill } = scenario;
  const times = <K extends string>(key: K, value: Interval | undefined) =>
    value === undefined ? {} : { [key]: scale(value, factor) };
  return {
    ...scenario,
    bill: {
      ...bill,
      product: { ...bill.product, ...times('mass', bill.product.mass) },
      inputs: bill.inputs.map((input) => ({ ...input, ...times('mass', input.mass) })),
      processes: bill.processes.map((process) => ({
        ...process,
        ...times('loses', process.loses),
        ...times('returns', process.returns),
        ...times('uses', process.uses),
      })),
    },
  };
}

test('P8 De Morgan: a statement and its negation are published as complements', () => {
  holds(
    400,
    drawn((draw) => drawScenario(draw, wild)),
    (scenario) => {
      const answers = published(scenario);
      if (answers === undefined) return;
      for (const { id, meaning } of scenario.design.catalogue.statements.values()) {
        if (meaning.kind !== 'expression' || meaning.expression.operator !== 'not') continue;
        const opposite =
          { true: 'false', false: 'true' }[answers[meaning.expression.of[0]] ?? ''] ?? 'unknown';
        const own = answers[id] === 'not-applicable' ? 'unknown' : answers[id];
        expect([id, own]).toEqual([id, opposite]);
      }
    },
    describeScenario,
  );
});

test('(c, d) at most one band of a group is true, and never all are false', () => {
  holds(
    400,
    drawn((draw) => drawScenario(draw, wild)),
    (scenario) => {
      const answers = published(scenario);
      if (answers === undefined) return;
      for (const { bands } of scenario.design.catalogue.groups.values()) {
        const values = bands.map((band) => answers[band.statement]);
        expect(values.filter((value) => value === 'true').length).toBeLessThan(2);
        expect(values.every((value) => value === 'false')).toBe(false);
      }
    },
    describeScenario,
  );
});
