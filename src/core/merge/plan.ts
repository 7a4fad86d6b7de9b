// From a bill to a tree of steps: which part goes into which process, with masses after losses. Everything that
// is wrong with the bill as a recipe is found here; what sheets say plays no part yet.

import type { Bill, Input, Process } from '../model/bill.ts';
import type { Behaviour, Catalogue, Effect } from '../model/catalogue.ts';
import { type Finding, finding, type Result } from '../text/finding.ts';
import { didYouMean, oneOf } from '../text/suggest.ts';
import { anyAmount, exactly, hull, type Interval, sum } from '../values/interval.ts';
import { compare, zero } from '../values/rational.ts';
import { cappedLevels } from './capped-levels.ts';
import { layOut, nothingForCertain } from './lay-out.ts';
import { checkVariants, weigh } from './masses.ts';
import { isOptional, variantMasses } from './optional.ts';
import { checkParameterNames } from './parameter-names.ts';
import { checkParameters } from './parameters.ts';
import {
  joinsNothing,
  leavesMassOpen,
  leavesPartsOpen,
  strayApplied,
  takenTwice,
  takesOne,
  unknownEffect,
} from './process-findings.ts';
import { roundedBill, roundedMasses, roundingIn } from './rounding.ts';
import { measureWays } from './ways.ts';

export interface InputStep {
  readonly kind: 'input';
  readonly part: string;
  readonly input: Input;
  readonly mass: Interval;
}

export interface ProcessStep {
  readonly kind: 'process';
  readonly part: string;
  /** undefined where parts are left over at the end and count as assembled. */
  readonly process: Process | undefined;
  /** undefined where the catalogue has no such effect: nothing is known to survive it. */
  readonly effect: Effect | undefined;
  readonly from: readonly { readonly step: PlanStep; readonly applied: boolean }[];
  readonly loss: Interval;
  /** True where the loss may be all there was. */
  readonly mayVanish: boolean;
  readonly mass: Interval;
  /**
   * Parts that lie side by side as one line of the bill, from several sources: in shares that are fixed, or open, so
   * that the line may be all of the one, all of another, or any mix.
   */
  readonly lots?: 'fixed' | 'open';
  /** False where not even the mass is known afterwards. */
  readonly keepsMass: boolean;
  /** True where something it takes may not be there, so that it may not be carried out at all. */
  readonly mayBeUndone?: boolean;
}

export type PlanStep = InputStep | ProcessStep;

export interface Plan {
  readonly product: PlanStep;
  /** Inputs in bill order, with those not contained in the product. */
  readonly inputs: readonly Input[];
}

interface Bench {
  readonly bill: Bill;
  readonly catalogue: Catalogue;
  /** Parts at hand; undefined for process aids that do not end up in the product. */
  readonly parts: Map<string, PlanStep | undefined>;
  readonly takenBy: Map<string, Process>;
  readonly findings: Finding[];
}

/**
 * The tree of steps that makes the product, as far as it can be told. `behind`: how long the ways are through the
 * bills that made inputs.
 */
export function planBill(
  bill: Bill,
  catalogue: Catalogue,
  behind?: ReadonlyMap<string, number>,
): Result<Plan | undefined> {
  const plan = planAsStated(bill, catalogue, behind);
  const variants = plan.value === undefined ? [] : variantMasses(plan.value.product);
  const off = variants.flatMap((made) => {
    const gap = roundingIn(bill, made);
    return gap === undefined ? [] : [{ made, gap }];
  });
  const [worst] = off.sort((a, b) => compare(b.gap, a.gap));
  if (worst === undefined) return plan;
  const rounded = planAsStated(roundedBill(bill, worst.gap, worst.made), catalogue, behind);
  return { value: rounded.value, findings: [...plan.findings, roundedMasses(bill, worst.made)] };
}

