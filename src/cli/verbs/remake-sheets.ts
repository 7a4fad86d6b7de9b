// Sheets that lie beside the bill they were made from: the bill is merged again, and the two are compared.

import { compareWithBill } from '../../checks/across/claims-more.ts';
import type { Bill } from '../../core/model/bill.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import type { Sheet } from '../../core/model/sheet.ts';
import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { sha256 } from '../../io/sha256.ts';
import { type HeldBills, type LoadedBill, loadBillWithInputs } from '../bills.ts';
import { type Desk, loadDocument } from '../documents.ts';
import { type MergedTree, mergeTree } from '../merge-tree.ts';
import { writeSheet } from '../sheet-output.ts';
import type { Target } from '../targets.ts';

export interface MetBill {
  readonly name: string;
  readonly target: Target;
}

export interface Remaking {
  readonly findings: readonly Finding[];
  /** Digests that the sheets have in the form in which a merge of several tiers has them, by their names. */
  readonly made: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Bills that were merged in this run: each serves itself and all that are made of it. */
interface Merging {
  readonly held: HeldBills;
  readonly done: Readonly<Record<'withQuantities' | 'withoutQuantities', Map<LoadedBill, MergedTree>>>;
}

/** Sheets are read again, one after the other: none is held longer than it takes. */
export async function remakeSheets(
  desk: Desk,
  bills: readonly MetBill[],
  held: HeldBills,
  sheetsOf: (name: string) => readonly Target[],
): Promise<Remaking> {
  const merging: Merging = { held, done: { withQuantities: new Map(), withoutQuantities: new Map() } };
  const findings: Finding[] = [];
  const made = new Map<string, Set<string>>();
  for (const { name, target } of bills) {
    const digests = made.get(name) ?? new Set<string>();
    made.set(name, digests);
    for (const sheet of sheetsOf(name)) {
      findings.push(...(await remakeSheet(desk, { bill: target, sheet }, merging, digests)));
      await desk.context.pause();
    }
  }
  return { findings, made };
}

async function remakeSheet(
  { context, catalogues }: Desk,
  targets: { readonly bill: Target; readonly sheet: Target },
  { held, done }: Merging,
  digests: Set<string>,
): Promise<readonly Finding[]> {
  const aside: Desk = { context, catalogues, texts: new Map() };
  const read = (await loadDocument(aside, targets.sheet)).value?.content;
  const { value: loaded, findings: unread } = await loadBillWithInputs(aside, targets.bill, held);
  if (read?.kind !== 'sheet' || loaded === undefined) return [];
  const { sheet, catalogue } = read;
  for (const each of [sheet, withoutQuantities(sheet)])
    digests.add(sha256(new TextEncoder().encode(writeSheet(each, catalogue, 'yaml'))));
  // What cannot be merged gives nothing that a sheet could be measured by; why not is told where the bill is checked.
  if (hasErrors(unread)) return [];
  const withQuantities = sheet.quantities.size > 0;
  const known = done[withQuantities ? 'withQuantities' : 'withoutQuantities'];
  const { merged, findings } = mergeTree(loaded, { withQuantities }, known);
  forget(known);
  // What is wrong with the bill itself is told where it is checked; that it cannot be merged is told only here.
  if (merged === undefined || hasErrors(findings))
    return findings.filter(({ code, severity }) => severity === 'error' && code.startsWith('merge/'));
  return compareWithBill({
    sheet,
    made: merged.sheet,
    bill: { file: loaded.file, at: placeOf(loaded.bill) },
    isSame: isSameText(sheet, catalogue, merged.sheet, loaded.catalogue),
  });
}

const MOST_MERGED = 512;

/** An error is told once, at the first bill that meets it; so what comes of it must not serve another bill. */
function forget(known: Map<LoadedBill, MergedTree>): void {
  for (const [loaded, { findings }] of known)
    if (known.size > MOST_MERGED || hasErrors(findings)) known.delete(loaded);
}

const placeOf = (bill: Bill) => bill.places.get('id') ?? bill.places.get('sheet');

const withoutQuantities = (sheet: Sheet): Sheet => ({ ...sheet, quantities: new Map() });

/** In whatever format the sheet lies there, with figures or without: its one canonical text is compared. */
const isSameText = (a: Sheet, catalogueOfA: Catalogue, b: Sheet, catalogueOfB: Catalogue): boolean =>
  writeSheet(withoutQuantities(a), catalogueOfA, 'yaml') ===
  writeSheet(withoutQuantities(b), catalogueOfB, 'yaml');
