// What a check of a catalogue is given: what the catalogue means, where its parts stand, and its translations.

import type { Catalogue } from '../../core/model/catalogue.ts';
import type { Constraint } from '../../core/model/constraint.ts';
import type { Translation } from '../../core/model/translation.ts';
import type { Finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';

/** Where something stands, by the keys that lead there; undefined where nothing does. */
export type PlaceOf = (...path: readonly string[]) => Span | undefined;

export interface TranslatedTexts {
  readonly translation: Translation;
  readonly placeOf: PlaceOf;
}

export interface LintInput {
  readonly catalogue: Catalogue;
  readonly placeOf: PlaceOf;
  /** The document that is looked at; what it extends stands in others. */
  readonly source: string;
  readonly translations: readonly TranslatedTexts[];
}

export type CatalogueCheck = (input: LintInput) => Iterable<Finding>;

export const placeOfEntry = ({ placeOf, catalogue }: LintInput, id: string): Span | undefined => {
  const group = catalogue.statements.get(id)?.group ?? id;
  return placeOf('statements', group) ?? placeOf('groups', group) ?? placeOf('quantities', group);
};

export const placeOfConstraint = (
  { catalogue, placeOf }: LintInput,
  constraint: Constraint,
): Span | undefined => {
  const index = String(catalogue.constraints.indexOf(constraint));
  return placeOf('constraints', index, 'kind') ?? placeOf('constraints', index);
};

/** The places of constraints that bear a finding out. */
export const relatedTo = (
  input: LintInput,
  constraints: readonly Constraint[],
): readonly { readonly at: Span; readonly label: string }[] =>
  constraints.flatMap((constraint) => {
    const at = placeOfConstraint(input, constraint);
    return at === undefined ? [] : [{ at, label: 'because of this' }];
  });

export const quoted = (names: Iterable<string>): string => [...names].map((name) => `\`${name}\``).join(', ');
