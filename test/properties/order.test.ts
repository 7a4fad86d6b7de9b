// P3, P5, P6, P7, 8f and 8g: what is said of a product does not hang on how its bill is written down.

import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Input } from '../../src/core/model/bill.ts';
import type { Rule } from '../../src/core/model/catalogue.ts';
import { exactly, type Interval, scale } from '../../src/core/values/interval.ts';
import { rational, zero } from '../../src/core/values/rational.ts';
import { drawCatalogue } from '../generators/catalogues.ts';
import { scaled, withBill, withoutLimits } from '../generators/changes.ts';
import { describeScenario } from '../generators/describe.ts';
import { type Draw, drawn } from '../generators/draw.ts';
import { plainly } from '../generators/effect-sketches.ts';
import { type Decided, decidedIn, lostFrom, publishedBy, rangesIn } from '../generators/published.ts';
import { renamed, unrenamed } from '../generators/renaming.ts';
import { holds } from '../generators/runs.ts';
import {
  drawScenario,
  drawScenarioOf,
  requestOf,
  type Scenario,
  tame,
  type Wish,
  wild,
} from '../generators/scenarios.ts';
import { isSum, speaksOf, withoutTiesToSums } from '../generators/sums.ts';

interface Pair {
  readonly before: Scenario;
  readonly after: Scenario;
}

const describePair = ({ before, after }: Pair): string =>
  `${describeScenario(before)}\n---- changed to\n${describeScenario(after)}`;

const pairs = (wish: Wish, change: (draw: Draw, scenario: Scenario) => Scenario) =>
  drawn((draw): Pair => {
    const before = drawScenario(draw, wish);
    return { before, after: change(draw, before) };
  });

const shown = (scenario: Scenario): readonly Decided[] => {
  const sheet = publishedBy(scenario);
  return [decidedIn(sheet), rangesIn(sheet)];
};

const saysTheSame = ({ before, after }: Pair): void => expect(shown(after)).toEqual(shown(before));

test('P3 order: inputs, and the parts a process takes, in another order change nothing', () => {
  const shuffle = (draw: Draw, scenario: Scenario): Scenario => {
    const { inputs, processes } = scenario.bill;
    const isFirstSpecial = (id: string): boolean => {
      const effect = scenario.design.catalogue.effects.get(id);
      return effect?.appliesRest === true || effect?.keepsApart === true;
    };
    return withBill(scenario, {
      inputs: draw.shuffle(inputs),
      processes: processes.map((each) =>
        isFirstSpecial(each.effect) ? each : { ...each, takes: draw.shuffle(each.takes) },
      ),
    });
  };
  holds(250, pairs(wild, shuffle), saysTheSame, describePair);
});

/** One line becomes two of the same sheet, wherever it is taken. */
function split(draw: Draw, scenario: Scenario): Scenario {
  const { inputs, processes } = scenario.bill;
  const chosen = draw.pick(inputs);
  const share = rational(draw.integer(1, 9), 10);
  const rest = rational(share.d - share.n, share.d);
  const part = (name: string, factor: typeof share): Input => ({
    ...chosen,
    name,
    ...(chosen.mass === undefined ? {} : { mass: scale(chosen.mass, factor) }),
  });
  const twice = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => (name === chosen.name ? [name, `${name}-rest`] : [name]));
  const received = new Map(scenario.received);
  const sheet = received.get(chosen.name);
  if (sheet !== undefined) received.set(`${chosen.name}-rest`, sheet);
  let isLaid = true;
  const bill = {
    inputs: inputs.flatMap((each) =>
      each === chosen ? [part(chosen.name, share), part(`${chosen.name}-rest`, rest)] : [each],
    ),
    processes: processes.map((process) => {
      if (!isLaid || !process.takes.includes(chosen.name)) return process;
      // Whatever comes later under the same name is what this process gives.
      isLaid = false;
      const applied = process.applied === undefined ? {} : { applied: twice(process.applied) };
      return { ...process, takes: twice(process.takes), ...applied };
    }),
  };
  return withBill({ ...scenario, received }, bill);
}

test('P3 order: one line split in two of the same sheet says no more, and the same of shares and sums', () => {
  const isSplittable = ({ before }: Pair): boolean =>
    before.bill.processes.every(({ effect: id }) => {
      const effect = before.design.catalogue.effects.get(id);
      return effect?.appliesRest === false && !effect.keepsApart;
    });
  const check = (pair: Pair): void => {
    if (!isSplittable(pair)) return;
    const before = publishedBy(pair.before);
    const after = publishedBy(pair.after);
    expect(lostFrom(decidedIn(after), decidedIn(before))).toEqual([]);
    const counted = (ranges: Decided): Decided =>
      Object.fromEntries(Object.entries(ranges).filter(([id]) => id.startsWith('share') || id === 'energy'));
    expect(counted(rangesIn(after))).toEqual(counted(rangesIn(before)));
  };
  holds(250, pairs({ ...tame, convex: true }, split), check, describePair);
});

const isOfEnergy = (rule: Rule): boolean =>
  isSum(rule) || (rule.kind === 'fraction' && rule.weight !== 'mass');

