// How `loopsheet catalogue` is called.

import { Option } from 'commander';
import { languages } from '../catalogues.ts';
import type { Command } from '../command.ts';
import { addCatalogue, addFormat } from '../options.ts';

export const catalogueFormats = ['text', 'json'] as const;

export const catalogue: Command = {
  name: 'catalogue',
  summary: 'list and show the statements that sheets answer',
  description:
    'List the statements of a catalogue by section, or show one statement, group, quantity or effect with what it means and how it aggregates.',
  examples: [
    { line: 'loopsheet catalogue list', does: 'every statement, by section' },
    { line: 'loopsheet catalogue list --section inputs', does: 'those of one section' },
    {
      line: 'loopsheet catalogue show inputs.post-consumer-recycled',
      does: 'one group with its bands and its rule',
    },
    { line: 'loopsheet catalogue show join-irreversible', does: 'what a process effect does' },
    { line: 'loopsheet catalogue show inputs.no-pvc --lang de', does: 'the texts of an entry in German' },
  ],
  configure: (command) => {
    command.argument('<list|show>', 'list the catalogue, or show one entry');
    command.argument('[name]', 'the statement, group, quantity or effect to show');
    command.option('--section <section>', 'list this section only, by its name or number (default: all)');
    command.option(
      '--of <catalogue>',
      'which catalogue, as name/version (default: the one that ships with the tool)',
    );
    command.addOption(
      new Option('--lang <language>', 'the language of titles, sentences and guidance')
        .choices([...languages])
        .default('en'),
    );
    addFormat(command, catalogueFormats, 'how it is shown (default: text)');
    addCatalogue(command);
  },
  run: async (context, args, options) =>
    (await import('../verbs/catalogue.ts')).runCatalogue(context, args, options),
};
