// A product that is made of itself, over however many tiers: a bill whose own sheet id comes back among what it is
// made of, in the bills and sheets below it or in the lineage that a sheet states.

import type { Bill, Input } from '../core/model/bill.ts';
import { sheetName } from '../core/model/sheet.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { billsIn } from './bill-tree.ts';
import type { LoadedBill, LoadedInput } from './bills.ts';

/** One step further down: a bill with its own inputs, or a sheet with what it says it was made of. */
interface Step {
  readonly id: string;
  readonly name: string;
  readonly bill?: LoadedBill;
  /** The sheet's own word for what it was made of; names, since nothing of it lies here. */
  readonly lineage: readonly string[];
  readonly before?: Step;
}

/** Ways of at least so many steps; a merge itself finds the way of one. */
export function findSelfReferences(loaded: LoadedBill, shortest: 1 | 2): readonly Finding[] {
  return [...billsIn(loaded)].flatMap((bill) =>
    bill.bill.inputs.flatMap((input) => {
      const way = wayBack(bill, input);
      return way === undefined || way.length - 1 < shortest ? [] : [madeOfItself(bill.bill, input, way)];
    }),
  );
}

/** The shortest way from an input back to the bill that takes it, the bill at both ends. */
function wayBack(from: LoadedBill, input: Input): readonly string[] | undefined {
  const own = sheetName(from.bill);
  const first = stepTo(input, from.inputs.get(input.name));
  const queue: Step[] = first === undefined ? [] : [first];
  const seen = new Set<LoadedBill>();
  for (const step of queue) {
    if (step.id === from.bill.id) return [own, ...namesTo(step)];
    if (step.lineage.includes(own)) return [own, ...namesTo(step), own];
    if (step.bill === undefined || seen.has(step.bill)) continue;
    seen.add(step.bill);
    for (const next of step.bill.bill.inputs) {
      const further = stepTo(next, step.bill.inputs.get(next.name));
      if (further !== undefined) queue.push({ ...further, before: step });
    }
  }
  return undefined;
}

/** What does not end up in the product, like a tool that is used, may well be of the same kind. */
function stepTo(input: Input, loaded: LoadedInput | undefined): Step | undefined {
  if (!input.contained || loaded === undefined || loaded.kind === 'none') return undefined;
  if (loaded.kind === 'bill') {
    const { bill } = loaded.child;
    return { id: bill.id, name: sheetName(bill), bill: loaded.child, lineage: [] };
  }
  const { sheet } = loaded;
  return { id: sheet.id, name: sheetName(sheet), lineage: sheet.inputs.map(sheetName) };
}

const namesTo = (step: Step): readonly string[] =>
  step.before === undefined ? [step.name] : [...namesTo(step.before), step.name];

export function madeOfItself(bill: Bill, input: Input, way: readonly string[]): Finding {
  const shown = way.map((name) => `\`${name}\``).join(' -> ');
  const ownAt = bill.places.get('id');
  return finding('merge/self-reference', `the product is made of itself: ${shown}`, {
    at: input.originAt,
    label: 'leads back',
    related: ownAt === undefined ? [] : [{ at: ownAt, label: 'the id that comes back' }],
    help: [
      'give the product a sheet id of its own',
      'or take the input that leads back out of the bill that takes it',
    ],
    data: { id: bill.id, input: input.name, way },
  });
}
