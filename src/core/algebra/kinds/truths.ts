// `all` and `any`: the product has the property if every part has it, or if some part has it. Presence is never
// diluted: a part of no mass counts as much as any other. Only a loss can end it: what leaves, of unknown
// composition, may be just the part that had or lacked the property.

import type { Rule } from '../../model/catalogue.ts';
import { and, or, same, type Truth } from '../../values/truth.ts';
import type { Kind, Line } from '../kind.ts';
import { isFreeOf } from '../losses.ts';
import { staying } from '../taken-out.ts';

type TruthRule = Extract<Rule, { kind: 'all' | 'any' }>;

function truthKind<R extends TruthRule>(
  name: R['kind'],
  join: (values: Iterable<Truth>) => Truth,
  /** The value that one part can bring about by itself, and so take away with it. */
  decisive: Truth,
): Kind<R, Truth> {
  const combine = (lines: readonly Line<Truth>[]): Truth => join(lines.map((line) => line.value));
  /** What it is after some of the part has gone. */
  const weaken = (truth: Truth): Truth => (truth === decisive ? 'unknown' : truth);
  return {
    name,
    unknown: () => 'unknown',
    read: (leaf, subject) => leaf.truth(subject.id),
    associative: 'always',
    combine,
    behaviours: {
      'lose-some': (step, subject) => {
        const before = combine(step.lines);
        return isFreeOf(step, subject) ? before : weaken(before);
      },
      // What comes back has the property if an earlier output had it: of that nothing is known.
      'return-same': (step) => join([combine(step.lines), 'unknown']),
      replace: (step) => combine(staying(step, weaken)),
    },
    vanishing: weaken,
    join: same,
    known: (truth) => ({ kind: 'truth', truth }),
  };
}

export const all = truthKind<Extract<Rule, { kind: 'all' }>>('all', and, 'false');
export const any = truthKind<Extract<Rule, { kind: 'any' }>>('any', or, 'true');
