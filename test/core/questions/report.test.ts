import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportOf } from '../../../src/core/questions/report.ts';
import type { Report } from '../../../src/core/questions/report-model.ts';
import {
  coreCatalogue,
  LONG_TEST,
  mergeFixture,
  type Read,
  readFixtureCatalogue,
  readSheetText,
} from '../../support/merged.ts';

const folder = 'fixtures/graphite-anode';
let read: Read;
let report: Report;
let alone: Report;

beforeAll(async () => {
  read = await mergeFixture(folder, `${folder}/cell.bill.yaml`);
  report = reportOf(read.sheet, read.catalogue, read.trace);
  alone = reportOf(read.sheet, read.catalogue);
}, LONG_TEST);

const rowsOf = (of: Report) => of.sections.flatMap((section) => section.rows);

describe('a report', () => {
  test('has one row per statement and one per group, in the order of the catalogue', () => {
    const { catalogue } = read;
    const expected = new Set([...catalogue.statements.values()].map(({ id, group }) => group ?? id));
    expect(rowsOf(report).map((row) => row.id)).toEqual([...expected]);
    expect(report.sections.map((section) => section.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const { settled, open, notApplicable, silent } = report.counts;
    expect(settled + open + notApplicable + silent).toBe(expected.size);
  });

  test('covers inputs and mass, and is no score', () => {
    expect(report.coverage).toEqual({
      inputs: 6,
      usable: 5,
      mass: { least: '313/345', most: '313/345', inWords: 'about 90.7 %' },
      byState: [
        {
          state: 'used',
          inWords: 'with a sheet that counts',
          inputs: ['anode', 'cathode', 'separator', 'can', 'lid'],
        },
        { state: 'missing', inWords: 'without a sheet', inputs: ['electrolyte'] },
      ],
      allTiers: { inputs: 12, usable: 11, mass: 'about 90.7 %' },
      disregarded: [],
    });
  });

  test(
    'covers a range of mass where masses are ranges',
    async () => {
      const ranged = await mergeFixture(folder, `${folder}/cell.bill.yaml`, {
        change: (path, text) =>
          path.endsWith('cell.bill.yaml')
            ? text.replace('mass: 6.4 g', 'mass: 5..8 g').replace(/^ {2}mass: 69 g$/m, '  mass: 60..80 g')
            : text,
      });
      const { coverage, assumptions } = reportOf(ranged.sheet, ranged.catalogue, ranged.trace);
      expect(coverage?.mass?.inWords).toBe('at least about 88.6 % and at most about 92.7 %');
      expect(coverage?.allTiers).toEqual({ inputs: 12, usable: 11 });
      expect(assumptions).toContain(
        'Where masses are ranges or unknown, every mass within them was allowed for',
      );
    },
    LONG_TEST,
  );

  test('says what a weld refuted and what a loss shifted, with the values before and after', () => {
    const changes = report.changes ?? [];
    const weld = changes.find((process) => process.name === 'ultrasonic weld');
    expect(weld?.path).toEqual(['anode']);
    expect(weld?.changes).toContainEqual({
      id: 'durability.reversible-connections',
      title: 'Reversible connections throughout',
      part: 'anode',
      kind: 'refuted',
      before: 'cannot be said',
      after: 'does not hold',
    });
    const drying = changes.find((process) => process.name === 'drying');
    expect(drying).toMatchObject({ path: ['anode'], loses: '0.007 kg' });
    expect(drying?.changes).toContainEqual({
      id: 'inputs.renewable-material',
      title: 'Renewable material',
      part: 'layer',
      kind: 'shifted',
      before: 'about 0.935 %',
      after: 'at most about 0.945 %',
    });
  });

  test(
    'for the maker asks suppliers, and never the maker itself',
    async () => {
      const anode = await mergeFixture(folder, `${folder}/coated-anode.bill.yaml`);
      const { open, maker } = reportOf(anode.sheet, anode.catalogue, anode.trace);
      expect(open.length).toBeGreaterThan(0);
      const closes = open.flatMap((question) => question.points.map((point) => point.closes));
      expect(closes.filter((each) => each.startsWith(`ask \`${maker.name}\``))).toEqual([]);
    },
    LONG_TEST,
  );

  test('counts what is open only because inputs give ranges', async () => {
    const harness = await mergeFixture(
      'fixtures/copper-harness',
      'fixtures/copper-harness/harness.bill.yaml',
    );
    const { open, openByRanges } = reportOf(harness.sheet, harness.catalogue, harness.trace);
    const points = open.flatMap((question) => question.points);
    const keptOpen = (some: typeof points): string[] =>
      some.flatMap(({ answers }) => answers.map(({ title }) => title));
    const otherwise = keptOpen(points.filter(({ why }) => why !== 'says too little'));
    const only = keptOpen(points).filter((title) => !otherwise.includes(title));
    expect(only.length).toBeGreaterThan(0);
    expect(new Set(openByRanges)).toEqual(new Set(only));
    expect(report.openByRanges).toEqual([]);
  });

  test('sorts open questions by who can close them, the maker last', () => {
    const [first] = report.open;
    expect(first).toMatchObject({
      who: 'Input `electrolyte`',
      isOwn: false,
      points: [{ why: 'no sheet', closes: 'ask its maker for a sheet' }],
    });
    const own = report.open.findIndex((question) => question.isOwn);
    expect(report.open.slice(own).every((question) => question.isOwn)).toBe(true);
    expect(report.open[own]?.points[0]).toMatchObject({
      why: 'has not answered',
      closes: 'answer these under `answers` in the bill',
    });
    const open = rowsOf(report)
      .filter((row) => row.answer === 'open')
      .map((row) => row.id);
    const told = report.open.flatMap((question) =>
      question.points.flatMap((point) => point.answers.map(({ id }) => id)),
    );
    expect(new Set(told)).toEqual(new Set(open));
  });

  test('names every input down the chain with its sheet', () => {
    expect(report.inputs.map(({ path, name }) => [...path, name].join(' > '))).toEqual([
      'anode',
      'anode > graphite',
      'anode > graphite > graphite',
      'anode > graphite > graphite > concentrate',
      'anode > graphite > graphite > acid',
      'anode > graphite > pitch',
      'anode > carbon',
      'anode > cellulose',
      'anode > rubber',
      'anode > water',
      'anode > foil',
      'anode > tab',
      'cathode',
      'separator',
      'electrolyte',
      'can',
      'lid',
    ]);
    expect(report.inputs.find((input) => input.name === 'electrolyte')).toEqual({
      path: [],
      name: 'electrolyte',
      state: 'missing',
      inWords: 'no sheet',
      share: '32/345',
    });
  });

  test('says openly that nobody verified the sheet, and what its answers rest on', () => {
    expect(report.assurance).toEqual({
      level: 'self-declared',
      inWords: 'NOT VERIFIED: self-declared by its maker',
    });
    const settled = rowsOf(report).filter((row) => row.answer === 'true' || row.answer === 'false');
    expect(report.assured.flatMap((group) => group.answers).sort()).toEqual(
      settled.map((row) => row.title).sort(),
    );
    expect(report.assured.map((group) => group.inWords)).toEqual([
      'Self-declared by the maker, without any answer of a supplier',
      'Merged from answers of suppliers, the weakest self-declared',
    ]);
  });
});

describe('a report without a trace', () => {
  test('names no supplier, no figure and no process', () => {
    const told = JSON.stringify(alone);
    const inputs = read.trace.inputs.flatMap((input) => [input, ...(input.trace?.inputs ?? [])]);
    for (const { sheet, name } of inputs) {
      if (sheet !== undefined) expect(told).not.toContain(sheet.maker);
      expect(told).not.toContain(`\`${name}\``);
    }
    expect(told).not.toMatch(/\d (kg|g|MJ|m3)\b(?<!69 g)/);
    expect(alone.isPrivate).toBe(false);
    expect(alone).not.toHaveProperty('coverage');
    expect(alone).not.toHaveProperty('changes');
  });

  test('says what it cannot tell, and how to get it', () => {
    expect(alone.untold).toHaveLength(2);
    expect(alone.untold[1]).toMatch(/^Where the bill is yours, merge it again/);
  });

  test('gives the same answers, with the reasons that the sheet gives', () => {
    const shown = (of: Report) => rowsOf(of).map(({ id, answer, shown: text }) => [id, answer, text]);
    expect(shown(alone)).toEqual(shown(report));
    expect(rowsOf(alone).find((row) => row.id === 'inputs.no-pvc')?.why).toBe(
      'a sheet that it depends on is missing',
    );
    expect(rowsOf(alone).find((row) => row.id === 'inputs.post-consumer-recycled')?.why).toBe(
      'a sheet that it depends on is missing',
    );
  });

  test('that is meant for others is the same, but does not ask for the trace', () => {
    const meant = reportOf(read.sheet, read.catalogue, read.trace, { isPublic: true });
    expect({ ...meant, untold: alone.untold }).toEqual(alone);
    expect(meant.untold).toEqual([
      'Made from the sheet alone: how the answers came about is kept by the maker',
    ]);
  });

  test('still names the sheets that the sheet itself names', () => {
    expect(alone.inputs.map((input) => input.sheet)).toEqual(read.sheet.inputs);
  });
});

describe("an answer that the maker's own claim decides", () => {
  test(
    'says so, on what, and what the inputs alone would give',
    async () => {
      const { sheet, trace, catalogue } = await mergeFixture(folder, `${folder}/purified-graphite.bill.yaml`);
      const rows = rowsOf(reportOf(sheet, catalogue, trace));
      expect(rows.find((row) => row.id === 'substances.no-svhc')).toMatchObject({
        shown: 'TRUE (own claim)',
        why: 'the maker says so, against list `reach-candidate/2026-01`, with reference to `Regulation (EC) 1907/2006`, evidence: `Lot analysis SPG-15, June 2026`; from the inputs alone it would be OPEN',
      });
      expect(rows.find((row) => row.id === 'inputs.no-pvc')?.shown).not.toContain('own claim');
    },
    LONG_TEST,
  );
});

describe("a supplier's own sheet", () => {
  const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));
  const name = `${folder}/sheets/take-back-copper-foil.yaml`;
  const own = reportOf(readSheetText(readFileSync(name, 'utf8'), catalogue, name), catalogue);

  test('is reported with assurance by answer, evidence and figures', () => {
    expect(own).toMatchObject({ isMerged: false, isPrivate: false, untold: [], open: [], inputs: [] });
    expect(own.assurance.inWords).toBe(
      'NOT VERIFIED: self-declared by its maker; single answers have an assurance of their own',
    );
    expect(own.assured.map(({ inWords, answers }) => [inWords, answers.length > 0])).toEqual([
      ['Verified by a third party', true],
      ['Checked by a second party', true],
      ['Self-declared by the maker', true],
    ]);
    expect(own.evidence).toContainEqual({
      answer: 'Post-consumer recycled content',
      title: 'Furnace book, January to April 2026',
    });
    expect(own.figures).toContainEqual({
      id: 'inputs.post-consumer-recycled',
      title: 'Post-consumer recycled content',
      inWords: 'at least 34 % and at most 36 %',
    });
  });

  test('lists what it does not answer by section', () => {
    const silent = own.sections.flatMap((section) => section.silent);
    expect(silent).toHaveLength(own.counts.silent);
    expect(silent).toContain('More than 25 % post-consumer');
  });
});
