// Whole cases: a catalogue, suppliers' sheets told from concrete products, a bill, and the true product of it all.

import type { ReceivedSheet } from '../../src/core/merge/inputs.ts';
import type { MergeRequest } from '../../src/core/merge/merge.ts';
import type { Bill, Input } from '../../src/core/model/bill.ts';
import type { StatementId } from '../../src/core/model/catalogue.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import { exactly, type Interval } from '../../src/core/values/interval.ts';
import { type Rational, rational } from '../../src/core/values/rational.ts';
import { type BillWish, type Line, stateMass, work } from './bills.ts';
import { type Design, drawCatalogue } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { layDown } from './pieces.ts';
import { answerTo, placeIn } from './places.ts';
import { drawThing } from './suppliers.ts';
import { around, type Manner, type Told, tell } from './telling.ts';
import { type Lump, ruleOf, type Thing } from './things.ts';
import { unsettle } from './uncertain.ts';

export interface Scenario {
  readonly design: Design;
  readonly bill: Bill;
  readonly received: ReadonlyMap<string, ReceivedSheet>;
  /** What really comes out. */
  readonly product: Thing;
}

export interface Wish extends BillWish {
  readonly mostInputs: number;
  /** Of a hundred questions so many are passed over. */
  readonly silence: number;
  /** Whether the maker says anything of the product itself. */
  readonly ownAnswers: boolean;
  /** What is said leaves no gaps. */
  readonly convex: boolean;
  /** Whether some lines weigh nothing. */
  readonly massless: boolean;
  /** Whether some lines may not be there, or are filled from several suppliers. */
  readonly unsettled?: boolean;
}

export const wild: Wish = {
  tame: false,
  mostInputs: 6,
  mostProcesses: 4,
  exactMasses: false,
  silence: 30,
  ownAnswers: true,
  convex: false,
  massless: true,
};
export const tame: Wish = {
  tame: true,
  mostInputs: 4,
  mostProcesses: 3,
  exactMasses: true,
  silence: 20,
  ownAnswers: true,
  convex: false,
  massless: false,
};

export const issued = '2026-06-01';

export function drawScenario(draw: Draw, wish: Wish): Scenario {
  return drawScenarioOf(draw, wish, drawCatalogue(draw, wish), []);
}

/** A case of a known catalogue, with inputs that come from elsewhere among the others. */
export function drawScenarioOf(draw: Draw, wish: Wish, design: Design, given: readonly Supplier[]): Scenario {
  const drawnHere = Array.from({ length: draw.integer(1, wish.mostInputs) }, (_, index) =>
    drawSupplier(draw, design, index, wish),
  );
  const suppliers = [...drawnHere, ...given];
  const received = new Map<string, ReceivedSheet>();
  const lines = suppliers.flatMap((supplier) => drawLines(draw, design, supplier, received, wish));
  const settled = lines.some(({ input }) => input.contained) ? lines : lines.map(containing);
  const contained =
    wish.unsettled === true ? unsettle(draw, settled, (mass) => stateMass(draw, mass, wish)) : settled;
  const isFixed = contained.every(({ input }) => input.optional !== true);
  const { processes, product: whole } = work(draw, design, contained, wish);
  const level = levelOf(draw, design, whole);
  const product = level === 'material' ? whole : shaped(whole);
  const place = placeIn('product.bill.yaml');
  const silent: Told = { answers: new Map(), quantities: new Map() };
  const manner: Manner = { silence: 65, figures: 10, tame: wish.tame, convex: wish.convex };
  const own = wish.ownAnswers ? tell(draw, design, product, place, manner) : silent;
  const bill: Bill = {
    ...header('urn:product', isFixed ? declareMass(draw, product.mass, wish) : undefined, level),
    issued,
    inputs: contained.map(({ input }) => input),
    processes,
    answers: new Map(
      [...own.answers].filter(([id]) => id !== 'attributed' && !isComposedOfAssertions(design, id)),
    ),
    quantities: own.quantities,
    places: new Map(),
    source: place.source,
  };
  return { design, bill, received, product };
}

export const requestOf = (scenario: Scenario, changes: Partial<MergeRequest> = {}): MergeRequest => ({
  bill: scenario.bill,
  billSha256: 'b'.repeat(64),
  catalogue: scenario.design.catalogue,
  received: scenario.received,
  withQuantities: true,
  ...changes,
});

/** What hangs on an assertion of the maker is asserted itself, or not at all. */
function isComposedOfAssertions({ catalogue }: Pick<Design, 'catalogue'>, id: StatementId): boolean {
  const meaning = catalogue.statements.get(id)?.meaning;
  if (meaning?.kind !== 'expression') return false;
  const isAsserted = (part: StatementId): boolean => ruleOf(catalogue, part)?.kind === 'assert-refutable';
  return meaning.expression.of.some(
    (part) => isAsserted(part) || isComposedOfAssertions({ catalogue }, part),
  );
}

/** A product is a material only if it is no article; it may have layers. */
function levelOf(draw: Draw, { catalogue }: Design, product: Thing): 'material' | 'product' {
  const isOne = [...product.lumps].every(([id, [only, ...more]]) => {
    const isLayered = catalogue.quantities.get(id)?.rule.kind === 'conc-homog';
    return isLayered || (more.length === 0 && only?.kind === 'mixture');
  });
  return isOne && draw.chance(60) ? 'material' : 'product';
}

/** What is delivered as a product has a shape of its own, whatever it was made of. */
function shaped(product: Thing): Thing {
  const shape = (lump: Lump): Lump => (lump.kind === 'mixture' ? { ...lump, kind: 'article' } : lump);
  return { ...product, lumps: new Map([...product.lumps].map(([id, lumps]) => [id, lumps.map(shape)])) };
}

