// Which quantities the bill states in full as far as the maker's own production adds to them. A use covers all that the
// maker did up to it on the part that it takes, so every step of the maker has to lie below one: what a step uses that
// comes later, or is done to another part, nobody has stated.

import type { Bill } from '../model/bill.ts';
import type { Catalogue, QuantityId } from '../model/catalogue.ts';
import type { PlanStep, ProcessStep } from './plan.ts';

export interface OwnUses {
  readonly stated: ReadonlySet<QuantityId>;
  /** Of quantities of which some use is stated: the processes that no use covers, and left-over parts as ''. */
  readonly left: ReadonlyMap<QuantityId, readonly string[]>;
}

export function ownUses(bill: Bill, catalogue: Catalogue, product: PlanStep): OwnUses {
  const inside = new Set(stepsIn(product).map(({ process }) => process));
  const uses = bill.processes.flatMap((process) => {
    const adds = catalogue.effects.get(process.effect)?.adds;
    return adds === undefined ? [] : [{ adds, isAdded: process.uses !== undefined && inside.has(process) }];
  });
  const unsaid = new Set(uses.filter(({ isAdded }) => !isAdded).map(({ adds }) => adds));
  const told = [...new Set(uses.map(({ adds }) => adds))].filter((adds) => !unsaid.has(adds));
  const left = told.flatMap((adds) => {
    const steps = uncovered(product, adds).map(({ process }) => process?.name ?? '');
    return steps.length === 0 ? [] : [[adds, steps] as const];
  });
  const open = new Map(left);
  return { stated: new Set(told.filter((adds) => !open.has(adds))), left: open };
}

/** The steps of the maker, in the order of the bill, that lie at or below no use of the quantity. */
function uncovered(step: PlanStep, quantity: QuantityId): readonly ProcessStep[] {
  if (step.kind === 'input' || step.effect?.adds === quantity) return [];
  const below = step.from.flatMap((part) => uncovered(part.step, quantity));
  // Sources of one line were put together by nobody, and to state another use is no work.
  const isWork = step.lots === undefined && step.effect?.adds === undefined;
  return isWork ? [...below, step] : below;
}

function stepsIn(step: PlanStep): readonly ProcessStep[] {
  return step.kind === 'input' ? [] : [...step.from.flatMap((part) => stepsIn(part.step)), step];
}
