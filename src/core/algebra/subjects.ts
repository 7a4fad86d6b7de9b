// The subjects of a catalogue: everything that is aggregated by a rule of its own.

import type { Catalogue, QuantityId, Rule } from '../model/catalogue.ts';
import { anyShare } from '../values/interval.ts';
import type { Wanted } from '../values/name-set.ts';
import { compare } from '../values/rational.ts';
import type { Subject } from './kind.ts';

/** Quantities first, then plain statements, each in catalogue order. */
export function subjectsOf(catalogue: Catalogue): readonly Subject[] {
  const subjects: Subject[] = [];
  for (const { id, rule, measure, domain, ownTerm } of catalogue.quantities.values()) {
    const weightRule = rule.kind === 'fraction' ? catalogue.quantities.get(rule.weight)?.rule : undefined;
    subjects.push({
      id,
      rule,
      measure,
      domain,
      ownTerm,
      ...(weightRule === undefined ? {} : { weightRule }),
      ...(rule.kind === 'set' ? { asked: askedOf(catalogue, id) } : {}),
    });
  }
  for (const { id, meaning } of catalogue.statements.values()) {
    if (meaning.kind !== 'plain') continue;
    const stricter = stricterThan(catalogue, meaning.rule);
    const subject = plainSubject(id, meaning.rule);
    subjects.push(stricter.length === 0 ? subject : { ...subject, stricter });
  }
  return subjects;
}

/** The names that statements look for in a set. */
const askedOf = ({ statements }: Catalogue, quantity: QuantityId): readonly Wanted[] =>
  [...statements.values()].flatMap(({ meaning }) =>
    meaning.kind === 'named' && meaning.quantity === quantity ? [meaning.names] : [],
  );

/** The same question of the same material, with less tolerance: who answers it true answers this one, and more. */
function stricterThan({ statements }: Catalogue, rule: Rule): NonNullable<Subject['stricter']> {
  if (rule.kind !== 'same-value') return [];
  return [...statements.values()]
    .flatMap(({ id, meaning }) =>
      meaning.kind === 'plain' &&
      meaning.rule.kind === 'same-value' &&
      meaning.rule.of === rule.of &&
      compare(meaning.rule.tolerance, rule.tolerance) < 0
        ? [{ id, tolerance: meaning.rule.tolerance }]
        : [],
    )
    .sort((a, b) => compare(a.tolerance, b.tolerance));
}

const plainSubject = (id: string, rule: Rule): Subject => ({
  id,
  rule,
  measure: undefined,
  domain: anyShare,
  ownTerm: false,
});
