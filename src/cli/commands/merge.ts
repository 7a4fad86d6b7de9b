// How `loopsheet merge` is called.

import type { Command } from '../command.ts';
import { addCatalogue, addFailOn, addFormat, addOutput, repeatable } from '../options.ts';

export const sheetFormats = ['yaml', 'json', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

export const merge: Command = {
  name: 'merge',
  summary: 'make the sheet of a product from a bill and the sheets of its inputs',
  description:
    'Work out from a bill and the sheets of its inputs what is certain about the new product, and write its sheet. What does not follow stays open, with the reason. When anything is wrong, nothing is written. Validity is judged on the day that the bill names as `issued`.',
  examples: [
    {
      line: 'loopsheet merge anode.bill.yaml -o anode.sheet.yaml',
      does: 'write the sheet, and its trace beside it',
    },
    {
      line: 'loopsheet merge anode.bill.yaml -o anode.sheet.yaml --report markdown=anode.md',
      does: 'write a report as well',
    },
    {
      line: 'loopsheet merge anode.bill.yaml --report terminal=- -o anode.sheet.yaml',
      does: 'read the report at once',
    },
  ],
  findings: 'the bill or its inputs do not pass, and nothing was written',
  configure: (command) => {
    command.argument('<bill>', 'the bill: inputs with their sheets and masses, and the processes');
    addOutput(command);
    addFormat(command, sheetFormats, 'the format of the sheet (default: by the output file, else yaml)');
    command.addOption(
      repeatable('--report <format=file>', 'write a report: markdown or terminal (repeatable)'),
    );
    command.option('--trace <file>', 'where the trace goes (default: beside the output file)');
    command.option('--no-trace', 'write no trace; the sheet cannot be explained then');
    command.option(
      '--quantities',
      'put the figures behind the answers into the sheet: they may be confidential',
    );
    addCatalogue(command);
    addFailOn(command);
  },
  run: async (context, args, options) => (await import('../verbs/merge.ts')).runMerge(context, args, options),
};
