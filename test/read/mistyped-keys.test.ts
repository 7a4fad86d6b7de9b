// A key that is missing because it is mistyped is told once.

import { describe, expect, test } from 'vitest';
import { checkShape } from '../../src/read/shape.ts';
import type { DocumentKind } from '../../src/read/validator.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { asLines } from '../samples/findings.ts';

async function shapeOf(kind: DocumentKind, text: string) {
  const { value } = readYaml({ name: 'x.yaml', text });
  return checkShape(kind, value ?? expect.fail());
}

describe('a mistyped key', () => {
  const bill = (process: string): string => `loopsheet: bill/1
sheet: { id: p, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: P, level: product }
maker: { name: M }
inputs: { a: { sheet: none, mass: 1 kg } }
processes: [{ ${process} }]
`;

  test.each([
    ['effct: melt, takes: [a]', ['6:15-6:20 read/unknown-key: `effct` is not a key of `processes[0]`']],
    [
      'effct: melt, takez: [a]',
      [
        '6:15-6:20 read/unknown-key: `effct` is not a key of `processes[0]`',
        '6:28-6:33 read/unknown-key: `takez` is not a key of `processes[0]`',
      ],
    ],
    [
      'effct: melt',
      [
        '6:15-6:20 read/missing-key: `processes[0]` lacks the key `takes`',
        '6:15-6:20 read/unknown-key: `effct` is not a key of `processes[0]`',
      ],
    ],
    [
      'recipe: melt, takes: [a]',
      [
        '6:15-6:21 read/missing-key: `processes[0]` lacks the key `effect`',
        '6:15-6:21 read/unknown-key: `recipe` is not a key of `processes[0]`',
      ],
    ],
    [
      'effect: melt, effct: melt, takes: [a]',
      ['6:29-6:34 read/unknown-key: `effct` is not a key of `processes[0]`'],
    ],
  ])('{ %s } is told once', async (process, lines) => {
    expect(asLines(await shapeOf('bill', bill(process)))).toEqual(lines);
  });

  test('the help names the key that is meant', async () => {
    const [found] = await shapeOf('bill', bill('effct: melt, takes: [a]'));
    expect(found?.help).toEqual(['did you mean `effect`?']);
  });

  test('a key is not taken for one that is missing in another map', async () => {
    const text = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: graphite
revision: 3
issued: 2026-05-04
product: { level: material }
maker: { name: Lac Blanc }
nam: x
answers: {}
`;
    expect(asLines(await shapeOf('sheet', text))).toEqual([
      '6:1-6:8 read/missing-key: `product` lacks the key `name`',
      '8:1-8:4 read/unknown-key: `nam` is not a key of the document',
    ]);
  });
});
