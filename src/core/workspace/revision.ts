// Which revision a built sheet carries: a new one exactly when it says something else than the edition before it. The
// bill states the lowest that is allowed, so that its maker can always go on from a higher one.

import type { Digest } from './lock.ts';

export interface Edition {
  readonly revision: number;
  /** Undefined where the revision is used and nothing sure is known of what it says. */
  readonly content: Digest | undefined;
}

export function nextRevision(stated: number, before: Edition | undefined, content: Digest): number {
  if (before === undefined) return stated;
  const due = before.content === content ? before.revision : before.revision + 1;
  return Math.max(stated, due);
}
