// What was glued in one bill and goes on as a sheet is taken apart in the next: the glue may stay at the smallest part.

import { expect, test } from 'vitest';
import { answer, merge, sheet } from '../../support/merging.ts';

const FREE = 'substances.no-svhc';
const INSIDE = `inputs: [{ id: "I", revision: 1, sha256: "${'a'.repeat(64)}" }]\n`;

const bill = (inputs: string, process: string): string => `loopsheet: bill/1
sheet: { id: "P", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
${inputs}processes:
  - ${process}
answers: {}
`;

const object = (content: string, level = 'component', more = ''): string =>
  sheet('O', '', `quantities:\n  substances.svhc-content: ${content}\n${more}`).replace(
    'level: component, mass: 1 kg',
    `level: ${level}, mass: 4.9 g`,
  );

const SEPARATE = '{ effect: separate, takes: [obj], loses: 4.5 g }';

async function isFree(text: string, process = SEPARATE, more = ''): Promise<unknown> {
  const inputs = `  obj: { sheet: obj.yaml, mass: 4.9 g }\n${more}`;
  return answer(await merge({ 'obj.yaml': text, 'p.yaml': bill(inputs, process) }), FREE);
}

test('a part that may be glued together is not taken apart as if it were plain articles', async () => {
  // 0.002 g in 4.9 g are 0.041 %; in the chip and the glue, 0.4 g, they are 0.5 %.
  expect(await isFree(object('0.04 %', 'component', INSIDE))).toBe('unknown');
  expect(await isFree(object('0.04 %', 'product'))).toBe('unknown');
  // A component of which no inputs are named is one article, and nothing is nothing however little is left.
  expect(await isFree(object('0.04 %'))).toBe(true);
  expect(await isFree(object('0 %', 'component', INSIDE))).toBe(true);
});

test('what lies beside a glued part, or coats it, does not hide the glue', async () => {
  const other = `  other: { sheet: other.yaml, mass: 1 g }\n`;
  const both = async (process: string): Promise<unknown> => {
    const files = {
      'obj.yaml': object('0.04 %', 'component', INSIDE),
      'other.yaml': object('0 %').replace('"O"', '"B"'),
      'p.yaml': bill(`  obj: { sheet: obj.yaml, mass: 4.9 g }\n${other}`, process),
    };
    return answer(await merge(files), FREE);
  };
  expect(await both('{ effect: separate, takes: [obj, other], loses: 4.5 g }')).toBe('unknown');
  const screwed = '{ effect: join-reversible, takes: [obj, other], gives: box }';
  expect(await both(`${screwed}\n  - { effect: separate, takes: [box], loses: 4.5 g }`)).toBe('unknown');
  expect(await both(screwed)).toBe(true);
});

test('what is known of a glued object is the same in one bill and over two', async () => {
  const piece = (id: string, mass: string, content: string, level = 'component'): string =>
    sheet(id, '', `quantities:\n  substances.svhc-content: ${content}\n`).replace(
      'level: component, mass: 1 kg',
      `level: ${level}, mass: ${mass}`,
    );
  const files = {
    'card.yaml': piece('Card', '4.5 g', '0 %'),
    'chip.yaml': piece('Chip', '0.3 g', '0 %'),
    'glue.yaml': piece('Glue', '0.1 g', '2 %', 'material'),
  };
  const parts = `  card: { sheet: card.yaml, mass: 4.5 g }
  chip: { sheet: chip.yaml, mass: 0.3 g }
  glue: { sheet: glue.yaml, mass: 0.1 g }
`;
  const gluing = '{ effect: join-irreversible, takes: [card, chip, glue], applied: [glue], gives: obj }';
  const inner = await merge({
    ...files,
    'p.yaml': bill(parts, gluing).replace('level: product', 'level: component'),
  });
  expect(answer(inner, FREE)).toBe(true);
  const flat = await merge({ ...files, 'p.yaml': bill(parts, `${gluing}\n  - ${SEPARATE}`) });
  expect(answer(flat, FREE)).toBe('unknown');
  const tiered = await merge({
    'obj.json': inner.files.get('out.json') ?? '',
    'p.yaml': bill('  obj: { sheet: obj.json, mass: 4.9 g }\n', SEPARATE).replace('"P"', '"Q"'),
  });
  expect(answer(tiered, FREE)).toBe('unknown');
});
