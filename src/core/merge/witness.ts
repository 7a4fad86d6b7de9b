// What a published answer rests on: a minimal set of answers, own claims and process facts that suffices with
// everything else unknown, out of those with the strongest assurance, and the constraints it takes. Found by the deletion filter; where that would take too
// long the set still suffices, but is not minimal, and says so.

import { smallestFailing, subjectsOfStatement, tiedTo } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import { type Knowledge, truthIn } from '../algebra/knowledge.ts';
import type { Bill } from '../model/bill.ts';
import type { StatementId } from '../model/catalogue.ts';
import type { Constraint } from '../model/constraint.ts';
import type { Stage } from '../model/trace.ts';
import { inOrder } from '../text/order.ts';
import type { DateText } from '../values/date.ts';
import type { Truth } from '../values/truth.ts';
import { dropNeedless, type Kept } from './deletion-filter.ts';
import type { Case } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import { learnOnce } from './listener.ts';
import { type DaysOf, daysIn, type Strongest, stagesOf, strongestOf } from './standing.ts';
import { type Constraints, type Follow, remember } from './under-constraints.ts';
import { openView, type View } from './view.ts';
import type { Meter } from './watch.ts';

export interface Witness {
  readonly grounds: readonly Ground[];
  /** Ids of the constraints without which the grounds would not decide the statement. */
  readonly constraints: readonly string[];
  /** False where the search was given up: some grounds or constraints may not be needed. */
  readonly minimal: boolean;
  /** How the answer stands, strongest first. */
  readonly stands: readonly Stage[];
}

export const nothingNeeded: Witness = { grounds: [], constraints: [], minimal: true, stands: [] };

/** What may be spent on one statement, in lines combined: enough for some hundred inputs in any case. */
const MOST_EFFORT = 200_000;

export interface WitnessSearch {
  find(statement: StatementId, answer: Truth): Witness;
}

/** Finds witnesses for one case; most statements are decided by their own subjects, without any constraint. */
export function searchWitnesses(
  c: Case,
  subjects: readonly Subject[],
  { issued, validUntil }: Pick<Bill, 'issued' | 'validUntil'>,
  mostEffort = MOST_EFFORT,
): WitnessSearch {
  const daysOf = daysIn(c, issued);
  const meter: Meter = { spent: 0 };
  const shared = { c, learn: learnOnce(c.catalogue, meter), meter };
  const viewsUnder = (constraints: Constraints): ((ids: ReadonlySet<string>) => View) => {
    const views = new Map<string, View>();
    return (ids) => {
      const key = inOrder(ids).join(' ');
      const view = views.get(key) ?? openView(shared, subjects, ids, constraints);
      views.set(key, view);
      return view;
    };
  };
  const plain = viewsUnder(new Set());
  const tied = viewsUnder(new Set(c.catalogue.constraints));
  return {
    find(statement, answer) {
      meter.spent = 0;
      const isTired = (): boolean => meter.spent > mostEffort;
      const asked: Asked = { statement, answer, isTired, daysOf, end: validUntil };
      const own = new Set(subjectsOfStatement(c.catalogue, statement));
      const found = smallest(plain(own), asked);
      const ids = tiedTo(c.catalogue, own);
      const isEnough = found !== undefined && (ids.size === own.size || isStrongest(found, tied(ids), asked));
      if (isEnough) return witnessOf(c, asked, found, []);
      const whole = smallest(tied(ids), asked) ?? { kept: [], minimal: true, standings: [] };
      const needed = neededConstraints(c, tied(ids), whole.kept, asked);
      return witnessOf(c, asked, { ...whole, minimal: whole.minimal && !isTired() }, needed);
    },
  };
}

/** Those without which the grounds would not decide the statement. */
function neededConstraints(
  { catalogue }: Case,
  view: View,
  grounds: readonly Ground[],
  { statement, answer, isTired }: Asked,
): readonly Constraint[] {
  view.lay(grounds);
  const follow = followOn(view, grounds);
  return smallestFailing(catalogue.constraints, (constraints) => {
    if (isTired()) return false;
    const { follows } = follow(new Set(constraints));
    return follows !== undefined && truthIn(follows, catalogue, statement) === answer;
  });
}

/** Bands of one group often rest on the same answers: what follows from those is the same for each. */
function followOn(view: View, grounds: readonly Ground[]): Follow<Knowledge | undefined> {
  const known = view.followed.find((each) => isSame(each.grounds, grounds));
  if (known !== undefined) return known.follow;
  const follow = remember(view.under);
  view.followed.push({ grounds, follow });
  return follow;
}

interface Asked {
  readonly statement: StatementId;
  readonly answer: Truth;
  isTired(): boolean;
  readonly daysOf: DaysOf;
  /** The last day of the sheet. */
  readonly end: DateText | undefined;
}

type Found = Kept<Ground> & Pick<Strongest, 'standings'>;

const witnessOf = (
  c: Case,
  { statement, daysOf, end }: Asked,
  { kept, minimal, standings }: Found,
  constraints: readonly Constraint[],
): Witness => ({
  grounds: kept,
  constraints: [...eliminations(c, statement, kept), ...constraints.map(({ id }) => id)],
  minimal,
  stands: stagesOf(kept, standings, daysOf, end),
});

/** Whether what constraints bring in makes no stronger case. */
function isStrongest({ standings }: Found, tied: View, asked: Asked): boolean {
  const best = strongestIn(tied, asked).standings;
  return (
    best.length === standings.length &&
    best.every(({ level, day }, index) => level === standings[index]?.level && day === standings[index].day)
  );
}

const strongestIn = (view: View, { statement, answer, isTired, daysOf }: Asked): Strongest =>
  strongestOf(view.all(), daysOf, (some) => {
    view.lay(some);
    return !isTired() && view.decides(statement, answer);
  });

/** A minimal set of the strongest grounds in the view; undefined when the view does not decide the statement. */
function smallest(view: View, asked: Asked): Found | undefined {
  const { statement, answer, isTired } = asked;
  const suffices = (): boolean => view.decides(statement, answer);
  const layAndTry = (grounds: readonly Ground[]): boolean => {
    view.lay(grounds);
    return suffices();
  };
  const { grounds, standings } = strongestIn(view, asked);
  const strong = new Set(grounds);
  const isStrong = (known: readonly Ground[]): boolean => known.every((ground) => strong.has(ground));
  const start = view.found.find((known) => isStrong(known) && layAndTry(known)) ?? grounds;
  if (!layAndTry(start)) return undefined;
  const { lift, layBack } = view;
  const witness = dropNeedless(start, { lift, layBack, suffices, isTired });
  if (!view.found.some((known) => isSame(known, witness.kept))) view.found.push(witness.kept);
  return { ...witness, standings };
}

const isSame = (a: readonly Ground[], b: readonly Ground[]): boolean =>
  a.length === b.length && a.every((ground, index) => ground === b[index]);

/** False bands only inform because exactly one band of the group holds. */
function eliminations(c: Case, id: StatementId, grounds: readonly Ground[]): readonly string[] {
  const group = c.catalogue.statements.get(id)?.group;
  const eliminates = (ground: Ground): boolean =>
    ground.kind !== 'process' &&
    ground.claim.kind === 'answer' &&
    !ground.claim.is &&
    ground.claim.statement !== id &&
    c.catalogue.statements.get(ground.claim.statement)?.group === group;
  return group !== undefined && grounds.some(eliminates) ? [`exactlyOne ${group}`] : [];
}
