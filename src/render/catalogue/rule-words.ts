// How a statement or a figure follows from the inputs, in a sentence or two.

import type { Behaviour, Catalogue, Meaning, Rule } from '../../core/model/catalogue.ts';
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
    case 'conc-article':
      return 'Judged in every article by itself: assembling never dilutes. What is coated on or glues parts together has rules of its own.';
    case 'conc-homog':
      return 'Judged in every homogeneous material by itself, coatings and glues included; melting blends.';
    case 'min-level':
      return 'The lowest step of any part and of any joint.';
    case 'min-number':
      return 'The smallest figure of any part.';
    case 'sum':
      return "The amounts of all parts and the maker's own use are added up.";
    case 'same-value':
      return sameInWords(rule);
    case 'assert-refutable':
      return assertionInWords(rule);
    case 'own':
      return "Only the maker's own answer counts: nothing follows from inputs.";
  }
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
  const { operator, of } = meaning.expression;
  if (operator === 'not') return `True when ${quoted(of[0])} is false.`;
  return `True when ${listInWords(of.map(quoted), operator === 'all' ? 'and' : 'or')} ${operator === 'all' ? 'are all' : 'is'} true.`;
}

const ruleNames: Readonly<Record<string, string>> = {
  fraction: 'shares',
  all: 'what must be true of all parts',
  any: 'what is true as soon as one part has it',
  'conc-article': 'contents per article',
  'conc-homog': 'contents per homogeneous material',
  'min-level': 'the lowest step counts',
  'min-number': 'the smallest figure counts',
  sum: 'amounts added up',
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
  'lose-some': 'an unknown selection of the material leaves',
  select: 'whole pieces leave, an unknown selection of them',
  limit: 'no better than the levels of the joint',
  judge: 'may refute or open what the maker asserts',
  'add-term': "the maker's own use is added",
  unknown: 'nothing is known afterwards',
};
