// The lock of a workspace as a file. A record counts only with its own seal: git puts the lines of two locks together
// by themselves, and what comes out may say of a sheet that it was made of what it was not made of.

import type { Finding } from '../../core/text/finding.ts';
import { emptyLock, type Lock } from '../../core/workspace/lock.ts';
import { resolvePath } from '../../io/paths.ts';
import { sha256 } from '../../io/sha256.ts';
import { readLock } from '../../read/documents/lock.ts';
import { checkShape } from '../../read/shape.ts';
import { writeLock, writeRecord } from '../../render/lock.ts';
import { type Desk, openAndParse, wrongKind } from '../documents.ts';
import { shownPath } from '../references.ts';

/** The file in which a workspace keeps what its last build did. */
export const lockPath = (root: string): string => resolvePath(root, 'loopsheet.lock.json');

export interface LoadedLock {
  readonly lock: Lock;
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
}

export async function loadLock(desk: Desk, path: string): Promise<LoadedLock> {
  if (desk.context.files.kindOf(path) === undefined)
    return { lock: emptyLock, text: undefined, findings: [] };
  const target = { name: shownPath(desk.context, path), path, met: false };
  const { value, findings } = await openAndParse(desk, target);
  if (value === undefined) return { lock: emptyLock, text: undefined, findings };
  if (value.kind !== 'lock')
    return { lock: emptyLock, text: undefined, findings: [...findings, wrongKind(value, 'a lock')] };
  const shape = await checkShape('lock', value.tree);
  const lock = readLock(value.tree, (bill, seal) => seal === sealFor(writeRecord(bill)));
  return { lock, text: value.source.text, findings: [...findings, ...shape] };
}

export const lockText = (lock: Lock): string => writeLock(lock, sealFor);

const sealFor = (record: string): string => sha256(new TextEncoder().encode(record));
