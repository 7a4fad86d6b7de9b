// What is known of a set of names: which are certainly in it, which are not, and whether all that may be in it is told.
// Two names of the vocabulary are two things. Any other may be another word for something that is named otherwise, so
// that it is never told apart from it.

export interface Vocabulary {
  readonly names: readonly string[];
  /** Whether nothing else can be in the set. */
  readonly closed: boolean;
}

/** Names of which one is looked for; `any`: whatever it is called. */
export type Wanted = readonly string[] | 'any';

export interface NameSet {
  readonly certain: ReadonlySet<string>;
  /** Of a closed vocabulary `possible` tells as much. */
  readonly excluded: ReadonlySet<string>;
  /** All that may be in it; undefined: anything. */
  readonly possible: ReadonlySet<string> | undefined;
  /** Of each of these at least one is in it, but nobody says which. */
  readonly someOf: readonly Wanted[];
}

type Answer = 'true' | 'false' | 'unknown';

const none: ReadonlySet<string> = new Set();

/** Nothing is known of it. */
export const anyNames = ({ names, closed }: Vocabulary): NameSet => ({
  certain: none,
  excluded: none,
  possible: closed ? new Set(names) : undefined,
  someOf: [],
});

const isCalledOtherwise = (a: string, b: string, { names }: Vocabulary): boolean =>
  a !== b && names.includes(a) && names.includes(b);

/** Whether what goes by the name is in the set. */
export function isNamed(set: NameSet, name: string, vocabulary: Vocabulary): Answer {
  if (set.certain.has(name)) return 'true';
  if (set.excluded.has(name)) return 'false';
  return isRuledOut(set.possible, name, vocabulary) ? 'false' : 'unknown';
}

/** Whether nothing of all that may be in the set goes by the name. */
function isRuledOut(
  possible: ReadonlySet<string> | undefined,
  name: string,
  vocabulary: Vocabulary,
): boolean {
  if (vocabulary.closed && !vocabulary.names.includes(name)) return true;
  if (possible === undefined) return false;
  return [...possible].every((other) => isCalledOtherwise(name, other, vocabulary));
}

/** Whether one of the names is in the set. */
export function hasSome(set: NameSet, wanted: Wanted, vocabulary: Vocabulary): Answer {
  if (wanted === 'any') {
    if (set.certain.size > 0 || set.someOf.length > 0) return 'true';
    return set.possible?.size === 0 ? 'false' : 'unknown';
  }
  const answers = wanted.map((name) => isNamed(set, name, vocabulary));
  if (answers.includes('true')) return 'true';
  if (!answers.includes('unknown')) return 'false';
  // Some name or other of a few is one of these few.
  const isOneOfThese = (some: Wanted): boolean =>
    (some === 'any' ? [...(set.possible ?? [''])] : some).every((name) => wanted.includes(name));
  return set.someOf.some(isOneOfThese) ? 'true' : 'unknown';
}

/** What is known where both hold of one set; undefined where no set can be so. */
export function bothNames(a: NameSet, b: NameSet, vocabulary: Vocabulary): NameSet | undefined {
  return settled(
    {
      certain: new Set([...a.certain, ...b.certain]),
      excluded: new Set([...a.excluded, ...b.excluded, ...ruledOutByEither(a, b, vocabulary)]),
      possible: possibleInBoth(a.possible, b.possible, vocabulary),
      someOf: distinct([...a.someOf, ...b.someOf]),
    },
    vocabulary,
  );
}

/** Of two lists with unlisted names neither says all that both do. */
function ruledOutByEither(a: NameSet, b: NameSet, vocabulary: Vocabulary): readonly string[] {
  if (vocabulary.closed || a.possible === undefined || b.possible === undefined) return [];
  return vocabulary.names.filter((name) =>
    [a, b].some(({ possible }) => isRuledOut(possible, name, vocabulary)),
  );
}

function possibleInBoth(
  a: NameSet['possible'],
  b: NameSet['possible'],
  vocabulary: Vocabulary,
): NameSet['possible'] {
  if (a === undefined || b === undefined) return a ?? b;
  const within = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
    [...some].filter((name) => others.has(name) || !isRuledOut(others, name, vocabulary));
  const [fromA, fromB] = [within(a, b), within(b, a)];
  return new Set(fromB.length < fromA.length ? fromB : fromA);
}

/** What the claims say together: what is left of each, once what cannot be is out of it. */
function settled(set: NameSet, vocabulary: Vocabulary): NameSet | undefined {
  const { excluded } = set;
  const possible = set.possible && new Set([...set.possible].filter((name) => !excluded.has(name)));
  const cut: NameSet = { ...set, excluded: vocabulary.closed ? none : excluded, possible };
  const certain = new Set(cut.certain);
  const someOf: Wanted[] = [];
  for (const some of set.someOf) {
    const left = leftOf(cut, some, vocabulary);
    const [only, ...others] = left ?? ['', ''];
    if (only === undefined) return undefined;
    if (others.length === 0) certain.add(only);
    else someOf.push(some === 'any' ? some : (left ?? some));
  }
  const isImpossible = [...certain].some(
    (name) => excluded.has(name) || isRuledOut(possible, name, vocabulary),
  );
  if (isImpossible) return undefined;
  const isMet = (some: Wanted): boolean =>
    some === 'any' ? certain.size > 0 : some.some((name) => certain.has(name));
  return { ...cut, certain, someOf: distinct(someOf.filter((some) => !isMet(some))) };
}

