// True and false as spreadsheets write them: in the language of whoever saved the table. One table speaks one
// language; where two meet, one of them may be a word of the user's own.

import { type Finding, finding } from '../core/text/finding.ts';
import type { Cell } from './csv-cells.ts';

const words = {
  English: ['TRUE', 'FALSE'],
  Danish: ['SAND', 'FALSK'],
  Dutch: ['WAAR', 'ONWAAR'],
  Finnish: ['TOSI', 'EPÄTOSI'],
  French: ['VRAI', 'FAUX'],
  German: ['WAHR', 'FALSCH'],
  Italian: ['VERO', 'FALSO'],
  Norwegian: ['SANN', 'USANN'],
  Polish: ['PRAWDA', 'FAŁSZ'],
  Portuguese: ['VERDADEIRO', 'FALSO'],
  Russian: ['ИСТИНА', 'ЛОЖЬ'],
  Spanish: ['VERDADERO', 'FALSO'],
  Swedish: ['SANT', 'FALSKT'],
} as const satisfies Record<string, readonly [yes: string, no: string]>;

interface TruthWord {
  readonly value: 'true' | 'false';
  readonly languages: readonly string[];
}

/** What a whole cell means in any of the languages; undefined when it is no such word. */
export function truthWord(text: string): TruthWord | undefined {
  const word = text.normalize('NFKC').toUpperCase();
  const saying = Object.entries(words).filter(([, pair]) => pair.some((each) => each === word));
  const [first] = saying;
  if (first === undefined) return undefined;
  return { value: first[1][0] === word ? 'true' : 'false', languages: saying.map(([language]) => language) };
}

/** A finding where the answers of one table are not all in one language. */
export function mixedLanguages(answers: readonly Cell[]): readonly Finding[] {
  let shared: { readonly languages: readonly string[]; readonly cell: Cell } | undefined;
  for (const cell of answers) {
    const said = truthWord(cell.text);
    if (said === undefined) continue;
    const before = shared;
    const languages = said.languages.filter((language) => before?.languages.includes(language) ?? true);
    if (before !== undefined && languages.length === 0) return [mixed(cell, before.cell)];
    shared = { languages, cell: before?.cell ?? cell };
  }
  return [];
}

function mixed(cell: Cell, before: Cell): Finding {
  return finding(
    'read/table',
    `answers are written in two languages: \`${before.text}\` and \`${cell.text}\``,
    {
      at: cell.at,
      related: [{ at: before.at, label: 'another language here' }],
      help: ['write TRUE and FALSE throughout'],
      data: { words: [before.text, cell.text] },
    },
  );
}