function planAsStated(
  bill: Bill,
  catalogue: Catalogue,
  behind: ReadonlyMap<string, number> | undefined,
): Result<Plan | undefined> {
  const ways = measureWays(bill, behind);
  if (ways.findings.length > 0) return { value: undefined, findings: ways.findings };
  const bench: Bench = { bill, catalogue, parts: new Map(), takenBy: new Map(), findings: [] };
  bench.findings.push(...layOut(bill.inputs, bench.parts));
  for (const process of bill.processes) carryOut(bench, process);
  const left = [...bench.parts.values()].filter((step) => step !== undefined);
  const product = left.length === 1 ? left[0] : assembleRest(bench, left);
  if (product === undefined) {
    bench.findings.push(
      finding('bill/nothing-inside', `no input of \`${bill.product.name}\` is contained in it`, {
        at: bill.places.get('inputs'),
        help: ['name at least one input that ends up in the product, with its mass'],
      }),
    );
    return { value: undefined, findings: bench.findings };
  }
  if (isOptional(product)) {
    bench.findings.push(nothingForCertain(bill));
    return { value: undefined, findings: bench.findings };
  }
  if (!bench.findings.some(leavesMassOpen))
    bench.findings.push(...checkVariants(bill, variantMasses(product)));
  return { value: { product, inputs: bill.inputs }, findings: bench.findings };
}

function carryOut(bench: Bench, process: Process): void {
  const effect = bench.catalogue.effects.get(process.effect);
  if (effect === undefined) bench.findings.push(unknownEffect(bench.catalogue, process));
  else {
    bench.findings.push(
      ...checkParameters(process, effect),
      ...checkParameterNames(process, effect, bench.catalogue),
      ...cappedLevels(process, effect, bench.catalogue),
    );
  }
  const taken: Taken[] = [];
  // What is done to a part that may not be there may not be done: to join it to others is to do nothing without it.
  let mayBeUndone = false;
  process.takes.forEach((name, index) => {
    const step = take(bench, process, name, index);
    const applied = process.applied?.includes(name) ?? (effect?.appliesRest === true && index > 0);
    if (step !== undefined && isOptional(step)) mayBeUndone = true;
    // What is kept apart is used up by the process, but nothing of it is in what the process gives.
    const isApart = effect?.keepsApart === true && index > 0;
    if (step !== undefined && !isApart) taken.push({ step, applied });
  });
  bench.findings.push(...strayApplied(process), ...overwritten(bench, process));
  if (taken.length === 0) {
    bench.parts.set(process.gives, undefined);
    return;
  }
  const from = joined(bench, process, effect, taken);
  const { loss, mayVanish, mass, findings } = weigh(process, from);
  // What may not be carried out takes nothing for certain.
  const stands = mayBeUndone ? findings.filter(({ code }) => code !== 'bill/nothing-inside') : findings;
  bench.findings.push(...stands);
  const together = from.map(({ step }) => step.mass).reduce(sum, exactly(zero));
  const keeps = keepsMass(process, effect);
  bench.parts.set(process.gives, {
    kind: 'process',
    part: process.gives,
    process,
    effect,
    from,
    loss,
    mayVanish,
    keepsMass: keeps,
    mass: keeps ? (mayBeUndone ? hull(mass, together) : mass) : anyAmount,
    ...(mayBeUndone ? { mayBeUndone } : {}),
  });
}

type Taken = ProcessStep['from'][number];

/** Parts that an effect takes without joining them are assembled first; what it applies to them is not. */
function joined(
  bench: Bench,
  process: Process,
  effect: Effect | undefined,
  taken: readonly Taken[],
): readonly Taken[] {
  if (effect === undefined || taken.length < 2) return taken;
  const brings = joinsParts(effect);
  const applies = brings && !effect.joins && effect.parameters.some(({ name }) => name === 'applied');
  if (brings && !applies) return taken;
  const applied = applies ? taken.filter((part) => part.applied) : [];
  const object = taken.filter((part) => !applied.includes(part));
  if (object.length === 1) return taken;
  const loose = object.length === 0 ? taken : object;
  bench.findings.push(countsWhole(effect) ? takesOne(process, effect) : joinsNothing(process, loose));
  const whole = { step: assembled(bench, process.gives, loose), applied: false };
  return object.length === 0 ? [whole] : [whole, ...applied];
}

/** Whether an effect joins what it takes: it says so, or it makes the parts one. */
const joinsParts = ({ implicit, joins, behaviours }: Effect): boolean =>
  implicit || joins || [...behaviours.values()].some((each) => BRINGS_TOGETHER.has(each));

