// What is true of some product is never called a contradiction; a planted contradiction is always found, and what is
// named is exactly what was planted: none of it can be left out, and nothing else has a part in it.
// LOOPSHEET_RUNS=20 tries 10,000 sheets of each kind.

import { expect, test } from 'vitest';
import { findContradictions } from '../../src/checks/contradiction.ts';
import { findLeftOpen } from '../../src/checks/left-open.ts';
import { believe } from '../../src/core/algebra/believe.ts';
import { claimsOf } from '../../src/core/algebra/claims.ts';
import { interpret } from '../../src/core/algebra/interpret.ts';
import { rational } from '../../src/core/values/rational.ts';
import { type Design, drawCatalogue } from '../generators/catalogues.ts';
import { describeTold } from '../generators/describe.ts';
import { drawn } from '../generators/draw.ts';
import { placeIn } from '../generators/places.ts';
import { frank, type Planted, plant } from '../generators/planted.ts';
import { holds, runs } from '../generators/runs.ts';
import { wild } from '../generators/scenarios.ts';
import { drawThing } from '../generators/suppliers.ts';
import { type Told, tell } from '../generators/telling.ts';
import { type Thing, truthById } from '../generators/things.ts';

interface Consistent {
  readonly design: Design;
  readonly thing: Thing;
  readonly told: Told;
}

const consistent = drawn((draw): Consistent => {
  const design = drawCatalogue(draw, wild);
  const thing = drawThing(draw, design, rational(draw.integer(1, 20)), draw.pick(['uniform', 'object']));
  return { design, thing, told: tell(draw, design, thing, placeIn('part.sheet.yaml'), frank) };
});

test('a sheet that is true of a product is never flagged', () => {
  const check = ({ design, told }: Consistent): void =>
    expect(findContradictions(design.catalogue, told)).toEqual([]);
  holds(500, consistent, check, ({ design, told }) => describeTold(design.catalogue, told));
});

test('what is said to follow from the answers of a sheet is so', () => {
  const check = ({ design, thing, told }: Consistent): void => {
    const wrong = findLeftOpen(design.catalogue, told).filter(({ data }) => {
      const truth = truthById(design, thing, String(data['statement']));
      return truth !== undefined && truth !== data['value'];
    });
    expect(wrong).toEqual([]);
  };
  holds(500, consistent, check, ({ design, told }) => describeTold(design.catalogue, told));
});

test('a planted contradiction is always found, whole and with nothing else', () => {
  let found = 0;
  const check = (planted: Planted | undefined): void => {
    if (planted === undefined) return;
    found += 1;
    const { design, told } = planted;
    const claims = claimsOf(design.catalogue, told);
    const { conflicts } = interpret(design.catalogue, claims);
    expect(conflicts.map((conflict) => conflict.claims.map(({ key }) => key).sort())).toEqual([
      [...planted.planted].sort(),
    ]);
    for (const dropped of planted.planted) {
      const rest = claims.filter(({ key }) => key !== dropped);
      expect(believe(design.catalogue, rest)).toBeDefined();
    }
  };
  const plantings = drawn((draw) => {
    const design = drawCatalogue(draw, wild);
    const thing = drawThing(draw, design, rational(draw.integer(1, 20)), draw.pick(['uniform', 'object']));
    // About one try in three plants something.
    return plant(draw, design, thing) ?? plant(draw, design, thing) ?? plant(draw, design, thing);
  });
  const describe = (planted: Planted | undefined): string =>
    planted === undefined
      ? ''
      : `${describeTold(planted.design.catalogue, planted.told)}\nplanted ${planted.planted.join(', ')}`;
  holds(800, plantings, check, describe);
  expect(found).toBeGreaterThan(runs(500));
});
