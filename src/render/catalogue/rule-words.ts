// How a statement or a figure follows from the inputs, in a sentence or two.

import type { Behaviour, Catalogue, Meaning, Rule } from '../../core/model/catalogue.ts';
import type { MinorRule } from '../../core/model/minor-rule.ts';
import { writerFor } from '../../core/values/amounts.ts';
import { isZero } from '../../core/values/rational.ts';
import { showRegion } from '../../core/values/show.ts';
import { listInWords } from '../plural.ts';

const quoted = (name: string): string => `\`${name}\``;

const custodyWords = {
  physical: 'Only material that is physically there counts; mass balance says nothing here.',
  attributed: 'Material counted by mass balance, or by a stricter custody model, counts.',
  claimed: 'Claims under any custody model count.',
} as const;

/** Shares of energy or water: nothing is contained there. */
const usedWords = {
  physical: 'Only what is so in fact counts, not what is booked to it.',
  attributed: 'What is attributed by mass balance, or by a stricter custody model, counts.',
  claimed: 'Claims under any custody model count.',
} as const;

export function ruleInWords(rule: Rule): string {
  switch (rule.kind) {
    case 'fraction': {
      const weight = rule.weight === 'mass' ? 'mass' : quoted(rule.weight);
      const attributed =
        rule.attributedBy === undefined
          ? ''
          : ` A sheet that answers ${quoted(rule.attributedBy)} true speaks of mass balance.`;
      return `A share: the amounts of all parts are added up, weighed by ${weight}. ${(rule.weight === 'mass' ? custodyWords : usedWords)[rule.custody]}${attributed}`;
    }
    case 'all':
      return 'True when it is true of every part; one part of which it is false makes it false.';
    case 'any':
      return 'True when it is true of one part; false when it is false of every part.';
    case 'all-except-minor':
      return minorInWords(rule);
    case 'conc-article':
      return 'Judged in every article by itself: assembling never dilutes. What is coated on or glues parts together has rules of its own.';
    case 'conc-homog':
      return 'Judged in every homogeneous material by itself, coatings and glues included; melting blends.';
    case 'conc-mixture':
      return `Judged in the mixture as a whole: mixing gives the mean by mass${rule.named ? ' of the one substance' : ', which is the most that the highest content can be'}. Of parts side by side, which are no mixture, nothing follows.`;
    case 'min-level':
      return 'The lowest step of any part and of any joint.';
    case 'min-number':
      return 'The smallest figure of any part.';
    case 'max-number':
      return 'The largest figure of any part.';
    case 'sum':
      return "The amounts of all parts and the maker's own use are added up.";
    case 'content':
      return 'What the parts contain of it is added up; what leaves may take of it.';
    case 'set':
      return 'A list: the names of all parts together. It is complete only where that of every part is.';
    case 'same-value':
      return sameInWords(rule);
    case 'assert-refutable':
      return assertionInWords(rule);
    case 'own':
      return "Only the maker's own answer counts: nothing follows from inputs.";
  }
}

function minorInWords({ perItem, total, materials }: MinorRule): string {
  const write = writerFor('share');
  const whole =
    materials === 'whole'
      ? ' A material that names no inputs is one constituent: what is said of it is said of all of it.'
      : '';
  return `True when everything of which it may not be true is at most ${write(total)} of the mass of the product, and each constituent of that at most ${write(perItem)}. Of a part of which it is true, ${write(total)} may be such; a part of which it is false need not have more than ${write(perItem)}.${whole}`;
}

function sameInWords({ of, tolerance }: Extract<Rule, { kind: 'same-value' }>): string {
  if (isZero(tolerance)) return `True when ${quoted(of)} is the same in every part.`;
  const rest = writerFor('share')(tolerance);
  return `True when everything that may be another material, by ${quoted(of)}, is at most ${rest} of the mass of the product. Of a part that is one material only but for ${rest}, ${rest} may be another.`;
}

