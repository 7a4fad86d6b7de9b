// Which row of an effect speaks of a subject: one that names the subject itself, else the one of its kind of rule.

import type { Subject } from '../algebra/kind.ts';
import { type Behaviour, type Effect, type Rule, ruleKindNames } from '../model/catalogue.ts';

/** The key of the row for all subjects of the kind. */
export const behaviourKey = ({ rule }: { readonly rule: Rule }): string =>
  rule.kind === 'fraction' && rule.weight !== 'mass' ? `fraction/${rule.weight}` : rule.kind;

/** The keys of rows that speak of it, the closest first. A subject that has the name of a kind has no row of its own. */
export function rowKeys({ id, rule }: Pick<Subject, 'id' | 'rule'>): readonly string[] {
  const kind = behaviourKey({ rule });
  return ruleKindNames.some((name) => name === id) ? [kind] : [id, kind];
}

/** The key of the row that holds; undefined where the effect says nothing of the subject. */
export const rowKeyIn = (
  { behaviours }: Pick<Effect, 'behaviours'>,
  subject: Pick<Subject, 'id' | 'rule'>,
): string | undefined => rowKeys(subject).find((key) => behaviours.has(key));

/** What the effect says of the subject; what it does not say is unknown. */
export const behaviourIn = (
  effect: Pick<Effect, 'behaviours'>,
  subject: Pick<Subject, 'id' | 'rule'>,
): Behaviour => effect.behaviours.get(rowKeyIn(effect, subject) ?? '') ?? 'unknown';

/** What takes something away with what leaves. */
export const LOSES: ReadonlySet<Behaviour> = new Set(['lose-some', 'select']);

/** What by itself may leave open what went in decided. */
export const WIDENS: ReadonlySet<Behaviour> = new Set([
  'replace',
  'credit',
  'return-whole',
  'return-none',
  'return-same',
]);
