// The documents of a run against one another: what was gathered of them is checked at the end, and the texts that
// findings point into are read again.

import { differingSheets } from '../../checks/across/editions.ts';
import {
  type AnswerFacts,
  factsOf,
  factsOfBill,
  type SheetFacts,
  type Wanted,
} from '../../checks/across/facts.ts';
import { checkAcross } from '../../checks/across/index.ts';
import type { ListEdition } from '../../checks/across/list-editions.ts';
import type { Bill } from '../../core/model/bill.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import { type Sheet, sheetName } from '../../core/model/sheet.ts';
import type { Finding } from '../../core/text/finding.ts';
import type { DateText } from '../../core/values/date.ts';
import { sha256 } from '../../io/sha256.ts';
import { type HeldBills, holdBills } from '../bills.ts';
import { type Desk, openDocument } from '../documents.ts';
import type { Target } from '../targets.ts';
import type { MetBill, Remaking } from './remake-sheets.ts';

/** What the user asks for beyond what is always checked. */
export interface AcrossOptions {
  readonly days?: number;
  readonly lists: ReadonlyMap<string, ListEdition>;
}

/** What is gathered in the course of a run. */
export interface Gathered {
  readonly options: AcrossOptions;
  readonly wanted: Wanted;
  /** True where there is but one document: then no digest is compared, and to load what makes them is slow. */
  readonly isAlone: boolean;
  readonly sheets: SheetFacts[];
  readonly bills: MetBill[];
  /** Bills with their inputs, as far as they were read. */
  readonly held: HeldBills;
  /** What the makers of bills answer themselves. */
  readonly answered: AnswerFacts[];
  /** Where each document came from, by the name that findings give it. */
  readonly targets: Map<string, Target>;
}

export const gathering = (options: AcrossOptions, isAlone: boolean): Gathered => ({
  options,
  isAlone,
  wanted: { endings: options.days !== undefined, lists: new Set(options.lists.keys()) },
  sheets: [],
  bills: [],
  held: holdBills(),
  answered: [],
  targets: new Map(),
});

export function gatherSheet(
  { sheets, targets, wanted, isAlone }: Gathered,
  target: Target,
  bytes: Uint8Array,
  content: { readonly sheet: Sheet; readonly catalogue: Catalogue },
): void {
  const facts = factsOf({ ...content, sha256: isAlone ? '' : sha256(bytes) }, wanted);
  if (facts === undefined) return;
  sheets.push(facts);
  targets.set(facts.file, target);
}

export function gatherBill(
  { bills, answered, targets, wanted }: Gathered,
  target: Target,
  { bill, catalogue }: { readonly bill: Bill; readonly catalogue: Catalogue },
): void {
  const facts = factsOfBill(bill, catalogue, wanted);
  if (facts.ends.length > 0 || facts.lists.length > 0) answered.push(facts);
  // The inputs of a bill that came through a pipe cannot be found.
  if (target.path === undefined) return;
  bills.push({ name: sheetName(bill), target });
  targets.set(bill.source, target);
}

export async function checkGathered(
  desk: Desk,
  { sheets, bills, held, answered, targets, options }: Gathered,
  today: DateText,
): Promise<readonly Finding[]> {
  const editions = new Map<string, Map<string, Target>>();
  for (const { name, sha256: digest, file } of sheets) {
    const target = targets.get(file);
    const known = editions.get(name) ?? new Map<string, Target>();
    // What came through a pipe is gone.
    if (target?.path !== undefined && !known.has(digest)) editions.set(name, known.set(digest, target));
  }
  const { findings: remade, made } = await remake(desk, bills, held, (name) => [
    ...(editions.get(name)?.values() ?? []),
  ]);
  const compared = await compare(desk, sheets, targets);
  const findings = [
    ...checkAcross({ ...options, sheets: compared, bills: answered, today, made }),
    ...remade,
  ];
  for (const found of findings) await reopen(desk, targets, found);
  return findings;
}

/** What writes sheets is loaded only where there are two to compare. */
async function compare(
  desk: Desk,
  sheets: readonly SheetFacts[],
  targets: ReadonlyMap<string, Target>,
): Promise<readonly SheetFacts[]> {
  const names = differingSheets(sheets);
  if (names.size === 0) return sheets;
  const { withContents } = await import('../sheet-content.ts');
  return withContents(desk, sheets, targets, names);
}

/** What merges is loaded only where there is a bill: it would slow the start of every other run. */
async function remake(
  desk: Desk,
  bills: readonly MetBill[],
  held: HeldBills,
  sheetsOf: (name: string) => readonly Target[],
): Promise<Remaking> {
  if (bills.length === 0) return { findings: [], made: new Map() };
  const { remakeSheets } = await import('./remake-sheets.ts');
  return remakeSheets(desk, bills, held, sheetsOf);
}

/** Texts are let go of as long as there is nothing to show in them. */
async function reopen(
  desk: Desk,
  targets: ReadonlyMap<string, Target>,
  { at, related }: Finding,
): Promise<void> {
  for (const span of [at, ...related.map((each) => each.at)]) {
    const target = span === undefined ? undefined : targets.get(span.source);
    if (target?.path !== undefined && !desk.texts.has(target.name)) await openDocument(desk, target);
  }
}
