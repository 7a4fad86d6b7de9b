// The worked examples of the effects can be followed with a pocket calculator: what each line says is what the merge
// found, and where a line would say something else there is none.

import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/core/questions/explain.ts';
import type { Explanation } from '../../../src/core/questions/explanation.ts';
import { mergeFixture } from '../../support/merged.ts';

const folder = 'fixtures/effects';

type Change = (path: string, text: string) => string;

async function ask(bill: string, id: string, change?: Change): Promise<Explanation> {
  const options = change === undefined ? {} : { change };
  const { trace, catalogue } = await mergeFixture(folder, `${folder}/${bill}.bill.yaml`, options);
  const explained = explain(trace, id, catalogue);
  if (explained === undefined) throw new Error(`nothing is known of ${id}`);
  return explained;
}

const workings = async (bill: string, id: string, change?: Change): Promise<readonly string[] | undefined> =>
  (await ask(bill, id, change)).figures[0]?.tree.workings;

const instead =
  (file: string, from: string, to: string): Change =>
  (path, text) => {
    if (!path.endsWith(`/${file}`)) return text;
    if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
    return text.replace(from, to);
  };

const RECYCLED = 'inputs.post-consumer-recycled';
const NO_SVHC = 'substances.no-svhc';

describe('a loss that is free of what is counted', () => {
  test('leaves all of it in what stays', async () => {
    expect(await workings('evaporate/product', RECYCLED)).toEqual([
      'none of it leaves, so at least 10 kg × 25 % = 2.5 kg of 6 kg = about 41.67 %, rounded down to 41.6 %',
      'none of it leaves, so at most 10 kg × 50 % = 5 kg of 6 kg = about 83.33 %, rounded up to 83.4 %',
    ]);
  });

  test('is not told where all that stays may be of it: the product would be more than 100 %', async () => {
    const wetter = instead('evaporate/product.bill.yaml', 'loses: 4 kg', 'loses: 6 kg');
    expect(await workings('evaporate/product', RECYCLED, wetter)).toEqual([]);
  });
});

describe('what is taken out and put in', () => {
  test('is at worst all of it, at best nothing of it', async () => {
    expect(await workings('replace/product', RECYCLED)).toEqual([
      'at worst what is taken out is all of it: 20 kg × 25 % − 2 kg + 3 kg × 95 % = 5.85 kg of 21 kg = about 27.86 %, rounded down to 27.8 %',
      'at best nothing of it is taken out: 20 kg × 50 % + 3 kg × 100 % = 13 kg of 21 kg = about 61.905 %, rounded up to 61.91 %',
    ]);
  });

  test('may be all there was of it, and leave nothing but it', async () => {
    const most = instead('replace/product.bill.yaml', 'removes: 2 kg', 'removes: 15 kg');
    expect(await workings('replace/product', RECYCLED, most)).toEqual([
      'at worst all of it is taken out: 3 kg × 95 % = 2.85 kg of 8 kg = 35.625 %',
      'at best all that stays is of it: 5 kg × 100 % + 3 kg × 100 % = 8 kg of 8 kg = 100 %',
    ]);
  });
});

test('what comes back after use counts wholly, or not at all', async () => {
  expect(await workings('take-back/product', RECYCLED)).toEqual([
    '80 kg × 0 % + 20 kg × 100 % = 20 kg of 100 kg = 20 %',
  ]);
  const before = instead('take-back/granulate.sheet.yaml', `${RECYCLED}: 0`, `${RECYCLED}: 10-25`);
  expect(await workings('take-back/product', RECYCLED, before)).toEqual([
    'with what comes back, at least 80 kg × 10 % + 20 kg × 100 % = 28 kg of 100 kg = 28 %',
    'with what comes back, at most 80 kg × 25 % + 20 kg × 100 % = 40 kg of 100 kg = 40 %',
  ]);
});

describe('a booking', () => {
  test('leaves out fuel and loss, and stops at the cap', async () => {
    expect(await workings('attribute/product', 'inputs.attributed-recycled')).toEqual([
      '100 % − 20 % (fuel) − 5 % (lost) = 75 % counts',
      '60 kg × 75 % = 45 kg of 100 kg = 45 %',
    ]);
    expect(await workings('attribute/capped', 'inputs.attributed-recycled')).toEqual([
      '100 % − 20 % (fuel) − 5 % (lost) = 75 % counts',
      '90 kg × 75 % = 67.5 kg of 100 kg = 67.5 %',
      'no more than 50 % may be booked',
    ]);
  });

  test('is not told where something was booked before, or the fuel is a range', async () => {
    const booked = instead('attribute/granulate.sheet.yaml', 'recycled: 0 %', 'recycled: 0..10 %');
    expect(await workings('attribute/product', 'inputs.attributed-recycled', booked)).toEqual([]);
    const vague = instead('attribute/product.bill.yaml', 'fuelShare: 20 %', 'fuelShare: 10..20 %');
    expect(await workings('attribute/product', 'inputs.attributed-recycled', vague)).toEqual([]);
  });
});

describe('contents', () => {
  test('of glue count over what it joins, and of articles by themselves', async () => {
    expect(await workings('join-irreversible/product', NO_SVHC)).toEqual([
      'what `glue` brings, over the whole: 0.1 g × 2 % = 0.002 g of 4.9 g = about 0.0408 %',
      'every article by itself: at most 0.1 %',
    ]);
    expect(await workings('join-irreversible/more-glue', NO_SVHC)).toEqual([
      'what `glue` brings, over the whole: 0.4 g × 2 % = 0.008 g of 5.2 g = about 0.154 %',
      'every article by itself: at most 0.1 %',
    ]);
  });

  test('of a layer and of what is melted are a mean', async () => {
    expect(await workings('coat/product', NO_SVHC)).toEqual([
      '100 g × 0 % + 1 g × 5 % = 0.05 g of 101 g = about 0.0495 %',
    ]);
    expect(await workings('melt/product', 'substances.lead-within-limit')).toEqual([
      'at most 60 kg × 0.15 % + 40 kg × 0 % = 0.09 kg of 100 kg = 0.09 %',
    ]);
  });

  test('of a layer on an article of several pieces are no mean, so there is none', async () => {
    const complex = instead('coat/strip.sheet.yaml', 'level: material', 'level: component');
    expect(await workings('coat/product', NO_SVHC, complex)).toEqual([]);
  });
});

describe('what keeps it open', () => {
  test('is never the old sheet of a reused part where all of it counts the same', async () => {
    const { gaps } = await ask('reuse-insert/product', RECYCLED);
    expect(gaps.map(({ of }) => of)).toEqual(['input `armature`']);
  });

  test('is the process that may have made one material of two', async () => {
    const { answer, gaps } = await ask('melt/other-plastic', 'inputs.mono-material');
    expect([answer, gaps.map(({ of }) => of)]).toEqual(['open', ['process `compounding`']]);
  });
});
