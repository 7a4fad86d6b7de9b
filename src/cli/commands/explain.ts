// How `loopsheet explain` is called.

import type { Command } from '../command.ts';
import { addCatalogue, addFormat, addOutput } from '../options.ts';

export const explanationFormats = ['text', 'json'] as const;

export const explain: Command = {
  name: 'explain',
  summary: 'say why a merged sheet answers as it does',
  description:
    'Walk the trace of a merged sheet: from an answer through rules and processes to the lines of supplier sheets that it rests on.',
  examples: [
    {
      line: 'loopsheet explain anode.sheet.yaml durability.reversible-connections',
      does: 'find out why a statement is false',
    },
    {
      line: 'loopsheet explain anode.sheet.yaml inputs.post-consumer-recycled --format json',
      does: 'the same for programs',
    },
  ],
  findings: 'the sheet has errors, and nothing was explained',
  configure: (command) => {
    command.argument('<sheet>', 'the merged sheet');
    command.argument('<statement...>', 'statements or groups to explain, by their ids or titles');
    command.option('--trace <file>', 'the trace (default: beside the sheet)');
    addFormat(command, explanationFormats, 'how it is shown (default: text)');
    addOutput(command);
    addCatalogue(command);
  },
  run: async (context, args, options) =>
    (await import('../verbs/explain.ts')).runExplain(context, args, options),
};
