// The subjects of a catalogue: everything that is aggregated by a rule of its own.

import type { Catalogue, Rule } from '../model/catalogue.ts';
import { anyShare } from '../values/interval.ts';
import type { Subject } from './kind.ts';

/** Quantities first, then plain statements, each in catalogue order. */
export function subjectsOf(catalogue: Catalogue): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const { id, rule, measure, domain, ownTerm } of catalogue.quantities.values()) {
    const weightKind =
      rule.kind === 'fraction' ? catalogue.quantities.get(rule.weight)?.rule.kind : undefined;
    subjects.push({
      id,
      rule,
      measure,
      domain,
      ownTerm,
      ...(weightKind === undefined ? {} : { weightKind }),
    });
  }
  for (const { id, meaning } of catalogue.statements.values()) {
    if (meaning.kind === 'plain') subjects.push(plainSubject(id, meaning.rule));
  }
  return subjects;
}

const plainSubject = (id: string, rule: Rule): Subject => ({
  id,
  rule,
  measure: undefined,
  domain: anyShare,
  ownTerm: false,
});
