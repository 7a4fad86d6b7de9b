// A case with something of it changed: answers taken back, masses less well known, everything scaled or renamed.

import type { ReceivedSheet } from '../../src/core/merge/inputs.ts';
import type { Bill } from '../../src/core/model/bill.ts';
import type { QuantityEntry } from '../../src/core/model/sheet.ts';
import { type Interval, scale, sum } from '../../src/core/values/interval.ts';
import { type Rational, rational, zero } from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';
import type { Scenario } from './scenarios.ts';
import { isSum, speaksOf } from './sums.ts';

const keepSome = <T>(draw: Draw, all: ReadonlyMap<string, T>, mayGo: (key: string, value: T) => boolean) =>
  new Map([...all].filter(([key, value]) => !mayGo(key, value) || draw.chance(60)));

/** Every sheet, changed. */
export function withSheets(scenario: Scenario, change: (received: ReceivedSheet) => ReceivedSheet): Scenario {
  const changed = new Map<ReceivedSheet, ReceivedSheet>();
  for (const received of scenario.received.values()) changed.set(received, change(received));
  const received = new Map([...scenario.received].map(([name, each]) => [name, changed.get(each) ?? each]));
  return { ...scenario, received };
}

export const withBill = (scenario: Scenario, change: Partial<Bill>): Scenario => ({
  ...scenario,
  bill: { ...scenario.bill, ...change },
});

/**
 * Some answers and figures are taken back, some sheets too. What says how other answers are to be read stays: that
 * figures are booked (`attributed`) and by which custody model.
 */
export function silenced(draw: Draw, scenario: Scenario): Scenario {
  const quieter = withSheets(scenario, ({ sheet, ...rest }) => {
    const answers = keepSome(
      draw,
      sheet.answers,
      (id, { custody }) => id !== 'attributed' && custody === undefined,
    );
    return {
      ...rest,
      sheet: { ...sheet, answers, quantities: keepSome(draw, sheet.quantities, () => true) },
    };
  });
  const { answers, quantities } = scenario.bill;
  const bill = {
    answers: keepSome(draw, answers, (_, { custody }) => custody === undefined),
    quantities: keepSome(draw, quantities, () => true),
  };
  const received = new Map([...quieter.received].filter(() => !draw.chance(8)));
  return withBill({ ...quieter, received }, bill);
}

/** A range that holds another one. */
function widened(draw: Draw, range: Interval): Interval {
  const more = draw.pick([zero, rational(1, 2), rational(3)]);
  const wider = sum(range, { lo: zero, loOpen: false, hi: more, hiOpen: false });
  return draw.chance(50) ? wider : { ...wider, lo: zero, loOpen: false };
}

/** Masses and what the maker uses are less well known than they were. */
export function blurred(draw: Draw, scenario: Scenario): Scenario {
  const { inputs, processes } = scenario.bill;
  return withBill(scenario, {
    inputs: inputs.map((input) => ({
      ...input,
      ...(input.mass === undefined ? {} : { mass: widened(draw, input.mass) }),
    })),
    processes: processes.map((process) => ({
      ...process,
      ...(process.uses === undefined ? {} : { uses: widened(draw, process.uses) }),
    })),
  });
}

/** Without what sheets say of amounts other than as figures: a limit does not grow with the amount. */
export function withoutLimits(scenario: Scenario): Scenario {
  const { catalogue } = scenario.design;
  return withSheets(scenario, ({ sheet, ...rest }) => ({
    ...rest,
    sheet: {
      ...sheet,
      answers: new Map([...sheet.answers].filter(([id]) => !speaksOf(catalogue, id, isSum))),
    },
  }));
}

/** All masses, and everything used, times a factor. */
export function scaled(scenario: Scenario, factor: Rational): Scenario {
  const { inputs, processes, product } = scenario.bill;
  const times = <K extends string>(key: K, range: Interval | undefined): { readonly [P in K]?: Interval } =>
    (range === undefined ? {} : { [key]: scale(range, factor) }) as { readonly [P in K]?: Interval };
  // What one declared unit contains or was made with grows with it.
  const grown = (entry: QuantityEntry): QuantityEntry => {
    const rule = scenario.design.catalogue.quantities.get(entry.quantity)?.rule;
    const { value } = entry;
    if (rule === undefined || !isSum(rule) || value.kind !== 'range') return entry;
    return { ...entry, value: { ...value, range: scale(value.range, factor) } };
  };
  const units = withSheets(scenario, ({ sheet, ...rest }) => ({
    ...rest,
    sheet: {
      ...sheet,
      product: { ...sheet.product, ...times('mass', sheet.product.mass) },
      quantities: new Map([...sheet.quantities].map(([id, entry]) => [id, grown(entry)])),
    },
  }));
  return withBill(units, {
    product: { ...product, ...times('mass', product.mass) },
    inputs: inputs.map((input) => ({ ...input, ...times('mass', input.mass) })),
    processes: processes.map((process) => ({
      ...process,
      ...times('loses', process.loses),
      ...times('returns', process.returns),
      ...times('removes', process.removes),
      ...times('eligible', process.eligible),
      ...times('uses', process.uses),
    })),
  });
}
