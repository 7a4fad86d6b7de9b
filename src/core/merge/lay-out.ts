// The parts that a bill begins with: each input by itself, or several together as one line where the bill names
// alternatives.

import type { Bill, Choice, Input } from '../model/bill.ts';
import { type Finding, finding } from '../text/finding.ts';
import { anyAmount, exactly, type Interval } from '../values/interval.ts';
import { zero } from '../values/rational.ts';
import { orNothing } from './optional.ts';
import type { InputStep, PlanStep, ProcessStep } from './plan.ts';

/** Lay the inputs out among the parts; process aids are parts too, but of nothing in the product. */
export function layOut(
  inputs: readonly Input[],
  parts: Map<string, PlanStep | undefined>,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const input of inputs) {
    const part = partOf(input);
    if (parts.has(part)) continue;
    if (input.contained && (input.choice ?? input).mass === undefined && input.count === undefined)
      findings.push(massMissing(part, input));
    parts.set(part, input.contained ? stepFor(input, inputs) : undefined);
  }
  return findings;
}

/** The name by which processes take an input. */
export const partOf = ({ name, choice }: Input): string => choice?.part ?? name;

const stepFor = (input: Input, inputs: readonly Input[]): PlanStep =>
  input.choice === undefined ? inputStep(input) : lotsOf(input.choice, inputs);

function inputStep(input: Input): InputStep {
  return { kind: 'input', part: input.name, input, mass: perhaps(input, input.mass ?? anyAmount) };
}

const perhaps = ({ optional }: Input, mass: Interval): Interval =>
  optional === true ? orNothing(mass) : mass;

function lotsOf({ part, mass = anyAmount, isShared }: Choice, inputs: readonly Input[]): ProcessStep {
  const lots = inputs.filter(({ choice }) => choice?.part === part);
  return {
    kind: 'process',
    part,
    process: undefined,
    effect: undefined,
    from: lots.map((input) => ({ step: inputStep(input), applied: false })),
    loss: exactly(zero),
    mayVanish: false,
    lots: isShared ? 'fixed' : 'open',
    keepsMass: true,
    mass: lots.some(({ optional }) => optional === true) ? orNothing(mass) : mass,
  };
}

const massMissing = (part: string, input: Input): Finding =>
  finding('bill/mass-missing', `input \`${part}\` has no mass`, {
    at: input.at,
    help: ['write `mass: 40 g`, a range `mass: 40..60 g`, or `mass: unknown`'],
    data: { input: part },
  });

/** A product of which nothing is certain to be there is no product. */
export const nothingForCertain = (bill: Bill): Finding =>
  finding('bill/nothing-inside', `every input of \`${bill.product.name}\` is optional`, {
    at: bill.places.get('inputs'),
    help: [
      'leave out `optional` at the inputs that the product always has, or merge the variants one by one',
    ],
  });
