// How `loopsheet build` is called.

import type { Command } from '../command.ts';
import { addFailOn } from '../options.ts';

export const build: Command = {
  name: 'build',
  summary: 'merge all bills of a workspace, and only those with something new',
  description:
    'Merge every bill of a workspace after the bills it is made of, and write its sheet, its trace and its reports. A bill is merged again only when something that goes into it has changed, by content. The workspace is the folder that holds `loopsheet.yaml`, here or above. What was built of what is kept in `loopsheet.lock.json` beside it: keep that file with the bills.',
  examples: [
    { line: 'loopsheet build', does: 'build the workspace around the current folder' },
    { line: 'loopsheet build --why-rebuilt', does: 'say for every bill what had changed' },
    { line: 'loopsheet build --check', does: 'write nothing; end with 1 when something is not up to date' },
  ],
  findings: 'a bill does not pass and its sheet is as before, or with `--check` something is not up to date',
  configure: (command) => {
    command.argument('[folder]', 'a folder of the workspace', '.');
    command.option('--check', 'write nothing, and tell which files a build would write');
    command.option('--fresh', 'build everything, whatever has changed');
    command.option('--why-rebuilt', 'say for every bill that is built what had changed');
    addFailOn(command);
  },
  run: async (context, args, options) => (await import('../verbs/build.ts')).runBuild(context, args, options),
};
