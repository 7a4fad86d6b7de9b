// How `loopsheet catalogue` is called.

import { Option } from 'commander';
import { failOnLevels } from '../../core/text/verdict.ts';
import { languages } from '../catalogues.ts';
import type { Command } from '../command.ts';
import { addCatalogue, addFormat, addOutput, repeatable } from '../options.ts';

export const catalogueFormats = ['text', 'compact', 'json', 'yaml', 'csv'] as const;

export const catalogue: Command = {
  name: 'catalogue',
  summary: 'list, show and check the statements that sheets answer',
  description:
    'List the statements of a catalogue by section; show one statement, group, quantity or effect with what it means and how it aggregates; lint catalogues with their translations; say how two of them differ; write a new one to begin with; or carry a sheet to another version.',
  examples: [
    { line: 'loopsheet catalogue list', does: 'every statement, by section' },
    { line: 'loopsheet catalogue list --section inputs', does: 'those of one section' },
    {
      line: 'loopsheet catalogue show inputs.post-consumer-recycled',
      does: 'one group with its bands and its rule',
    },
    { line: 'loopsheet catalogue show join-irreversible', does: 'what a process effect does' },
    { line: 'loopsheet catalogue show inputs.no-pvc --lang de', does: 'the texts of an entry in German' },
    { line: 'loopsheet catalogue lint', does: 'look closely at the catalogue that ships with the tool' },
    {
      line: 'loopsheet catalogue lint own.catalogue.yaml',
      does: 'look closely at your own, and at its translations beside it',
    },
    {
      line: 'loopsheet catalogue diff circularity-core/2026.1 own.catalogue.yaml',
      does: 'how two catalogues differ in what they mean',
    },
    {
      line: 'loopsheet catalogue new our-house -o our-house.catalogue.yaml',
      does: 'a small catalogue to begin with, each part explained',
    },
    {
      line: 'loopsheet catalogue new our-house --extends circularity-core/2026.1',
      does: 'one that adds to another, or changes it',
    },
    {
      line: 'loopsheet catalogue migrate sheet.yaml --to circularity-core/2026.2 --catalogue next.catalogue.yaml -o next.sheet.yaml',
      does: 'carry a sheet to a newer version of its catalogue',
    },
  ],
  findings: 'what was checked does not pass, or the two catalogues differ',
  configure: (command) => {
    command.argument('<action>', 'list, show, lint, diff, new or migrate');
    command.argument(
      '[names...]',
      'the entry to show; the files to lint, or nothing for the catalogue that ships with the tool; the two catalogues to compare, by name/version or file; the id of the new one; the sheet to migrate',
    );
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
    command.addOption(
      repeatable(
        '--translation <file>',
        'lint this translation as well as those beside the catalogue (repeatable)',
      ),
    );
    command.addOption(
      new Option(
        '--fail-on <severity>',
        'the least severity that makes the exit code of lint 1 (default: warning)',
      ).choices([...failOnLevels]),
    );
    command.option('--extends <catalogue>', 'the catalogue that the new one adds to, as name/version');
    command.option('--to <catalogue>', 'the catalogue to migrate to, as name/version');
    addOutput(command);
    addFormat(
      command,
      catalogueFormats,
      'how it is shown; compact for lint only; yaml, json or csv for migrate (default: text; for migrate by the output file, else yaml)',
    );
    addCatalogue(command);
  },
  run: async (context, args, options) =>
    (await import('../verbs/catalogue.ts')).runCatalogue(context, args, options),
};
