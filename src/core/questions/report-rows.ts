// The answers of a sheet as rows by section: one per statement, one per group.

import type { Catalogue } from '../model/catalogue.ts';
import type { AssuranceLevel, Sheet } from '../model/sheet.ts';
import { weakestBehind } from './assured-answers.ts';
import { explainDeclared } from './declared.ts';
import { explainIn } from './explain.ts';
import type { ExplainedGap } from './gap.ts';
import type { ReportRow, ReportSection } from './report-model.ts';
import type { TraceView } from './view.ts';
import { name } from './words.ts';

export interface ExplainedRow {
  readonly section: string;
  readonly row: ReportRow;
  readonly gaps: readonly ExplainedGap[];
}

export function explainRows(
  sheet: Sheet,
  catalogue: Catalogue,
  view: TraceView | undefined,
): readonly ExplainedRow[] {
  return rowIds(catalogue).map(({ id, section }) => {
    const level = levelOf(sheet, id, catalogue);
    const explained = view === undefined ? undefined : explainIn(view, id);
    if (explained === undefined || explained.kind === 'quantity')
      return declaredRow(sheet, id, section, level, catalogue);
    const { kind, title, text, answer, shown, reason, conventions, why, rests, gaps } = explained;
    const restsOn = weakestBehind(rests);
    const row = {
      id,
      kind,
      title,
      text,
      answer,
      shown,
      ...(reason === undefined ? {} : { reason }),
      why,
      level,
      ...(conventions === undefined ? {} : { conventions }),
      ...(restsOn === undefined ? {} : { restsOn }),
    };
    return { section, row, gaps: gaps.length > 0 ? gaps : ownGap(row, explained.changedBy) };
  });
}

/** In catalogue order, a group where its first band stands. */
function rowIds(catalogue: Catalogue): readonly { readonly id: string; readonly section: string }[] {
  const ids = new Map<string, string>();
  for (const { id, group, section } of catalogue.statements.values()) ids.set(group ?? id, section);
  return [...ids].map(([id, section]) => ({ id, section }));
}

/** The assurance of the answer, or of the band of a group that tells. */
function levelOf(sheet: Sheet, id: string, catalogue: Catalogue): AssuranceLevel {
  const bands = catalogue.groups.get(id)?.bands.map((band) => band.statement) ?? [id];
  const answers = bands.flatMap((band) => sheet.answers.get(band) ?? []);
  const telling = answers.find((answer) => answer.value === 'true') ?? answers[0];
  return telling?.assurance?.level ?? sheet.assurance;
}

function declaredRow(
  sheet: Sheet,
  id: string,
  section: string,
  level: AssuranceLevel,
  catalogue: Catalogue,
): ExplainedRow {
  const declared = explainDeclared(sheet, id, catalogue);
  const row: ReportRow = {
    id,
    kind: catalogue.groups.has(id) ? 'group' : 'statement',
    title: declared?.title ?? id,
    text: declared?.text ?? '',
    answer: declared?.answer ?? 'silent',
    shown: declared?.shown ?? '',
    ...(declared?.reason === undefined ? {} : { reason: declared.reason }),
    why: declared?.why ?? '',
    level,
    ...(declared?.isOwn === true ? { isOwn: true } : {}),
    ...(declared?.conventions === undefined ? {} : { conventions: declared.conventions }),
  };
  return { section, row, gaps: reasonGap(sheet, row) };
}

/** With a trace the reader is the maker: a process that makes it uncertain, or an answer that is the maker's to give. */
function ownGap(
  { answer, why, id }: Pick<ReportRow, 'answer' | 'why' | 'id'>,
  changedBy: readonly string[],
): readonly ExplainedGap[] {
  if (answer !== 'open') return [];
  const closes = `answer ${name(id)} under \`answers\` in the bill, from knowledge of the product itself`;
  const base = { path: [], isMerged: false, inWords: why, below: [] } as const;
  if (changedBy.length === 0) return [{ ...base, kind: 'own-answer', of: 'the maker', inShort: why, closes }];
  return changedBy.map((process) => ({
    ...base,
    kind: 'process',
    of: `process ${name(process)}`,
    inShort: 'makes it less certain',
    closes: `describe the process more closely, or ${closes}`,
  }));
}

/** Where the sheet itself gives the reason, its maker is the one to ask. */
function reasonGap(
  sheet: Sheet,
  { answer, reason, why, id }: Pick<ReportRow, 'answer' | 'reason' | 'why' | 'id'>,
): readonly ExplainedGap[] {
  if (answer !== 'open') return [];
  const maker = name(sheet.maker.name);
  return [
    {
      kind: 'declared',
      isMerged: false,
      path: [],
      of: `the maker, ${maker}`,
      maker: sheet.maker.name,
      inShort: reason === undefined ? 'no reason given' : why,
      inWords: why,
      closes: `ask ${maker} about ${name(id)}`,
      below: [],
    },
  ];
}

export function sectionsOf(catalogue: Catalogue, rows: readonly ExplainedRow[]): readonly ReportSection[] {
  return catalogue.sections
    .map(({ id, number, title }) => {
      const own = rows.filter((each) => each.section === id).map(({ row }) => row);
      return {
        id,
        number,
        title,
        rows: own.filter((row) => row.answer !== 'silent'),
        silent: own.filter((row) => row.answer === 'silent').map((row) => row.title),
      };
    })
    .filter((section) => section.rows.length > 0 || section.silent.length > 0);
}
