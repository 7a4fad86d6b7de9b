// A process that takes all there is: no product, an exact finding, and nothing written.

import { expect, test } from 'vitest';
import { merge, sheet } from '../../support/merging.ts';

const bill = (process: string, inputs: string): string => `loopsheet: bill/1
sheet: { id: "P", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
${inputs}${process === '' ? '' : `processes:\n  - ${process}\n`}answers: {}
`;

const A = '  a: { sheet: a.yaml, mass: 100 g }\n';

async function done(process: string, inputs = A) {
  const {
    exit: code,
    stderr,
    files,
  } = await merge({ 'a.yaml': sheet('A', ''), 'p.yaml': bill(process, inputs) });
  const found = stderr.matchAll(/^error\[([a-z/-]+)\]: ((?:.|\n(?! *-->))*)/gm);
  const errors = [...found].map(([, of, message = '']) => `${of}: ${message.replaceAll(/\s+/g, ' ')}`);
  return { code, errors, isWritten: files.has('out.json') };
}

const nothing = (effect: string) => ({
  code: 1,
  errors: [`bill/nothing-inside: nothing is left of \`a\` after \`${effect}\``],
  isWritten: false,
});

test.each([
  ['evaporate', 'loses: 100 g'],
  ['loss-homogeneous', 'loses: 100 g'],
  ['loss-selective', 'yield: 0 %'],
  ['separate', 'loses: 100 g'],
  ['separate', 'yield: 0 %'],
  ['replace', 'removes: 100 g'],
])('%s with %s of all there is leaves nothing', async (effect, taken) => {
  expect(await done(`{ effect: ${effect}, takes: [a], ${taken} }`)).toEqual(nothing(effect));
});

test('a yield of nothing is nothing whatever went in', async () => {
  const inputs = '  a: { sheet: a.yaml, mass: 90..100 g }\n';
  expect(await done('{ effect: separate, takes: [a], yield: 0 % }', inputs)).toEqual(nothing('separate'));
});

test('what may be left is no such error', async () => {
  const clean = { code: 0, errors: [], isWritten: true };
  expect(await done('{ effect: separate, takes: [a], loses: 90..100 g }')).toEqual(clean);
  expect(await done('{ effect: separate, takes: [a], loses: 99.9 g }')).toEqual(clean);
});

test('a product of inputs that weigh nothing is written without a mass', async () => {
  const inputs = '  a: { sheet: a.yaml, mass: 0 g, contained: true }\n';
  expect(await done('', inputs)).toEqual({ code: 0, errors: [], isWritten: true });
});
