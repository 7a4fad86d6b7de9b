// Sheets and traces in the output folder that no bill of the workspace makes: somebody may take them for current.

import { type Finding, finding } from '../../core/text/finding.ts';
import { resolvePath } from '../../io/paths.ts';
import type { Desk } from '../documents.ts';
import { shownPath } from '../references.ts';
import type { FoundWorkspace } from './find.ts';
import { allOutputs } from './outputs.ts';
import type { WorkspacePlan } from './plan.ts';

const MADE = /\.(?:sheet\.yaml|trace\.json)$/;

export function findLeftBehind(
  { context }: Desk,
  { workspace, root }: FoundWorkspace,
  { bills }: WorkspacePlan,
): readonly Finding[] {
  const made = new Set([...bills.values()].flatMap(({ outputs }) => allOutputs(outputs)));
  return madeFiles(context.files, resolvePath(root, workspace.output.text)).flatMap((path) =>
    made.has(path) ? [] : [leftBehind(shownPath(context, path))],
  );
}

function madeFiles(files: Desk['context']['files'], folder: string): readonly string[] {
  const listed = files.list(folder);
  if (!listed.ok) return [];
  return listed.value.flatMap(({ name, kind }) => {
    const path = resolvePath(folder, name);
    if (kind === 'folder') return madeFiles(files, path);
    return kind === 'file' && MADE.test(name) ? [path] : [];
  });
}

const leftBehind = (file: string): Finding =>
  finding('workspace/left-behind', `\`${file}\` is made by no bill of the workspace`, {
    help: ['remove it, or put it outside the output folder if it is to be kept'],
    data: { file },
  });
