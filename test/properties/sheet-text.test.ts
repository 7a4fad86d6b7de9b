// Writing a sheet and reading it back changes nothing, in all three formats; and what is written depends on
// what the sheet says alone, not on the order in which it says it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composition } from '../../src/core/model/composition.ts';
import type { Answer, Sheet } from '../../src/core/model/sheet.ts';
import type { Result } from '../../src/core/text/finding.ts';
import type { Source } from '../../src/core/text/span.ts';
import { readCsv } from '../../src/read/csv.ts';
import { readSheet } from '../../src/read/documents/sheet.ts';
import { readJson } from '../../src/read/json.ts';
import { checkShape } from '../../src/read/shape.ts';
import type { Node } from '../../src/read/tree.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { writeSheetCsv } from '../../src/render/sheets/csv.ts';
import { writeJson } from '../../src/render/sheets/json.ts';
import { sheetDocument } from '../../src/render/sheets/sheet-tree.ts';
import { writeYaml } from '../../src/render/sheets/yaml.ts';
import { catalogue } from '../samples/catalogue.ts';
import { anySheet } from '../samples/sheets.ts';

type Read = (source: Source) => Result<Node | undefined>;
type Write = (sheet: Sheet) => string;

const formats: readonly (readonly [name: string, write: Write, read: Read])[] = [
  ['YAML', (sheet) => writeYaml(sheetDocument(sheet, catalogue)), readYaml],
  ['JSON', (sheet) => writeJson(sheetDocument(sheet, catalogue)), readJson],
  ['CSV', (sheet) => writeSheetCsv(sheet, catalogue), readCsv],
];

function readBack(text: string, read: Read): Sheet {
  const source = { name: 'copper-rod', text };
  const { value: tree, findings } = read(source);
  expect(findings).toEqual([]);
  if (tree === undefined) throw new Error('no tree');
  const sheet = readSheet(tree, source, () => catalogue, []);
  expect(sheet.findings.filter(({ code }) => code !== 'sheet/two-bands-true')).toEqual([]);
  if (sheet.value === undefined) throw new Error('no sheet');
  return sheet.value;
}

/** What a sheet says, without the places where it says it. */
function meaning(sheet: Sheet): unknown {
  const { places: _, source: __, answers, quantities, composition, ...header } = sheet;
  const withoutPlace = ({ at: _at, valueAt: _valueAt, ...answer }: Answer): unknown => answer;
  return {
    header,
    answers: new Map([...answers].map(([id, answer]) => [id, withoutPlace(answer)])),
    quantities: new Map([...quantities].map(([id, { value }]) => [id, value])),
    ...(composition === undefined ? {} : { composition: told(composition) }),
  };
}

/** The composition without its places; order counts within materials and within what is hidden. */
const told = ({ materials, hidden }: Composition) => ({
  hidden: hidden.map(({ share }) => share),
  materials: materials.map(({ at: _, substances, hidden: rest, ...material }) => ({
    ...material,
    hidden: rest.map(({ share }) => share),
    substances: substances.map(({ at: __, casAt: ___, ...substance }) => substance),
  })),
});

describe.each(formats)('a sheet as %s', (_, write, read) => {
  it('says what it said before', () => {
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const again = readBack(write(sheet), read);
        expect(meaning(again)).toEqual(meaning(sheet));
        expect(write(again)).toBe(write(sheet));
      }),
      { numRuns: 300 },
    );
  });

  it('has the shape that the schema asks for', async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, async (sheet) => {
        const tree = read({ name: 'copper-rod', text: write(sheet) }).value;
        if (tree === undefined) throw new Error('no tree');
        expect(await checkShape('sheet', tree)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is written the same whatever the order of its answers, figures and ids', () => {
    const reversed = <K, V>(map: ReadonlyMap<K, V>) => new Map([...map].reverse());
    fc.assert(
      fc.property(anySheet, (sheet) => {
        const { product, maker } = sheet;
        const other: Sheet = {
          ...sheet,
          product: { ...product, ids: reversed(product.ids) },
          maker: { ...maker, ids: reversed(maker.ids) },
          answers: reversed(sheet.answers),
          quantities: reversed(sheet.quantities),
        };
        expect(write(other)).toBe(write(sheet));
      }),
    );
  });
});
