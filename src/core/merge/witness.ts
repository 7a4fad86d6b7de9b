// What a published answer rests on: a minimal set of answers, own claims and process facts that suffices with
// everything else unknown, and the constraints it takes. Found by the deletion filter.

import { smallestFailing, subjectsOfStatement, tiedTo } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import type { Constraint, StatementId } from '../model/catalogue.ts';
import { inOrder } from '../text/order.ts';
import type { Truth } from '../values/truth.ts';
import type { Case } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import { openView, type View } from './view.ts';

export interface Witness {
  readonly grounds: readonly Ground[];
  /** Ids of the constraints without which the grounds would not decide the statement. */
  readonly constraints: readonly string[];
}

export const nothingNeeded: Witness = { grounds: [], constraints: [] };

export interface WitnessSearch {
  find(statement: StatementId, answer: Truth): Witness;
}

/** Finds witnesses for one case; most statements are decided by their own subjects, without any constraint. */
export function searchWitnesses(c: Case, subjects: readonly Subject[]): WitnessSearch {
  const plain = withConstraints(c, []);
  const views = new Map<string, View>();
  const viewOf = (whole: Case, ids: ReadonlySet<string>): View => {
    const key = `${whole === plain ? 'plain' : 'tied'} ${inOrder(ids).join(' ')}`;
    const view = views.get(key) ?? openView(whole, subjects, ids);
    views.set(key, view);
    return view;
  };
  return {
    find(statement, answer) {
      const own = new Set(subjectsOfStatement(c.catalogue, statement));
      const grounds = smallest(viewOf(plain, own), statement, answer);
      if (grounds !== undefined) return { grounds, constraints: eliminations(c, statement, grounds) };
      const ids = tiedTo(c.catalogue, own);
      const tied = smallest(viewOf(c, ids), statement, answer) ?? [];
      const needed = smallestFailing(c.catalogue.constraints, (constraints) => {
        const view = openView(withConstraints(c, constraints), subjects, ids);
        view.lay(tied);
        return view.decides(statement, answer);
      });
      return {
        grounds: tied,
        constraints: [...eliminations(c, statement, tied), ...needed.map(({ id }) => id)],
      };
    },
  };
}

const withConstraints = (c: Case, constraints: readonly Constraint[]): Case => ({
  ...c,
  catalogue: { ...c.catalogue, constraints },
});

/** A minimal set of grounds within the view; undefined when the view does not decide the statement. */
function smallest(view: View, statement: StatementId, answer: Truth): readonly Ground[] | undefined {
  const suffices = (grounds: readonly Ground[]): boolean => {
    view.lay(grounds);
    return view.decides(statement, answer);
  };
  const start = view.found.find(suffices) ?? view.all();
  if (!suffices(start)) return undefined;
  const witness = smallestFailing(start, suffices);
  if (!view.found.includes(witness)) view.found.push(witness);
  return witness;
}

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
