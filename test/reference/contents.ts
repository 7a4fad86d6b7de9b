// The highest content of any one substance in any article or homogeneous material. A part may hold many articles, and
// each article another substance: only what must be so in every such part is taken as a lower end.

import type { Catalogue, Quantity } from '../../src/core/model/catalogue.ts';
import { type Corner, knownOf, piece, spanned } from './amounts.ts';
import { type Choose, everyRun } from './every-run.ts';
import { compare, divide, least, most, multiply, type Near, nothing, subtract } from './near.ts';
import { domainOf } from './possible.ts';
import { highEnd, lowEnd } from './spans.ts';
import {
  behaviourOf,
  type Form,
  isFree,
  isPutIn,
  massAfter,
  massOf,
  type Node,
  type Step,
  sumOf,
  takesOut,
} from './tree.ts';

interface Content {
  readonly mass: Near;
  readonly low: Near;
  readonly high: Near;
  readonly form: Form;
  /** True where no piece of it can be screwed off, so that what is glued to it is glued to all of it. */
  readonly isBound?: boolean;
  /** True where glue in it may be judged over all that it joins, so that it is richer over less. */
  readonly isGlued?: boolean;
}

interface ContentCase {
  readonly catalogue: Catalogue;
  readonly quantity: Quantity;
  readonly pieces: string[];
}

function contentAt(choose: Choose, c: ContentCase, node: Node): Content {
  if (node.kind === 'leaf') {
    const known = piece(choose, knownOf(c.catalogue, node, c.quantity.id), c.pieces);
    return {
      mass: massOf(choose, node),
      low: lowEnd(known),
      high: highEnd(known),
      // What is sold as a material may have layers.
      form: c.quantity.rule.kind === 'conc-homog' && node.form === 'mixture' ? 'either' : node.form,
      isBound: !node.comesApart,
      isGlued: c.quantity.rule.kind === 'conc-article' && node.mayHoldGlue,
    };
  }
  const parts = node.parts.map((part) => contentAt(choose, c, part));
  if (behaviourOf(node, c.quantity.id, c.quantity.rule) === 'replace')
    return {
      ...exchanged(c, node, parts),
      mass: massAfter(choose, node, sumOf(parts.map(({ mass }) => mass))),
    };
  // What has no shape of its own is spread; an article that is applied stays an article; of the rest try both.
  const applied = parts.filter((part, index) => {
    if (!node.applied.includes(node.parts[index] as Node) || part.form === 'articles') return false;
    return part.form === 'mixture' || choose([true, false]);
  });
  const object = parts.filter((part) => !applied.includes(part));
  const isVague = parts.some(
    ({ form }, index) => form === 'either' && node.applied.includes(node.parts[index] as Node),
  );
  const isBound = !isVague && object.every(holdsTogether);
  const before = sumOf(parts.map((part) => part.mass));
  const mass = massAfter(choose, node, before);
  if (behaviourOf(node, c.quantity.id, c.quantity.rule) === 'pool' && c.quantity.rule.kind !== 'conc-mixture')
    return { ...pooled(choose, object, applied), mass, isBound };
  if (c.quantity.rule.kind === 'conc-mixture') return { ...mixtureAfter(c, node, parts, mass), mass };
  return { ...contentAfter(c, node, object, applied, { before, after: mass }), mass };
}

const holdsTogether = ({ form, isBound }: Value): boolean => form === 'mixture' || isBound === true;

type Value = Omit<Content, 'mass'>;

/** What was richest may have been taken out; nothing becomes richer by it. */
function exchanged(c: ContentCase, step: Step, parts: readonly Content[]): Value {
  const left = parts.map((part, index) =>
    takesOut(step) && !isPutIn(step, index) ? { ...part, low: nothing } : part,
  );
  return sideBySide(c, left);
}

