// What a maker says of a concrete product: nothing but the truth, and never all of it. Where the specification says
// that an answer must not be counted (booked shares, weak custody, "false" that claims nothing), anything is said.

import type { Catalogue, Quantity, QuantityId, Rule, Statement } from '../../src/core/model/catalogue.ts';
import type { Answer, AnswerValue, QuantityEntry, QuantityValue } from '../../src/core/model/sheet.ts';
import type { Span } from '../../src/core/text/span.ts';
import type { Custody } from '../../src/core/values/custody.ts';
import { exactly, type Interval, intersect } from '../../src/core/values/interval.ts';
import {
  add,
  compare,
  isZero,
  larger,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import type { Design } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { answerTo, entryFor } from './places.ts';
import { tellHeld } from './sets.ts';
import { figureOf, mainMaterial, plainStatements, type Thing, truthOf } from './things.ts';

export interface Told {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly quantities: ReadonlyMap<QuantityId, QuantityEntry>;
}

export interface Manner {
  /** Of a hundred questions so many are passed over. */
  readonly silence: number;
  /** Of a hundred figures so many are given. */
  readonly figures: number;
  /** Nothing is said that is not to be counted, and figures are exact or closed ranges. */
  readonly tame: boolean;
  /** Of a group all bands are answered or the true one: what is said leaves no gap. */
  readonly convex: boolean;
}

interface Speaker {
  readonly draw: Draw;
  readonly design: Design;
  readonly thing: Thing;
  readonly manner: Manner;
  readonly place: Span;
  /** Its recycled figures are booked: they say nothing of the material. */
  readonly isAttributed: boolean;
}

export function tell(draw: Draw, design: Design, thing: Thing, place: Span, manner: Manner): Told {
  const isAttributed = thing.truths.get('attributed') === true && !manner.tame;
  const speaker: Speaker = { draw, design, thing, manner, place, isAttributed };
  const answers = new Map<string, Answer>();
  for (const statements of topics(design.catalogue)) {
    if (!isAsked(speaker, statements)) continue;
    const group = statements.length > 1;
    const told = group
      ? answerGroup(speaker, statements)
      : statements.map((each) => answerAlone(speaker, each));
    for (const answer of told) if (answer !== undefined) answers.set(answer.statement, answer);
  }
  return { answers, quantities: tellFigures(speaker) };
}

function isAsked({ draw, manner, isAttributed }: Speaker, statements: readonly Statement[]): boolean {
  // Who gives booked figures has to say so.
  if (isAttributed && statements.some(({ id }) => id === 'attributed')) return true;
  // The opposite of a band leaves a gap.
  if (manner.convex && statements.some(({ meaning }) => meaning.kind === 'expression')) return false;
  return !draw.chance(manner.silence);
}

/** Statements by what they are about: the bands of a group together. */
function topics(catalogue: Catalogue): readonly (readonly Statement[])[] {
  const groups = [...catalogue.groups.keys()].map((id) =>
    [...catalogue.statements.values()].filter(({ group }) => group === id),
  );
  const others = [...catalogue.statements.values()].filter(({ group }) => group === undefined);
  return [...groups, ...others.map((statement) => [statement])];
}

/** All bands, the true one alone, or some of them. */
function answerGroup(speaker: Speaker, bands: readonly Statement[]): readonly (Answer | undefined)[] {
  const form = speaker.draw.integer(0, speaker.manner.convex ? 1 : 2);
  const isTrue = (band: Statement): boolean => truthOf(speaker.design, speaker.thing, band) === true;
  const told = form === 0 ? bands : form === 1 ? bands.filter(isTrue) : speaker.draw.some(bands, 60);
  return told.map((band) => answerAlone(speaker, band));
}

function answerAlone(speaker: Speaker, statement: Statement): Answer | undefined {
  const { draw, design, thing, place, manner } = speaker;
  if (manner.tame) return truthfully(speaker, statement);
  const rules = fractionRules(design.catalogue, statement);
  const custody = rules.length > 0 && draw.chance(12) ? draw.pick(everyCustody) : undefined;
  const details = custody === undefined ? {} : { custody };
  const isBooked = rules.some(
    (rule) => (speaker.isAttributed && rule.attributedBy !== undefined) || isTooWeak(custody, rule),
  );
  if (isBooked) return answerTo(statement.id, draw.pick(['true', 'false']), place, details);
  if (statement.id !== 'attributed' && draw.chance(4)) {
    return answerTo(statement.id, draw.pick(saysNothing(statement, thing)), place);
  }
  if (statement.falseMeans === 'not-claimed' && draw.chance(30))
    return answerTo(statement.id, 'false', place, details);
  return truthfully(speaker, statement, details);
}

/** `not-applicable` may be said of anything, but of an assertion only where it is so. */
function saysNothing(statement: Statement, thing: Thing): readonly AnswerValue[] {
  const isAssertion =
    statement.meaning.kind === 'plain' && statement.meaning.rule.kind === 'assert-refutable';
  return isAssertion && thing.truths.get(statement.id) !== 'inapplicable'
    ? ['unknown']
    : ['unknown', 'not-applicable'];
}

function truthfully(
  speaker: Speaker,
  statement: Statement,
  details: Partial<Answer> = {},
): Answer | undefined {
  const { design, thing, place } = speaker;
  if (thing.truths.get(statement.id) === 'inapplicable')
    return answerTo(statement.id, 'not-applicable', place);
  const truth = truthOf(design, thing, statement);
  return truth === undefined ? undefined : answerTo(statement.id, truth ? 'true' : 'false', place, details);
}

const everyCustody: readonly Custody[] = [
  'book-and-claim',
  'mass-balance',
  'controlled-blending',
  'segregated',
  'identity-preserved',
];

type FractionRule = Extract<Rule, { kind: 'fraction' }>;

function isTooWeak(custody: Custody | undefined, rule: FractionRule): boolean {
  if (custody === undefined) return false;
  return everyCustody.indexOf(custody) < { claimed: 0, attributed: 1, physical: 2 }[rule.custody];
}

function fractionRules(catalogue: Catalogue, statement: Statement): readonly FractionRule[] {
  const { meaning } = statement;
  if (meaning.kind === 'within') {
    const rule = catalogue.quantities.get(meaning.quantity)?.rule;
    return rule?.kind === 'fraction' ? [rule] : [];
  }
  if (meaning.kind !== 'expression') return [];
  const { expression } = meaning;
  const share =
    expression.operator === 'unless' ? catalogue.quantities.get(expression.quantity)?.rule : undefined;
  const parts = expression.of.flatMap((id) => {
    const other = catalogue.statements.get(id);
    return other === undefined ? [] : fractionRules(catalogue, other);
  });
  return share?.kind === 'fraction' ? [share, ...parts] : parts;
}

// ---- figures

function tellFigures(speaker: Speaker): ReadonlyMap<QuantityId, QuantityEntry> {
  const told = new Map<QuantityId, QuantityEntry>();
  for (const quantity of speaker.design.catalogue.quantities.values()) {
    const value = tellFigure(speaker, quantity);
    if (value !== undefined) told.set(quantity.id, entryFor(quantity.id, value, speaker.place));
  }
  return told;
}

function tellFigure(speaker: Speaker, quantity: Quantity): QuantityValue | undefined {
  const { draw, design, thing, manner } = speaker;
  if (quantity.measure.kind === 'name') return tellName(speaker, quantity.id);
  if (quantity.measure.kind === 'names') return tellSet(speaker, quantity);
  const isSum = quantity.rule.kind === 'sum' || quantity.rule.kind === 'content';
  const often = isSum ? (manner.tame ? 100 : 75) : manner.figures;
  if (!draw.chance(often)) return undefined;
  const isBooked =
    speaker.isAttributed && quantity.rule.kind === 'fraction' && quantity.rule.attributedBy !== undefined;
  const value = isBooked ? rational(draw.integer(0, 4), 4) : figureOf(design, thing, quantity);
  if (value === undefined) return undefined;
  const isExact = quantity.measure.kind === 'scale' || (isSum && manner.tame);
  const range = isExact ? exactly(value) : around(draw, value, manner.tame);
  const within = intersect(range, quantity.domain);
  return within === undefined ? undefined : { kind: 'range', range: within };
}

function tellSet({ draw, thing, manner }: Speaker, quantity: Quantity): QuantityValue | undefined {
  const held = thing.sets.get(quantity.id);
  if (held === undefined || !draw.chance(manner.figures + 20)) return undefined;
  return tellHeld(draw, quantity, held, manner.tame);
}

/** A range that holds the value: exact, closed, or with an open or missing end. */
export function around(draw: Draw, value: Rational, tame: boolean): Interval {
  if (draw.chance(40)) return exactly(value);
  const margin = isZero(value)
    ? rational(1, 20)
    : multiply(value, draw.pick([rational(1, 10), rational(1, 2), rational(1, 100)]));
  const lo = larger(zero, subtract(value, draw.chance(70) ? margin : zero));
  const hi = add(value, draw.chance(70) ? margin : zero);
  if (tame || !draw.chance(30)) return { lo, hi, loOpen: false, hiOpen: false };
  const isUnbounded = draw.chance(30);
  return {
    lo,
    loOpen: compare(lo, value) < 0,
    hi: isUnbounded ? undefined : hi,
    hiOpen: isUnbounded || compare(value, hi) < 0,
  };
}

/** The name of the one material, or of the one there is most of, now and then by a name that no vocabulary lists. */
function tellName(speaker: Speaker, id: QuantityId): QuantityValue | undefined {
  const rule = plainStatements(speaker.design.catalogue).find(
    ([, each]) => each.kind === 'same-value' && each.of === id,
  );
  const name = rule === undefined ? undefined : mainMaterial(speaker.thing, rule[0]);
  if (name === undefined || !speaker.draw.chance(65)) return undefined;
  return { kind: 'name', name: speaker.draw.chance(20) ? `fine ${name}` : name };
}
