import { expect, test } from 'vitest';
import { behaviourOf } from '../../../src/core/merge/fold.ts';
import { mergeBill } from '../../../src/core/merge/merge.ts';
import { planBill } from '../../../src/core/merge/plan.ts';
import type { Bill, Input, Process } from '../../../src/core/model/bill.ts';
import type { Effect } from '../../../src/core/model/catalogue.ts';
import type { AnswerValue } from '../../../src/core/model/sheet.ts';
import { plainly } from '../../generators/effect-sketches.ts';
import { answerTo, placeIn } from '../../generators/places.ts';
import { rangeOf, rangeText } from '../../samples/ranges.ts';
import { catalogueOf, plain } from '../../samples/small-catalogue.ts';
import { effectOf, subjectOf } from '../../samples/steps.ts';

const effects: readonly Effect[] = [
  effectOf({ id: 'assemble', implicit: true, traits: ['unnamed-joint'], behaviours: plainly }),
  effectOf({ id: 'weld', joins: true, traits: ['irreversible-joint'], behaviours: plainly }),
  effectOf({ id: 'screw', joins: true, traits: ['reversible-joint'], behaviours: plainly }),
  effectOf({ id: 'coat', joins: true, traits: ['covering'], appliesRest: true, behaviours: plainly }),
  effectOf({ id: 'melt', behaviours: new Map([...plainly, ['conc-article', 'blend']]) }),
  effectOf({ id: 'wash', behaviours: plainly }),
  effectOf({
    id: 'havoc',
    traits: ['unnamed-process'],
    parameters: [{ name: 'conserves', required: false }],
  }),
];
const catalogue = {
  ...catalogueOf(
    [],
    [
      plain('reversible', {
        kind: 'assert-refutable',
        scope: 'own',
        inapplicable: 'holds',
        refutedBy: ['irreversible-joint'],
        openedBy: ['unnamed-joint'],
      }),
    ],
  ),
  effects: new Map(effects.map((effect) => [effect.id, effect])),
};

const at = placeIn('product.bill.yaml');
const inputOf = (name: string): Input => ({
  name,
  origin: { kind: 'none' },
  mass: rangeOf('[1]'),
  contained: true,
  at,
  originAt: at,
  massAt: at,
});

function billOf(effect: string, changes: Partial<Process> = {}, own?: AnswerValue): Bill {
  const process: Process = {
    effect,
    name: effect,
    takes: ['a', 'b', 'c'],
    gives: 'whole',
    shares: new Map(),
    levels: new Map(),
    conserves: [],
    at,
    places: new Map(),
    ...changes,
  };
  return {
    catalogue: 'small/1',
    id: 'product',
    revision: 1,
    issued: '2026-06-01',
    assurance: 'self-declared',
    maker: { name: 'Maker', ids: new Map() },
    product: { name: 'Product', level: 'product', ids: new Map() },
    inputs: ['a', 'b', 'c'].map(inputOf),
    processes: [process],
    answers: new Map(own === undefined ? [] : [['reversible', answerTo('reversible', own, at)]]),
    quantities: new Map(),
    places: new Map(),
    source: 'product.bill.yaml',
  };
}

function stepOf(effect: string, changes: Partial<Process> = {}) {
  const product = planBill(billOf(effect, changes), catalogue).value?.product;
  if (product?.kind !== 'process') throw new Error('no process');
  return product;
}

test.each([
  ['weld', {}, [false, false, false]],
  ['weld', { applied: ['b'] }, [false, true, false]],
  ['coat', {}, [false, true, true]],
  ['coat', { applied: ['a'] }, [true, false, false]],
])('%s with %o applies %o', (effect, changes, applied) => {
  expect(stepOf(effect, changes).from.map((part) => part.applied)).toEqual(applied);
});

test.each([
  ['weld', undefined],
  ['assemble', undefined],
  ['melt', undefined],
  ['wash', 'assemble'],
  ['havoc', 'assemble'],
])('%s leaves it open how parts are joined: %s', (effect, joint) => {
  const [first] = stepOf(effect).from;
  expect(first?.step.kind === 'process' ? first.step.effect?.id : undefined).toBe(joint);
});

test.each([
  ['weld', [], '[3,3]'],
  ['havoc', [], '[0,)'],
  ['havoc', ['mass'], '[3,3]'],
  ['havoc', ['fraction'], '[0,)'],
])('after %s that conserves %o the mass is %s', (effect, conserves, mass) => {
  expect(rangeText(stepOf(effect, { conserves }).mass)).toBe(mass);
});

test.each([
  ['screw', 'true', 'true', []],
  ['screw', 'false', 'false', []],
  ['screw', undefined, 'unknown', []],
  ['assemble', 'true', 'unknown', []],
  ['assemble', 'false', 'false', []],
  ['wash', 'true', 'unknown', []],
  ['havoc', 'true', 'unknown', []],
  ['weld', undefined, 'false', []],
  ['weld', 'false', 'false', []],
  ['weld', 'true', 'unknown', ['merge/assertion-refuted']],
] as const)('after %s, an assertion of %s is published %s', (effect, own, published, errors) => {
  const bill = billOf(effect, {}, own);
  const { merged, findings } = mergeBill({
    bill,
    billSha256: '',
    catalogue,
    received: new Map(),
    withQuantities: false,
  });
  expect(merged?.sheet.answers.get('reversible')?.value).toBe(published);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(errors);
});

test('what a process conserves is combined only where the effect says nothing of it', () => {
  const all = subjectOf('no-x', { kind: 'all' });
  const assertion = subjectOf('reversible', {
    kind: 'assert-refutable',
    scope: 'own',
    inapplicable: 'holds',
    refutedBy: [],
    openedBy: [],
  });
  expect(behaviourOf(stepOf('havoc'), all)).toBe('unknown');
  expect(behaviourOf(stepOf('havoc', { conserves: ['all'] }), all)).toBe('combine');
  expect(behaviourOf(stepOf('havoc', { conserves: ['no-x'] }), all)).toBe('combine');
  expect(behaviourOf(stepOf('havoc', { conserves: ['any', 'no-y'] }), all)).toBe('unknown');
  expect(behaviourOf(stepOf('weld', { conserves: ['assert-refutable'] }), assertion)).toBe('judge');
});
