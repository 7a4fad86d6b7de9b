import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOf, readNames, setFrom, writeList, writeNames } from '../../../src/core/values/name-list.ts';
import {
  anyNames,
  bothNames,
  eitherNames,
  fewerNames,
  hasSome,
  type NameSet,
  namesWhere,
  sameNames,
  unionOfNames,
  type Vocabulary,
} from '../../../src/core/values/name-set.ts';

const closed: Vocabulary = { names: ['a', 'b', 'c'], closed: true };
const open: Vocabulary = { names: ['a', 'b', 'c'], closed: false };
const free: Vocabulary = { names: [], closed: false };

function setOf(text: string, vocabulary = closed): NameSet {
  const set = readNames(text, vocabulary);
  if (set === undefined) throw new Error(`no set is ${text}`);
  return set;
}

const united = (texts: readonly string[], vocabulary = closed): string =>
  writeNames(
    unionOfNames(
      texts.map((text) => setOf(text, vocabulary)),
      vocabulary,
    ),
    vocabulary,
  );

describe('all names of several sets', () => {
  test.each<[readonly string[], string]>([
    [['a; complete', 'b; complete'], 'a; b; complete'],
    [['a; complete', 'b'], 'a; b'],
    [['a; ?b; complete', '?c; complete'], 'a'],
    [['complete', 'complete'], 'complete'],
    [['!a', '!a; !b'], '!a'],
    [['!a', 'b; complete'], 'b; ?c; complete'],
    [['|a|b', 'unknown'], '|a|b'],
    [['|a|b', 'b'], 'b'],
    [['unknown', 'unknown'], 'unknown'],
  ])('%j: %s', (texts, expected) => expect(united(texts)).toBe(expected));
});

describe('whether one of some names is there', () => {
  test.each<[string, readonly string[] | 'any', string, Vocabulary]>([
    ['a', ['a'], 'true', closed],
    ['a', ['b'], 'unknown', closed],
    ['a; complete', ['b'], 'false', closed],
    ['a; complete', ['b', 'a'], 'true', closed],
    ['?a; complete', ['a'], 'unknown', closed],
    ['complete', 'any', 'false', closed],
    ['?a; complete', 'any', 'unknown', closed],
    ['|a|b', ['a', 'b', 'c'], 'true', closed],
    ['|a|b', ['a', 'c'], 'unknown', closed],
    ['|a|b; !a', ['b'], 'true', closed],
    ['|; ?a; complete', ['a'], 'true', closed],
    // What nobody has listed may be another word for what is looked for.
    ['x; complete', ['a'], 'unknown', open],
    ['b; complete', ['a'], 'false', open],
    ['x; !a; complete', ['a'], 'false', open],
    ['x; complete', 'any', 'true', free],
    ['complete', ['x'], 'false', free],
    ['y; complete', ['x'], 'unknown', free],
    ['x', ['x'], 'true', free],
  ])('%s: %j is %s', (text, wanted, expected, vocabulary) =>
    expect(hasSome(setOf(text, vocabulary), wanted, vocabulary)).toBe(expected),
  );
});

describe('what cannot be said together', () => {
  const says = (text: string, wanted: readonly string[] | 'any', is: boolean): string => {
    const both = bothNames(setOf(text), namesWhere(wanted, is, closed), closed);
    return both === undefined ? 'impossible' : writeNames(both, closed);
  };

  test.each<[string, readonly string[] | 'any', boolean, string]>([
    ['a', ['a'], false, 'impossible'],
    ['a', 'any', false, 'impossible'],
    ['complete', 'any', true, 'impossible'],
    ['b; complete', ['a'], true, 'impossible'],
    ['|a|b', ['a', 'b'], false, 'impossible'],
    ['|a|b', ['a'], false, 'b; ?c; complete'],
    ['?a; ?b; complete', ['a', 'c'], true, 'a; ?b; complete'],
    ['unknown', 'any', false, 'complete'],
  ])('%s, and that %j is %s: %s', (text, wanted, is, expected) =>
    expect(says(text, wanted, is)).toBe(expected),
  );

  test('an unlisted name may be the only one that is possible', () => {
    const both = bothNames(setOf('x', open), setOf('?a; complete', open), open);
    expect(both && hasSome(both, ['b'], open)).toBe('false');
  });

  test('two lists of unlisted names lose nothing that one of them rules out', () => {
    const both = bothNames(setOf('x; complete', open), setOf('?a; complete', open), open);
    expect(both && ['a', 'b', 'c'].map((name) => hasSome(both, [name], open))).toEqual([
      'unknown',
      'false',
      'false',
    ]);
  });
});

