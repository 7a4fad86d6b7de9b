// A workspace document to what it means.

import { usualBills, usualOutput, type Workspace, workspaceReports } from '../../core/workspace/workspace.ts';
import { entryOf, type Node, valueAt } from '../tree.ts';
import { isSet, namedItems, textsAt } from './fields.ts';

export function readWorkspace(tree: Node): Workspace {
  const output = valueAt(tree, 'output');
  const bills = namedItems(valueAt(tree, 'bills'));
  const reports = textsAt(tree, 'reports');
  return {
    bills:
      entryOf(tree, 'bills') === undefined
        ? [{ text: usualBills, at: { ...tree.at, end: tree.at.start } }]
        : bills,
    catalogues: namedItems(valueAt(tree, 'catalogues')),
    output: {
      text: output?.kind === 'scalar' ? output.text : usualOutput,
      at: output?.at ?? { ...tree.at, end: tree.at.start },
    },
    reports: workspaceReports.filter((format) => reports.includes(format)),
    quantities: isSet(tree, 'quantities'),
  };
}
