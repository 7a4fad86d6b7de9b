// What a catalogue has of the translation of the catalogue that it extends: the texts of all that it leaves as it was.
// An entry that it replaces says something of its own, so the words for the replaced one would say something else.

import type { Translation } from '../../core/model/translation.ts';
import { type Node, valueAt } from '../tree.ts';
import { entriesOf, itemsOf, textAt } from './fields.ts';

/** `whole` is the extending catalogue with everything that it extends, each part at the place where it was written. */
export function inheritTranslation(whole: Node, base: Translation): Translation {
  const own = valueAt(whole, 'id')?.at.source;
  const ownSections = itemsOf(valueAt(whole, 'sections')).filter(({ at }) => at.source === own);
  const without = <T>(texts: ReadonlyMap<string, T>, written: readonly string[]): ReadonlyMap<string, T> =>
    new Map([...texts].filter(([id]) => !written.includes(id)));
  const writtenIn = (key: string): readonly string[] =>
    entriesOf(valueAt(whole, key)).flatMap((entry) => (entry.keyAt.source === own ? [entry.key] : []));
  return {
    catalogue: base.catalogue,
    language: base.language,
    sections: without(
      base.sections,
      ownSections.flatMap((item) => textAt(item, 'id') ?? []),
    ),
    quantities: without(base.quantities, writtenIn('quantities')),
    groups: without(base.groups, writtenIn('groups')),
    statements: without(base.statements, writtenIn('statements')),
    effects: without(base.effects, writtenIn('effects')),
    conventions: without(base.conventions, writtenIn('conventions')),
    scales: without(base.scales, writtenIn('scales')),
  };
}

/** The texts of both; of an entry that both have, those of the first. */
export const joinTranslations = (own: Translation, inherited: Translation): Translation => ({
  ...own,
  sections: new Map([...inherited.sections, ...own.sections]),
  quantities: new Map([...inherited.quantities, ...own.quantities]),
  groups: new Map([...inherited.groups, ...own.groups]),
  statements: new Map([...inherited.statements, ...own.statements]),
  effects: new Map([...inherited.effects, ...own.effects]),
  conventions: new Map([...inherited.conventions, ...own.conventions]),
  scales: new Map([...inherited.scales, ...own.scales]),
});
