// A catalogue in which FALSE only means that nothing is claimed: such an answer relies on no edition of a list.

import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/text/finding.ts';
import { asMarkedLines } from '../samples/findings.ts';
import { runLoopsheet } from '../setup/run.ts';

const said =
  'section: all, title: T, text: X., guidance: G, level: product, list: { id: reach, version: "2" }';

const catalogue = (falseMeans: string): string => `loopsheet: catalogue/1
id: lists
version: "1"
title: Lists
note: For tests.
sections: [{ id: all, number: 1, title: All }]
statements:
  none: { ${said}, falseMeans: ${falseMeans}, rule: { kind: all } }
  some: { ${said}, falseMeans: ${falseMeans}, rule: { kind: any } }
  cited: { ${said}, falseMeans: ${falseMeans}, cites: true, rule: { kind: own } }
effects:
  put: { title: Put, text: Put., implicit: true, behaviours: { all: combine, any: combine } }
`;

const sheet = (answers: string): string => `loopsheet: sheet/1
catalogue: lists/1
id: rod
revision: 1
issued: 2026-05-04
product: { name: Rod, level: material }
maker: { name: Rautajoki }
answers: { ${answers} }
`;

async function found(
  answers: string,
  falseMeans: string,
  ...argv: readonly string[]
): Promise<readonly string[]> {
  const text = sheet(answers);
  const files = { 'rod.yaml': text, 'lists.yaml': catalogue(falseMeans) };
  const all = ['validate', 'rod.yaml', '--catalogue', 'lists.yaml', '-f', 'json', ...argv];
  const { findings } = JSON.parse((await runLoopsheet(all, { files })).stdout) as {
    findings: readonly Finding[];
  };
  return asMarkedLines(findings, text).map((line) => line.split(':')[0] ?? '');
}

test.each([
  ['none: false, some: false, cited: false', ['<false> sheet/uncited'], []],
  ['none: true', ['<true> sheet/uncited'], ['<true> sheet/uncited']],
  ['some: true', [], []],
  ['cited: true', ['<true> sheet/uncited'], ['<true> sheet/uncited']],
  ['none: { answer: true, list: reach/2 }', [], []],
  ['none: { answer: true, list: reach/1 }', ['<true> sheet/wrong-list'], ['<true> sheet/wrong-list']],
  ['some: { answer: false, list: reach/1 }', ['<false> sheet/wrong-list'], []],
  [
    'none: true, some: { answer: unknown, list: reach/1 }',
    ['<true> sheet/uncited'],
    ['<true> sheet/uncited'],
  ],
])('%s', async (answers, negation, notClaimed) => {
  expect(await found(answers, 'negation')).toEqual(negation);
  expect(await found(answers, 'not-claimed')).toEqual(notClaimed);
});

test('no older edition is found behind a FALSE that claims nothing', async () => {
  const answers = 'some: { answer: false, list: reach/2 }';
  expect(await found(answers, 'negation', '--list', 'reach/3')).toEqual(['<false> sheet/old-list']);
  expect(await found(answers, 'not-claimed', '--list', 'reach/3')).toEqual([]);
});
