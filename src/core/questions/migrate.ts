// A sheet carried to another catalogue. An answer is kept, to the letter, where its entry means there what it meant;
// whatever else was answered is open again, and what is new is marked as not yet answered. Nothing becomes stronger.

import { type Catalogue, catalogueName, type StatementId } from '../model/catalogue.ts';
import type { Answer, QuantityEntry, Sheet } from '../model/sheet.ts';
import type { Span } from '../text/span.ts';
import { type CarriedEntry, carriedEntries, statementsOf } from './carried-entries.ts';

/** What became of one entry; entries that are as they were are not told. */
export interface Move {
  readonly kind: CarriedEntry['kind'];
  readonly id: string;
  /** The id it had, where it was renamed. */
  readonly from?: string;
  /** `reopened`: answered before, and to be answered again. `changed`: it was not answered before either. */
  readonly outcome: 'kept' | 'reopened' | 'changed' | 'added' | 'dropped';
  /** In what the entry differs from what it was. */
  readonly aspects: readonly string[];
  /** What was answered; the mark of an earlier carrying-over is no answer. */
  readonly answers: readonly Answer[];
  readonly figure?: QuantityEntry;
}

export interface Migrated {
  readonly sheet: Sheet;
  readonly moves: readonly Move[];
}

/** What an entry comes to in the new sheet. */
interface Carried {
  readonly answers: readonly Answer[];
  readonly figures: readonly QuantityEntry[];
  readonly move?: Move;
}

export function migrateSheet(sheet: Sheet, before: Catalogue, after: Catalogue): Migrated {
  const carried = carriedEntries(before, after).map((entry) => carry(entry, { sheet, before, after }));
  const answers = carried.flatMap((each) => each.answers);
  const figures = carried.flatMap((each) => each.figures);
  return {
    sheet: {
      ...sheet,
      catalogue: catalogueName(after),
      revision: sheet.revision + 1,
      answers: new Map(answers.map((answer) => [answer.statement, answer])),
      quantities: new Map(figures.map((figure) => [figure.quantity, figure])),
    },
    moves: carried.flatMap(({ move }) => move ?? []),
  };
}

interface Journey {
  readonly sheet: Sheet;
  readonly before: Catalogue;
  readonly after: Catalogue;
}

function carry(entry: CarriedEntry, { sheet, before, after }: Journey): Carried {
  const { kind, id, from, means } = entry;
  const earlier = from === undefined ? [] : statementsOf(before, kind, from);
  const later = statementsOf(after, kind, id);
  const was = whatWasAnswered(entry, earlier, sheet);
  const isMarked = earlier.some((statement) => isMark(sheet.answers.get(statement)));
  const move = (outcome: Move['outcome']): Move => ({ ...was, outcome });
  const open = later.map((statement) => notYetAnswered(statement, sheet));
  if (means === 'nothing') return { answers: [], figures: [], move: move('dropped') };
  if (means === 'new') return { answers: open, figures: [], move: move('added') };
  const { answers, figure } = was;
  if (means === 'other')
    return answers.length > 0 || figure !== undefined
      ? { answers: open, figures: [], move: move('reopened') }
      : { answers: isMarked ? open : [], figures: [], move: move('changed') };
  if (answers.some((answer) => !isStillAgreed(answer, before, after)))
    return { answers: open, figures: [], move: move('reopened') };
  const kept = earlier.flatMap((old, index) => renamed(sheet.answers.get(old), later[index]));
  const figures = figure === undefined ? [] : [{ ...figure, quantity: id }];
  const isAsItWas = from === id && was.aspects.length === 0;
  return { answers: kept, figures, ...(isAsItWas ? {} : { move: move('kept') }) };
}

function whatWasAnswered(
  { kind, id, from, aspects }: CarriedEntry,
  statements: readonly StatementId[],
  sheet: Sheet,
): Omit<Move, 'outcome'> {
  const written = statements.flatMap((statement) => sheet.answers.get(statement) ?? []);
  const answers = written.filter((answer) => !isMark(answer));
  const figure = kind === 'statement' || from === undefined ? undefined : sheet.quantities.get(from);
  const renamedFrom = from === undefined || from === id ? {} : { from };
  return { kind, id, aspects, answers, ...renamedFrom, ...(figure === undefined ? {} : { figure }) };
}

/** What holds only by a convention says nothing where that takes something else to be so. */
function isStillAgreed({ conventions = [] }: Answer, before: Catalogue, after: Catalogue): boolean {
  const meaningOf = ({ conventions: known }: Catalogue, id: string): string => {
    const { settles, unlessTold } = known.get(id) ?? {};
    const figures = [...(settles ?? [])].map(([quantity, { n, d }]) => `${quantity} ${n}/${d}`);
    return JSON.stringify([[...figures].sort(), [...(unlessTold ?? [])].sort()]);
  };
  return conventions.every(
    (id) => after.conventions.has(id) && meaningOf(before, id) === meaningOf(after, id),
  );
}

const renamed = (answer: Answer | undefined, statement: StatementId | undefined): readonly Answer[] =>
  answer === undefined || statement === undefined ? [] : [{ ...answer, statement }];

/** Silence would say as much; the mark tells the maker what to look at. */
function notYetAnswered(statement: StatementId, { source }: Sheet): Answer {
  const start = { line: 1, column: 1, offset: 0 };
  const at: Span = { source, start, end: start };
  return { statement, value: 'unknown', reason: MARK, references: [], evidence: [], at, valueAt: at };
}

const MARK = 'not-yet-answered';

/** A mark with a note or a proof beside it is something that the maker says. */
const isMark = (answer: Answer | undefined): boolean =>
  answer?.reason === MARK &&
  answer.references.length === 0 &&
  answer.evidence.length === 0 &&
  [answer.note, answer.assurance, answer.list, answer.custody].every((each) => each === undefined);
