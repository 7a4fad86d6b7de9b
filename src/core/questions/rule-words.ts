// What a rule of the catalogue says, in sentences: when a statement is true, and how it follows from the inputs.

import type { Catalogue, Rule, Statement } from '../model/catalogue.ts';
import {
  type Constraint,
  isLogical,
  type LinearConstraint,
  type Literal,
  type LogicalConstraint,
} from '../model/constraint.ts';
import type { Expression, Vetoed } from '../model/expression.ts';
import type { MinorRule } from '../model/minor-rule.ts';
import { writerFor } from '../values/amounts.ts';
import type { CustodyBasis } from '../values/custody.ts';
import type { Interval } from '../values/interval.ts';
import { isZero } from '../values/rational.ts';
import { thresholdInWords } from './figure-words.ts';
import { wantedInWords } from './name-words.ts';
import { measureOf, titleOf } from './view.ts';
import { capitalised, listed, name } from './words.ts';

/** How a statement is decided. */
export function statementRule(catalogue: Catalogue, statement: Statement): readonly string[] {
  const { meaning } = statement;
  if (meaning.kind === 'plain') return ruleSentences(catalogue, meaning.rule);
  if (meaning.kind === 'expression') return expressionSentences(catalogue, meaning.expression);
  const figure = name(meaning.quantity);
  if (meaning.kind === 'named') {
    const without = meaning.names === 'any' ? 'to be empty' : 'to be without';
    const how = `it is TRUE where ${wantedInWords(meaning.names)} is certainly on the list ${figure}, FALSE where the list is known ${without}, and open otherwise`;
    return [capitalised(how), ...quantityRule(catalogue, meaning.quantity)];
  }
  const range = rangeInWords(catalogue, meaning);
  const how = `it is TRUE where ${figure} is certainly ${range}, FALSE where it certainly is not, and open otherwise`;
  return [capitalised(how), ...quantityRule(catalogue, meaning.quantity)];
}

function rangeInWords(
  { quantities }: Catalogue,
  { quantity: id, range }: { readonly quantity: string; readonly range: Interval },
): string {
  const quantity = quantities.get(id);
  return quantity === undefined ? '' : thresholdInWords(range, quantity.measure, quantity.domain);
}

/** How a quantity follows from the inputs. */
export function quantityRule(catalogue: Catalogue, id: string): readonly string[] {
  const quantity = catalogue.quantities.get(id);
  if (quantity === undefined) return [];
  const own = quantity.ownTerm
    ? ["What the maker's own production uses counts as well; until it is stated, little is known"]
    : [];
  return [...ruleSentences(catalogue, quantity.rule), ...own];
}

const custodies: Readonly<Record<CustodyBasis, string>> = {
  physical: 'Only what is physically there counts, not what is booked to it',
  attributed: 'What is there counts, and what is attributed by mass balance; certificates alone do not',
  claimed: 'Every claim on record counts',
};

/** Of energy and water nothing is contained. */
const USED = 'Only what is so in fact counts, not what is booked to it';

function ruleSentences(catalogue: Catalogue, rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'fraction':
      return [
        fractionSentence(rule.weight),
        rule.weight !== 'mass' && rule.custody === 'physical' ? USED : custodies[rule.custody],
      ];
    case 'all':
      return ['It is TRUE only if it is TRUE of every input, and FALSE as soon as it is FALSE of one'];
    case 'any':
      return ['It is TRUE as soon as it is TRUE of one input, and FALSE only if it is FALSE of every one'];
    case 'all-except-minor':
      return minorSentences(rule);
    case 'conc-article':
      return [
        'Each article in the product is judged by itself and the highest content counts: nothing is diluted by what is joined to it',
        'What a process applies (a coating, a glue) counts into the article that it becomes part of, and may dilute what that contains',
      ];
    case 'conc-homog':
      return [
        'Each homogeneous material in the product is judged by itself and the highest content counts: nothing is diluted by what is around it',
      ];
    case 'conc-mixture':
      return [mixtureSentence(rule.named)];
    case 'min-level':
      return ['The product is no better than its weakest part or joint'];
    case 'min-number':
      return ['The smallest figure of all parts counts'];
    case 'max-number':
      return ['The largest figure of all parts counts'];
    case 'sum':
      return ['The amounts of all inputs are added up, each for as much of it as goes in'];
    case 'content':
      return ['What all inputs contain of it is added up, each for as much of it as goes in'];
    case 'set':
      return [
        'Everything that any input contains is on the list, however little it is; that there is nothing else is known only where every input says so',
      ];
    case 'same-value':
      return [sameSentence(rule)];
    case 'assert-refutable':
      return assertSentences(catalogue, rule);
    case 'own':
      return ['Only the maker can answer it; what suppliers say of their own products has no bearing on it'];
  }
}

const fractionSentence = (weight: string): string =>
  weight === 'mass'
    ? 'Amounts are added up, not percentages: the mass that is counted in every part, divided by the mass of all parts'
    : `Amounts are added up, not percentages: every part weighs as much as its ${name(weight)}, not its mass`;

const mixtureSentence = (named: boolean): string =>
  named
    ? 'Where parts become one mixture, the amounts of the substance are added up and divided by the mass; parts side by side are no mixture, so nothing is known of them'
    : 'Where parts become one mixture, the highest content is at most the mean by mass of what the parts say; parts side by side are no mixture, so nothing is known of them';

