import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogueText } from '../../samples/read.ts';
import { root } from '../../setup/run.ts';
import { coreCatalogue } from '../../support/merged.ts';

const core = readFileSync(join(root, coreCatalogue), 'utf8');

/** What is found where one tie to the composition is written otherwise. */
function foundWith(before: string, after: string): readonly string[] {
  expect(core.split(before).length).toBe(2);
  return readCatalogueText(core.replace(before, () => after)).findings.map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

test('the shipped catalogue is tied to compositions without a fault', () => {
  const { value, findings } = readCatalogueText(core);
  expect(findings).toEqual([]);
  const tied = [...(value?.quantities.values() ?? []), ...(value?.statements.values() ?? [])];
  expect(tied.filter(({ composition }) => composition !== undefined).map(({ id }) => id)).toHaveLength(16);
  expect(value?.hiddenAtMost).toEqual({ n: 1n, d: 10n });
});

test.each([
  [
    '{ origin: reused }',
    '{ origin: mined }',
    'catalogue/unknown-name: origin `mined` is not in the catalogue',
  ],
  [
    '{ origin: reused }',
    '{ over: product }',
    'catalogue/bad-rule: it is not said what of a composition `inputs.reused-components` is about',
  ],
  [
    '{ origin: reused }',
    '{ origin: reused, over: product }',
    'catalogue/bad-rule: `origin` of a composition takes no `over`',
  ],
  [
    '{ origin: reused }',
    '{ origin: reused, atLeast: 5 % }',
    'catalogue/bad-rule: `origin` of a composition takes no `atLeast`',
  ],
  [
    '{ origin: reused }',
    '{ keptBack: [100 %, 1 %] }',
    'catalogue/bad-rule: what a composition says does not fit the quantity `inputs.reused-components`',
  ],
  [
    '{ keptBack: ["100 %", "10 %", "1 %", "0.1 %", "0.01 %"] }',
    '{ keptBack: ["100 %", "10 %"] }',
    'catalogue/bad-rule: `keptBack` of `inputs.disclosure-depth` has 2 limits',
  ],
  [
    '{ keptBack: ["100 %", "10 %", "1 %", "0.1 %", "0.01 %"] }',
    '{ keptBack: ["100 %", "10 %", "10 %", "0.1 %", "0.01 %"] }',
    'catalogue/bad-rule: the limits of `inputs.disclosure-depth` do not fall from step to step',
  ],
  [
    '{ list: reach-candidate/2026-01, over: article }',
    '{ list: reach-candidate/2026-01 }',
    'catalogue/bad-rule: it is not said over what `substances.svhc-content` counts contents',
  ],
  [
    '{ list: reach-candidate/2026-01, over: article }',
    '{ list: reach-candidate, over: article }',
    'catalogue/bad-rule: `reach-candidate` names no edition of a list',
  ],
  [
    '{ materials: PVC, cas: 9002-86-2, atMost: 0 % }',
    '{ materials: PVC, cas: 9002-86-3, atMost: 0 % }',
    'catalogue/bad-rule: `9002-86-3` is not a CAS number',
  ],
  [
    '{ materials: PVC, cas: 9002-86-2, atMost: 0 % }',
    '{ materials: PVC, cas: 9002-86-2 }',
    'catalogue/bad-rule: it is not said when a composition makes `inputs.no-pvc` true',
  ],
  [
    'rule: { kind: derived, not: inputs.no-pvc }',
    'rule: { kind: derived, not: inputs.no-pvc }\n    composition: { materials: PVC, moreThan: 0 % }',
    'catalogue/bad-rule: `inputs.contains-pvc` follows from other entries',
  ],
])('%s as %s: %s', (before, after, expected) => {
  expect(foundWith(before, after)).toEqual([expected]);
});