test('of either of two sets that is certain which both have, and one of what is asked of both', () => {
  const either = (texts: readonly string[]): string =>
    writeNames(
      eitherNames(
        texts.map((text) => setOf(text)),
        closed,
        [['a', 'b'], ['c']],
      ),
      closed,
    );
  expect(either(['a; complete', 'b; complete'])).toBe('!c; |a|b');
  expect(either(['a; c', 'a; complete'])).toBe('a');
  expect(either(['!a', '!b; !a'])).toBe('!a');
});

test.each([
  ['|a|b', '|b|a', true],
  ['|a|b', '|a|b|c', false],
  ['|a|b; |', '|a|b', true],
  ['a', 'a; b', false],
  ['!c', '?a; ?b; complete', true],
])('%s and %s say the same: %s', (a, b, expected) => expect(sameNames(setOf(a), setOf(b))).toBe(expected));

test('where some may have gone nothing is certain, and nothing new is possible', () => {
  expect(writeNames(fewerNames(setOf('a; ?b; complete')), closed)).toBe('!c');
  expect(writeNames(fewerNames(setOf('|a|b; !c')), closed)).toBe('!c');
});

// ---- laws, over all subsets

const truths = fc.subarray(['a', 'b', 'c']);
const vocabularies = fc.constantFrom(closed, open);

/** A list that is true of the set. */
const listFor = (held: readonly string[], vocabulary: Vocabulary) =>
  fc
    .record({ some: fc.subarray([...held]), not: fc.subarray(['a', 'b', 'c']), complete: fc.boolean() })
    .map(({ some, not, complete }) => {
      const absent = not.filter((name) => !held.includes(name));
      const untold = held.filter((name) => !some.includes(name));
      const [first, ...rest] = absent;
      const maybe = complete ? [...untold, ...(first === undefined ? [] : [first])] : [];
      return setFrom({ names: some, maybe, without: rest, complete }, vocabulary);
    });

const isTrueOf = (set: NameSet | undefined, held: readonly string[], vocabulary: Vocabulary): boolean =>
  set !== undefined &&
  ['a', 'b', 'c'].every((name) => {
    const told = hasSome(set, [name], vocabulary);
    return told === 'unknown' || told === `${held.includes(name)}`;
  });

const pairs = fc.tuple(truths, truths, vocabularies).chain(([a, b, vocabulary]) =>
  fc.record({
    a: fc.constant(a),
    b: fc.constant(b),
    vocabulary: fc.constant(vocabulary),
    ofA: listFor(a, vocabulary),
    again: listFor(a, vocabulary),
    ofB: listFor(b, vocabulary),
  }),
);

test('what is true of sets is true of their union, of either, of a part, and of both lists of one set', () => {
  fc.assert(
    fc.property(pairs, fc.subarray(['a', 'b', 'c']), ({ a, b, vocabulary, ofA, again, ofB }, part) => {
      if (ofA === undefined || ofB === undefined || again === undefined) throw new Error('a true list');
      const both = [ofA, ofB];
      expect(isTrueOf(unionOfNames(both, vocabulary), [...a, ...b], vocabulary)).toBe(true);
      expect(isTrueOf(eitherNames(both, vocabulary, ['any']), a, vocabulary)).toBe(true);
      expect(isTrueOf(eitherNames(both, vocabulary, ['any']), b, vocabulary)).toBe(true);
      const left = a.filter((name) => part.includes(name));
      expect(isTrueOf(fewerNames(ofA), left, vocabulary)).toBe(true);
      expect(isTrueOf(bothNames(ofA, again, vocabulary), a, vocabulary)).toBe(true);
    }),
  );
});

test('a set written as a list or as a text is the set again', () => {
  fc.assert(
    fc.property(pairs, ({ ofA, vocabulary }) => {
      if (ofA === undefined) throw new Error('a true list');
      expect(setFrom(listOf(ofA, vocabulary), vocabulary)).toEqual(ofA);
      expect(readNames(writeNames(ofA, vocabulary), vocabulary)).toEqual(ofA);
      expect(writeList(listOf(ofA, vocabulary))).toBe(writeNames(ofA, vocabulary));
    }),
  );
  expect(writeNames(anyNames(closed), closed)).toBe('unknown');
});
