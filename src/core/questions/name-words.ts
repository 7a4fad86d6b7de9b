// What is known of a set of names, in the words of a sentence: `cobalt`, `lithium` and perhaps others.

import { listOf, readNames } from '../values/name-list.ts';
import { isNothingKnown, type NameSet, type Vocabulary, type Wanted } from '../values/name-set.ts';
import { listed, listedUpTo, name } from './words.ts';

const MOST_NAMES = 12;

const enumerated = (parts: readonly string[]): string => listedUpTo(parts, MOST_NAMES, 'name');

const named = (names: readonly string[]): string => enumerated(names.map(name));

/** `unknown` where nothing is known of it. */
export function namesInWords(set: NameSet, vocabulary: Vocabulary): string {
  if (isNothingKnown(set, vocabulary)) return 'unknown';
  const { names, maybe, without, complete } = listOf(set, vocabulary);
  const some = set.someOf.map((wanted) =>
    wanted === 'any' ? 'at least one' : `at least one of ${named(wanted)}`,
  );
  const certain = [...names.map(name), ...some];
  if (complete) return completeInWords(certain, maybe);
  const not = without.length === 0 ? '' : `, but not ${listed(without.map(name), 'or')}`;
  const others = names.length === 0 ? [] : ['perhaps others'];
  const there = certain.length === 0 ? 'anything' : enumerated([...certain, ...others]);
  return `${there}${not}`;
}

function completeInWords(certain: readonly string[], maybe: readonly string[]): string {
  if (certain.length + maybe.length === 0) return 'none';
  const perhaps = maybe.length === 0 ? [] : [`perhaps ${named(maybe)}`];
  return `${[...(certain.length === 0 ? [] : [enumerated(certain)]), ...perhaps].join(', ')}, nothing else`;
}

/** The same of a list as a trace writes it. */
export function listInWords(text: string, vocabulary: Vocabulary): string {
  const set = readNames(text, vocabulary);
  return set === undefined ? text : namesInWords(set, vocabulary);
}

/** What is looked for: `cobalt` or `lithium`, or anything at all. */
export const wantedInWords = (wanted: Wanted): string =>
  wanted === 'any' ? 'anything' : listed(wanted.map(name), 'or');
