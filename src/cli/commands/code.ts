// How `loopsheet code` is called.

import type { Command } from '../command.ts';

export const code: Command = {
  name: 'code',
  summary: 'explain a finding by its code',
  description:
    'Print the page about a finding: what it means, why it matters, an example, and how to mend it. Without a code, list them all.',
  examples: [
    { line: 'loopsheet code sheet/unknown-statement', does: 'one code' },
    { line: 'loopsheet code', does: 'all codes' },
  ],
  configure: (command) => {
    command.argument('[code]', 'the code, as it stands in brackets in a finding');
  },
  run: async (context, args) => (await import('../verbs/code.ts')).runCode(context, args),
};
