// Everything there is to say about one sheet, for people: what it answers and why, what it covers, what processes
// changed, what is open because of whom, what it rests on. With the trace of its merge it says all of that; without
// one it says what the sheet itself says, and what is missing.

import { type Catalogue, catalogueName, type Group, type Measure, vocabularyOf } from '../model/catalogue.ts';
import type { QuantityValue, Sheet, Site } from '../model/sheet.ts';
import type { Trace } from '../model/trace.ts';
import { inOrder } from '../text/order.ts';
import type { DateText } from '../values/date.ts';
import { regionOf } from '../values/region.ts';
import { assumptionsOf } from './assumptions.ts';
import { assuredAnswers } from './assured-answers.ts';
import { coverageOf } from './coverage.ts';
import { levelWords } from './declared.ts';
import { figureInWords, rangeInWords } from './figure-words.ts';
import { namesInWords } from './name-words.ts';
import { openByRanges, openQuestions } from './open-questions.ts';
import { processChanges } from './process-changes.ts';
import { reportInputs } from './report-inputs.ts';
import type { Counts, Named, Report, ReportEvidence, ReportFigure } from './report-model.ts';
import { type ExplainedRow, explainRows, sectionsOf } from './report-rows.ts';
import { type TraceView, titleOf, viewTrace } from './view.ts';
import { name } from './words.ts';

/** `isPublic`: for those who may not see the trace; it is not asked for then. */
export interface ReportOptions {
  readonly isPublic?: boolean | undefined;
  /** The day that validity is judged on; without it, it is not judged. */
  readonly today?: DateText | undefined;
}

export function reportOf(
  sheet: Sheet,
  catalogue: Catalogue,
  trace?: Trace,
  { isPublic = false, today }: ReportOptions = {},
): Report {
  const view = trace === undefined || isPublic ? undefined : viewTrace(trace, catalogue, sheet);
  const rows = explainRows(sheet, catalogue, view);
  const open = rows.filter(({ row }) => row.answer === 'open' || row.answer === 'blocked');
  const isMerged = view !== undefined || sheet.inputs.length > 0;
  return {
    file: fileOf(sheet),
    ...headerOf(sheet, catalogue, view, today),
    isMerged,
    isPrivate: view !== undefined,
    canExplain: view !== undefined || !(isMerged || isPublic),
    untold: isMerged && view === undefined ? (isPublic ? untoldOnPurpose : untold) : [],
    counts: countRows(rows, isMerged),
    ...(view === undefined ? {} : { coverage: coverageOf(view) }),
    sections: sectionsOf(catalogue, rows),
    figures: figuresIn(sheet, catalogue),
    ...(view === undefined ? {} : { changes: processChanges(view) }),
    open: openQuestions(open),
    openByRanges: openByRanges(open),
    inputs: reportInputs(sheet, view),
    assured: assuredAnswers(
      rows.map(({ row }) => row),
      isMerged ? (view === undefined ? 'untold' : 'merged') : 'filled',
    ),
    evidence: evidenceIn(sheet, catalogue),
    assumptions: assumptionsOf(sheet, catalogue, view),
  };
}

/** A report says nothing of the folder that the tool was run in. What was read from a pipe has no file. */
const fileOf = ({ source }: Sheet): string =>
  source === '-' ? 'SHEET' : source.replace(/^.*[/\\]/, '').replaceAll('`', "'");

const untoldOnPurpose = ['Made from the sheet alone: how the answers came about is kept by the maker'];

const untold = [
  'The sheet was merged from others, and its trace is not at hand: what the answers rest on, how much of the product sheets cover and what processes changed cannot be told',
  'Where the bill is yours, merge it again: a trace is written beside the sheet. Where a supplier sent the sheet, ask the supplier',
];

