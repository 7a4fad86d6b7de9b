// What really lies on a line of a bill: of a material one lot, of anything else perhaps several pieces, of which each is
// as the one sheet says, but not all are alike.

import type { Sheet } from '../../src/core/model/sheet.ts';
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  zero,
} from '../../src/core/values/rational.ts';
import { type Design, listedNames } from './catalogues.ts';
import { addAll } from './deeds.ts';
import type { Draw } from './draw.ts';
import { drawEveryMinors, drawMaterials, drawMatter, keepImplications } from './suppliers.ts';
import { figureOf, mainMaterial, scaleThing, type Thing, truthById } from './things.ts';

export interface Delivery {
  /** The true mass of what the sheet speaks of. */
  readonly unit: Rational;
  readonly thing: Thing;
  readonly sheet: Sheet;
}

/** So much of what was delivered. */
export function layDown(draw: Draw, design: Design, delivery: Delivery, mass: Rational): Thing {
  const count = drawCount(draw, delivery, mass);
  const share = divide(mass, rational(count));
  const things = Array.from({ length: count }, (_, index) =>
    index === 0 ? delivery.thing : another(draw, design, delivery),
  );
  const pieces = things.map((thing) => withOwnBodies(scaleThing(thing, divide(share, delivery.unit))));
  return together(
    pieces,
    things.every(({ minors }) => minors === delivery.thing.minors),
  );
}

/** What weighs more than one may be several, as long as each weighs what the sheet says; what weighs less is a part of one. */
function drawCount(draw: Draw, { sheet }: Delivery, mass: Rational): number {
  const { level, mass: unit } = sheet.product;
  if (level === 'material') return 1;
  const most = draw.integer(1, 3);
  if (unit === undefined) return most;
  const isEnough = (count: number): boolean => compare(mass, multiply(unit.lo, rational(count))) >= 0;
  return [3, 2].find((count) => count <= most && isEnough(count)) ?? 1;
}

/** Another piece of which the sheet is as true: of other matter, or of another material. */
function another(draw: Draw, design: Design, delivery: Delivery): Thing {
  const { thing, unit } = delivery;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const matter = draw.chance(50) ? { matter: drawMatter(draw, design, 'mass', unit) } : {};
    const materials = new Map(
      [...thing.materials].map(([id, before]) => [id, draw.chance(60) ? drawMaterials(draw, unit) : before]),
    );
    const minors = draw.chance(40) ? drawEveryMinors(draw, design, unit, false) : thing.minors;
    const other: Thing = { ...thing, ...matter, materials, minors };
    if (isAsSaid(design, delivery, other)) return other;
  }
  return thing;
}

/** Whether all that the sheet says of the one piece is the same of the other, and the catalogue allows it. */
function isAsSaid(design: Design, { sheet, thing }: Delivery, other: Thing): boolean {
  const { catalogue } = design;
  return (
    keepImplications(design, other) === other &&
    [...sheet.answers.keys()].every((id) => truthById(design, other, id) === truthById(design, thing, id)) &&
    [...sheet.quantities.values()].every(({ quantity: id, value }) => {
      const quantity = catalogue.quantities.get(id);
      if (quantity === undefined) return true;
      if (value.kind === 'name') return isNamedAlike(value.name, thing, other);
      const [a, b] = [figureOf(design, thing, quantity), figureOf(design, other, quantity)];
      return a === undefined || b === undefined ? a === b : compare(a, b) === 0;
    })
  );
}

/** A name that no vocabulary lists may be given to more than one material. */
const isNamedAlike = (name: string, thing: Thing, other: Thing): boolean =>
  !listedNames.includes(name) ||
  [...thing.materials.keys()].every((id) => mainMaterial(thing, id) === mainMaterial(other, id));

/** Nothing joins it to another one that is like it. */
function withOwnBodies(thing: Thing): Thing {
  const lumps = [...thing.lumps].map(([id, each]) => {
    const bodies = new Map(each.map(({ body }) => [body, Symbol('body')]));
    return [id, each.map((lump) => ({ ...lump, body: bodies.get(lump.body) ?? lump.body }))] as const;
  });
  return { ...thing, lumps: new Map(lumps) };
}

/** Pieces side by side. Where all are of the same minor constituents, they are counted as if it were one. */
function together(pieces: readonly Thing[], areAlike: boolean): Thing {
  const [first, ...more] = pieces;
  if (first === undefined) throw new Error('a line has something on it');
  if (more.length === 0) return first;
  const whole = scaleThing(first, rational(pieces.length));
  return {
    ...whole,
    matter: addAll(pieces.map(({ matter }) => matter)),
    lumps: new Map(
      [...first.lumps.keys()].map((id) => [id, pieces.flatMap(({ lumps }) => lumps.get(id) ?? [])]),
    ),
    minors: areAlike
      ? whole.minors
      : new Map(
          [...first.minors.keys()].map((id) => [id, pieces.flatMap(({ minors }) => minors.get(id) ?? [])]),
        ),
    materials: new Map([...first.materials.keys()].map((id) => [id, addMaterials(pieces, id)])),
  };
}

function addMaterials(pieces: readonly Thing[], id: string): ReadonlyMap<string, Rational> {
  const sums = new Map<string, Rational>();
  for (const { materials } of pieces) {
    for (const [name, mass] of materials.get(id) ?? []) {
      sums.set(name, add(sums.get(name) ?? zero, mass));
    }
  }
  return sums;
}
