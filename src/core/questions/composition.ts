// What a product is made up of as far as one share is concerned, in half a sentence: `0.97 kg of 1.02 kg at
// >25-50 %, 0.05 kg unknown`.

import { isExact } from '../values/interval.ts';
import type { Dimension } from '../values/quantity.ts';
import { add, compare, isZero, type Rational, zero } from '../values/rational.ts';
import { type Write, writerFor } from './amounts.ts';
import { type ExplainedPart, weightOf } from './explained-part.ts';
import { figureAsPart, figureAtAGlance } from './figure-words.ts';
import { readFigure } from './figures.ts';
import type { SubjectView } from './subject-view.ts';
import { name } from './words.ts';

const MOST_KINDS = 4;

/** What went in, by what is known of it; undefined where not everything that weighs is exact. */
export function compositionOf(of: SubjectView, root: ExplainedPart): string | undefined {
  const leaves = leavesOf(root);
  const unit = unitOf(of);
  if (unit === undefined) return undefined;
  const kinds = new Map<string, Rational>();
  for (const leaf of leaves) {
    const weight = weightOf(of, leaf);
    if (weight === undefined || !isExact(weight)) return undefined;
    const says = asPart(of, leaf.value);
    if (!isZero(weight.lo)) kinds.set(says, add(kinds.get(says) ?? zero, weight.lo));
  }
  return inWords(kinds, unit);
}

function inWords(kinds: ReadonlyMap<string, Rational>, unit: Dimension): string | undefined {
  const [first, ...others] = [...kinds].sort(([a, m], [b, n]) => order(a, b) || compare(n, m));
  if (first === undefined) return undefined;
  const total = [...kinds.values()].reduce(add, zero);
  const write = writerFor(unit, total);
  if (others.length === 0) return `all ${write(total)} ${standing(first[0])}`;
  const shown = others.length < MOST_KINDS ? others : others.slice(0, MOST_KINDS - 2);
  const rest = others.length < MOST_KINDS ? [] : others.slice(MOST_KINDS - 2);
  return [
    `${write(first[1])} of ${write(total)} ${standing(first[0])}`,
    ...shown.map(([says, weight]) => `${write(weight)} ${standing(says)}`),
    ...restInWords(rest, write),
  ].join(', ');
}

/** What is unknown comes last, and is never counted among other things. */
const order = (a: string, b: string): number => Number(a === 'unknown') - Number(b === 'unknown');

function restInWords(rest: readonly (readonly [string, Rational])[], write: Write): readonly string[] {
  const unknown = rest.filter(([says]) => says === 'unknown').map(([, weight]) => weight);
  const known = rest.filter(([says]) => says !== 'unknown').map(([, weight]) => weight);
  return [
    ...(known.length === 0 ? [] : [`${write(known.reduce(add, zero))} at something else`]),
    ...(unknown.length === 0 ? [] : [`${write(unknown.reduce(add, zero))} unknown`]),
  ];
}

const standing = (says: string): string => (says === 'unknown' ? says : `at ${says}`);

function asPart({ measure, group }: SubjectView, value: string): string {
  const region = readFigure(value, measure);
  return region === undefined || measure === undefined ? 'unknown' : figureAsPart(region, measure, group);
}

/** Inputs and own uses, in the order in which they come in. */
function leavesOf(part: ExplainedPart): readonly ExplainedPart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
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
  const region = readFigure(value, measure);
  return region === undefined || measure === undefined ? value : figureAtAGlance(region, measure, group);
}