// A line alone has no joints; two lines of the same sheet, put side by side, have none that anybody made.
test('P5 idempotence: copies of one sheet say what one of them says', () => {
  const scenarios = drawn((draw): Pair => {
    const wish = { ...tame, convex: true, mostInputs: 1, mostProcesses: 0, ownAnswers: false };
    const { catalogue, kinds } = drawCatalogue(draw, wish);
    const assemble = catalogue.effects.get('assemble');
    const sideBySide =
      assemble === undefined ? [] : [['assemble', { ...assemble, traits: [], behaviours: plainly }] as const];
    const design = {
      kinds,
      catalogue: { ...catalogue, effects: new Map([...catalogue.effects, ...sideBySide]) },
    };
    const before = drawScenarioOf(draw, wish, design, []);
    const [line] = before.bill.inputs;
    const sheet = before.received.get(line?.name ?? '');
    if (line === undefined || sheet === undefined) return { before, after: before };
    const names = Array.from({ length: draw.integer(2, 4) }, (_, index) => `copy-${index}`);
    const massOf = (): Interval =>
      draw.chance(30)
        ? { ...exactly(zero), hi: undefined, hiOpen: true }
        : exactly(rational(draw.integer(1, 20), 10));
    const after = {
      ...before,
      received: new Map(names.map((name) => [name, sheet])),
      bill: {
        ...before.bill,
        inputs: names.map((name): Input => ({ ...line, name, mass: massOf() })),
        product: { ...before.bill.product, mass: { ...exactly(zero), hi: undefined, hiOpen: true } },
      },
    };
    return { before: withBill(before, { product: after.bill.product }), after };
  });
  const check = ({ before, after }: Pair): void => {
    // Two lots of a mixture beside one another are in no article for certain, so it is not asked what articles hold, and
    // they are not one mixture. What is FALSE for one constituent of each copy may be minor in all of them. Copies that
    // do not say of which one material they are may be of several.
    const others: readonly Rule['kind'][] = ['conc-article', 'conc-mixture', 'all-except-minor'];
    const isNamed = [...before.received.values()].every(({ sheet }) => {
      const name = sheet.quantities.get('material')?.value;
      const measure = before.design.catalogue.quantities.get('material')?.measure;
      return name?.kind === 'name' && measure?.kind === 'name' && measure.names.includes(name.name);
    });
    const isAsked = (rule: Rule): boolean =>
      !isOfEnergy(rule) && !others.includes(rule.kind) && (isNamed || rule.kind !== 'same-value');
    const counted = (scenario: Scenario): Decided =>
      Object.fromEntries(
        Object.entries(decidedIn(publishedBy(scenario))).filter(
          ([id]) => !speaksOf(scenario.design.catalogue, id, (rule) => !isAsked(rule)),
        ),
      );
    expect(counted(after)).toEqual(counted(before));
    const [one, several] = [before, after].map((each) => decidedIn(publishedBy(each))['nearly-all']);
    expect([one, several]).toEqual([one, one === 'false' && several === undefined ? several : one]);
  };
  holds(250, scenarios, check, describePair);
});

const extra = (draw: Draw, scenario: Scenario, change: Partial<Input>): Scenario => {
  const [line] = scenario.bill.inputs;
  if (line === undefined) return scenario;
  const donor = draw.pick(scenario.bill.inputs);
  const sheet = scenario.received.get(donor.name);
  const input: Input = { ...line, origin: donor.origin, contained: true, ...change, name: 'extra' };
  const received = new Map(
    sheet === undefined ? scenario.received : [...scenario.received, ['extra', sheet] as const],
  );
  return withBill({ ...scenario, received }, { inputs: [...scenario.bill.inputs, input] });
};

test('P6 neutral element: a line that weighs nothing changes no share of the mass', () => {
  const check = ({ before, after }: Pair): void => {
    const shares = (scenario: Scenario): Decided =>
      Object.fromEntries(
        Object.entries(rangesIn(publishedBy(scenario))).filter(([id]) => id.startsWith('share')),
      );
    expect(shares(after)).toEqual(shares(before));
  };
  const massless = (draw: Draw, scenario: Scenario): Scenario =>
    extra(draw, scenario, { mass: exactly(zero) });
  holds(250, pairs({ ...wild, massless: false, ownAnswers: false }, massless), check, describePair);
});

test('P6 neutral element: a line that is not contained changes nothing at all', () => {
  const aid = (draw: Draw, scenario: Scenario): Scenario => extra(draw, scenario, { contained: false });
  holds(250, pairs(wild, aid), saysTheSame, describePair);
});

test('P7 scale (8g): all masses times a factor change nothing, be it 10 to the power of 9 or of -9', () => {
  const factors = [rational(3), rational(2, 7), rational(10n ** 9n), rational(1n, 10n ** 9n)];
  const check = ({ before, after }: Pair): void => {
    const counted = (scenario: Scenario): Decided =>
      Object.fromEntries(
        Object.entries(decidedIn(publishedBy(scenario))).filter(
          ([id]) => !speaksOf(scenario.design.catalogue, id, isSum),
        ),
      );
    expect(counted(after)).toEqual(counted(before));
  };
  // What the maker says of a sum, it says of the unscaled product, and what hangs on a sum hangs on the amount: here
  // neither is said.
  const scenarios = drawn((draw): Pair => {
    // How many pieces a line has changes with its mass, and several pieces may lie in a gap that one cannot.
    const wish = { ...wild, ownAnswers: false, convex: true };
    const before = withoutLimits(
      drawScenarioOf(draw, wish, withoutTiesToSums(drawCatalogue(draw, wish)), []),
    );
    return { before, after: scaled(before, draw.pick(factors)) };
  });
  holds(250, scenarios, check, describePair);
});

test('8f: renaming inputs, processes, statements and quantities changes nothing but names', () => {
  const check = ({ before, after }: Pair): void => {
    const { merged } = mergeBill(requestOf(after));
    expect(unrenamed([decidedIn(merged?.sheet), rangesIn(merged?.sheet)])).toEqual(shown(before));
  };
  holds(
    250,
    pairs(wild, (_, scenario) => renamed(scenario)),
    check,
    describePair,
  );
});
