// Parts that the product may be without: which steps they reach, and what the product weighs with and without them.

import { anyAmount, exactly, hull, type Interval, sum } from '../values/interval.ts';
import { zero } from '../values/rational.ts';
import { weigh } from './masses.ts';
import type { PlanStep, ProcessStep } from './plan.ts';

const nothing = exactly(zero);

/** What is made of parts that may not be there may not be there. */
export function isOptional(step: PlanStep): boolean {
  return step.kind === 'input'
    ? step.input.optional === true
    : step.from.every((part) => isOptional(part.step));
}

/** A mass, or nothing. */
export const orNothing = (mass: Interval): Interval => ({ ...mass, lo: zero, loOpen: false });

/** The masses that the product may have: one, or one without and one with all that it may be without. */
export function variantMasses(product: PlanStep): readonly Interval[] {
  return hasOptional(product) ? [massWith(product, false), massWith(product, true)] : [product.mass];
}

export const hasOptional = (step: PlanStep): boolean =>
  step.kind === 'input' ? step.input.optional === true : step.from.some((part) => hasOptional(part.step));

function massWith(step: PlanStep, isThere: boolean): Interval {
  if (step.kind === 'input') {
    if (step.input.optional !== true) return step.mass;
    return isThere ? (step.input.mass ?? anyAmount) : nothing;
  }
  if (step.lots !== undefined) return lotsWith(step, isThere);
  const parts = step.from.map(({ step: part, applied }) => ({
    step: { mass: massWith(part, isThere) },
    applied,
  }));
  const before = parts.map((part) => part.step.mass).reduce(sum, nothing);
  if (!step.keepsMass) return anyAmount;
  if (step.process === undefined) return before;
  if (!isThere && isOptional(step)) return nothing;
  const after = weigh(step.process, parts).mass;
  return step.mayBeUndone === true && !isThere ? hull(before, after) : after;
}

function lotsWith(step: ProcessStep, isThere: boolean): Interval {
  if (!isOptional(step)) return step.mass;
  const [first] = step.from;
  const line = first?.step.kind === 'input' ? first.step.input.choice?.mass : undefined;
  return isThere ? (line ?? anyAmount) : nothing;
}
