// Where a build writes what it makes of a bill: under the output folder of the workspace, along the way on which the
// bill lies.

import type { Workspace, WorkspaceReport } from '../../core/workspace/workspace.ts';
import { resolvePath } from '../../io/paths.ts';

/** Absolute paths. */
export interface Outputs {
  readonly sheet: string;
  readonly trace: string;
  readonly reports: readonly { readonly format: WorkspaceReport; readonly path: string }[];
}

const ENDINGS: Readonly<Record<WorkspaceReport, string>> = { markdown: 'md' };

/** `parts/cell.bill.yaml` becomes `out/parts/cell.sheet.yaml` with `cell.trace.json` and `cell.md` beside it. */
export function outputsOf({ output, reports }: Workspace, root: string, bill: string): Outputs {
  const stem = resolvePath(resolvePath(root, output.text), bill.replace(/(?:\.bill)?\.[^./]*$/i, ''));
  return {
    sheet: `${stem}.sheet.yaml`,
    trace: `${stem}.trace.json`,
    reports: reports.map((format) => ({ format, path: `${stem}.${ENDINGS[format]}` })),
  };
}

export const allOutputs = ({ sheet, trace, reports }: Outputs): readonly string[] => [
  ...reports.map(({ path }) => path),
  trace,
  sheet,
];
