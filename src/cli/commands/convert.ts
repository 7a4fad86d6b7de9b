// How `loopsheet convert` is called.

import type { Command } from '../command.ts';
import { addCatalogue, addFormat, addOutput } from '../options.ts';
import { sheetFormats } from './merge.ts';

export const convert: Command = {
  name: 'convert',
  summary: 'write a sheet in another format',
  description:
    'Write a sheet as YAML, JSON or CSV. The sheet can be converted back; only comments in YAML are dropped. A sheet with errors is refused.',
  examples: [
    { line: 'loopsheet convert sheet.yaml -o sheet.csv', does: 'make a table of a sheet' },
    { line: 'loopsheet convert sheet.csv --format yaml', does: 'and a sheet of a table' },
    {
      line: 'loopsheet convert - --stdin-name sheet.json -o sheet.yaml < sheet.json',
      does: 'convert what another program writes',
    },
  ],
  findings: 'the sheet does not pass, and nothing was written',
  configure: (command) => {
    command.argument('<sheet>', 'the sheet, or - for standard input');
    addOutput(command);
    addFormat(command, sheetFormats, 'the format to write (default: by the output file, else yaml)');
    addCatalogue(command);
    command.option(
      '--stdin-name <path>',
      'what to call standard input; the ending says its format (default: JSON if it opens so, else YAML)',
    );
  },
  run: async (context, args, options) =>
    (await import('../verbs/convert.ts')).runConvert(context, args, options),
};