/** Which of them may be there; undefined: anything. */
function leftOf(set: NameSet, some: Wanted, vocabulary: Vocabulary): readonly string[] | undefined {
  if (some === 'any') return set.possible && [...set.possible];
  return some.filter((name) => isNamed(set, name, vocabulary) !== 'false');
}

/** Each once, without what follows from another. */
function distinct(some: readonly Wanted[]): readonly Wanted[] {
  const keyOf = (wanted: Wanted): string => (wanted === 'any' ? wanted : JSON.stringify([...wanted].sort()));
  const each = [...new Map(some.map((wanted) => [keyOf(wanted), wanted])).values()];
  return each.filter((wanted) => !each.some((other) => other !== wanted && isWithin(other, wanted)));
}

const isWithin = (some: Wanted, wanted: Wanted): boolean =>
  wanted === 'any' || (some !== 'any' && some.every((name) => wanted.includes(name)));

/** The claim that one of the names is in the set, or that none is. */
export function namesWhere(wanted: Wanted, is: boolean, vocabulary: Vocabulary): NameSet {
  const open = anyNames(vocabulary);
  if (is) return { ...open, someOf: [wanted] };
  return wanted === 'any' ? { ...open, possible: none } : { ...open, excluded: new Set(wanted) };
}

/** All that is in any of the sets. */
export function unionOfNames(sets: readonly NameSet[], vocabulary: Vocabulary): NameSet {
  const isIn = (name: string): boolean => sets.every((set) => isNamed(set, name, vocabulary) === 'false');
  return {
    certain: new Set(sets.flatMap(({ certain }) => [...certain])),
    excluded: new Set(sets.flatMap(({ excluded }) => [...excluded]).filter(isIn)),
    possible: unionOfPossible(sets),
    someOf: unmet(
      sets.flatMap(({ someOf }) => someOf),
      sets.flatMap(({ certain }) => [...certain]),
    ),
  };
}

const unmet = (someOf: readonly Wanted[], certain: readonly string[]): readonly Wanted[] =>
  distinct(
    someOf.filter((some) =>
      some === 'any' ? certain.length === 0 : !some.some((name) => certain.includes(name)),
    ),
  );

function unionOfPossible(sets: readonly NameSet[]): NameSet['possible'] {
  const all: string[] = [];
  for (const { possible } of sets) {
    if (possible === undefined) return undefined;
    all.push(...possible);
  }
  return new Set(all);
}

/** What holds whichever of the sets it is. Of what is `asked` it is kept that one of the names is in each of them. */
export function eitherNames(
  sets: readonly NameSet[],
  vocabulary: Vocabulary,
  asked: readonly Wanted[],
): NameSet {
  const [first] = sets;
  const { excluded, possible } = unionOfNames(sets, vocabulary);
  const certain = [...(first?.certain ?? [])].filter((name) => sets.every((set) => set.certain.has(name)));
  const someOf = [...asked, ...sets.flatMap((set) => set.someOf)].filter((some) =>
    sets.every((set) => hasSome(set, some, vocabulary) === 'true'),
  );
  return { excluded, possible, certain: new Set(certain), someOf: unmet(someOf, certain) };
}

/** What is left where anything of it may have gone: nothing new has come. */
export const fewerNames = (set: NameSet): NameSet => ({ ...set, certain: none, someOf: [] });

/** Whether all that may be in it is told, by names that are certainly in it. */
export const isAllTold = ({ certain, possible }: NameSet): boolean => possible?.size === certain.size;

export function sameNames(a: NameSet, b: NameSet): boolean {
  const isSame = (x: ReadonlySet<string> | undefined, y: ReadonlySet<string> | undefined): boolean =>
    x === undefined || y === undefined ? x === y : x.size === y.size && [...x].every((name) => y.has(name));
  return (
    isSame(a.certain, b.certain) &&
    isSame(a.excluded, b.excluded) &&
    isSame(a.possible, b.possible) &&
    a.someOf.length === b.someOf.length &&
    a.someOf.every((wanted) => b.someOf.some((other) => isWithin(wanted, other) && isWithin(other, wanted)))
  );
}

export const isNothingKnown = (set: NameSet, vocabulary: Vocabulary): boolean =>
  sameNames(set, anyNames(vocabulary));

/** Whether everything that one list says is said by the other too. */
export function saysNoMore(a: NameSet, b: NameSet): boolean {
  const isPart = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean =>
    [...x].every((name) => y.has(name));
  const isPossible = a.possible === undefined || (b.possible !== undefined && isPart(b.possible, a.possible));
  return isPossible && isPart(a.certain, b.certain) && isPart(a.excluded, b.excluded);
}
