// What a trace says of an answer of a small bill: what it rests on, what leaves it open, and which process made it so.

import { expect, test } from 'vitest';
import type { Trace, TraceAnswer } from '../../src/core/model/trace.ts';
import { runLoopsheet } from '../setup/run.ts';

const said = 'section: all, title: T, guidance: G, level: product';

const catalogue = `loopsheet: catalogue/1
id: small
version: "1"
title: Small
note: Small.
sections: [{ id: all, number: 1, title: All }]
ladders:
  thirds: { bands: ["0", "0-30", "30-34", "34-100"] }
quantities:
  energy: { title: Energy, unit: MJ, rule: { kind: sum }, ownTerm: true }
  amount: { title: Amount, unit: MJ, rule: { kind: sum } }
  polymer: { title: Polymer, names: [pp, pe], rule: { kind: own } }
groups:
  recycled: { ${said}, text: "{band}.", unit: "%", ladder: thirds, rule: { kind: fraction, weight: mass } }
  green: { ${said}, text: "{band}.", unit: "%", ladder: thirds, rule: { kind: fraction, weight: amount } }
  renewable: { ${said}, text: "{band}.", unit: "%", ladder: thirds, rule: { kind: fraction, weight: energy }, ownTerm: true }
statements:
  pure: { ${said}, text: T., rule: { kind: same-value, of: polymer, tolerance: "0 %" } }
  nearly-pure: { ${said}, text: T., rule: { kind: same-value, of: polymer, tolerance: "10 %" } }
  clean: { ${said}, text: T., rule: { kind: all } }
  washed: { ${said}, text: T., rule: { kind: all } }
constraints:
  - { id: washed-implies-clean, kind: implies, when: { statement: washed, is: true }, then: { statement: clean, is: true } }
effects:
  put:
    title: Put
    text: Put.
    implicit: true
    joins: true
    behaviours: { all: combine, sum: combine, fraction: combine, fraction/amount: combine, fraction/energy: combine, same-value: combine }
  heat:
    title: Heat
    text: Heat.
    adds: energy
    parameters: { uses: optional, shares: optional }
    behaviours: { all: combine, sum: add-term, fraction: combine, fraction/energy: add-term }
  dip: { title: Dip, text: Dip., behaviours: { fraction: combine } }
`;

interface Part {
  readonly mass?: string;
  readonly contained?: boolean;
  readonly answers?: string;
  readonly quantities?: string;
}

const sheet = (id: string, { answers = '', quantities = '' }: Part): string => `loopsheet: sheet/1
catalogue: small/1
id: ${id}
revision: 1
issued: 2026-05-04
product: { name: ${id}, level: material, mass: 1 kg }
maker: { name: Maker }
answers: { ${answers} }
quantities: { ${quantities} }
`;

async function traceOf(parts: Readonly<Record<string, Part>>, processes = '', own = ''): Promise<Trace> {
  const lines = Object.entries(parts).map(
    ([name, { mass, contained }]) =>
      `  ${name}: { sheet: ${name}.yaml, mass: ${mass ?? '1 kg'}, contained: ${contained ?? true} }\n`,
  );
  const bill = `loopsheet: bill/1
sheet: { id: whole, revision: 1, catalogue: small/1, issued: 2026-11-01 }
product: { name: Whole, level: product }
maker: { name: Maker }
inputs:
${lines.join('')}processes: [${processes}]
answers: { ${own} }
`;
  const sheets = Object.entries(parts).map(([name, part]) => [`${name}.yaml`, sheet(name, part)]);
  const files = { 'small.yaml': catalogue, 'bill.yaml': bill, ...Object.fromEntries(sheets) };
  const argv = [
    'merge',
    'bill.yaml',
    '--catalogue',
    'small.yaml',
    '-o',
    'whole.yaml',
    '--trace',
    'trace.json',
  ];
  const ran = await runLoopsheet(argv, { files });
  expect([ran.exit, ran.stderr.match(/^error.*$/m)?.[0]]).toEqual([0, undefined]);
  return JSON.parse(ran.files['trace.json'] ?? '') as Trace;
}

const answerIn = ({ answers }: Trace, id: string): TraceAnswer =>
  answers.find(({ statement }) => statement === id) ?? expect.fail(`no answer to ${id}`);

const valueIn = ({ subjects }: Trace, id: string): string | undefined =>
  subjects.find((subject) => subject.id === id)?.value;

/** What an answer is, and what it rests on. */
function restsOf(trace: Trace, id: string): readonly string[] {
  const { answer, rests } = answerIn(trace, id);
  return [
    answer,
    ...rests.map((ground) => (ground.kind === 'answer' ? `${ground.input}: ${ground.of}` : ground.kind)),
  ];
}

const heat = (more: string): string => `{ effect: heat, name: heat, takes: [a]${more} }`;

test('one material of several parts rests on what their materials are called', async () => {
  const pp = { answers: 'pure: true', quantities: 'polymer: pp' };
  expect(restsOf(await traceOf({ a: pp, b: pp }), 'pure')).toEqual([
    'true',
    'a: pure',
    'a: polymer',
    'b: pure',
    'b: polymer',
  ]);
});

