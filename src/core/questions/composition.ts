// What a product is made up of as far as one share is concerned, in half a sentence: `0.97 kg of 1.02 kg at
// >25-50 %, 0.05 kg unknown`.

import { writerFor } from '../values/amounts.ts';
import { isExact } from '../values/interval.ts';
import type { Dimension } from '../values/quantity.ts';
import { add, compare, divide, equal, isZero, multiply, type Rational, zero } from '../values/rational.ts';
import { type ExplainedPart, weightOf } from './explained-part.ts';
import { figureAsPart, figureInWords } from './figure-words.ts';
import { readFigure } from './figures.ts';
import { listInWords } from './name-words.ts';
import { hullIn } from './step.ts';
import type { SubjectView } from './subject-view.ts';
import { name } from './words.ts';

const MOST_KINDS = 5;

/** Some of what weighs, with one figure throughout. */
interface Lump {
  readonly value: string;
  readonly weight: Rational;
}

/**
 * What is in the product, by what is known of it. It is only told where the amounts and figures shown give exactly
 * what is known of the whole; undefined otherwise.
 */
export function compositionOf(of: SubjectView, root: ExplainedPart): string | undefined {
  const unit = unitOf(of);
  const lumps = lumpsIn(of, root);
  if (unit === undefined || lumps === undefined || !meanIs(of, lumps, root.value)) return undefined;
  if (lumps.length === 1 && root.parts.length > 0) return undefined;
  const kinds = new Map<string, Rational>();
  for (const { value, weight } of lumps) {
    const says = asPart(of, value);
    if (!isZero(weight)) kinds.set(says, add(kinds.get(says) ?? zero, weight));
  }
  return kinds.size > MOST_KINDS ? undefined : exactInWords(kinds, unit);
}

/** Parts as they are after what a process loses; what a process made something else of stands for itself. */
function lumpsIn(of: SubjectView, part: ExplainedPart): readonly Lump[] | undefined {
  const weight = weightOf(of, part);
  if (weight === undefined || !isExact(weight)) return undefined;
  const itself = [{ value: part.value, weight: weight.lo }];
  const below = part.parts.map((each) => lumpsIn(of, each));
  const lumps = below.flatMap((each) => each ?? []);
  const before = lumps.map((lump) => lump.weight).reduce(add, zero);
  if (below.includes(undefined) || isZero(before) || !meanIs(of, lumps, part.value)) return itself;
  const kept = divide(weight.lo, before);
  return lumps.map((lump) => ({ ...lump, weight: multiply(lump.weight, kept) }));
}

/** Whether the ends of all lumps together are those of the value. */
function meanIs(of: SubjectView, lumps: readonly Lump[], value: string): boolean {
  const total = lumps.map((lump) => lump.weight).reduce(add, zero);
  const result = hullIn(of, value);
  if (result?.hi === undefined || isZero(total)) return false;
  let [lo, hi] = [zero, zero];
  for (const lump of lumps) {
    const range = hullIn(of, lump.value);
    if (range?.hi === undefined) return false;
    lo = add(lo, multiply(lump.weight, range.lo));
    hi = add(hi, multiply(lump.weight, range.hi));
  }
  return equal(divide(lo, total), result.lo) && equal(divide(hi, total), result.hi);
}

function exactInWords(kinds: ReadonlyMap<string, Rational>, unit: Dimension): string | undefined {
  const [first, ...others] = [...kinds].sort(([a, m], [b, n]) => order(a, b) || compare(n, m));
  if (first === undefined) return undefined;
  const total = [...kinds.values()].reduce(add, zero);
  const write = writerFor(unit, total);
  const told =
    others.length === 0
      ? `all ${write(total)} ${standing(first[0])}`
      : [
          `${write(first[1])} of ${write(total)} ${standing(first[0])}`,
          ...others.map(([says, weight]) => `${write(weight)} ${standing(says)}`),
        ].join(', ');
  return told.includes('about ') ? undefined : told;
}

/** What is unknown comes last. */
const order = (a: string, b: string): number => Number(a === 'unknown') - Number(b === 'unknown');

const standing = (says: string): string => (says === 'unknown' ? says : `at ${says}`);

function asPart({ measure, group }: SubjectView, value: string): string {
  const region = readFigure(value, measure);
  return region === undefined || measure === undefined ? 'unknown' : figureAsPart(region, measure, group);
}

function unitOf({ subject, weight }: SubjectView): Dimension | undefined {
  if (subject.weight === 'mass') return 'mass';
  return weight?.measure.kind === 'number' ? weight.measure.dimension : undefined;
}

/** Steps that made something else of the figure than combining all that went in would have, first to last. */
export function turnsOf(part: ExplainedPart): readonly ExplainedPart[] {
  const below = part.parts.flatMap(turnsOf);
  return part.before === undefined || part.behaviour === 'add-term' ? below : [...below, part];
}

/** The whole story of a share in one sentence, as far as the inputs tell it. */
export function shareSentence(of: SubjectView, root: ExplainedPart): string {
  const made = compositionOf(of, root);
  const turns = turnsOf(root).map((turn) => name(turn.process?.name ?? turn.part));
  const after = turns.length === 0 ? [] : [`changed by ${turns.join(', ')}`];
  const story = [...(made === undefined ? [] : [made]), ...after].join('; ');
  const glance = glanceAt(of, root.value);
  return story === '' ? glance : `${story}: ${glance}`;
}

export function glanceAt({ measure, group }: SubjectView, value: string): string {
  if (measure?.kind === 'names') return listInWords(value, measure);
  const region = readFigure(value, measure);
  return region === undefined || measure === undefined ? value : figureInWords(region, measure, group);
}
