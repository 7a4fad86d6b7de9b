// The table of contents of the tool, in the order of its help.

import type { Command } from '../command.ts';
import { build } from './build.ts';
import { catalogue } from './catalogue.ts';
import { code } from './code.ts';
import { convert } from './convert.ts';
import { explain } from './explain.ts';
import { merge } from './merge.ts';
import { report } from './report.ts';
import { validate } from './validate.ts';

export const commands: readonly Command[] = [
  validate,
  merge,
  build,
  explain,
  report,
  convert,
  catalogue,
  code,
];
