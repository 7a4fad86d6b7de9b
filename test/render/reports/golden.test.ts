// What users see, through real merges of the examples. `vitest -u` renews the files; read them before you do.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { explainDeclared } from '../../../src/core/questions/declared.ts';
import { explain } from '../../../src/core/questions/explain.ts';
import { reportOf } from '../../../src/core/questions/report.ts';
import { plainPalette } from '../../../src/render/palette.ts';
import { explanationsJson } from '../../../src/render/reports/explain-json.ts';
import { explanationsText } from '../../../src/render/reports/explain-text.ts';
import { renderMarkdownReport } from '../../../src/render/reports/markdown.ts';
import { renderTerminalReport } from '../../../src/render/reports/terminal.ts';
import { displayWidth } from '../../../src/render/width.ts';
import {
  coreCatalogue,
  LONG_TEST,
  mergeFixture,
  type Read,
  readFixtureCatalogue,
  readSheetText,
} from '../../support/merged.ts';

const style = (width: number) => ({ palette: plainPalette, width });
const golden = (name: string): string => `golden/${name}`;

function expectFits(text: string, width: number): void {
  for (const line of text.split('\n')) expect([line, displayWidth(line) <= width]).toEqual([line, true]);
}

describe('the cell', () => {
  let cell: Read;
  beforeAll(async () => {
    cell = await mergeFixture('fixtures/graphite-anode', 'fixtures/graphite-anode/cell.bill.yaml');
  }, LONG_TEST);

  test.each([80, 140])('is reported in the terminal at %i columns', async (width) => {
    const text = renderTerminalReport(reportOf(cell.sheet, cell.catalogue, cell.trace), style(width));
    expectFits(text, width);
    await expect(text).toMatchFileSnapshot(golden(`cell-${width}.txt`));
  });

  test('is reported in Markdown', async () => {
    const report = reportOf(cell.sheet, cell.catalogue, cell.trace);
    const text = renderMarkdownReport(report);
    expect(renderMarkdownReport(report)).toBe(text);
    await expect(text).toMatchFileSnapshot(golden('cell.md'));
  });

  test('is reported without its trace to whoever has only the sheet', async () => {
    const report = reportOf(cell.sheet, cell.catalogue);
    await expect(renderMarkdownReport(report)).toMatchFileSnapshot(golden('cell-public.md'));
    await expect(renderTerminalReport(report, style(80))).toMatchFileSnapshot(golden('cell-public.txt'));
  });

  test.each([
    'inputs.post-consumer-recycled',
    'inputs.post-consumer-recycled/50-75',
    'durability.reversible-connections',
    'durability.repairable-by-layman',
    'production.renewable-energy',
    'substances.no-svhc',
    'inputs.no-pvc',
  ])('is explained: %s', async (id) => {
    const explained = explain(cell.trace, id, cell.catalogue) ?? expect.fail(id);
    const text = explanationsText([explained], style(80));
    expectFits(text, 80);
    await expect(text).toMatchFileSnapshot(golden(`explain-${id.replaceAll(/[./]/g, '-')}.txt`));
  });

  test('is explained to programs', async () => {
    const explained = explain(cell.trace, 'inputs.no-pvc', cell.catalogue) ?? expect.fail();
    const text = explanationsJson([explained]);
    expect(JSON.parse(text)).toEqual({
      formatVersion: 1,
      explanations: [JSON.parse(JSON.stringify(explained))],
    });
  });
});

describe('the harness', () => {
  test(
    'is reported and explained',
    async () => {
      const harness = await mergeFixture(
        'fixtures/copper-harness',
        'fixtures/copper-harness/harness.bill.yaml',
      );
      const report = renderTerminalReport(
        reportOf(harness.sheet, harness.catalogue, harness.trace),
        style(100),
      );
      expectFits(report, 100);
      await expect(report).toMatchFileSnapshot(golden('harness-100.txt'));
      const ids = ['durability.joints-removable', 'inputs.contains-pvc', 'inputs.total-recycled'];
      const explained = ids.map((id) => explain(harness.trace, id, harness.catalogue) ?? expect.fail(id));
      await expect(explanationsText(explained, style(80))).toMatchFileSnapshot(golden('explain-harness.txt'));
    },
    LONG_TEST,
  );
});

describe("a supplier's own sheet", () => {
  test('is reported and explained', async () => {
    const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));
    const name = 'fixtures/graphite-anode/sheets/take-back-copper-foil.yaml';
    const sheet = readSheetText(readFileSync(name, 'utf8'), catalogue, name);
    const report = renderTerminalReport(reportOf(sheet, catalogue), style(80));
    expectFits(report, 80);
    await expect(report).toMatchFileSnapshot(golden('foil.txt'));
    const ids = ['inputs.post-consumer-recycled', 'substances.no-svhc', 'inputs.post-consumer-above-25'];
    const declared = ids.map((id) => explainDeclared(sheet, id, catalogue) ?? expect.fail(id));
    await expect(explanationsText(declared, style(80))).toMatchFileSnapshot(golden('explain-foil.txt'));
  });
});