/** What all of a part counts for, whatever it was, is said of that part alone. */
const countsWhole = ({ joins, behaviours }: Effect): boolean =>
  !joins && [...behaviours.values()].some((each) => each === 'whole' || each === 'none');

const BRINGS_TOGETHER: ReadonlySet<Behaviour> = new Set(['blend', 'absorb', 'pool']);

/** A process of which not even shares of the mass are known afterwards may have changed the mass itself. */
const keepsMass = (process: Process, effect: Effect | undefined): boolean =>
  (effect?.behaviours.get('fraction') ?? 'unknown') !== 'unknown' || process.conserves.includes('mass');

function take(bench: Bench, process: Process, name: string, index: number): PlanStep | undefined {
  const at = process.places.get(`takes/${index}`) ?? process.at;
  if (!bench.parts.has(name)) {
    const taker = bench.takenBy.get(name);
    bench.findings.push(
      taker === undefined ? unknownPart(bench, process, name, at) : takenTwice(process, taker, name, at),
    );
    return undefined;
  }
  const step = bench.parts.get(name);
  bench.parts.delete(name);
  bench.takenBy.set(name, process);
  return step;
}

function unknownPart(bench: Bench, process: Process, name: string, at: Process['at']): Finding {
  const { processes } = bench.bill;
  const later = processes.slice(processes.indexOf(process) + 1).find((other) => other.gives === name);
  const known = [...bench.parts.keys()];
  const near = didYouMean(name, known);
  const hand = known.length === 0 ? 'take one of the inputs' : `take ${oneOf(known)}`;
  return finding(
    'bill/unknown-part',
    `process \`${process.name}\` takes \`${name}\`, which does not exist at that point`,
    {
      at,
      help: [
        ...(near === undefined ? [] : [near]),
        ...(later === undefined
          ? []
          : [`move this process behind \`${later.name}\`, which gives \`${name}\``]),
        ...(near === undefined && later === undefined ? [hand] : []),
      ],
      data: { process: process.name, part: name, known },
    },
  );
}

/** A part that gets the name of another one would make that one vanish from the product. */
function overwritten(bench: Bench, process: Process): readonly Finding[] {
  const { name, gives } = process;
  if (!bench.parts.has(gives)) return [];
  return [
    finding('bill/part-lost', `process \`${name}\` gives \`${gives}\`, but another part has that name`, {
      at: process.places.get('gives') ?? process.at,
      help: [`give the new part a name of its own, or add \`${gives}\` to \`takes\``],
      data: { process: name, part: gives },
    }),
  ];
}

/** What nobody says how to join counts as joined by the effect that stands for it. */
function assembled({ catalogue }: Bench, part: string, parts: ProcessStep['from']): ProcessStep {
  return {
    kind: 'process',
    part,
    process: undefined,
    effect: [...catalogue.effects.values()].find((each) => each.implicit),
    from: parts.map(({ step }) => ({ step, applied: false })),
    loss: exactly(zero),
    mayVanish: false,
    keepsMass: true,
    ...(parts.filter(({ step }) => !isOptional(step)).length < 2 ? { mayBeUndone: true } : {}),
    mass: parts.map(({ step }) => step.mass).reduce(sum, exactly(zero)),
  };
}

/** Parts nobody joined are still in the product: they count as assembled by joints that nobody named. */
function assembleRest(bench: Bench, left: readonly PlanStep[]): PlanStep | undefined {
  if (left.length === 0) return undefined;
  const names = left.map((step) => step.part);
  if (bench.bill.processes.length > 0 && !bench.findings.some(leavesPartsOpen)) {
    bench.findings.push(
      finding(
        'bill/part-unused',
        `${names.map((name) => `\`${name}\``).join(', ')} are left over and count as assembled`,
        {
          at: bench.bill.places.get('processes'),
          help: ['add a process that joins them, so that the kind of joint is known'],
          data: { parts: names },
        },
      ),
    );
  }
  const parts = left.map((step) => ({ step, applied: false }));
  return assembled(bench, bench.bill.product.name, parts);
}
