// Which row of an effect speaks of a subject: one that names the subject itself, else the one of its kind of rule.

import type { Subject } from '../algebra/kind.ts';
import { type Behaviour, type Effect, ruleKindNames } from '../model/catalogue.ts';

/** A subject as far as rows can tell it from others. */
export type Acted = Pick<Subject, 'id' | 'rule' | 'weightRule'>;

/** The key of the row for all subjects of the kind. */
export function behaviourKey({ rule, weightRule }: Pick<Acted, 'rule' | 'weightRule'>): string {
  if (rule.kind !== 'fraction' || rule.weight === 'mass') return rule.kind;
  return weightRule?.kind === 'content' ? CONTENT_SHARES : `fraction/${rule.weight}`;
}

/** The row of shares that are weighed by a content, whichever it is. */
export const CONTENT_SHARES = 'fraction/content';

/** The keys of rows that speak of it, the closest first. A subject that has the name of a kind has no row of its own. */
export function rowKeys({ id, rule, weightRule }: Acted): readonly string[] {
  const kind = behaviourKey({ rule, ...(weightRule === undefined ? {} : { weightRule }) });
  const weighed = rule.kind === 'fraction' && kind === CONTENT_SHARES ? [`fraction/${rule.weight}`] : [];
  return [...(ruleKindNames.some((name) => name === id) ? [] : [id]), ...weighed, kind];
}

/** The key of the row that holds; undefined where the effect says nothing of the subject. */
export const rowKeyIn = ({ behaviours }: Pick<Effect, 'behaviours'>, subject: Acted): string | undefined =>
  rowKeys(subject).find((key) => behaviours.has(key));

/** What the effect says of the subject; what it does not say is unknown. */
export const behaviourIn = (effect: Pick<Effect, 'behaviours'>, subject: Acted): Behaviour =>
  effect.behaviours.get(rowKeyIn(effect, subject) ?? '') ?? 'unknown';

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
