// P1: whatever the suppliers' products really are, and whatever the processes really do, no published answer is wrong.

import { expect, test } from 'vitest';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import { hasErrors } from '../../src/core/text/finding.ts';
import type { Interval } from '../../src/core/values/interval.ts';
import { compare, isZero, type Rational } from '../../src/core/values/rational.ts';
import { describeScenario } from '../generators/describe.ts';
import { type Draw, drawn } from '../generators/draw.ts';
import { holds } from '../generators/runs.ts';
import {
  drawScenario,
  drawScenarioOf,
  requestOf,
  type Scenario,
  type Supplier,
  wild,
} from '../generators/scenarios.ts';
import { wrongOf } from '../generators/sets.ts';
import { figureOf, truthOf } from '../generators/things.ts';

/** Published answers that are not so. */
function falsehoods(scenario: Scenario, sheet: Sheet): readonly string[] {
  const { design, product } = scenario;
  return [...design.catalogue.statements.values()].flatMap((statement) => {
    const published = sheet.answers.get(statement.id)?.value;
    const truth = truthOf(design, product, statement);
    const isWrong =
      truth !== undefined && (published === 'true' || published === 'false') && published !== String(truth);
    return isWrong ? [`${statement.id} is published ${published}`] : [];
  });
}

const show = (value: Rational | undefined): string =>
  value === undefined ? 'none' : `${value.n}/${value.d}`;

/** Published ranges that do not hold the true figure, and lists that are not so. */
function misses({ design, product }: Scenario, sheet: Sheet): readonly string[] {
  return [...sheet.quantities.values()].flatMap(({ quantity: id, value }) => {
    const quantity = design.catalogue.quantities.get(id);
    if (value.kind === 'names') return wrongOf(value.names, product.sets.get(id) ?? new Set());
    const figure = quantity && figureOf(design, product, quantity);
    if (value.kind !== 'range' || figure === undefined || holdsFigure(value.range, figure)) return [];
    const { lo, hi } = value.range;
    return [`${id} is published as ${show(lo)}..${show(hi)} but is ${show(figure)}`];
  });
}

function holdsFigure({ lo, loOpen, hi, hiOpen }: Interval, figure: Rational): boolean {
  const low = compare(figure, lo);
  const high = hi === undefined ? -1 : compare(figure, hi);
  return (low > 0 || (low === 0 && !loOpen)) && (high < 0 || (high === 0 && !hiOpen));
}

const errorsOf = (
  findings: readonly { code: string; severity: string; message: string }[],
): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`);

function check(scenario: Scenario): void {
  const { merged, findings } = mergeBill(requestOf(scenario));
  const sheet = merged?.sheet;
  expect(errorsOf(findings)).toEqual([]);
  expect(
    sheet === undefined ? ['nothing merged'] : [...falsehoods(scenario, sheet), ...misses(scenario, sheet)],
  ).toEqual([]);
}

/** The product of one bill as an input of another: its sheet as it was published, and what it really is. */
function asSupplier(scenario: Scenario, withQuantities: boolean): Supplier | undefined {
  const { merged, findings } = mergeBill(requestOf(scenario, { withQuantities }));
  if (merged === undefined || hasErrors(findings) || isZero(scenario.product.mass)) return undefined;
  const received = {
    sheet: merged.sheet,
    sha256: 'c'.repeat(64),
    file: 'product.sheet.yaml',
    discredited: new Map(),
  };
  return { name: 'subassembly', unit: scenario.product.mass, thing: scenario.product, received };
}

function drawSecondTier(draw: Draw): Scenario {
  const wish = { ...wild, mostInputs: 3, mostProcesses: 2 };
  const first = drawScenario(draw, wish);
  const supplier = asSupplier(first, draw.chance(50));
  const second = drawScenarioOf(draw, wish, first.design, supplier === undefined ? [] : [supplier]);
  return { ...second, bill: { ...second.bill, id: 'urn:second' } };
}

test('P1 soundness over tiers: what rests on a published sheet is not wrong either', () => {
  holds(700, drawn(drawSecondTier), check, describeScenario);
});

test('P1 soundness: no published answer is wrong of the product that really comes out', () => {
  holds(
    1200,
    drawn((draw) => drawScenario(draw, wild)),
    check,
    describeScenario,
  );
});
