// P4: a product merged from a subassembly's sheet is known less well than from the inputs of the subassembly, and
// never otherwise. 8e: a published sheet, read by itself, says what was published.

import { expect, test } from 'vitest';
import { claimsOf } from '../../src/core/algebra/claims.ts';
import { interpret } from '../../src/core/algebra/interpret.ts';
import { truthIn } from '../../src/core/algebra/knowledge.ts';
import type { Bill, Process } from '../../src/core/model/bill.ts';
import type { Catalogue } from '../../src/core/model/catalogue.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import { exactly } from '../../src/core/values/interval.ts';
import { drawCatalogue } from '../generators/catalogues.ts';
import { describeScenario } from '../generators/describe.ts';
import { type Draw, drawn } from '../generators/draw.ts';
import { placeIn } from '../generators/places.ts';
import {
  cleanlyPublishedBy,
  type Decided,
  decidedIn,
  lostFrom,
  publishedBy,
  quarrels,
  rangesIn,
} from '../generators/published.ts';
import { holds } from '../generators/runs.ts';
import {
  drawScenario,
  drawScenarioOf,
  type Scenario,
  tame,
  type Wish,
  wild,
} from '../generators/scenarios.ts';
import { isSum, speaksOf, withoutTiesToSums } from '../generators/sums.ts';

interface Tiers {
  /** The subassembly alone. */
  readonly inner: Scenario;
  /** Everything in one bill. */
  readonly flat: Scenario;
  /** The same with the subassembly's own sheet as an input. */
  readonly tiered: (sheet: Sheet) => Scenario;
}

const place = placeIn('product.bill.yaml');

const assembling = (takes: readonly string[], gives: string): Process => ({
  effect: 'assemble',
  name: `assembling ${gives}`,
  takes,
  gives,
  shares: new Map(),
  levels: new Map(),
  conserves: [],
  at: place,
  places: new Map(),
});

/** What is left of a bill's parts once its processes are done. */
function leftOver({ inputs, processes }: Bill): readonly string[] {
  const parts = new Set(inputs.filter(({ contained }) => contained).map(({ name }) => name));
  for (const { takes, gives } of processes) {
    const inside = takes.filter((name) => parts.delete(name));
    if (inside.length > 0) parts.add(gives);
  }
  return [...parts];
}

function drawTiers(draw: Draw, wish: Wish): Tiers {
  const design = drawCatalogue(draw, wish);
  const inner = drawScenarioOf(draw, { ...wish, ownAnswers: false }, design, []);
  const outer = drawScenarioOf(
    draw,
    { ...wish, ownAnswers: false, mostInputs: 2, mostProcesses: 0 },
    design,
    [],
  );
  const others = outer.bill.inputs.map((input) => ({ ...input, name: `other ${input.name}` }));
  const received = new Map(
    [...outer.received].map(([name, each]) => [`other ${name}`, { ...each, sheet: other(each.sheet) }]),
  );
  const { bill } = inner;
  const rest = leftOver(bill);
  const flat: Bill = {
    ...outer.bill,
    inputs: [...bill.inputs, ...others],
    processes: [
      ...bill.processes,
      ...(rest.length > 1 ? [assembling(rest, 'subassembly')] : []),
      assembling(
        [rest.length > 1 ? 'subassembly' : (rest[0] ?? ''), ...others.map(({ name }) => name)],
        'whole',
      ),
    ],
  };
  const { mass: _, ...product } = outer.bill.product;
  const tiered = (sheet: Sheet): Scenario => {
    const line = { name: 'subassembly', contained: true, at: place, originAt: place, massAt: place } as const;
    const mass = sheet.product.mass ?? exactly(inner.product.mass);
    const input = { ...line, mass, origin: { kind: 'sheet', reference: 'subassembly.sheet.yaml' } } as const;
    const whole = { ...outer.bill, product, inputs: [input, ...others], processes: [] };
    const file = 'subassembly.sheet.yaml';
    const here = {
      sheet: { ...sheet, id: 'urn:subassembly' },
      sha256: 'c'.repeat(64),
      file,
      discredited: new Map(),
    };
    return { ...outer, bill: whole, received: new Map([...received, ['subassembly', here]]) };
  };
  const everything = {
    ...outer,
    bill: { ...flat, product },
    received: new Map([...inner.received, ...received]),
  };
  return { inner, flat: everything, tiered };
}

/** Sheets of the outer bill are other sheets than those of the inner one. */
const other = (sheet: Sheet): Sheet => ({ ...sheet, id: `${sheet.id}:other` });

const describeTiers = ({ flat, inner }: Tiers): string =>
  `${describeScenario(flat)}\n---- subassembly publishes\n${JSON.stringify(decidedIn(publishedBy(inner)))}`;

/** Both ways, or undefined where the subassembly cannot be published. */
function bothWays(
  tiers: Tiers,
  withFigures: boolean,
): { readonly flat: Sheet | undefined; readonly tiered: Sheet | undefined } | undefined {
  const sheet = cleanlyPublishedBy(tiers.inner);
  if (sheet === undefined) return undefined;
  const passed = withFigures ? sheet : { ...sheet, quantities: new Map() };
  return { flat: publishedBy(tiers.flat), tiered: publishedBy(tiers.tiered(passed)) };
}

