// `set`: which names are in the product: all that are in any part. The whole list is known only where that of every part
// is. A part of no mass counts as much as any other. What leaves takes nobody knows which of them along, but brings no
// new one: what was certain is possible then, and what was not possible still is not.

import { type Rule, vocabularyOf } from '../../model/catalogue.ts';
import { anyNames, eitherNames, fewerNames, type NameSet, unionOfNames } from '../../values/name-set.ts';
import type { Kind, Line, Subject } from '../kind.ts';
import { isFreeOf } from '../losses.ts';
import { staying } from '../taken-out.ts';

type SetRule = Extract<Rule, { kind: 'set' }>;

const combine = (lines: readonly Line<NameSet>[], { measure }: Subject<SetRule>): NameSet =>
  unionOfNames(
    lines.map(({ value }) => value),
    vocabularyOf(measure),
  );

export const set: Kind<SetRule, NameSet> = {
  name: 'set',
  unknown: ({ measure }) => anyNames(vocabularyOf(measure)),
  read: (leaf, { id }) => leaf.names(id),
  associative: 'always',
  combine,
  behaviours: {
    'lose-some': (step, subject) => {
      const before = combine(step.lines, subject);
      return isFreeOf(step, subject) ? before : fewerNames(before);
    },
    // What comes back holds what an earlier output held, and nobody says what that was.
    'return-same': (step, subject) => {
      const vocabulary = vocabularyOf(subject.measure);
      return unionOfNames([combine(step.lines, subject), anyNames(vocabulary)], vocabulary);
    },
    replace: (step, subject) => combine(staying(step, fewerNames), subject),
  },
  vanishing: fewerNames,
  // A mix of sources holds what is in some of them: one at least, and at most all of them.
  join: (values, { measure, asked = [] }) => eitherNames(values, vocabularyOf(measure), asked),
  known: (names) => ({ kind: 'names', names }),
};
