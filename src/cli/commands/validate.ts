// How `loopsheet validate` is called.

import { Option } from 'commander';
import type { Command } from '../command.ts';
import { findingFormats } from '../finding-formats.ts';
import { addCatalogue, addFailOn, addFormat, repeatable, wholeNumber } from '../options.ts';

export const validate: Command = {
  name: 'validate',
  summary: 'check sheets, bills and catalogues',
  description:
    'Check sheets, bills and catalogues, and report all findings of a document at once, each with its place and a next step. What a document says is checked once its form is right. Documents of one run are also held against one another.',
  examples: [
    { line: 'loopsheet validate supplier.sheet.yaml', does: 'check one sheet' },
    { line: "loopsheet validate 'sheets/**/*.yaml'", does: 'check every sheet below a folder' },
    { line: 'loopsheet validate sheets --format compact', does: 'check a folder, one line per finding' },
    { line: 'loopsheet validate sheets --expires-within 90', does: 'warn of what ends within 90 days' },
    {
      line: 'loopsheet validate sheets --list reach-candidate/2026-01',
      does: 'warn of answers against an older list',
    },
    {
      line: 'loopsheet validate - --stdin-name sheet.json < sheet.json',
      does: 'check what another program writes',
    },
  ],
  findings: 'what was checked does not pass',
  configure: (command) => {
    command.argument('<files...>', 'files, folders, quoted patterns, or - for standard input');
    addFormat(command, findingFormats, 'how findings are shown (default: text)');
    command.option('--as-of <date>', 'judge validity on this day, as 2026-05-04 (default: today)');
    const within = new Option(
      '--expires-within <days>',
      'warn of sheets and assurances that end within so many days',
    );
    command.addOption(within.argParser(wholeNumber));
    command.addOption(
      repeatable(
        '--list <id/version>',
        'warn of answers that rely on an older edition of the list (repeatable)',
      ),
    );
    addFailOn(command);
    const most = new Option(
      '--max-findings <count>',
      'show at most so many findings; the verdict counts all (default: all)',
    );
    command.addOption(most.argParser(wholeNumber));
    addCatalogue(command);
    command.option(
      '--stdin-name <path>',
      'what to call standard input; the ending says its format (default: JSON if it opens so, else YAML)',
    );
  },
  run: async (context, args, options) =>
    (await import('../verbs/validate.ts')).runValidate(context, args, options),
};
