// What has run out by today while nothing has changed: the sheets that stand, and those of inputs. Merging goes by the
// day a bill is issued, so that time alone changes no sheet; but somebody has to hear of it.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { Lock } from '../../core/workspace/lock.ts';
import { resolvePath } from '../../io/paths.ts';
import { listInWords } from '../../render/plural.ts';
import type { Context } from '../context.ts';
import { shownPath } from '../references.ts';
import type { PlannedBill, WorkspacePlan } from './plan.ts';

export function findExpired(
  context: Context,
  root: string,
  { bills }: WorkspacePlan,
  lock: Lock,
): readonly Finding[] {
  const { today } = context;
  return [...bills.values()].flatMap((planned): Finding[] => {
    const record = lock.bills.get(planned.file);
    if (record === undefined) return [];
    // What had run out when the bill was issued counts as unknown, and the merge has told it.
    const over = [
      record.sheet,
      ...record.inputs.filter(({ validUntil = '' }) => validUntil >= planned.bill.issued),
    ].filter(({ validUntil = today }) => validUntil < today);
    const shown = (file: string): string => shownPath(context, resolvePath(root, file));
    const names = over.map((each) =>
      'file' in each ? shown(each.file) : shownPath(context, planned.outputs.sheet),
    );
    const days = [...new Set(over.flatMap(({ validUntil = [] }) => validUntil))];
    return over.length === 0 ? [] : [expired(planned, [...new Set(names)], days)];
  });
}

function expired({ bill, file }: PlannedBill, names: readonly string[], days: readonly string[]): Finding {
  const listed = listInWords(names.map((name) => `\`${name}\``));
  const message = `${listed} ${names.length === 1 ? 'was' : 'were'} valid until ${listInWords(days)}`;
  return finding('workspace/expired', message, {
    at: bill.places.get('validUntil') ?? bill.places.get('id'),
    help: ['ask for current sheets of the inputs, and set `issued` and `validUntil` of the bill anew'],
    data: { bill: file, files: names, days },
  });
}
