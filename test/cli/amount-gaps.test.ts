import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const part = (id: string, share: string): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: "works:${id}"
revision: 1
issued: 2026-05-04
product: { name: ${id}, level: material, mass: 1 kg }
maker: { name: Works }
answers: { inputs.no-pvc: true }
quantities: { inputs.post-consumer-recycled: ${share} }
`;
const bill = (mass: string, before = ''): string => `loopsheet: bill/1
sheet: { id: "works:cable", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: Cable, level: product }
maker: { name: Works }
inputs:
  wire: { sheet: wire.yaml, mass: ${mass} }
  jacket: { sheet: jacket.yaml, mass: 200 g }
processes:
${before}  - { effect: join-irreversible, takes: [wire, jacket], gives: cable }
`;

async function gapsOf(text: string): Promise<readonly unknown[]> {
  const files = {
    'cable.bill.yaml': text,
    'wire.yaml': part('wire', '60 %'),
    'jacket.yaml': part('jacket', '0 %'),
  };
  const merged = await runLoopsheet(['merge', 'cable.bill.yaml', '-o', 'cable.sheet.yaml'], { files });
  const line = ['explain', 'cable.sheet.yaml', 'inputs.post-consumer-recycled', '--format', 'json'];
  const { stdout } = await runLoopsheet(line, { files: { ...files, ...merged.files } });
  const { explanations } = JSON.parse(stdout) as {
    explanations: readonly { gaps: readonly { inWords: string }[] }[];
  };
  return (explanations[0]?.gaps ?? []).map(({ inWords }) => inWords);
}

const lossy = '  - { effect: loss-selective, name: trim, takes: [wire], loses: unknown }\n';

test.each([
  ['unknown', '', ['the mass of input `wire` is not known']],
  ['100..800 g', '', ['the mass of input `wire` is at least 100 g and at most 800 g']],
  ['800 g', lossy, ['what process `trim` (Lose an unknown selection) loses is not known']],
  ['800 g', '', []],
])('a mass of %s, %j: what keeps the share open is told', async (mass, before, expected) => {
  expect(await gapsOf(bill(mass, before))).toEqual(expected);
});