/** Whether the sheet has ended, and with whose sheet: without a day of its own it ends with the first of its inputs. */
function endOf(
  { validUntil }: Sheet,
  view: TraceView | undefined,
  today: DateText | undefined,
): Pick<Report['sheet'], 'validUntil' | 'expiredOn' | 'endsWith'> {
  if (validUntil === undefined) return {};
  const inputs = view?.trace.inputs ?? [];
  const endsWith = inputs
    .filter((input) => input.state === 'used' && input.sheet?.validUntil === validUntil)
    .map((input) => input.name);
  return {
    validUntil,
    ...(today !== undefined && validUntil < today ? { expiredOn: today } : {}),
    ...(endsWith.length === 0 ? {} : { endsWith }),
  };
}

function headerOf(
  sheet: Sheet,
  catalogue: Catalogue,
  view: TraceView | undefined,
  today: DateText | undefined,
): Pick<Report, 'sheet' | 'product' | 'maker' | 'assurance'> {
  const { product, maker, id, revision, issued, assurance } = sheet;
  const site = siteInWords(maker.site);
  return {
    sheet: {
      id,
      revision,
      catalogue: catalogueName(catalogue),
      issued,
      ...endOf(sheet, view, today),
    },
    product: {
      name: product.name,
      level: product.level,
      ...(product.mass === undefined
        ? {}
        : { mass: rangeInWords(product.mass, { kind: 'number', dimension: 'mass' }) }),
      ids: namedIn(product.ids),
    },
    maker: { name: maker.name, ids: namedIn(maker.ids), ...(site === undefined ? {} : { site }) },
    assurance: { level: assurance, inWords: sheetAssurance(sheet) },
  };
}

/** A sheet that nobody else has verified says so openly. */
function sheetAssurance({ assurance, answers }: Sheet): string {
  const others = new Set([...answers.values()].map((answer) => answer.assurance?.level ?? assurance));
  others.delete(assurance);
  const but = others.size === 0 ? '' : '; single answers have an assurance of their own';
  return assurance === 'self-declared'
    ? `NOT VERIFIED: self-declared by its maker${but}`
    : `${levelWords[assurance]}${but}`;
}

const namedIn = (ids: ReadonlyMap<string, string>): readonly Named[] =>
  inOrder(ids.keys()).map((key) => ({ name: key, value: ids.get(key) ?? '' }));

function siteInWords(site: Site | undefined): string | undefined {
  const parts = [site?.name, site?.country].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

/** Only a merge leaves answers open; whoever fills a sheet either answers or does not. */
function countRows(rows: readonly ExplainedRow[], isMerged: boolean): Counts {
  const count = (...answers: readonly string[]): number =>
    rows.filter(({ row }) => answers.includes(row.answer)).length;
  return {
    settled: count('true', 'false'),
    open: isMerged ? count('open', 'blocked') : 0,
    notApplicable: count('not-applicable'),
    silent: isMerged ? count('silent') : count('silent', 'open'),
  };
}

function figuresIn(sheet: Sheet, catalogue: Catalogue): readonly ReportFigure[] {
  return [...catalogue.quantities.values()].flatMap(({ id, measure }) => {
    const value = sheet.quantities.get(id)?.value;
    if (value === undefined) return [];
    const inWords = valueInWords(value, measure, catalogue.groups.get(id));
    return [{ id, title: titleOf(catalogue, id), inWords }];
  });
}

function valueInWords(value: QuantityValue, measure: Measure, group: Group | undefined): string {
  if (value.kind === 'name') return name(value.name);
  if (value.kind === 'names') return namesInWords(value.names, vocabularyOf(measure));
  return figureInWords(regionOf(value.range), measure, group);
}

/** Each piece of evidence once per statement or group. */
function evidenceIn(sheet: Sheet, catalogue: Catalogue): readonly ReportEvidence[] {
  const seen = new Map<string, ReportEvidence>();
  for (const id of catalogue.statements.keys()) {
    const group = catalogue.statements.get(id)?.group;
    for (const { title, uri, sha256 } of sheet.answers.get(id)?.evidence ?? []) {
      const answer = titleOf(catalogue, group ?? id);
      const piece = {
        answer,
        title,
        ...(uri === undefined ? {} : { uri }),
        ...(sha256 === undefined ? {} : { sha256 }),
      };
      seen.set(JSON.stringify(piece), piece);
    }
  }
  return [...seen.values()];
}
