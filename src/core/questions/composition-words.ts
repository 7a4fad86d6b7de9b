// Which figure of a composition decides an entry of the catalogue, in a sentence.

import type { Catalogue, QuantityId, Statement } from '../model/catalogue.ts';
import type { CompositionLink, CompositionMeasure, ContentLevel } from '../model/composition.ts';
import { writerFor } from '../values/amounts.ts';
import { anyShare } from '../values/interval.ts';
import { thresholdInWords } from './figure-words.ts';
import { listed, name } from './words.ts';

/** Of a statement, or of the figure that it is judged by; undefined where compositions say nothing of it. */
export function statementComposition(catalogue: Catalogue, statement: Statement): string | undefined {
  const { meaning, composition } = statement;
  if (composition !== undefined) return inWords(composition, []);
  return meaning.kind === 'within' ? quantityComposition(catalogue, meaning.quantity) : undefined;
}

export function quantityComposition(catalogue: Catalogue, id: QuantityId): string | undefined {
  const quantity = catalogue.quantities.get(id);
  if (quantity?.composition === undefined) return undefined;
  return inWords(quantity.composition, quantity.measure.kind === 'scale' ? quantity.measure.steps : []);
}

function inWords({ measure, range }: CompositionLink, steps: readonly string[]): string {
  const what = measureInWords(measure, steps);
  if (range === undefined) return what;
  const limit = thresholdInWords(range, { kind: 'number', dimension: 'share' }, anyShare);
  return `${what}: TRUE where it is certainly ${limit}, FALSE where it certainly is not`;
}

function measureInWords(measure: CompositionMeasure, steps: readonly string[]): string {
  switch (measure.kind) {
    case 'origin':
      return `the share of the product that is ${listed(measure.origins, 'or')}`;
    case 'materials':
      return `the share of the product that is ${listed([...measure.names.map(name), ...casNumbers(measure.cas)], 'or')}`;
    case 'one-material':
      return 'the share of the largest material';
    case 'kept-back': {
      const write = writerFor('share');
      const limits = measure.limits.map((limit, step) => `${name(steps[step] ?? '?')} ${write(limit)}`);
      return `the most that the product or any of its materials keeps back, at most: ${limits.join(', ')}`;
    }
    case 'substances':
      return substancesInWords(measure);
  }
}

const casNumbers = (cas: readonly string[]): readonly string[] =>
  cas.length === 0 ? [] : [`CAS ${cas.join(', ')}`];

const places: Readonly<Record<Exclude<ContentLevel, 'product'>, string>> = {
  article: 'any article',
  'homogeneous-material': 'any homogeneous material',
};

function substancesInWords({ list, cas, over }: Extract<CompositionMeasure, { kind: 'substances' }>): string {
  const onList = list === undefined ? undefined : `of the list ${name(list)}`;
  const meant =
    cas.length === 0
      ? `substances ${onList ?? 'named'}`
      : `${casNumbers(cas).join('')}${onList === undefined ? '' : ` (others ${onList} may be compounds of ${cas.length === 1 ? 'it' : 'them'})`}`;
  if (over === 'product') return `the share of the product that is ${meant}`;
  return cas.length === 0
    ? `the highest content in ${places[over]} of any one of the ${meant}`
    : `the highest content in ${places[over]} of ${meant}`;
}