test('P4 tiers: what is known through a sheet is never contradicted by its inputs', () => {
  const check = (tiers: Tiers): void => {
    for (const withFigures of [true, false]) {
      const both = bothWays(tiers, withFigures);
      if (both !== undefined) expect(quarrels(decidedIn(both.flat), decidedIn(both.tiered))).toEqual([]);
    }
  };
  holds(
    200,
    drawn((draw) => drawTiers(draw, { ...wild, mostInputs: 3 })),
    check,
    describeTiers,
  );
});

test('P4 tiers: a sheet says no more than its inputs, and of shares the same where it gives the ranges', () => {
  const shares = (sheet: Sheet | undefined): Decided =>
    Object.fromEntries(Object.entries(rangesIn(sheet)).filter(([id]) => id.startsWith('share')));
  const check = (tiers: Tiers): void => {
    // Constraints tighten a published sheet once more, and an unknown selection that left is where that tells.
    const { effects } = tiers.flat.design.catalogue;
    const loses = (effect: string): boolean =>
      effects.get(effect)?.behaviours.get('fraction') === 'lose-some';
    if (tiers.flat.bill.processes.some(({ effect }) => loses(effect))) return;
    const plain = bothWays(tiers, false);
    if (plain !== undefined) {
      // That the subassembly is an article, whatever is mixed in it, only its sheet says.
      const { catalogue } = tiers.inner.design;
      const asked = Object.entries(decidedIn(plain.tiered)).filter(
        ([id]) => !speaksOf(catalogue, id, ({ kind }) => kind === 'conc-article'),
      );
      expect(lostFrom(Object.fromEntries(asked), decidedIn(plain.flat))).toEqual([]);
    }
    const ranged = bothWays(tiers, true);
    if (ranged !== undefined) expect(shares(ranged.tiered)).toEqual(shares(ranged.flat));
  };
  holds(
    200,
    drawn((draw) => drawTiers(draw, { ...tame, convex: true, mostInputs: 3 })),
    check,
    describeTiers,
  );
});

/** What a sheet says by itself. */
function readAlone(catalogue: Catalogue, sheet: Sheet): Decided {
  const { knowledge } = interpret(catalogue, claimsOf(catalogue, sheet));
  const truths = [...catalogue.statements.keys()].map(
    (id) => [id, truthIn(knowledge, catalogue, id)] as const,
  );
  return Object.fromEntries(truths.filter(([, truth]) => truth !== 'unknown').sort());
}

test('8e: a published sheet read alone says again what was published, with or without its ranges', () => {
  const check = (scenario: Scenario): void => {
    const { catalogue } = scenario.design;
    const sheet = cleanlyPublishedBy(scenario);
    if (sheet === undefined) return;
    // Where FALSE claims nothing, a proven FALSE says nothing to the next reader.
    const isHeard = ([id, value]: readonly [string, string]): boolean =>
      value === 'true' || catalogue.statements.get(id)?.falseMeans === 'negation';
    const published = Object.fromEntries(Object.entries(decidedIn(sheet)).filter(isHeard));
    expect(lostFrom(published, readAlone(catalogue, sheet))).toEqual([]);
    expect(lostFrom(readAlone(catalogue, { ...sheet, quantities: new Map() }), decidedIn(sheet))).toEqual([]);
    if (isAllHeard(catalogue))
      expect(readAlone(catalogue, { ...sheet, quantities: new Map() })).toEqual(decidedIn(sheet));
  };
  holds(
    300,
    drawn((draw) => drawScenario(draw, wild)),
    check,
    describeScenario,
  );
});

test('8e: a sheet that goes through a bill alone says no more than it said, and all of it of shares of the mass', () => {
  const check = (scenario: Scenario): void => {
    const { bill, received, design } = scenario;
    const [line] = bill.inputs;
    const only = received.get(line?.name ?? '');
    const isCounted = only !== undefined && only.discredited.size === 0 && isInForce(only.sheet, bill.issued);
    if (!isCounted || bill.inputs.length > 1) return;
    const said = readAlone(design.catalogue, only.sheet);
    const published = decidedIn(publishedBy(scenario));
    // Of sums the bill says as much more as it takes more of the input.
    const ofOne = Object.entries(published).filter(([id]) => !speaksOf(design.catalogue, id, isSum));
    expect(lostFrom(Object.fromEntries(ofOne), said)).toEqual([]);
    // Gaps between bands come through as well: nothing is added to the share.
    const ofMass = Object.entries(said).filter(([id]) => id.startsWith('share.'));
    expect(lostFrom(Object.fromEntries(ofMass), published)).toEqual([]);
  };
  const alone = { ...wild, mostInputs: 1, mostProcesses: 0, ownAnswers: false, massless: false };
  holds(
    300,
    drawn((draw) => drawScenarioOf(draw, alone, withoutTiesToSums(drawCatalogue(draw, alone)), [])),
    check,
    describeScenario,
  );
});

const isInForce = ({ issued, validUntil }: Sheet, date: string): boolean =>
  issued <= date && (validUntil === undefined || (validUntil >= date && validUntil >= issued));

const isAllHeard = ({ statements }: Catalogue): boolean =>
  [...statements.values()].every(({ falseMeans }) => falseMeans === 'negation');
