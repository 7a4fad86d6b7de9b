// Part of a case under changing grounds: would these alone decide a statement? Whole sets are laid down, some
// grounds are lifted and laid back, and only what they touch is evaluated again.

import type { Claim } from '../algebra/believe.ts';
import type { Known, Leaf, Subject } from '../algebra/kind.ts';
import { truthIn } from '../algebra/knowledge.ts';
import type { Process } from '../model/bill.ts';
import type { StatementId } from '../model/catalogue.ts';
import type { Truth } from '../values/truth.ts';
import { type Case, conclude, leafFrom } from './evaluate.ts';
import { type Ground, groundsFor } from './grounds.ts';
import { type Meter, type Watch, watchSubject } from './watch.ts';

export interface View {
  /** Everything the view could rest on. */
  all(): readonly Ground[];
  /** Witnesses found in this view: bands of one group often rest on the same answers. */
  readonly found: (readonly Ground[])[];
  /** Rest on these grounds, and on nothing else. */
  lay(grounds: readonly Ground[]): void;
  /** Do without some of those laid. */
  lift(some: readonly Ground[]): void;
  /** Rest on some more. */
  layBack(some: readonly Ground[]): void;
  decides(statement: StatementId, answer: Truth): boolean;
}

/** Making a leaf reads all that an input claims: it costs about as much as so many lines. */
const EFFORT_OF_LEAF = 20;

/** `meter` is told of everything that is evaluated. */
export function openView(
  c: Case,
  subjects: readonly Subject[],
  ids: ReadonlySet<string>,
  meter: Meter,
): View {
  const relevant = subjects.filter((subject) => ids.has(subject.id));
  let grounds: readonly Ground[] | undefined;
  const laid = new Set<Ground>();
  const claims = new Map<string, Set<Claim>>();
  const own = new Set<Claim>();
  const speaking = new Set<Process>();
  const leaves = new Map<string, Leaf>();
  const told = {
    isSilent: (process: Process | undefined) => process !== undefined && !speaking.has(process),
    leafOf: (input: string) => {
      const said = [...(claims.get(input) ?? [])];
      const key = [input, ...said.map((claim) => claim.key)].join('\n');
      const known = leaves.get(key);
      if (known !== undefined) return known;
      meter.spent += EFFORT_OF_LEAF;
      const leaf = leafFrom(c, input, said);
      leaves.set(key, leaf);
      return leaf;
    },
  };
  const watches = new Map(
    relevant.map((subject) => [subject, watchSubject(c.plan.product, subject, told, meter)]),
  );
  const change = (ground: Ground, isLaid: boolean): void => {
    if (ground.kind === 'own') put(own, ground.claim, isLaid);
    else if (ground.kind === 'process') {
      put(speaking, ground.process, isLaid);
      for (const watch of watches.values()) watch.forgetProcess(ground.process);
    } else {
      const said = claims.get(ground.input) ?? new Set();
      claims.set(ground.input, put(said, ground.claim, isLaid));
      for (const watch of watches.values()) watch.forgetInput(ground.input);
    }
  };
  const changeAll = (some: readonly Ground[], isLaid: boolean): void => {
    for (const ground of some) {
      change(ground, isLaid);
      put(laid, ground, isLaid);
    }
  };
  return {
    all() {
      grounds ??= groundsFor(c, relevant, ids);
      return grounds;
    },
    found: [],
    lay(some) {
      const wanted = new Set(some);
      changeAll(
        [...laid].filter((ground) => !wanted.has(ground)),
        false,
      );
      changeAll(
        [...wanted].filter((ground) => !laid.has(ground)),
        true,
      );
    },
    lift: (some) => changeAll(some, false),
    layBack: (some) => changeAll(some, true),
    decides(statement, answer) {
      const { knowledge } = conclude(c, relevant, (subject) => knownOf(watches, subject), [...own]);
      return knowledge !== undefined && truthIn(knowledge, c.catalogue, statement) === answer;
    },
  };
}

function knownOf(watches: ReadonlyMap<Subject, Watch>, subject: Subject): Known {
  return watches.get(subject)?.known() ?? { kind: 'nothing' };
}

function put<T>(set: Set<T>, element: T, isIn: boolean): Set<T> {
  if (isIn) set.add(element);
  else set.delete(element);
  return set;
}
