// What a composition makes of answers, and how it travels: into a merge as knowledge, and nowhere else.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSheet } from '../../src/checks/index.ts';
import { deriveFrom } from '../../src/core/composition/derive.ts';
import { showRegion } from '../../src/core/values/show.ts';
import { diskFiles } from '../../src/io/disk.ts';
import { memoryFiles } from '../../src/io/memory.ts';
import { readSheet } from '../../src/read/documents/sheet.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { root, runLoopsheet } from '../setup/run.ts';
import { coreCatalogue, readFixtureCatalogue } from '../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(join(root, coreCatalogue), 'utf8'));

function sheetWith(composition: string, answers = '{ durability.modular: false }') {
  const text = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: my-works:clip
revision: 1
issued: 2026-05-04
product: { name: Clip, level: component, mass: 200 g }
maker: { name: My Works }
answers: ${answers}
composition:
${composition}`;
  const { value: tree, findings } = readYaml({ name: 'clip.yaml', text });
  if (tree === undefined) throw new Error(findings.map(({ message }) => message).join());
  return readSheet(tree, { name: 'clip.yaml' }, () => catalogue, []);
}

function derivedFrom(composition: string): Readonly<Record<string, string>> {
  const { value } = sheetWith(composition);
  return Object.fromEntries(
    deriveFrom(catalogue, value?.composition).map(({ id, range, truth }) => {
      const measure = catalogue.quantities.get(id)?.measure;
      return [
        id,
        truth === undefined && measure !== undefined ? showRegion([range], measure, true) : String(truth),
      ];
    }),
  );
}

describe('what follows from a composition', () => {
  test('origins by mass, with what the others leave', () => {
    const derived = derivedFrom(`
- { material: steel, mass: 150 g, origin: { post-consumer: 40 %, reused: 10 % } }
- { material: brass, mass: 50 g, origin: { post-consumer: 0 %, pre-consumer: 80..90 % } }`);
    expect(derived).toEqual({
      'inputs.post-consumer-recycled': '30 %',
      'inputs.pre-consumer-recycled': '[20 %, 60 %]',
      'inputs.total-recycled': '[50 %, 90 %]',
      'inputs.reused-components': '[7.5 %, 12.5 %]',
      'inputs.secondary-material': '[57.5 %, 100 %]',
      'inputs.mono-material': 'false',
      'inputs.nearly-mono-material': 'false',
    });
  });

  test('contents bound from above only where nothing can hide', () => {
    const lead = (more: string): string => `
- material: brass
  share: 100 %
  ${more}
  substances:
    - { name: copper, cas: 7440-50-8, share: 60..63 %, lists: [eu-critical-raw-materials/2024], notOn: [reach-candidate/2026-01, eu-rohs/2015] }
    - { name: zinc, cas: 7440-66-6, share: 35..37 %, lists: [] }
    - { name: lead, cas: 7439-92-1, share: 2..3 %, lists: [reach-candidate/2026-01, eu-rohs/2015], notOn: [eu-critical-raw-materials/2024] }`;
    const loose = derivedFrom(lead('homogeneous: false'));
    expect(loose['substances.lead-content']).toBe('[2 %, 100 %]');
    const strict = derivedFrom(lead('homogeneous: true'));
    expect(strict['substances.lead-content']).toBe('[2 %, 3 %]');
    expect(strict['substances.svhc-content']).toBe('[2 %, 3 %]');
    expect(strict['substances.cadmium-content']).toBe('[0 %, 3 %]');
    expect(strict['inputs.critical-raw-materials']).toBe('[60 %, 63 %]');
    expect(strict['inputs.contains-critical-raw-material']).toBe('true');
    expect(strict['inputs.disclosure-depth']).toBe('to-100-ppm');
  });

  test('another edition of a list says nothing, and a list left out neither', () => {
    const of = (lists: string): string | undefined =>
      derivedFrom(`
- material: paint
  share: 100 %
  homogeneous: true
  substances: [{ name: x, share: 20 %${lists} }, { name: y, share: 80 %, lists: [] }]`)[
        'substances.svhc-content'
      ];
    expect(of(', lists: [reach-candidate/2026-01]')).toBe('20 %');
    expect(of(', lists: [reach-candidate/2025-06]')).toBe('[0 %, 20 %]');
    expect(of('')).toBe('[0 %, 20 %]');
    expect(of(', lists: []')).toBe('0 %');
  });

  const blend = (substances: string): Readonly<Record<string, string>> =>
    derivedFrom(`
- material: polypropylene
  share: 100 %
  homogeneous: true
  substances: [${substances}]`);

  test('a material may hold another one, by its name or in what it keeps back', () => {
    const noPvc = (substances: string) => blend(substances)['inputs.no-pvc'];
    expect(noPvc('{ name: PVC, share: 2 % }, { name: polypropylene, share: 98 % }')).toBe('false');
    expect(noPvc('{ name: polypropylene, share: 99 % }, { hidden: 1 % }')).toBeUndefined();
    expect(noPvc('{ name: filler, share: 2 % }, { name: polypropylene, share: 98 % }')).toBeUndefined();
    expect(noPvc('')).toBeUndefined();
    expect(noPvc('{ name: talc, cas: 14807-96-6, share: 2 % }, { name: polypropylene, share: 98 % }')).toBe(
      'true',
    );
  });

  test('who names one list says nothing of another', () => {
    const cadmium = (lists: string) =>
      blend(
        `{ name: cadmium oxide, cas: 1306-19-0, share: 5 %, ${lists} }, { name: silica, cas: 7631-86-9, share: 95 %, lists: [] }`,
      )['substances.cadmium-content'];
    expect(cadmium('lists: [reach-candidate/2026-01]')).toBe('[0 %, 5 %]');
    expect(cadmium('lists: [reach-candidate/2026-01], notOn: [eu-rohs/2015]')).toBe('0 %');
    expect(cadmium('lists: [eu-rohs/2015], notOn: [eu-rohs/2015]')).toBe('[0 %, 5 %]');
  });

  test('what has no number, or is hidden, may be more of the same substance', () => {
    const svhc = (more: string) =>
      blend(
        `{ name: DEHP, cas: 117-81-7, share: 0.06 %, lists: [reach-candidate/2026-01] }, ${more}, { name: rubber, cas: 9003-31-0, share: 99.88 %, lists: [] }`,
      )['substances.svhc-content'];
    expect(svhc('{ name: plasticiser, share: 0.06 %, lists: [reach-candidate/2026-01] }')).toBe(
      '[0.06 %, 0.12 %]',
    );
    expect(svhc('{ hidden: 0.06 % }')).toBe('[0.06 %, 0.12 %]');
    expect(svhc('{ name: DBP, cas: 84-74-2, share: 0.06 %, lists: [reach-candidate/2026-01] }')).toBe(
      '0.06 %',
    );
    expect(svhc('{ name: dehp, share: 0.06 %, lists: [reach-candidate/2026-01] }')).toBeUndefined();
  });

  test('names that look the same are the same', () => {
    const told = (first: string, second: string) =>
      derivedFrom(`- { material: "${first}", share: 50 % }\n- { material: "${second}", share: 50 % }`);
    expect(told('stainless steel', 'stainless  steel')).toEqual({});
    expect(told('Stahltr\u00e4ger', 'Stahltra\u0308ger')).toEqual({});
    expect(told('steel', 'copper')['inputs.mono-material']).toBe('false');
  });

  test('renewable material may be recycled as well', () => {
    const text = readFileSync(join(root, coreCatalogue), 'utf8').replace(
      /composition: \{ origin: renewable \}/,
      'composition: { origin: [post-consumer, renewable] }',
    );
    const both = readFixtureCatalogue(text);
    const { value } = sheetWith(
      '- { material: wood, share: 100 %, origin: { post-consumer: 50 %, renewable: 50 % } }',
    );
    const derived = deriveFrom(both, value?.composition).find(({ id }) => id === 'inputs.renewable-material');
    expect(derived === undefined ? undefined : [derived.range.lo, derived.range.hi]).toEqual([
      { n: 1n, d: 2n },
      { n: 1n, d: 1n },
    ]);
  });

  test('nothing from one with a fault', () => {
    expect(derivedFrom('- { material: PVC, share: 60 % }\n- { material: pvc, share: 40 % }')).toEqual({});
    expect(derivedFrom('- { material: PVC, share: 60 % }\n- { material: steel, share: 50 % }')).toEqual({});
  });

  test('nothing of physical shares where the recycled figures are attributed', () => {
    const composition = '- { material: PVC, share: 100 %, origin: { post-consumer: 0 % } }';
    const answers = (more: string): string =>
      `{ inputs.post-consumer-recycled: { answer: 50-75${more}, references: [ISO 22095] } }`;
    const codesOf = (more: string): readonly string[] => {
      const { value } = sheetWith(composition, answers(more));
      if (value === undefined) throw new Error('unread');
      const found = checkSheet({ sheet: value, catalogue, today: '2026-06-01' });
      return found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    };
    expect(codesOf('')).toEqual(['sheet/contradiction']);
    expect(codesOf(', custody: mass-balance')).toEqual([]);
  });
});

test.each([
  ['- { share: 5 % }', '`material` is missing from the composition'],
  ['- { material: PVC }', '`PVC` needs either a share or a mass'],
  ['- { material: PVC, share: 5 %, mass: 3 g }', '`PVC` needs either a share or a mass'],
  ['- { material: PVC, share: 5 %, hidden: 3 % }', '`hidden` is no part of the material `PVC`'],
  ['- { hidden: 3 %, share: 5 % }', '`share` is no part of what is hidden'],
  [
    '- { material: PVC, share: 5 %, substances: [{ name: DEHP }] }',
    '`share` is missing from the composition',
  ],
])('%s: %s', (composition, message) => {
  expect(sheetWith(composition).findings.map((each) => each.message)).toEqual([message]);
});

test('a merged sheet and a public report say nothing of a composition', async () => {
  const files = { ...diskFiles(), write: memoryFiles(new Map()).write };
  const run = async (...args: readonly string[]): Promise<string> =>
    (await runLoopsheet([...args], { disk: { files, cwd: root } })).stdout;
  const merged = await run('merge', 'fixtures/copper-harness/harness.bill.yaml', '--quantities', '-o', '-');
  expect(merged).toMatch(/^loopsheet: sheet\/1$/m);
  expect(merged).not.toMatch(/composition:|carbon black|25038-54-4/);
  const report = await run('report', 'fixtures/copper-harness/sheets/cable-clip.yaml', '--public');
  expect(report).toMatch(/Cable clip/);
  expect(report).not.toMatch(/carbon black|25038-54-4|98 %/);
});