test('materials that are judged together are not judged by halves', async () => {
  const part = (polymer: string, mass: string): Part => ({
    mass,
    answers: 'nearly-pure: true',
    quantities: `polymer: ${polymer}`,
  });
  const trace = await traceOf({
    a: part('pp', '1900 g'),
    b: part('pe', '100 g'),
    c: part('pe', '1900 g'),
    d: part('pp', '100 g'),
  });
  expect(restsOf(trace, 'nearly-pure')).toEqual([
    'false',
    'a: nearly-pure',
    'a: polymer',
    'c: nearly-pure',
    'c: polymer',
  ]);
});

test('shares weighed by ranges of energy are judged together: halves would leave them open', async () => {
  const part = (green: string, amount: string): Part => ({
    quantities: `green: ${green}, amount: ${amount}`,
  });
  const trace = await traceOf({
    a: part('50 %', '1..3 MJ'),
    b: part('100 %', '2 MJ'),
    c: part('0 %', '2 MJ'),
    d: part('0 %', '2 MJ'),
  });
  expect(valueIn(trace, 'green')).toBe('[250/7 %, 350/9 %]');
  expect(restsOf(trace, 'green/34-100')).toEqual([
    'true',
    'a: green',
    'a: amount',
    'b: green',
    'b: amount',
    'c: amount',
    'd: amount',
  ]);
});

test('shares weighed by ranges of mass are judged together: halves would leave them open', async () => {
  const part = (recycled: string, mass: string): Part => ({ mass, quantities: `recycled: ${recycled}` });
  const trace = await traceOf({
    a: part('50 %', '1..3 kg'),
    b: part('100 %', '2 kg'),
    c: part('0 %', '2 kg'),
    d: part('0 %', '2 kg'),
  });
  expect(valueIn(trace, 'recycled')).toBe('[250/7 %, 350/9 %]');
  expect(restsOf(trace, 'recycled/34-100')).toEqual(['true', 'a: recycled', 'b: recycled']);
});

test('an input that contradicts itself leaves open what one side of it would decide, and nothing else', async () => {
  const trace = await traceOf({
    a: { answers: 'washed: true, clean: false' },
    b: { answers: 'clean: true' },
  });
  expect(['clean', 'washed', 'pure'].map((id) => answerIn(trace, id).conflictedBy)).toEqual([
    ['a'],
    ['a'],
    [],
  ]);
});

test('an own use is known only where every process that has one states it, on the way to the product', async () => {
  const used = { quantities: 'renewable: 10..90 %, energy: 3 MJ' };
  const aside = { ...used, contained: false };
  const after = async (parts: Readonly<Record<string, Part>>, processes: string) => {
    const trace = await traceOf(parts, processes);
    const { gaps } = answerIn(trace, 'renewable/0');
    return [valueIn(trace, 'energy'), ...gaps.filter(({ kind }) => kind === 'own-use')];
  };
  const missing = { kind: 'own-use', quantity: 'energy' };
  const again = heat('').replace('name: heat', 'name: again');
  expect(await after({ a: used }, '')).toEqual(['[3 MJ, …)', missing]);
  expect(await after({ a: used }, heat(', uses: 2 MJ'))).toEqual(['5 MJ']);
  expect(await after({ a: used }, heat(''))).toEqual(['[3 MJ, …)', missing]);
  expect(await after({ a: used }, `${heat(', uses: 2 MJ')}, ${again}`)).toEqual(['[5 MJ, …)', missing]);
  expect(await after({ a: aside, b: used }, heat(', uses: 2 MJ'))).toEqual(['[3 MJ, …)', missing]);
});

test('an own use that leaves something of the production out names what it leaves out', async () => {
  const used = { quantities: 'renewable: 10..90 %, energy: 3 MJ' };
  const after = async (parts: Readonly<Record<string, Part>>, processes: string) =>
    answerIn(await traceOf(parts, processes), 'renewable/0').gaps.filter(({ kind }) => kind === 'own-use');
  const dip = '{ effect: dip, name: dip, takes: [a] }';
  const left = (...names: readonly string[]) => [{ kind: 'own-use', quantity: 'energy', left: names }];
  expect(await after({ a: used }, `${heat(', uses: 2 MJ')}, ${dip}`)).toEqual(left('dip'));
  expect(await after({ a: used, b: used }, heat(', uses: 2 MJ'))).toEqual(left(''));
  expect(await after({ a: used }, `${dip}, ${heat(', uses: 2 MJ')}`)).toEqual([]);
});

test('a process after which nothing is known made no answer that another part decides', async () => {
  const parts = { a: { answers: 'clean: true' }, b: { answers: 'clean: false' } };
  const dip = '{ effect: dip, name: dip, takes: [a] }';
  const { answer, changedBy } = answerIn(await traceOf(parts, dip), 'clean');
  expect([answer, changedBy]).toEqual(['false', []]);
  const alone = answerIn(await traceOf({ a: parts.a, b: parts.a }, dip), 'clean');
  expect([alone.answer, alone.changedBy]).toEqual(['unknown', ['dip']]);
});
