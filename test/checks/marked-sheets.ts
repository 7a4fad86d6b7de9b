// Sheets with marked places, and what the checks must find at them.

import { describe, expect, it } from 'vitest';
import { checkSheet } from '../../src/checks/index.ts';
import { codes } from '../../src/core/text/codes.ts';
import type { Finding } from '../../src/core/text/finding.ts';
import { readSheet } from '../../src/read/documents/sheet.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { catalogue } from '../samples/catalogue.ts';

/** The parts of a sheet that a case may replace. What a finding must point at stands between « and ». */
interface Written {
  readonly id?: string;
  readonly dates?: string;
  readonly productIds?: string;
  readonly makerIds?: string;
  readonly site?: string;
  readonly answers?: string;
}

interface Expected {
  readonly code: string;
  readonly message: string;
  readonly help: readonly string[];
  readonly label?: string;
  readonly discredits?: readonly string[];
  readonly related?: readonly string[];
}

export const today = '2026-11-22';

export const sheetText = (written: Written): string => `loopsheet: sheet/1
catalogue: copper-harness/1
id: ${written.id ?? 'urn:uuid:7d2f'}
revision: 1
${written.dates ?? 'issued: 2026-05-04'}
product: { name: Copper rod 8 mm, level: material, ids: { ${written.productIds ?? ''} } }
maker: { name: Rautajoki Copper, ids: { ${written.makerIds ?? ''} }${written.site ?? ''} }
answers:
  ${written.answers ?? 'inputs.no-pvc: true'}
`;

/** The text without marks, and what stood between them. */
export function unmark(marked: string) {
  const places: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/(?=«)|(?<=»)/)) {
    const inner = part.startsWith('«') ? part.slice(1, -1) : part;
    if (inner !== part) places.push({ start: text.length, end: text.length + inner.length });
    text += inner;
  }
  return { text, places };
}

export function read(text: string) {
  const source = { name: 'copper-rod.yaml', text };
  const tree = readYaml(source);
  if (tree.value === undefined) throw new Error(JSON.stringify(tree.findings));
  const { value, findings } = readSheet(tree.value, source, () => catalogue, []);
  expect(findings).toEqual([]);
  if (value === undefined) throw new Error('the sheet was not read');
  return value;
}

export const shown = (
  text: string,
  { code, message, help, label, discredits, related }: Finding,
): Expected => ({
  code,
  message,
  help,
  ...(label === undefined ? {} : { label }),
  ...(discredits.length === 0 ? {} : { discredits }),
  ...(related.length === 0
    ? {}
    : { related: related.map(({ at }) => text.slice(at.start.offset, at.end.offset)) }),
});

interface Table {
  readonly valid: readonly Written[];
  readonly invalid: readonly { readonly sheet: Written; readonly findings: readonly Expected[] }[];
}

export function check(code: string, { valid, invalid }: Table): void {
  describe(code, () => {
    it.each(valid)('has nothing to say of %j', (written) => {
      expect(checkSheet({ sheet: read(sheetText(written)), catalogue, today })).toEqual([]);
    });

    it.each(invalid)('finds $sheet', ({ sheet, findings }) => {
      const { text, places } = unmark(sheetText(sheet));
      const found = checkSheet({ sheet: read(text), catalogue, today });
      expect(found.map((each) => shown(text, each))).toEqual(findings);
      expect(found.map(({ at }) => ({ start: at?.start.offset, end: at?.end.offset }))).toEqual(places);
      for (const each of found) {
        expect(each.code).toBe(code);
        expect(each.severity).toBe(codes[each.code].severity);
      }
    });
  });
}
