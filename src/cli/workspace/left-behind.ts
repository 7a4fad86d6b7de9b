// Sheets, traces and reports in the output folder that no bill of the workspace makes: somebody may take them for current.

import { type Finding, finding } from '../../core/text/finding.ts';
import { inOrder } from '../../core/text/order.ts';
import type { Lock } from '../../core/workspace/lock.ts';
import type { Files } from '../../io/files.ts';
import { resolvePath } from '../../io/paths.ts';
import type { Desk } from '../documents.ts';
import { shownPath } from '../references.ts';
import type { FoundWorkspace } from './find.ts';
import { allOutputs } from './outputs.ts';
import type { WorkspacePlan } from './plan.ts';

const MADE = /\.(?:sheet\.yaml|trace\.json)$/;

/** Beside sheets and traces those files that the lock knows to have been written by a build, reports among them. */
export function findLeftBehind(
  { context }: Desk,
  { workspace, root }: FoundWorkspace,
  { bills, unread }: WorkspacePlan,
  { left }: Lock,
): readonly Finding[] {
  const outputs = [...[...bills.values()].map((each) => each.outputs), ...unread.values()];
  const made = new Set(outputs.flatMap(allOutputs));
  const there = madeFiles(context.files, resolvePath(root, workspace.output.text));
  const known = left.map((file) => resolvePath(root, file)).filter((path) => isFile(context.files, path));
  return inOrder(new Set([...there, ...known])).flatMap((path) =>
    made.has(path) ? [] : [leftBehind(shownPath(context, path))],
  );
}

const isFile = (files: Files, path: string): boolean => files.kindOf(path) === 'file';

function madeFiles(files: Files, folder: string): readonly string[] {
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