function contentAfter(
  c: ContentCase,
  step: Step,
  object: readonly Content[],
  applied: readonly Content[],
  masses: Masses,
): Value {
  const behaviour = behaviourOf(step, c.quantity.id, c.quantity.rule);
  const everything = [...object, ...applied];
  if (behaviour === 'combine') return sideBySide(c, everything);
  if (behaviour === 'return-same') return returned(c, step, everything);
  if (behaviour === 'blend') return blended(everything);
  if (behaviour === 'absorb') return absorbed(object, applied);
  if (behaviour === 'lose-some' || behaviour === 'select')
    return shrunken(c, step, sideBySide(c, everything), masses, behaviour === 'select');
  return anything(c);
}

/** Only what is one mixture has a content as a whole. */
function mixtureAfter(c: ContentCase, step: Step, parts: readonly Content[], after: Near): Value {
  const { rule, id } = c.quantity;
  const behaviour = behaviourOf(step, id, rule);
  const [only, ...more] = parts;
  if (behaviour === 'blend') return mixed(c, parts);
  if (only === undefined || more.length > 0) return anything(c);
  if (behaviour === 'combine') return only;
  if (behaviour !== 'lose-some' || compare(after, nothing) === 0) return anything(c);
  const lost = subtract(only.mass, after);
  const low = most(nothing, subtract(multiply(only.low, only.mass), lost));
  const high = least(after, multiply(only.high, only.mass));
  return { low: divide(low, after), high: divide(high, after), form: only.form };
}

function mixed(c: ContentCase, parts: readonly Content[]): Value {
  const known = parts.map((part) => (part.form === 'mixture' ? part : { ...part, ...anything(c) }));
  const mass = sumOf(known.map((part) => part.mass));
  if (c.quantity.rule.kind !== 'conc-mixture' || !c.quantity.rule.named) return blended(known);
  if (compare(mass, nothing) === 0) return { ...anything(c), form: 'mixture' };
  const mean = (end: 'low' | 'high'): Near =>
    divide(sumOf(known.map((part) => multiply(part[end], part.mass))), mass);
  return { low: mean('low'), high: mean('high'), form: 'mixture' };
}

/** Only what has always been the same is known, and of several materials only that none is richer. */
function returned(c: ContentCase, step: Step, parts: readonly Content[]): Value {
  if (step.process?.steadyState !== true) return anything(c);
  const fresh = highestOf(parts);
  // Glue that counts over what it joins may come back by itself, and into one article.
  if (fresh.form !== 'mixture' && c.quantity.rule.kind === 'conc-article') return anything(c);
  return fresh.form === 'mixture' ? fresh : { ...fresh, low: nothing, form: 'either' };
}

const sideBySide = (c: ContentCase, parts: readonly Content[]): Value =>
  c.quantity.rule.kind === 'conc-homog' ? highestOf(parts) : besides(parts);

interface Masses {
  readonly before: Near;
  readonly after: Near;
}

/** Something leaves: in whole pieces, or of any piece, with as much or as little of the substance as can be. */
function shrunken(
  c: ContentCase,
  step: Step,
  value: Value,
  { before, after }: Masses,
  isWhole: boolean,
): Value {
  const free = isFree(step, c.quantity.id);
  if (compare(before, after) === 0 || (isWhole && value.form === 'articles' && !value.isGlued))
    return { ...value, low: free ? value.low : nothing };
  const { high: top } = anything(c);
  const grown = (content: Near): Near => least(top, divide(multiply(content, before), after));
  // Of one material it is known how much smaller it gets; of articles any one may be nearly gone.
  if (value.form === 'mixture' && compare(after, nothing) > 0)
    return { low: free ? grown(value.low) : nothing, high: grown(value.high), form: value.form };
  const high = compare(value.high, nothing) === 0 ? nothing : top;
  return { low: free && compare(after, nothing) > 0 ? value.low : nothing, high, form: value.form };
}

function anything(c: ContentCase): Value {
  const [domain] = domainOf(c.catalogue, c.quantity.id);
  return { low: nothing, high: domain === undefined ? nothing : highEnd(domain), form: 'either' };
}

