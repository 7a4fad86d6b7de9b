// Part of a case under changing grounds and constraints: would these alone decide a statement? Whole sets are laid
// down, some grounds are lifted and laid back, and only what they touch is evaluated again.

import type { Known, Subject } from '../algebra/kind.ts';
import { type Knowledge, truthIn } from '../algebra/knowledge.ts';
import type { StatementId } from '../model/catalogue.ts';
import type { Truth } from '../values/truth.ts';
import { type Case, conclude } from './evaluate.ts';
import { type Ground, groundsFor } from './grounds.ts';
import { layNothing } from './laid.ts';
import type { Learn } from './listener.ts';
import type { Constraints, Follow, Followed } from './under-constraints.ts';
import { type Meter, watchSubject } from './watch.ts';

export interface View {
  /** Everything the view could rest on. */
  all(): readonly Ground[];
  /** Witnesses found in this view: bands of one group often rest on the same answers. */
  readonly found: (readonly Ground[])[];
  /** What follows from some of those, for which of the constraints has been asked. */
  readonly followed: {
    readonly grounds: readonly Ground[];
    readonly follow: Follow<Knowledge | undefined>;
  }[];
  /** Rest on these grounds, and on nothing else; under all constraints of the view. */
  lay(grounds: readonly Ground[]): void;
  /** Do without some of those laid. */
  lift(some: readonly Ground[]): void;
  /** Rest on some more. */
  layBack(some: readonly Ground[]): void;
  decides(statement: StatementId, answer: Truth): boolean;
  /** What is known on what is laid under these constraints, until grounds are laid anew; undefined where it does not fit. */
  under(constraints: Constraints): Followed<Knowledge | undefined>;
}

/** What views of one case share. */
export interface Shared {
  readonly c: Case;
  readonly learn: Learn;
  /** Told of everything that is evaluated. */
  readonly meter: Meter;
}

/**
 * Bands of one group, and of groups that constraints tie together, are asked of the same grounds: what follows from so
 * many sets of them is kept.
 */
const MOST_REMEMBERED = 500;

/** A view of the subjects named, under the constraints. */
export function openView(
  { c, learn, meter }: Shared,
  subjects: readonly Subject[],
  ids: ReadonlySet<string>,
  constraints: Constraints,
): View {
  const relevant = subjects.filter((subject) => ids.has(subject.id));
  let grounds: readonly Ground[] | undefined;
  const all = (): readonly Ground[] => {
    grounds ??= groundsFor(c, relevant, ids);
    return grounds;
  };
  const laid = layNothing(c, learn, constraints, {
    forgetInput(name) {
      for (const watch of watches.values()) watch.forgetInput(name);
    },
    forgetProcess(process) {
      for (const watch of watches.values()) watch.forgetProcess(process);
    },
  });
  const watches = new Map(
    relevant.map((subject) => [subject, watchSubject(c.plan.product, subject, laid.told, meter)]),
  );
  const changeAll = (some: readonly Ground[], isLaid: boolean): void => {
    for (const ground of some) laid.change(ground, isLaid);
  };
  const follow = (): Followed<Knowledge | undefined> => {
    const knownOf = (subject: Subject): Known => watches.get(subject)?.known() ?? { kind: 'nothing' };
    const { knowledge, used } = conclude(c, relevant, knownOf, [...laid.own], [...laid.given()]);
    return { follows: knowledge, used };
  };
  const known = new Map<string, Knowledge | undefined>();
  const followOnce = (): Knowledge | undefined => {
    const key = all()
      .map((ground) => (laid.grounds.has(ground) ? '+' : '-'))
      .join('');
    if (known.has(key)) return known.get(key);
    const { follows } = follow();
    if (known.size < MOST_REMEMBERED) known.set(key, follows);
    return follows;
  };
  return {
    all,
    found: [],
    followed: [],
    lay(some) {
      laid.confine(constraints);
      const wanted = new Set(some);
      changeAll(
        [...laid.grounds].filter((ground) => !wanted.has(ground)),
        false,
      );
      changeAll(
        [...wanted].filter((ground) => !laid.grounds.has(ground)),
        true,
      );
    },
    lift: (some) => changeAll(some, false),
    layBack: (some) => changeAll(some, true),
    decides(statement, answer) {
      const follows = followOnce();
      return follows !== undefined && truthIn(follows, c.catalogue, statement) === answer;
    },
    under(next) {
      laid.confine(next);
      const { follows, used } = follow();
      return { follows, used: new Set([...used, ...laid.used()]) };
    },
  };
}
