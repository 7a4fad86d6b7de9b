import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogueText } from '../../samples/read.ts';
import { root } from '../../setup/run.ts';
import { coreCatalogue } from '../../support/merged.ts';

const core = readFileSync(join(root, coreCatalogue), 'utf8');
const written = 'header: { shownBy: [maker.ids.lei], needs: [maker.ids] }';

/** What the statement about the maker's code is tied to, and what is found, where the tie is written otherwise. */
function readWith(tie: string, before = written) {
  expect(core.split(before).length).toBe(2);
  const { value, marked } = readCatalogueText(core.replace(before, () => tie));
  return { link: value?.statements.get('product.maker-code')?.header, marked };
}

test.each([
  ['{ shownBy: [maker.site] }', { shownBy: ['maker.site'], needs: [] }],
  ['{ needs: [product.mass, validUntil] }', { shownBy: [], needs: ['product.mass', 'validUntil'] }],
  ['{ needs: [maker.ids.house-number] }', { shownBy: [], needs: ['maker.ids.house-number'] }],
  [
    '{ shownBy: [maker.site.name], needs: [maker.site] }',
    { shownBy: ['maker.site.name'], needs: ['maker.site'] },
  ],
])('%s ties a statement to the header', (tie, link) => {
  expect(readWith(`header: ${tie}`)).toEqual({ link, marked: [] });
});

test.each([
  [
    '{ shownBy: [maker.ids.lei], needs: [maker.id] }',
    { shownBy: ['maker.ids.lei'], needs: [] },
    '<maker.id> catalogue/unknown-name: place in the header of a sheet `maker.id` is not in the catalogue',
  ],
  [
    '{ needs: [product.name] }',
    undefined,
    '<product.name> catalogue/unknown-name: place in the header of a sheet `product.name` is not in the catalogue',
  ],
  [
    '{ shownBy: [product.ids.gtin], needs: [maker.ids] }',
    undefined,
    '<{ shownBy: [product.ids.gtin], needs: [maker.ids] }> catalogue/bad-rule: `product.ids.gtin` shows that `product.maker-code` holds, and is not among what it needs',
  ],
])('%s is found fault with', (tie, link, line) => {
  const read = readWith(`header: ${tie}`);
  expect(read.link).toEqual(link);
  expect(read.marked).toEqual([line]);
});

test('what follows from inputs is not shown by a header', () => {
  const rule = 'rule: { kind: all }\n    header: { shownBy: [validUntil] }';
  const text = core.replace(`rule: { kind: own }\n    ${written}`, () => rule);
  expect(readCatalogueText(text).findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'catalogue/bad-rule: no header tells whether `product.maker-code` holds: it follows from inputs or other entries',
  ]);
});
