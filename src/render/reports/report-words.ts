// The sentences of a report that every format shows.

import type { Change, OpenQuestion, ProcessChange, Report } from '../../core/questions/report-model.ts';
import { listInWords, plural } from '../plural.ts';
import { massText, parameterText } from './amounts.ts';
import { titlesInShort } from './shortened.ts';

export const REFERENCE = 'prepared with reference to ISO 59040:2025';
export const PRIVATE = 'private: names suppliers and figures that the sheet does not show';

export const INPUTS_TITLE = 'Inputs and their sheets';
/** A sheet names all that it was merged from, also what had expired and was disregarded. */
export const NAMED_ONLY =
  'Named by the sheet as what it was merged from; which of them counted, and for what, is not told';

export function countsText({ settled, open, notApplicable, silent }: Report['counts']): string {
  const answered = settled + notApplicable;
  const parts = [
    `${answered} of ${answered + open + silent} answered`,
    ...(notApplicable === 0 ? [] : [`${notApplicable} of them as not applicable`]),
    ...(open === 0 ? [] : [`${open} open`]),
    ...(silent === 0 ? [] : [`${silent} not answered`]),
  ];
  return `${parts.join(', ')} (each group of bands counted as one)`;
}

/** The last day of a sheet, why it is that one, and whether it has passed. */
export function validityText({ validUntil = '', expiredOn, endsWith = [] }: Report['sheet']): string {
  const names = endsWith.map((each) => `\`${each.replaceAll('`', "'")}\``);
  const like = names.length === 0 ? '' : `, as the sheet of input ${listInWords(names)}`;
  return `${validUntil}${like}${expiredOn === undefined ? '' : `: EXPIRED on ${expiredOn}, the day of this report`}`;
}

/** Sentences about coverage; the same in every format. */
export function coverageLines(coverage: NonNullable<Report['coverage']>): readonly string[] {
  const { inputs, usable, mass, byState, allTiers, disregarded } = coverage;
  const byMass =
    mass === undefined
      ? 'the share of mass they cover is not known'
      : `${mass.inWords} of the mass that goes in`;
  const others = byState.filter(({ state }) => state !== 'used');
  return [
    `${usable} of ${plural(inputs, 'input')} with a sheet that counts: ${byMass}`,
    ...others.map(
      (each) =>
        `${plural(each.inputs.length, 'input')} ${each.inWords}: ${each.inputs.map((name) => `\`${name}\``).join(', ')}`,
    ),
    ...(allTiers === undefined
      ? []
      : [
          `through all bills at hand: ${allTiers.usable} of ${plural(allTiers.inputs, 'input')}${allTiers.mass === undefined ? '' : `, ${allTiers.mass} of the mass`}`,
        ]),
    ...disregarded.map(
      ({ answers, inWords }) => `${plural(answers, 'answer')} of inputs set aside, because ${inWords}`,
    ),
  ];
}

/** `drying` of `anode`. */
export function processName({ name, path }: Pick<ProcessChange, 'name' | 'path'>): string {
  return [name, ...[...path].reverse()].map((each) => `\`${each.replaceAll('`', "'")}\``).join(' of ');
}

export function processTitle(process: ProcessChange): string {
  const loses = process.loses === undefined ? '' : `, loses ${massText(process.loses)}`;
  return `process ${processName(process)} (${process.title})${loses}${saidText(process.says)}`;
}

/** What the bill says of the process by its parameters, names of one parameter together. */
export function saidText(says: ProcessChange['says']): string {
  const parameters = [...new Set(says.map(({ parameter }) => parameter))];
  return parameters
    .map((each) => {
      const values = says
        .filter(({ parameter }) => parameter === each)
        .map(({ value }) => parameterText(each, value));
      return `, \`${each}\`: ${values.join(', ')}`;
    })
    .join('');
}

/** Refuted and opened statements by their titles, shifted figures with what they were before. */
export function changesInWords(changes: readonly Change[]): readonly string[] {
  const of = (kind: Change['kind']): readonly Change[] => changes.filter((change) => change.kind === kind);
  const titles = (some: readonly Change[]): string =>
    titlesInShort(some.map((change) => change.title)).join('; ');
  const [refuted, opened] = [of('refuted'), of('opened')];
  return [
    ...(refuted.length === 0 ? [] : [`made FALSE: ${titles(refuted)}`]),
    ...(opened.length === 0 ? [] : [`left open: ${titles(opened)}`]),
    ...of('shifted').map(
      ({ title, part, before, after }) =>
        `changed: ${title} of \`${part.replaceAll('`', "'")}\` (was ${before}; is ${after})`,
    ),
  ];
}

export function questionTitle({ who, maker, sheet }: OpenQuestion): string {
  const source = maker === undefined || sheet === undefined ? '' : ` (${sheet} by ${maker})`;
  return `${who}${source}`;
}
