// What a published answer rests on: a minimal set of answers, own claims and process facts that suffices with
// everything else unknown, and the constraints it takes. Found by the deletion filter; where that would take too
// long the set still suffices, but is not minimal, and says so.

import { smallestFailing, subjectsOfStatement, tiedTo } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import type { Constraint, StatementId } from '../model/catalogue.ts';
import { inOrder } from '../text/order.ts';
import type { Truth } from '../values/truth.ts';
import { dropNeedless, type Kept } from './deletion-filter.ts';
import type { Case } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import { openView, type View } from './view.ts';
import type { Meter } from './watch.ts';

export interface Witness {
  readonly grounds: readonly Ground[];
  /** Ids of the constraints without which the grounds would not decide the statement. */
  readonly constraints: readonly string[];
  /** False where the search was given up: some grounds or constraints may not be needed. */
  readonly minimal: boolean;
}

export const nothingNeeded: Witness = { grounds: [], constraints: [], minimal: true };

/** What may be spent on one statement, in lines combined: enough for some hundred inputs in any case. */
const MOST_EFFORT = 200_000;

export interface WitnessSearch {
  find(statement: StatementId, answer: Truth): Witness;
}

/** Finds witnesses for one case; most statements are decided by their own subjects, without any constraint. */
export function searchWitnesses(
  c: Case,
  subjects: readonly Subject[],
  mostEffort = MOST_EFFORT,
): WitnessSearch {
  const plain = withConstraints(c, []);
  const views = new Map<string, View>();
  const meter: Meter = { spent: 0 };
  const viewOf = (whole: Case, ids: ReadonlySet<string>): View => {
    const key = `${whole === plain ? 'plain' : 'tied'} ${inOrder(ids).join(' ')}`;
    const view = views.get(key) ?? openView(whole, subjects, ids, meter);
    views.set(key, view);
    return view;
  };
  return {
    find(statement, answer) {
      meter.spent = 0;
      const isTired = (): boolean => meter.spent > mostEffort;
      const asked = { statement, answer, isTired };
      const own = new Set(subjectsOfStatement(c.catalogue, statement));
      const found = smallest(viewOf(plain, own), asked);
      if (found !== undefined) return witnessOf(c, asked, found, []);
      const ids = tiedTo(c.catalogue, own);
      const tied = smallest(viewOf(c, ids), asked) ?? { kept: [], minimal: true };
      const needed = smallestFailing(c.catalogue.constraints, (constraints) => {
        if (isTired()) return false;
        const view = openView(withConstraints(c, constraints), subjects, ids, meter);
        view.lay(tied.kept);
        return view.decides(statement, answer);
      });
      return witnessOf(c, asked, { ...tied, minimal: tied.minimal && !isTired() }, needed);
    },
  };
}

interface Asked {
  readonly statement: StatementId;
  readonly answer: Truth;
  isTired(): boolean;
}

const witnessOf = (
  c: Case,
  { statement }: Asked,
  { kept, minimal }: Kept<Ground>,
  constraints: readonly Constraint[],
): Witness => ({
  grounds: kept,
  constraints: [...eliminations(c, statement, kept), ...constraints.map(({ id }) => id)],
  minimal,
});

const withConstraints = (c: Case, constraints: readonly Constraint[]): Case => ({
  ...c,
  catalogue: { ...c.catalogue, constraints },
});

/** A minimal set of grounds within the view; undefined when the view does not decide the statement. */
function smallest(view: View, { statement, answer, isTired }: Asked): Kept<Ground> | undefined {
  const suffices = (): boolean => view.decides(statement, answer);
  const layAndTry = (grounds: readonly Ground[]): boolean => {
    view.lay(grounds);
    return suffices();
  };
  const start = view.found.find(layAndTry) ?? view.all();
  if (!layAndTry(start)) return undefined;
  const { lift, layBack } = view;
  const witness = dropNeedless(start, { lift, layBack, suffices, isTired });
  if (!view.found.some((known) => isSame(known, witness.kept))) view.found.push(witness.kept);
  return witness;
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