function assertionInWords(rule: Extract<Rule, { kind: 'assert-refutable' }>): string {
  const parts =
    rule.scope === 'all' ? 'Parts of which it is false refute it, parts that do not say leave it open. ' : '';
  const refuted =
    rule.refutedBy.length === 0
      ? ''
      : `Processes with the trait ${listInWords(rule.refutedBy.map(quoted), 'or')} refute it. `;
  const opened =
    rule.openedBy.length === 0
      ? ''
      : `Processes with the trait ${listInWords(rule.openedBy.map(quoted), 'or')} leave it open.`;
  return `Only the maker can assert it. ${parts}${refuted}${opened}`.trim();
}

export function meaningInWords(meaning: Meaning, catalogue: Catalogue): string {
  if (meaning.kind === 'plain') return ruleInWords(meaning.rule);
  if (meaning.kind === 'within') {
    const quantity = catalogue.quantities.get(meaning.quantity);
    const range = quantity === undefined ? '' : showRegion([meaning.range], quantity.measure);
    const rule = quantity === undefined ? '' : ` ${ruleInWords(quantity.rule)}`;
    return `True when the figure ${quoted(meaning.quantity)} is within ${range}.${rule}`;
  }
  if (meaning.kind === 'named') return namedInWords(meaning, catalogue);
  const { expression } = meaning;
  if (expression.operator === 'unless') {
    const { quantity, range, of } = expression;
    const share = meaningInWords({ kind: 'within', quantity, range }, catalogue);
    return `${share} Vetoed by ${listInWords(of.map(quoted), 'or')}: false as soon as one is true.`;
  }
  const { operator, of } = expression;
  if (operator === 'not') return `True when ${quoted(of[0])} is false.`;
  return `True when ${listInWords(of.map(quoted), operator === 'all' ? 'and' : 'or')} ${operator === 'all' ? 'are all' : 'is'} true.`;
}

function namedInWords(
  { names, quantity: id }: Extract<Meaning, { kind: 'named' }>,
  catalogue: Catalogue,
): string {
  const wanted = names === 'any' ? 'anything' : listInWords(names.map(quoted), 'or');
  const quantity = catalogue.quantities.get(id);
  const rule = quantity === undefined ? '' : ` ${ruleInWords(quantity.rule)}`;
  return `True when ${wanted} is on the list ${quoted(id)}, false when the list is known to be ${names === 'any' ? 'empty' : 'without'}.${rule}`;
}

const ruleNames: Readonly<Record<string, string>> = {
  fraction: 'shares',
  all: 'what must be true of all parts',
  any: 'what is true as soon as one part has it',
  'all-except-minor': 'true of all but minor parts',
  'conc-article': 'contents per article',
  'conc-homog': 'contents per homogeneous material',
  'conc-mixture': 'contents of a mixture',
  'min-level': 'the lowest step counts',
  'min-number': 'the smallest figure counts',
  'max-number': 'the largest figure counts',
  sum: 'amounts added up',
  content: 'masses contained',
  set: 'lists of names',
  'same-value': 'the same in all parts',
  'assert-refutable': 'what the maker asserts',
  own: "the maker's own answers",
};

/** A kind of rule, or one for a weight, in words and by its name; a single quantity or statement by its id. */
export function ruleNamed(rule: string): string {
  const [kind = rule, weight] = rule.split('/');
  const by = weight === undefined ? '' : `, weighed by \`${weight}\``;
  return ruleNames[kind] === undefined ? quoted(rule) : `${ruleNames[kind]}${by} (${kind})`;
}

export const behaviourWords: Readonly<Record<Behaviour, string>> = {
  combine: 'the rule combines the parts',
  blend: 'the parts become one homogeneous material',
  absorb: 'what is applied becomes part of an article',
  pool: 'what is applied is judged over all it joins',
  shrink: 'it gets less as the mass does',
  'lose-some': 'an unknown selection of the material leaves',
  select: 'whole pieces leave, an unknown selection of them',
  limit: 'no better than the levels of the joint',
  judge: 'may refute or open what the maker asserts',
  'add-term': "the maker's own use is added",
  replace: 'something unknown is taken out, and the rest combines with what is put in',
  credit: 'what the process books to it counts',
  'return-whole': 'what comes back counts wholly',
  'return-none': 'what comes back does not count',
  'return-same': 'what comes back is like earlier output',
  whole: 'all of it counts afterwards',
  none: 'none of it counts afterwards',
  unknown: 'nothing is known afterwards',
};
