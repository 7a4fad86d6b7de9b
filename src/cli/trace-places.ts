// Files as a trace names them: from the folder of the document that names them, whatever folder the run was started
// in and however the bill was named. What is only shown names them from the current folder.

import type { Trace } from '../core/model/trace.ts';
import { baseName, folderOf, joinPath, relativePath, resolvePath } from '../io/paths.ts';
import type { Context } from './context.ts';
import { STANDARD_OUTPUT } from './output.ts';
import { shownPath } from './references.ts';

/** A sheet that came through a pipe lies nowhere. */
const STANDARD_INPUT = '-';

/** A trace whose files are named from the current folder, as the document that goes to a place is to name them. */
export function traceForOutput(context: Context, trace: Trace, output: string): Trace {
  return renameFiles(trace, namerFor(context, output));
}

/** How a document that goes to a place names a file; what goes to standard output is read from the current folder. */
export function namerFor(context: Context, output: string): (file: string) => string {
  if (output === STANDARD_OUTPUT) return (file) => file;
  const folder = realFolder(context, folderOf(resolvePath(context.cwd, output)));
  return (file) => {
    if (file === STANDARD_INPUT) return file;
    const path = resolvePath(context.cwd, file);
    return relativePath(folder, context.files.realPath(path) ?? path);
  };
}

/** A trace that was read, with its files named as messages name them. */
export function traceAsRead(context: Context, trace: Trace, tracePath: string): Trace {
  const folder = realFolder(context, folderOf(resolvePath(context.cwd, tracePath)));
  return renameFiles(trace, (file) => shownPath(context, resolvePath(folder, file)));
}

/** A folder with every link resolved, as far as it is there already. */
function realFolder(context: Context, folder: string): string {
  const real = context.files.realPath(folder);
  if (real !== undefined || folder === folderOf(folder)) return real ?? folder;
  return joinPath(realFolder(context, folderOf(folder)), baseName(folder));
}

/** A bill that several inputs share is named anew once, and stays shared. */
function renameFiles(
  trace: Trace,
  rename: (file: string) => string,
  done: Map<Trace, Trace> = new Map(),
): Trace {
  const before = done.get(trace);
  if (before !== undefined) return before;
  const renamed: Trace = {
    ...trace,
    bill: { ...trace.bill, file: rename(trace.bill.file) },
    inputs: trace.inputs.map((input) => ({
      ...input,
      ...(input.sheet === undefined ? {} : { sheet: { ...input.sheet, file: rename(input.sheet.file) } }),
      ...(input.trace === undefined ? {} : { trace: renameFiles(input.trace, rename, done) }),
    })),
    answers: trace.answers.map((answer) => ({
      ...answer,
      rests: answer.rests.map((ground) => ({ ...ground, file: rename(ground.file) })),
    })),
  };
  done.set(trace, renamed);
  return renamed;
}
