// A catalogue with its texts in another language. Ids, rules and bands stay what they are, so that everything that
// reads a catalogue shows the other language without knowing of it.

import type { Catalogue, Group, Measure, Statement } from './catalogue.ts';
import type { Translation, Wording } from './translation.ts';

export function translate(catalogue: Catalogue, translation: Translation): Catalogue {
  const { sections, quantities, groups, statements, effects, conventions } = translation;
  const inGroup = (statement: Statement): Statement =>
    statement.group === undefined
      ? { ...statement, ...statements.get(statement.id) }
      : translateBand(statement, catalogue.groups.get(statement.group), groups.get(statement.group));
  return {
    ...catalogue,
    sections: catalogue.sections.map((section) => ({ ...section, ...sections.get(section.id) })),
    quantities: eachOf(catalogue.quantities, (quantity) => {
      const title = (quantities.get(quantity.id) ?? groups.get(quantity.id))?.title ?? quantity.title;
      return { ...quantity, title, measure: translateMeasure(quantity.measure, translation) };
    }),
    groups: eachOf(catalogue.groups, (group) => {
      const { text: _, ...wording } = groups.get(group.id) ?? {};
      return { ...group, ...wording };
    }),
    statements: eachOf(catalogue.statements, inGroup),
    effects: eachOf(catalogue.effects, (effect) => ({ ...effect, ...effects.get(effect.id) })),
    conventions: eachOf(catalogue.conventions, (each) => ({ ...each, ...conventions.get(each.id) })),
  };
}

const eachOf = <T>(entries: ReadonlyMap<string, T>, change: (entry: T) => T): ReadonlyMap<string, T> =>
  new Map([...entries].map(([id, entry]) => [id, change(entry)]));

/** The title and the sentence of a band are those of its group with the label of the band. */
function translateBand(
  statement: Statement,
  group: Group | undefined,
  wording: Wording | undefined,
): Statement {
  const label = group?.bands.find((band) => band.statement === statement.id)?.label ?? '';
  const { title, text, guidance } = wording ?? {};
  return {
    ...statement,
    ...(title === undefined ? {} : { title: `${title}: ${label}` }),
    ...(text === undefined ? {} : { text: text.replaceAll('{band}', () => label) }),
    ...(guidance === undefined ? {} : { guidance }),
  };
}

function translateMeasure(measure: Measure, { scales }: Translation): Measure {
  const names = measure.kind === 'scale' ? scales.get(measure.id ?? '') : undefined;
  if (measure.kind !== 'scale' || names === undefined) return measure;
  return { ...measure, names: measure.steps.map((step) => names.get(step) ?? step) };
}
