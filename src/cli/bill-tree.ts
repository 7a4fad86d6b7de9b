// All bills that a bill is made of, itself first, each once.

import type { LoadedBill } from './bills.ts';

export function billsIn(loaded: LoadedBill, seen: Set<LoadedBill> = new Set()): ReadonlySet<LoadedBill> {
  if (seen.has(loaded)) return seen;
  seen.add(loaded);
  for (const input of loaded.inputs.values()) if (input.kind === 'bill') billsIn(input.child, seen);
  return seen;
}