function highestOf(parts: readonly Value[]): Value {
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return only;
  return {
    low: parts.map(({ low }) => low).reduce(most, nothing),
    high: parts.map(({ high }) => high).reduce(most, nothing),
    form: formOf(parts),
    isGlued: parts.some(({ isGlued }) => isGlued),
  };
}

/** Articles among others: a mixture that lies with them is in none of them for certain. */
function besides(parts: readonly Value[]): Value {
  if (parts.length < 2) return highestOf(parts);
  const { low } = highestOf(parts.filter(({ form }) => form !== 'mixture'));
  return { ...highestOf(parts), low };
}

const formOf = (parts: readonly Value[]): Form =>
  parts.every(({ form }) => form === 'articles') ? 'articles' : 'either';

/** What one part alone puts for certain into a mass it is spread over. */
const sureIn = (part: Content, mass: Near): Near =>
  part.form === 'mixture' ? divide(multiply(part.low, part.mass), mass) : nothing;

function blended(parts: readonly Content[]): Value {
  const [only, ...more] = parts;
  if (only?.form === 'mixture' && more.length === 0) return only;
  const mass = sumOf(parts.map((part) => part.mass));
  if (compare(mass, nothing) === 0) return { ...ofNothing(parts), form: 'mixture' };
  const highest = sumOf(parts.map((part) => multiply(part.high, part.mass)));
  return {
    low: parts.map((part) => sureIn(part, mass)).reduce(most, nothing),
    high: divide(highest, mass),
    form: 'mixture',
  };
}

/** Where nothing has any mass, nothing is sure. */
const ofNothing = (parts: readonly Content[]): Value => ({
  ...highestOf(parts),
  low: nothing,
});

/** What is spread counts over what it joins: of each part that may come apart, all or next to nothing. */
function pooled(choose: Choose, object: readonly Content[], applied: readonly Content[]): Value {
  if (applied.length === 0 || object.length === 0) return highestOf([...object, ...applied]);
  const mass = sumOf([...object, ...applied].map((part) => part.mass));
  if (compare(mass, nothing) === 0) return ofNothing([...object, ...applied]);
  const inside = highestOf(object);
  const isIn = new Map(
    [...object, ...applied].map((part) => [part, holdsTogether(part) || choose([true, false])]),
  );
  const joined = sumOf([...object, ...applied].map((part) => (isIn.get(part) ? part.mass : nothing)));
  const spread = applied.filter((part) => isIn.get(part));
  const isEmpty = compare(joined, nothing) === 0;
  const pool = isEmpty
    ? nothing
    : divide(sumOf(spread.map((part) => multiply(part.high, part.mass))), joined);
  const sure = applied.map((part) => sureIn(part, mass)).reduce(most, nothing);
  return { low: most(inside.low, sure), high: most(inside.high, pool), form: 'either' };
}

function absorbed(object: readonly Content[], applied: readonly Content[]): Value {
  if (applied.length === 0 || object.length === 0) return highestOf([...object, ...applied]);
  const [only, ...more] = object;
  if (only?.form === 'mixture' && more.length === 0) return blended([only, ...applied]);
  const mass = sumOf([...object, ...applied].map((part) => part.mass));
  if (compare(mass, nothing) === 0) return ofNothing([...object, ...applied]);
  const high = [...object, ...applied].map((part) => part.high).reduce(most, nothing);
  const low = applied.map((part) => sureIn(part, mass)).reduce(most, nothing);
  return { low, high, form: formOf(object), isGlued: object.some((part) => part.isGlued) };
}

export function contentsOf(catalogue: Catalogue, quantity: Quantity, tree: Node): readonly Corner[] {
  return everyRun((choose): Corner => {
    const c: ContentCase = { catalogue, quantity, pieces: [] };
    const { low, high } = contentAt(choose, c, tree);
    return { pieces: c.pieces.join(), low: least(low, high), high };
  });
}

export const contentSpans = (catalogue: Catalogue, quantity: Quantity, tree: Node) =>
  spanned(contentsOf(catalogue, quantity, tree));
