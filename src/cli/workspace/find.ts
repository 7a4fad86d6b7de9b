// The workspace that a run is about: the document `loopsheet.yaml` in the folder named, or in the nearest one above.

import { type Finding, finding, hasErrors, type Result } from '../../core/text/finding.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { Files } from '../../io/files.ts';
import { folderOf, resolvePath } from '../../io/paths.ts';
import { readWorkspace } from '../../read/documents/workspace.ts';
import { checkShape } from '../../read/shape.ts';
import { type Desk, openAndParse, wrongKind } from '../documents.ts';
import { shownPath, WORKSPACE_FILE } from '../references.ts';

export interface FoundWorkspace {
  readonly workspace: Workspace;
  /** Absolute, links resolved. */
  readonly root: string;
  readonly path: string;
}

export async function findWorkspace(desk: Desk, folder: string): Promise<Result<FoundWorkspace | undefined>> {
  const { context } = desk;
  const start = resolvePath(context.cwd, folder);
  const root = rootAbove(context.files, start);
  if (root === undefined) return { value: undefined, findings: [noWorkspace(folder)] };
  const path = resolvePath(root, WORKSPACE_FILE);
  const parsed = await openAndParse(desk, { name: shownPath(context, path), path, met: false });
  if (parsed.value === undefined) return { value: undefined, findings: parsed.findings };
  const { kind, tree } = parsed.value;
  if (kind !== 'workspace')
    return { value: undefined, findings: [...parsed.findings, wrongKind(parsed.value, 'a workspace')] };
  const findings = [...parsed.findings, ...(await checkShape(kind, tree))];
  if (hasErrors(findings)) return { value: undefined, findings };
  return {
    value: { workspace: readWorkspace(tree), root: context.files.realPath(root) ?? root, path },
    findings,
  };
}

function rootAbove(files: Files, folder: string): string | undefined {
  if (files.kindOf(resolvePath(folder, WORKSPACE_FILE)) === 'file') return folder;
  return folder === folderOf(folder) ? undefined : rootAbove(files, folderOf(folder));
}

const noWorkspace = (folder: string): Finding =>
  finding('workspace/not-found', `there is no \`${WORKSPACE_FILE}\` in \`${folder}\` or above it`, {
    help: [
      `write a file \`${WORKSPACE_FILE}\` with the line \`loopsheet: workspace/1\` into the folder that holds the bills`,
      'or name that folder: `loopsheet build <folder>`',
    ],
    data: { folder },
  });
