// What a report leaves out to stay readable, and the command that shows it.

import type { OpenQuestion, Report, ReportRow } from '../../core/questions/report-model.ts';
import { plural } from '../plural.ts';

const MOST_TITLES = 6;
const MOST_IDS = 4;

/** The first few of many titles, and how many more there are. */
export function titlesInShort(titles: readonly string[]): readonly string[] {
  const more = titles.length - MOST_TITLES;
  return more <= 1 ? titles : [...titles.slice(0, MOST_TITLES), `and ${more} more`];
}

/** The command for the rows that have more reasons than a row shows; undefined where none has. */
export function moreReasons({ file, canExplain }: Report, rows: readonly ReportRow[]): string | undefined {
  const ids = rows.filter(({ why }) => / and \d+ more reasons?$/.test(why)).map(({ id }) => id);
  if (ids.length === 0 || !canExplain) return undefined;
  const more = ids.length - MOST_IDS;
  const others = more <= 0 ? '' : `, and likewise for ${plural(more, 'more answer')}`;
  return `all reasons: \`${explainCommand(file, ids.slice(0, MOST_IDS))}\`${others}`;
}

/** The command for an answer that the lists of open questions leave out; undefined where they leave out none. */
export function moreAnswers({ file, canExplain }: Report, open: readonly OpenQuestion[]): string | undefined {
  const left = open.flatMap(({ points }) =>
    points.flatMap(({ answers }) =>
      answers.length - MOST_TITLES <= 1 ? [] : answers.slice(MOST_TITLES).map(({ id }) => id),
    ),
  );
  const [first] = left;
  if (first === undefined) return undefined;
  const shown = `of long lists the first ${MOST_TITLES} are shown`;
  if (!canExplain) return shown;
  return `${shown}; all that keeps one answer open is told by its id, as in \`${explainCommand(file, [first])}\``;
}

/** What bands cost. */
export function rangesInWords({ openByRanges, counts }: Report): string | undefined {
  if (openByRanges.length === 0) return undefined;
  const count = `${openByRanges.length} of ${counts.open}`;
  const titles = titlesInShort(openByRanges).join('; ');
  return `Open only because inputs give bands or ranges: ${count} (${titles}). Narrower answers may decide them, or figures given in confidence, as \`loopsheet merge --quantities\` writes them`;
}

const explainCommand = (file: string, ids: readonly string[]): string =>
  `loopsheet explain ${/\s/.test(file) ? `"${file}"` : file} ${ids.join(' ')}`;
