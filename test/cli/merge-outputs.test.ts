import { expect, test } from 'vitest';
import { besideSheet, planOutputs } from '../../src/cli/merge-outputs.ts';

test.each([
  ['out/anode.sheet.yaml', 'out/anode.trace.json'],
  ['anode.yaml', 'anode.trace.json'],
  ['/tmp/a.b/anode.sheet.csv', '/tmp/a.b/anode.trace.json'],
  ['sheet', 'sheet.trace.json'],
  ['-', undefined],
])('the trace of %s is %s', (sheet, trace) => {
  expect(besideSheet(sheet)).toBe(trace);
});

test.each([
  ['nothing', {}, { sheet: '-', format: 'yaml', reports: [] }],
  ['a file', { output: 'a.json' }, { sheet: 'a.json', format: 'json', reports: [], trace: 'a.trace.json' }],
  ['no trace', { output: 'a.csv', trace: false }, { sheet: 'a.csv', format: 'csv', reports: [] }],
  ['a trace elsewhere', { trace: 't.json' }, { sheet: '-', format: 'yaml', reports: [], trace: 't.json' }],
  [
    'a format that overrules the name',
    { output: 'a.yaml', format: 'json' },
    { sheet: 'a.yaml', format: 'json', reports: [], trace: 'a.trace.json' },
  ],
  [
    'reports',
    { output: 'a.yaml', trace: false, report: ['markdown=a.md', 'terminal=-'] },
    {
      sheet: 'a.yaml',
      format: 'yaml',
      reports: [
        { format: 'markdown', path: 'a.md' },
        { format: 'terminal', path: '-' },
      ],
    },
  ],
])('%s', (_, options, expected) => {
  expect(planOutputs(options)).toEqual(expected);
});

test.each([
  [{ output: 'a.txt' }, 'the name `a.txt` does not say a format'],
  [{ report: ['markdown'] }, '`markdown` does not say a report and where it goes'],
  [{ report: ['html=a.html'] }, '`html=a.html` does not say a report and where it goes'],
  [{ report: ['markdown='] }, '`markdown=` does not say a report and where it goes'],
  [{ report: ['terminal=-'] }, 'two outputs would go to standard output'],
  [
    { output: 'a.trace.json', format: 'json', trace: 'a.trace.json' },
    'two outputs would go to `a.trace.json`',
  ],
])('%o is refused', (options, refusal) => {
  expect(planOutputs(options)).toMatchObject({ refusal });
});
