// How `loopsheet report` is called.

import type { Command } from '../command.ts';
import { addCatalogue, addFormat, addOutput } from '../options.ts';
import { reportFormats } from '../report-formats.ts';

export const report: Command = {
  name: 'report',
  summary: 'show a sheet to people',
  description:
    'Show a sheet by section: answers with their reasons, open questions, coverage, what changed between inputs and product, and what the sheet rests on. A merged sheet brings its trace; without one the report says less.',
  examples: [
    { line: 'loopsheet report anode.sheet.yaml', does: 'read a sheet in the terminal' },
    { line: 'loopsheet report anode.sheet.yaml -o anode.md', does: 'write it as Markdown' },
    {
      line: 'loopsheet report anode.sheet.yaml --public -o anode.md',
      does: 'the same for customers, without anything from the trace',
    },
  ],
  findings: 'the sheet has errors, and nothing was shown',
  configure: (command) => {
    command.argument('<sheet>', 'the sheet');
    addFormat(command, reportFormats, 'how it is shown (default: by the output file, else terminal)');
    addOutput(command);
    command.option('--trace <file>', 'the trace (default: beside the sheet, where there is one)');
    command.option('--public', 'use the sheet alone, for customers: nothing from a trace is shown');
    command.option('--as-of <date>', 'judge validity on this day, as 2026-05-04 (default: today)');
    addCatalogue(command);
  },
  run: async (context, args, options) =>
    (await import('../verbs/report.ts')).runReport(context, args, options),
};
