// What is said of a statement and its figure: what the figure means for it, whom one asks for what, its sentence.

import type { Catalogue, Group, Statement } from '../model/catalogue.ts';
import type { Outcome } from './explanation.ts';
import { thresholdInWords } from './figure-words.ts';

const bandVerdicts: Readonly<Partial<Record<Outcome, string>>> = {
  true: 'which lies within',
  false: 'which lies outside',
  open: 'which may or may not lie within',
};

const thresholdVerdicts: Readonly<Partial<Record<Outcome, string>>> = {
  true: 'and',
  false: 'but',
  open: 'where',
};

/** What the figure says of a statement that is read off it. */
export function statementVerdict(
  catalogue: Catalogue,
  statement: Statement,
  outcome: Outcome,
): string | undefined {
  const { meaning, group, id } = statement;
  if (meaning.kind !== 'within') return undefined;
  const band = catalogue.groups.get(group ?? '')?.bands.find((each) => each.statement === id);
  const verdict = (band === undefined ? thresholdVerdicts : bandVerdicts)[outcome];
  const quantity = catalogue.quantities.get(meaning.quantity);
  if (verdict === undefined || quantity === undefined) return undefined;
  if (band !== undefined) return `${verdict} ${band.label}`;
  return `${verdict} ${thresholdInWords(meaning.range, quantity.measure, quantity.domain)} is asked`;
}

/** Whoever could tell is asked for a whole group rather than for one threshold of it. */
export function askedFor(catalogue: Catalogue, { id, meaning }: Statement): string {
  return meaning.kind === 'within' && catalogue.groups.has(meaning.quantity) ? meaning.quantity : id;
}

/** The sentence that all bands share. */
export function groupText(catalogue: Catalogue, { bands, guidance }: Group): string {
  const [band] = bands;
  const text = catalogue.statements.get(band?.statement ?? '')?.text;
  return text === undefined || band === undefined ? guidance : text.replace(band.label, '(band)');
}