function minorSentences({ perItem, total, materials }: MinorRule): readonly string[] {
  const write = writerFor('share');
  const whole =
    materials === 'whole' ? ['What is said of a material that names no inputs is said of all of it'] : [];
  return [
    `It is TRUE if everything of which it may not be so is at most ${write(total)} of the mass of the product, and nothing of that by itself more than ${write(perItem)}`,
    `Of a part of which it is TRUE, ${write(total)} may be such, and of one of which it is FALSE, little more than ${write(perItem)} need be`,
    ...whole,
  ];
}

function sameSentence({ of, tolerance }: Extract<Rule, { kind: 'same-value' }>): string {
  if (isZero(tolerance)) return `It is TRUE if all parts are the same in ${name(of)}`;
  const rest = writerFor('share')(tolerance);
  return `It is TRUE if everything that may be another material, in all parts together, is at most ${rest} of the mass of the product; of a part that is one material only but for ${rest}, ${rest} may be another, and of a part whose ${name(of)} is not told, all of it`;
}

function assertSentences(
  catalogue: Catalogue,
  { scope, refutedBy, openedBy, inapplicable }: Extract<Rule, { kind: 'assert-refutable' }>,
): readonly string[] {
  const inputs =
    scope === 'all'
      ? `it must be TRUE of every input too${inapplicable === 'holds' ? ', but for those that it does not apply to' : ''}`
      : 'what inputs say of themselves has no bearing on it';
  const traits = [
    ...(refutedBy.length === 0 ? [] : [`refuted by ${processesWith(catalogue, refutedBy)}`]),
    ...(openedBy.length === 0 ? [] : [`left open by ${processesWith(catalogue, openedBy)}`]),
  ];
  return [
    `Only the maker can assert it: nothing that inputs say can make it TRUE; ${inputs}`,
    ...(traits.length === 0 ? [] : [capitalised(`it is ${listed(traits)}`)]),
  ];
}

/** What processes do is told by the titles of their effects: a trait is a name for authors of catalogues. */
function processesWith({ effects }: Catalogue, traits: readonly string[]): string {
  const titles = [...effects.values()]
    .filter((effect) => effect.traits.some((trait) => traits.includes(trait)))
    .map(({ title }) => name(title));
  if (titles.length === 0) return 'no process that the catalogue knows';
  return `${titles.length === 1 ? 'the process' : 'the processes'} ${listed(titles)}`;
}

function expressionSentences(catalogue: Catalogue, expression: Expression): readonly string[] {
  if (expression.operator !== 'unless') return [expressionSentence(expression)];
  const { quantity, of } = expression;
  const how = `it is TRUE where ${name(quantity)} is certainly ${rangeInWords(catalogue, expression)} and ${listed(of.map(name))} ${of.length === 1 ? 'is' : 'are all'} FALSE, and FALSE as soon as the one certainly is not or ${of.length === 1 ? 'the other' : 'one of the others'} is TRUE`;
  return [capitalised(how), ...quantityRule(catalogue, quantity)];
}

function expressionSentence({ operator, of }: Exclude<Expression, Vetoed>): string {
  const names = of.map(name);
  if (operator === 'not') return `It is TRUE where ${listed(names)} is FALSE, and the other way round`;
  return operator === 'all'
    ? `It is TRUE if all of these are TRUE, and FALSE as soon as one is FALSE: ${listed(names)}`
    : `It is TRUE as soon as one of these is TRUE, and FALSE only if all are FALSE: ${listed(names)}`;
}

/** A fact of the catalogue that an answer needs, by the id that a trace names it by. */
export function constraintInWords(catalogue: Catalogue, id: string): string {
  const elimination = /^exactlyOne (.*)$/.exec(id)?.[1];
  if (elimination !== undefined) return `exactly one band of ${name(elimination)} holds`;
  const constraint = catalogue.constraints.find((each) => each.id === id);
  return constraint === undefined ? id : wordsFor(catalogue, constraint);
}

function wordsFor(catalogue: Catalogue, constraint: Constraint): string {
  const words = isLogical(constraint) ? logicalWords(constraint) : linearWords(catalogue, constraint);
  return constraint.because === undefined ? words : `${words} (${constraint.because})`;
}

const valued = ({ statement, is }: Literal): string => `${name(statement)} is ${truth(is)}`;

function logicalWords(constraint: LogicalConstraint): string {
  if (constraint.kind === 'implies') return `where ${valued(constraint.when)}, ${valued(constraint.then)}`;
  return `it is never so that ${listed(constraint.all.map(valued))}`;
}

const truth = (is: boolean): string => (is ? 'TRUE' : 'FALSE');

function linearWords(catalogue: Catalogue, { kind, terms, bound }: LinearConstraint): string {
  const side = (positive: boolean): readonly string[] =>
    terms.filter((term) => term.factor.n > 0n === positive).map((term) => name(term.quantity));
  const [plus, minus] = [side(true), side(false)];
  if (kind === 'total') {
    const [total, parts] = plus.length === 1 ? [plus, minus] : [minus, plus];
    return `${listed(parts)} add up to ${listed(total)}`;
  }
  if (kind === 'nested') return `${listed(plus)} is never more than ${listed(minus)}`;
  const measure = measureOf(catalogue, terms[0]?.quantity ?? '');
  const limit =
    measure?.kind === 'number'
      ? writerFor(measure.dimension)(bound)
      : titleOf(catalogue, terms[0]?.quantity ?? '');
  return kind === 'partition'
    ? `${listed(plus)} add up to ${limit}`
    : `${listed(plus)} together are at most ${limit}`;
}
