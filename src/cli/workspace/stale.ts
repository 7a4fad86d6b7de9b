// With --check: what a build would write otherwise than it is, bill by bill.

import { type Finding, finding } from '../../core/text/finding.ts';
import { listInWords } from '../../render/plural.ts';
import type { Context } from '../context.ts';
import { shownPath } from '../references.ts';
import type { FoundWorkspace } from './find.ts';
import { lockPath } from './lock-file.ts';
import { allOutputs } from './outputs.ts';
import type { PlannedBill, WorkspacePlan } from './plan.ts';

/** `written`: everything that a build would write, by path. */
export function findStale(
  context: Context,
  { root }: FoundWorkspace,
  { bills }: WorkspacePlan,
  written: ReadonlyMap<string, Uint8Array>,
): readonly Finding[] {
  const isStale = (path: string): boolean => {
    const bytes = written.get(path);
    if (bytes === undefined) return false;
    const now = context.files.read(path, bytes.length);
    return !now.ok || !isSame(now.value, bytes);
  };
  const found = [...bills.values()].flatMap((planned): Finding[] => {
    const files = allOutputs(planned.outputs).filter(isStale);
    return files.length === 0 ? [] : [staleBill(context, planned, files)];
  });
  const lock = lockPath(root);
  return found.length === 0 && isStale(lock) ? [staleLock(shownPath(context, lock))] : found;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

const help = ['run `loopsheet build`, and keep what it writes'];

function staleBill(context: Context, { bill, file }: PlannedBill, paths: readonly string[]): Finding {
  const names = paths.map((path) => shownPath(context, path));
  const isThere = paths.some((path) => context.files.kindOf(path) !== undefined);
  const list = listInWords(names.map((name) => `\`${name}\``));
  const what = isThere ? 'is not up to date: ' : 'is not there: ';
  return finding('workspace/stale', `what this bill gives ${what}${list}`, {
    at: bill.places.get('id'),
    help,
    data: { bill: file, files: names },
  });
}

const staleLock = (name: string): Finding =>
  finding('workspace/stale', `\`${name}\` is not what a build writes`, { help, data: { files: [name] } });
