// A list of names as it is written: `cobalt; ?nickel; !copper; complete`. Those that are there, `?` those that may be,
// `!` those that are not, and whether there are no others. For programs alone `|cobalt|nickel` says that one of them is
// there.

import { inOrder } from '../text/order.ts';
import { anyNames, bothNames, type NameSet, type Vocabulary, type Wanted } from './name-set.ts';

export interface NameList {
  readonly names: readonly string[];
  /** Only worth telling where the list is complete. */
  readonly maybe: readonly string[];
  readonly without: readonly string[];
  readonly complete: boolean;
}

export const COMPLETE = 'complete';

const BREAK = ';';
const SOME = '|';

/** Why a name cannot be told from what else a list says. */
export const isReadableName = (name: string): boolean =>
  name !== COMPLETE && !/^[?!|]/.test(name) && !name.includes(BREAK) && !name.includes(SOME);

/** The entries of a list that is written as one text. */
export const splitNames = (text: string): readonly string[] =>
  text
    .split(BREAK)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What one entry says. */
export function entryOfList(part: string): readonly [key: keyof NameList, name: string] {
  if (part === COMPLETE) return ['complete', ''];
  if (part.startsWith('?')) return ['maybe', part.slice(1).trim()];
  return part.startsWith('!') ? ['without', part.slice(1).trim()] : ['names', part];
}

/** The list in short: of what may and what may not be there, whichever is fewer. */
export function listOf(set: NameSet, vocabulary: Vocabulary): NameList {
  const { certain, possible } = set;
  const order = (names: Iterable<string>): readonly string[] => inVocabulary(names, vocabulary);
  const names = order(certain);
  const maybe = order([...(possible ?? [])].filter((name) => !certain.has(name)));
  if (!vocabulary.closed) {
    const without = order(set.excluded);
    return possible === undefined
      ? { names, maybe: [], without, complete: false }
      : { names, maybe, without, complete: true };
  }
  const without = vocabulary.names.filter((name) => possible?.has(name) === false);
  return maybe.length <= without.length
    ? { names, maybe, without: [], complete: true }
    : { names, maybe: [], without, complete: false };
}

const inVocabulary = (names: Iterable<string>, vocabulary: Vocabulary): readonly string[] => {
  const all = new Set(names);
  const listed = vocabulary.names.filter((name) => all.has(name));
  return [...listed, ...inOrder([...all].filter((name) => !vocabulary.names.includes(name)))];
};

/** What the list says; undefined where it contradicts itself. */
export function setFrom(list: NameList, vocabulary: Vocabulary): NameSet | undefined {
  const open = anyNames(vocabulary);
  const said: NameSet = {
    certain: new Set(list.names),
    excluded: new Set(list.without),
    possible: list.complete ? new Set([...list.names, ...list.maybe]) : open.possible,
    someOf: [],
  };
  return bothNames(open, said, vocabulary);
}

/** The set as one text with all that is known of it; `unknown` where that is nothing. */
export function writeNames(set: NameSet, vocabulary: Vocabulary): string {
  const parts = [
    ...partsOf(listOf(set, vocabulary)),
    ...set.someOf.map((some) => `${SOME}${some === 'any' ? '' : some.join(SOME)}`),
  ];
  return parts.length === 0 ? 'unknown' : parts.join(`${BREAK} `);
}

/** A list as one text, as it is typed into a cell. */
export function writeList(list: NameList): string {
  const parts = partsOf(list);
  return parts.length === 0 ? 'unknown' : parts.join(`${BREAK} `);
}

const partsOf = ({ names, maybe, without, complete }: NameList): readonly string[] => [
  ...names,
  ...maybe.map((name) => `?${name}`),
  ...without.map((name) => `!${name}`),
  ...(complete ? [COMPLETE] : []),
];

/** What `writeNames` wrote; undefined for a text that says what cannot be. */
export function readNames(text: string, vocabulary: Vocabulary): NameSet | undefined {
  if (text === 'unknown') return anyNames(vocabulary);
  const said = { names: [] as string[], maybe: [] as string[], without: [] as string[] };
  const someOf: Wanted[] = [];
  let complete = false;
  for (const part of splitNames(text)) {
    if (part.startsWith(SOME)) someOf.push(part === SOME ? 'any' : part.slice(1).split(SOME));
    else {
      const [key, name] = entryOfList(part);
      if (key === 'complete') complete = true;
      else said[key].push(name);
    }
  }
  const set = setFrom({ ...said, complete }, vocabulary);
  return set && bothNames(set, { ...anyNames(vocabulary), someOf }, vocabulary);
}
