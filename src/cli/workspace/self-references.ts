// A product of a workspace that is made of itself over several bills: each is merged with the sheets of those below it,
// so that none sees what they were made of in turn.

import type { Finding } from '../../core/text/finding.ts';
import type { LockedBill, LockedInput } from '../../core/workspace/lock.ts';
import { madeOfItself } from '../self-references.ts';
import type { PlannedBill, PlannedInput, WorkspacePlan } from './plan.ts';

type RecordOf = (file: string) => LockedBill | undefined;

/** `recordOf`: what is known of a bill that was merged, now or before. */
export function findOwnSheetBelow(
  { bill, inputs }: PlannedBill,
  plan: WorkspacePlan,
  recordOf: RecordOf,
): readonly Finding[] {
  return inputs.flatMap((input) => {
    const way = wayTo(bill.id, input, { plan, recordOf, seen: new Set() });
    return way === undefined
      ? []
      : [madeOfItself(bill, input.input, [`${bill.id}:${bill.revision}`, ...way])];
  });
}

interface Search {
  readonly plan: WorkspacePlan;
  readonly recordOf: RecordOf;
  readonly seen: Set<string>;
}

/** From what a bill makes down to the sheet of that id; what is not contained does not count. */
function wayTo(id: string, from: PlannedInput, search: Search): readonly string[] | undefined {
  const { plan, recordOf, seen } = search;
  if (from.kind !== 'made' || !from.input.contained || seen.has(from.by)) return undefined;
  seen.add(from.by);
  const record = recordOf(from.by);
  if (record === undefined) return undefined;
  for (const next of plan.bills.get(from.by)?.inputs ?? []) {
    const taken = record.inputs.find(({ name }) => name === next.input.name);
    if (!next.input.contained || taken === undefined) continue;
    const further = taken.id === id ? [editionOf(taken)] : wayTo(id, next, search);
    if (further !== undefined) return [editionOf(record.sheet), ...further];
  }
  return undefined;
}

const editionOf = ({ id, revision }: Pick<LockedInput, 'id' | 'revision'>): string => `${id}:${revision}`;
