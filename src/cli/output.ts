// Where products go: standard output, or files that are replaced whole. Nothing is ever written over what was
// read, and of several files none is touched before all of them can be.

import { type Finding, finding } from '../core/text/finding.ts';
import { resolvePath } from '../io/paths.ts';
import type { Context } from './context.ts';

export interface Artefact {
  /** As the user named it; `-` is standard output. */
  readonly path: string;
  readonly text: string;
  readonly isPrivate?: boolean;
}

export const STANDARD_OUTPUT = '-';

/** Write everything, or nothing and the reasons. `inputs` are absolute paths of all that was read. */
export function writeArtefacts(
  context: Context,
  artefacts: readonly Artefact[],
  inputs: readonly string[],
): readonly Finding[] {
  const files = artefacts.filter((each) => each.path !== STANDARD_OUTPUT);
  const refused = findOverwrites(context, files, inputs);
  if (refused.length > 0) return refused;
  const encoder = new TextEncoder();
  const named = files.map(({ path, text, isPrivate = false }) => ({
    path: resolvePath(context.cwd, path),
    bytes: encoder.encode(text),
    isPrivate,
  }));
  const written = context.files.write(named);
  if (!written.ok)
    return [
      notWritten(
        files[named.findIndex((each) => each.path === written.fault.path)]?.path ?? '',
        written.fault.reason,
      ),
    ];
  for (const { path, text } of artefacts) if (path === STANDARD_OUTPUT) context.out.write(text);
  return [];
}

function findOverwrites(
  context: Context,
  files: readonly Artefact[],
  inputs: readonly string[],
): readonly Finding[] {
  const real = (path: string): string => {
    const absolute = resolvePath(context.cwd, path);
    return context.files.realPath(absolute) ?? absolute;
  };
  // An output that was met before among the outputs would be lost in the same way.
  const taken = new Set(inputs.map(real));
  const refused = files.filter(({ path }) => {
    const isTaken = taken.has(real(path));
    taken.add(real(path));
    return isTaken;
  });
  return refused.map(({ path }) =>
    finding(
      'emit/would-overwrite-input',
      `the output \`${path}\` is a file that was read, or another output`,
      {
        help: ['name another file with `--output`'],
        data: { path },
      },
    ),
  );
}

const notWritten = (path: string, reason: string): Finding =>
  finding('emit/not-written', `\`${path}\` could not be written: ${reason}`, {
    help: [
      'name a file in a folder that you may write to, with room on its disk',
      'what stood there before is unchanged',
    ],
    data: { path, reason },
  });