const containing = (line: Line): Line => ({ ...line, input: { ...line.input, contained: true } });

function header(id: string, mass: Interval | undefined, level: 'material' | 'component' | 'product') {
  return {
    catalogue: 'random/1',
    id,
    revision: 1,
    assurance: 'self-declared' as const,
    product: { name: id, level, ids: new Map<string, string>(), ...(mass === undefined ? {} : { mass }) },
    maker: { name: `maker of ${id}`, ids: new Map<string, string>() },
  };
}

function declareMass(draw: Draw, mass: Rational, wish: BillWish): Interval | undefined {
  if (wish.exactMasses || draw.chance(65)) return exactly(mass);
  return draw.chance(50) ? around(draw, mass, true) : undefined;
}

const mannerOf = ({ silence, tame, convex }: Wish): Manner => ({ silence, figures: 35, tame, convex });

const levels = { uniform: 'material', article: 'component', object: 'product' } as const;

export interface Supplier {
  readonly name: string;
  /** The true mass of what the sheet speaks of. */
  readonly unit: Rational;
  readonly thing: Thing;
  readonly received: ReceivedSheet;
}

function drawSupplier(draw: Draw, design: Design, index: number, wish: Wish): Supplier {
  const name = `part-${index}`;
  const unit = rational(draw.pick([1, 2, 5, 10]), draw.pick([1, 10]));
  const build = draw.pick(['uniform', 'article', 'object', 'uniform'] as const);
  const thing = drawThing(draw, design, unit, build);
  const isExpired = !wish.tame && draw.chance(6);
  const spoken = isExpired ? drawThing(draw, design, unit, build) : thing;
  const place = placeIn(`${name}.sheet.yaml`);
  const told = tell(draw, design, spoken, place, mannerOf(wish));
  const { answers, discredited } = wish.tame
    ? { answers: told.answers, discredited: new Map() }
    : slander(draw, design, told);
  const mass =
    wish.tame || draw.chance(80) ? exactly(unit) : draw.chance(50) ? around(draw, unit, true) : undefined;
  // An object of several articles shows by its level, or by what it was made of.
  const isMade = build === 'object' && draw.chance(50);
  const sheet: Sheet = {
    ...header(`urn:${name}`, mass, isMade ? 'component' : levels[build]),
    ...validity(draw, isExpired),
    answers,
    quantities: told.quantities,
    inputs: isMade ? [{ id: 'urn:inner', revision: 1, sha256: 'd'.repeat(64) }] : [],
    places: new Map(),
    source: place.source,
  };
  return {
    name,
    unit,
    thing,
    received: { sheet, sha256: `${index}`.repeat(64), file: place.source, discredited },
  };
}

/** A sheet does not count when it has run out, was not yet issued, or ends before it begins. */
function validity(draw: Draw, isExpired: boolean): { readonly issued: string; readonly validUntil?: string } {
  if (isExpired) {
    return draw.pick([
      { issued: '2026-01-01', validUntil: '2026-05-31' },
      { issued: '2025-01-01', validUntil: '2025-12-31' },
      { issued: '2026-06-02' },
      { issued: '2026-06-02', validUntil: '2028-12-31' },
      { issued: '2026-05-31', validUntil: '2026-05-30' },
    ]);
  }
  const since = draw.pick(['2026-01-01', '2026-01-01', issued]);
  return draw.chance(60)
    ? { issued: since, validUntil: draw.pick([issued, '2028-12-31']) }
    : { issued: since };
}

/** A few answers that an error makes unusable: they may say anything. */
function slander(draw: Draw, design: Design, told: Told) {
  const answers = new Map(told.answers);
  const discredited = new Map<string, string>();
  for (const id of design.catalogue.statements.keys()) {
    if (!draw.chance(3)) continue;
    discredited.set(id, 'sheet/uncited');
    const isBooked = id === 'attributed' && answers.get(id)?.value === 'true';
    const place = placeIn('part.sheet.yaml');
    if (!isBooked)
      answers.set(id, answerTo(id, id === 'attributed' ? 'false' : draw.pick(['true', 'false']), place));
  }
  return { answers, discredited };
}

function drawLines(
  draw: Draw,
  design: Design,
  supplier: Supplier,
  received: Map<string, ReceivedSheet>,
  wish: Wish,
): readonly Line[] {
  const count = draw.chance(8) ? 2 : 1;
  return Array.from({ length: count }, (_, index): Line => {
    const name = index === 0 ? supplier.name : `${supplier.name}-again`;
    const mass =
      wish.massless && draw.chance(4)
        ? rational(0)
        : draw.chance(30)
          ? supplier.unit
          : rational(draw.integer(1, 40), draw.pick([1, 2, 10]));
    const isMissing = !wish.tame && draw.chance(8);
    const contained = wish.tame || !draw.chance(6);
    if (!isMissing) received.set(name, supplier.received);
    const place = placeIn('product.bill.yaml');
    const input: Input = {
      name,
      origin: isMissing ? { kind: 'none' } : { kind: 'sheet', reference: `${supplier.name}.sheet.yaml` },
      mass: stateMass(draw, mass, wish),
      contained,
      at: place,
      originAt: place,
      massAt: place,
    };
    const delivery = { ...supplier, sheet: supplier.received.sheet };
    const lay = (amount: Rational): Thing => layDown(draw, design, delivery, amount);
    return { input, thing: lay(mass), lay };
  });
}
