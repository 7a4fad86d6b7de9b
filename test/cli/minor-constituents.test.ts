// A statement that tolerates minor constituents, and the content of a mixture, through the commands a user runs.

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const catalogue = `loopsheet: catalogue/1
id: composting
version: "1"
title: Composting
note: For a test.
sections: [{ id: end, number: 1, title: End }]
quantities:
  lead.content: { title: Lead in the mixture, unit: "%", rule: { kind: conc-mixture, named: true } }
  use.longest: { title: Years of the part that lasts longest, unit: years, rule: { kind: max-number } }
statements:
  nearly-all-composts:
    section: end
    title: Nearly all composts
    text: Everything composts but for minor constituents; of a material, all of it.
    guidance: Count constituents.
    level: product
    rule: { kind: all-except-minor, perItem: 1 %, total: 5 %, materials: whole }
effects:
  assemble:
    title: Assemble
    text: Side by side.
    implicit: true
    joins: true
    behaviours: { fraction: combine, all-except-minor: combine, conc-mixture: combine, max-number: combine }
  melt:
    title: Melt
    text: One material.
    joins: true
    behaviours: { fraction: combine, all-except-minor: blend, conc-mixture: blend, max-number: unknown }
`;

const sheet = (id: string, level: string, answer: string, lead: string): string => `loopsheet: sheet/1
catalogue: composting/1
id: "works:${id}"
revision: 1
issued: 2026-05-04
product: { name: ${id}, level: ${level}, mass: 1 kg }
maker: { name: Works }
answers: { nearly-all-composts: ${answer} }
quantities: { lead.content: ${lead}, use.longest: 3 years }
`;

const files = {
  'composting.yaml': catalogue,
  'fibre.yaml': sheet('fibre', 'material', 'true', '0.1 %'),
  'ink.yaml': sheet('ink', 'material', 'false', '2 %'),
  'label.yaml': sheet('label', 'component', 'true', '0 %'),
};

async function merged(inputs: readonly string[], processes = '') {
  const lines = inputs.map((line) => {
    const [name = '', mass = ''] = line.split(' ');
    return `  ${name}: { sheet: ${name}.yaml, mass: ${mass} g }\n`;
  });
  const bill = `loopsheet: bill/1
sheet: { id: "works:pot", revision: 1, catalogue: composting/1, issued: 2026-06-01 }
product: { name: Pot, level: product }
maker: { name: Works }
inputs:
${lines.join('')}${processes}`;
  const options = ['--catalogue', 'composting.yaml'];
  const all = { ...files, 'pot.bill.yaml': bill };
  const first = await runLoopsheet(['merge', 'pot.bill.yaml', '-o', 'pot.yaml', '--quantities', ...options], {
    files: all,
  });
  const explain = async (id: string) => {
    const line = ['explain', 'pot.yaml', id, '--format', 'json', ...options];
    const { stdout } = await runLoopsheet(line, { files: { ...all, ...first.files } });
    return (JSON.parse(stdout) as { explanations: readonly Explained[] }).explanations[0];
  };
  return { explain };
}

interface Explained {
  readonly shown: string;
  readonly why: string;
  readonly gaps: readonly { readonly inWords: string }[];
}

test.each([
  [['fibre 99', 'ink 1'], 'TRUE'],
  [['fibre 90', 'ink 10'], 'FALSE'],
  [['fibre 50', 'label 50'], 'TRUE'],
])('%j: nearly all composts: %s', async (inputs, shown) => {
  const { explain } = await merged(inputs);
  expect((await explain('nearly-all-composts'))?.shown).toBe(shown);
});

test('a part that may hold minor parts itself leaves no room for another one, and that is told', async () => {
  const { explain } = await merged(['label 99', 'ink 1']);
  const told = await explain('nearly-all-composts');
  expect(told?.shown).toBe('OPEN');
  expect(told?.gaps.map(({ inWords }) => inWords)).toEqual([
    'of input `label` it is TRUE but for minor constituents, and how much there is of those is not said',
  ]);
});

test('lead is diluted by melting, and unknown of parts side by side', async () => {
  const melt = 'processes:\n  - { effect: melt, takes: [fibre, ink], gives: mass }\n';
  expect((await (await merged(['fibre 90', 'ink 10'], melt)).explain('lead.content'))?.shown).toBe('0.29 %');
  expect((await (await merged(['fibre 90', 'ink 10'])).explain('lead.content'))?.shown).toBe('unknown');
  expect((await (await merged(['fibre 90', 'ink 10'])).explain('use.longest'))?.shown).toBe('3 years');
});
