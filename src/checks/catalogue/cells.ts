// Whether effects say what becomes of the values of every kind of rule that the catalogue uses. What none of them says
// is unknown after every merge; what one of them leaves out is unknown after its processes.

import { subjectsOf } from '../../core/algebra/subjects.ts';
import { type Acted, behaviourIn, behaviourKey, rowKeyIn } from '../../core/merge/rows.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import { finding } from '../../core/text/finding.ts';
import { type CatalogueCheck, placeOfEntry, quoted } from './check.ts';

/** Kinds that processes act upon, each with the entries that follow it. What is the maker's own no process touches. */
function usedKinds(catalogue: Catalogue): ReadonlyMap<string, readonly Acted[]> {
  const used = new Map<string, Acted[]>();
  for (const subject of subjectsOf(catalogue)) {
    if (subject.rule.kind === 'own') continue;
    const key = behaviourKey(subject);
    used.set(key, [...(used.get(key) ?? []), subject]);
  }
  return used;
}

export const noCell: CatalogueCheck = function* (input) {
  const effects = [...input.catalogue.effects.values()];
  for (const [key, subjects] of usedKinds(input.catalogue)) {
    for (const subject of subjects) {
      if (effects.some((effect) => behaviourIn(effect, subject) !== 'unknown')) continue;
      yield finding(
        'catalogue/no-cell',
        `no effect says what becomes of \`${subject.id}\`, whose rule is of kind \`${key}\``,
        {
          at: placeOfEntry(input, subject.id),
          help: [`give at least one effect a behaviour for \`${key}\`, such as \`combine\``],
          data: { entry: subject.id, kind: key },
        },
      );
    }
  }
};

export const unsaid: CatalogueCheck = function* ({ catalogue, placeOf }) {
  const effects = [...catalogue.effects.values()];
  // What no effect speaks of is told once, of the entries themselves.
  const used = [...usedKinds(catalogue)].filter(([, subjects]) =>
    effects.some((effect) => subjects.some((subject) => behaviourIn(effect, subject) !== 'unknown')),
  );
  for (const effect of effects) {
    const missing = used.flatMap(([key, subjects]) =>
      subjects.every((subject) => rowKeyIn(effect, subject) !== undefined) ? [] : [key],
    );
    if (missing.length === 0) continue;
    yield finding(
      'catalogue/unsaid',
      `\`${effect.id}\` does not say what becomes of ${quoted(missing)}, which is unknown afterwards`,
      {
        at: placeOf('effects', effect.id, 'behaviours') ?? placeOf('effects', effect.id),
        help: ['say `unknown` where that is meant, or name what becomes of the values'],
        data: { effect: effect.id, kinds: missing },
      },
    );
  }
};
