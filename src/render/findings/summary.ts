// One sentence about a run: what was checked, against what, what was found, and what was not looked at.

import type { Checked, Verdict } from '../../core/text/verdict.ts';
import { groupDigits, listInWords, plural } from '../plural.ts';

/** `unread`: of so many documents what they say could not be checked yet. */
export function renderSummary(verdict: Verdict, catalogues: readonly string[], unread = 0): string {
  const { checked, counts } = verdict;
  const against = catalogues.length === 0 ? '' : ` against ${listInWords(catalogues)}`;
  const result = countsInWords(counts);
  const left = checked.notChecked === 0 ? '' : `; ${plural(checked.notChecked, 'file')} not checked`;
  return `checked ${documentsInWords(checked)}${against}: ${result}${left}${answersInWords(checked)}${furtherInWords(unread, verdict)}`;
}

export function countsInWords(counts: Verdict['counts']): string {
  const found = [
    ...(counts.error > 0 ? [plural(counts.error, 'error')] : []),
    ...(counts.warning > 0 ? [plural(counts.warning, 'warning')] : []),
    ...(counts.note > 0 ? [plural(counts.note, 'note')] : []),
  ];
  return found.length === 0 ? 'no findings' : listInWords(found);
}

function documentsInWords({ sheets, bills, catalogues, translations }: Checked): string {
  const kinds = [
    ...(sheets > 0 ? [plural(sheets, 'sheet')] : []),
    ...(bills > 0 ? [plural(bills, 'bill')] : []),
    ...(catalogues > 0 ? [plural(catalogues, 'catalogue')] : []),
    ...(translations > 0 ? [plural(translations, 'translation')] : []),
  ];
  return kinds.length === 0 ? 'nothing' : listInWords(kinds);
}

const answersInWords = ({ answered, open }: Checked): string =>
  answered + open === 0 ? '' : `; ${groupDigits(answered)} of ${groupDigits(answered + open)} answered`;

function furtherInWords(unread: number, { checked }: Verdict): string {
  if (unread === 0) return '';
  const all = checked.sheets + checked.bills + checked.catalogues + checked.translations;
  const what = all === 1 ? 'it says' : `${plural(unread, 'document')} ${unread === 1 ? 'says' : 'say'}`;
  return `; what ${what} is checked once these errors are mended`;
}
