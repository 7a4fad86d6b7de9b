// Everything that can be said of the sheets of one run together. Time and memory grow with the number of facts alone.

import type { Finding } from '../../core/text/finding.ts';
import type { DateText } from '../../core/values/date.ts';
import { distinctSheets, editionConflicts } from './editions.ts';
import { expiringSheets } from './expires-soon.ts';
import type { AnswerFacts, SheetFacts } from './facts.ts';
import { lineageFindings, type MadeHere } from './lineage.ts';
import type { ListEdition } from './list-editions.ts';
import { oldLists } from './old-list.ts';
import { sharedIdentifiers } from './shared-identifier.ts';
import { newestSheets, supersededSheets } from './superseded.ts';

export interface AcrossInput {
  /** In the order in which they were met. */
  readonly sheets: readonly SheetFacts[];
  readonly bills: readonly AnswerFacts[];
  readonly today: DateText;
  /** Within how many days nothing may end. */
  readonly days?: number;
  /** The oldest edition that is good enough, by the id of the list. */
  readonly lists: ReadonlyMap<string, ListEdition>;
  readonly made: MadeHere;
}

export function checkAcross({
  sheets: all,
  bills,
  today,
  days,
  lists,
  made,
}: AcrossInput): readonly Finding[] {
  const sheets = distinctSheets(all);
  const newest = newestSheets(sheets);
  return [
    ...editionConflicts(sheets),
    ...sharedIdentifiers(sheets),
    ...lineageFindings(sheets, newest, made),
    ...supersededSheets(sheets, newest),
    ...(days === undefined ? [] : expiringSheets([...sheets, ...bills], newest, { today, days })),
    ...oldLists([...sheets, ...bills], lists),
  ];
}
