// A trace lies in a file that anybody may have changed. Whatever it says, asking it never fails.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Trace } from '../../../src/core/model/trace.ts';
import { explain } from '../../../src/core/questions/explain.ts';
import { reportOf } from '../../../src/core/questions/report.ts';
import { plainStyle } from '../../../src/render/palette.ts';
import { explanationsText } from '../../../src/render/reports/explain-text.ts';
import { renderMarkdownReport } from '../../../src/render/reports/markdown.ts';
import { renderTerminalReport } from '../../../src/render/reports/terminal.ts';
import { traces } from '../../generators/traces.ts';
import { coreCatalogue, readFixtureCatalogue, readSheetText } from '../../support/merged.ts';

const catalogue = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));
const sheet = readSheetText(
  readFileSync('fixtures/graphite-anode/sheets/copper-tab.yaml', 'utf8'),
  catalogue,
  'copper-tab.yaml',
);
const names = [...catalogue.statements.keys(), ...catalogue.quantities.keys()];

/** The same nonsense, said of things that the catalogue knows. */
function named(trace: Trace, picks: readonly number[]): Trace {
  const nameAt = (index: number): string => names[(picks[index % picks.length] ?? 0) % names.length] ?? '';
  return {
    ...trace,
    inputs: trace.inputs.map((input) =>
      input.trace === undefined ? input : { ...input, trace: named(input.trace, picks) },
    ),
    subjects: trace.subjects.map((subject, index) => ({ ...subject, id: nameAt(index) })),
    answers: trace.answers.map((answer, index) => ({
      ...answer,
      statement: nameAt(index),
      subjects: trace.subjects.map((_, position) => nameAt(position)),
    })),
  };
}

test('every trace can be asked about everything, and shown', () => {
  fc.assert(
    fc.property(traces(1), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (told, picks) => {
      const trace = named(told, picks);
      const ids = [...trace.answers.map((answer) => answer.statement), ...catalogue.groups.keys()];
      const explained = ids.flatMap((id) => explain(trace, id, catalogue) ?? []);
      const report = reportOf(sheet, catalogue, trace);
      for (const text of [
        explanationsText(explained, plainStyle),
        renderTerminalReport(report, plainStyle),
        renderMarkdownReport(report),
      ]) {
        expect(text.endsWith('\n')).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
