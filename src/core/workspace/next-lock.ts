// What a build hands on to the next one: the records of all bills that are there, and of those that are gone what must
// not be forgotten: which editions of their sheets were published, and which files were written for them.

import { inOrder } from '../text/order.ts';
import { type Lock, type LockedBill, type LockedEdition, publishedEdition } from './lock.ts';

export interface Standing {
  /** Bills of the workspace, those that cannot be read just now among them, with the files they give. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  /** Records of the bills that were merged by this build. */
  readonly built: ReadonlyMap<string, LockedBill>;
}

export function nextLock(before: Lock, { outputs, built }: Standing): Lock {
  const kept = [...before.bills].filter(([file]) => outputs.has(file));
  const bills = new Map([...kept, ...built]);
  const broken = new Set([...before.broken].filter((file) => bills.has(file) && !built.has(file)));
  return {
    bills,
    broken,
    editions: editionsBesides(before, { bills, broken, editions: [], left: [] }),
    left: leftBy(before, bills, outputs),
  };
}

/** Of sheets that no bill makes any more: should one make them again, it goes on from there. */
function editionsBesides(before: Lock, now: Lock): readonly LockedEdition[] {
  const known = [...before.bills.values()].map(({ sheet }) => sheet);
  const ids = inOrder(new Set([...known, ...before.editions].map(({ id }) => id)));
  return ids.flatMap((id): LockedEdition[] => {
    const last = publishedEdition(before, id);
    const covered = publishedEdition(now, id);
    if (last === undefined) return [];
    const isCovered =
      covered !== undefined &&
      (covered.revision > last.revision ||
        (covered.revision === last.revision && covered.content === last.content));
    return isCovered ? [] : [{ id, ...last }];
  });
}

/** Files written by earlier builds that nothing makes now. */
function leftBy(
  before: Lock,
  bills: Lock['bills'],
  outputs: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const written = [...before.bills.values(), ...bills.values()].flatMap((bill) =>
    bill.outputs.map(({ file }) => file),
  );
  const made = new Set([...outputs.values()].flat());
  return inOrder(new Set([...before.left, ...written])).filter((file) => !made.has(file));
}
