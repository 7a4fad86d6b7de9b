// A bill with everything that goes into it: the sheets and bills of its inputs, down to the last tier. A bill that
// leads back to itself is told as the way round.

import type { Bill, Input } from '../core/model/bill.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import { type Finding, finding, hasErrors, type Result } from '../core/text/finding.ts';
import type { Files } from '../io/files.ts';
import { folderOf, isInside, resolvePath } from '../io/paths.ts';
import { sha256 } from '../io/sha256.ts';
import type { DocumentKind } from '../read/validator.ts';
import { billCycle } from './bill-cycle.ts';
import { type Desk, type Loaded, type LoadedDocument, loadDocument, wrongKind } from './documents.ts';
import { type InputSheet, loadInputSheet, wrongInput } from './input-sheet.ts';
import { findReference, rootFor, type Surroundings, WORKSPACE_FILE } from './references.ts';
import { indexSheets, type SheetIndex } from './sheet-index.ts';
import type { Target } from './targets.ts';

export type LoadedInput =
  | InputSheet
  | { readonly kind: 'bill'; readonly child: LoadedBill }
  | { readonly kind: 'none' };

export interface LoadedBill {
  readonly bill: Bill;
  readonly catalogue: Catalogue;
  readonly sha256: string;
  readonly file: string;
  /** Absolute, links resolved. */
  readonly path: string;
  readonly inputs: ReadonlyMap<string, LoadedInput>;
  /** How many bills follow one another, this one included. */
  readonly tiers: number;
  /** Absolute paths of everything read for it, itself included. */
  readonly read: readonly string[];
}

/** Far more than any maker keeps in bills of its own. */
const MOST_TIERS = 64;

/**
 * What one run has read already, for bills that stand by themselves in a folder and behind others too. A run sees each
 * file as it was when it first met it.
 */
export interface HeldBills {
  readonly bills: Map<string, Result<LoadedBill>>;
  readonly indexes: Map<string, SheetIndex>;
}

export const holdBills = (): HeldBills => ({ bills: new Map(), indexes: new Map() });

/** However large the folder, so many are held. */
const MOST_HELD = 512;

interface Way {
  readonly around: Surroundings;
  readonly held: HeldBills;
  /** The folder in which inputs are looked for by id. */
  readonly folder: string;
  /** Bills on the way down to this one, by their real paths. */
  readonly above: ReadonlyMap<string, string>;
  /** Bills that several others use are read once. */
  readonly done: Map<string, Promise<ReadAsBill>>;
}

/** `other`: what the document is instead of a bill, for everybody to be told who takes it for one. */
interface ReadAsBill extends Loaded<LoadedBill> {
  readonly other?: DocumentKind;
}

export async function loadBillWithInputs(
  desk: Desk,
  target: Target,
  held = holdBills(),
): Promise<Loaded<LoadedBill>> {
  const { context } = desk;
  const path = context.files.realPath(target.path ?? context.cwd) ?? target.path ?? context.cwd;
  const root = rootFor(context, path);
  const workspace = workspaceAbove(context.files, folderOf(path), root);
  const folder = workspace ?? folderOf(path);
  const sheets = held.indexes.get(folder) ?? indexSheets(desk, folder);
  held.indexes.set(folder, sheets);
  const searched = workspace === undefined ? 'below the bill' : 'in the workspace';
  const around = { context, root, sheets, searched } as const;
  return loadBill(desk, { ...target, path }, { around, held, folder, above: new Map(), done: new Map() });
}

/** In a workspace an id stands for the same sheet whichever command looks for it. */
function workspaceAbove(files: Files, folder: string, root: string): string | undefined {
  if (!isInside(root, folder)) return undefined;
  if (files.kindOf(resolvePath(folder, WORKSPACE_FILE)) === 'file') return folder;
  return folder === root ? undefined : workspaceAbove(files, folderOf(folder), root);
}

/** What a bill finds depends on the folders of the run that may be used as well. */
const heldAs = ({ around, folder }: Way, path: string): string => [around.root, folder, path].join('\n');

async function loadBill(desk: Desk, target: Target, way: Way): Promise<ReadAsBill> {
  const { bills } = way.held;
  const key = heldAs(way, target.path ?? '');
  const known = bills.get(key);
  if (known !== undefined) return known;
  const read = await readBill(desk, target, way);
  // What is wrong may be so on this way only: a circle looks different from each bill in it.
  if (read.value === undefined || hasErrors(read.findings)) return read;
  if (bills.size >= MOST_HELD) bills.clear();
  bills.set(key, { value: read.value, findings: read.findings });
  return read;
}

async function readBill(desk: Desk, target: Target, way: Way): Promise<ReadAsBill> {
  const loaded = await loadDocument(desk, target);
  if (loaded.value === undefined) return { ...loaded, value: undefined };
  const { content, kind } = loaded.value;
  if (content.kind !== 'bill')
    return { value: undefined, findings: [wrongKind(loaded.value, 'a bill')], other: kind };
  return gatherInputs(desk, { target, document: loaded.value, findings: loaded.findings }, content, way);
}

interface ReadBill {
  readonly target: Target;
  readonly document: LoadedDocument;
  readonly findings: readonly Finding[];
}

/** The inputs of a bill that is already read. */
async function gatherInputs(
  desk: Desk,
  { target, document, findings: before }: ReadBill,
  { bill, catalogue }: { readonly bill: Bill; readonly catalogue: Catalogue },
  way: Way,
): Promise<Result<LoadedBill>> {
  const path = target.path ?? '';
  const below = { ...way, above: new Map([...way.above, [path, target.name]]) };
  const findings = [...before];
  const inputs = new Map<string, LoadedInput>();
  const read = [path];
  for (const input of bill.inputs) {
    const loaded = await loadInput(desk, path, input, below);
    findings.push(...loaded.findings);
    inputs.set(input.name, loaded.value.input);
    for (const file of loaded.value.read) read.push(file);
  }
  const digest = sha256(document.bytes);
  return {
    value: {
      bill,
      catalogue,
      sha256: digest,
      file: target.name,
      path,
      inputs,
      tiers: 1 + Math.max(0, ...[...inputs.values()].map(tiersOf)),
      read: [...new Set(read)],
    },
    findings,
  };
}

const tiersOf = (input: LoadedInput): number => (input.kind === 'bill' ? input.child.tiers : 0);

interface InputWithFiles {
  readonly input: LoadedInput;
  readonly read: readonly string[];
}

const NONE: InputWithFiles = { input: { kind: 'none' }, read: [] };

async function loadInput(
  desk: Desk,
  billPath: string,
  input: Input,
  way: Way,
): Promise<Result<InputWithFiles>> {
  const found = await findReference(way.around, billPath, input);
  if (found.value === undefined) return { value: NONE, findings: found.findings };
  const target = found.value;
  if (input.origin.kind === 'bill') return loadChild(desk, target, input, way);
  const { value: sheet, findings } = await loadInputSheet(desk, target, input);
  return { value: sheet === undefined ? NONE : { input: sheet, read: [target.path ?? ''] }, findings };
}

async function loadChild(
  desk: Desk,
  target: Target,
  input: Input,
  way: Way,
): Promise<Result<InputWithFiles>> {
  const path = target.path ?? '';
  if (way.above.has(path)) return { value: NONE, findings: [cycle(way, path, input)] };
  if (way.above.size >= MOST_TIERS) return { value: NONE, findings: [tooManyTiers(input)] };
  const known = way.done.get(path) ?? loadBill(desk, target, way);
  const isFirst = !way.done.has(path);
  way.done.set(path, known);
  const { value: child, findings, other } = await known;
  if (other !== undefined) return { value: NONE, findings: [wrongInput(input, other, target.name, 'bill')] };
  const told = isFirst ? findings : [];
  if (child === undefined) return { value: NONE, findings: told };
  // A bill that was read on a shorter way may stand too deep on this one.
  if (child.tiers >= MOST_TIERS) return { value: NONE, findings: [...told, tooManyTiers(input)] };
  return { value: { input: { kind: 'bill', child }, read: child.read }, findings: told };
}

const tooManyTiers = (input: Input): Finding =>
  finding('bill/too-deep', `more than ${MOST_TIERS} bills follow one another`, {
    at: input.originAt,
    label: `bill ${MOST_TIERS + 1}`,
    help: ['merge this bill by itself and name its sheet as the input'],
    data: { input: input.name, limit: MOST_TIERS },
  });

function cycle({ above }: Way, path: string, { originAt }: Input): Finding {
  const start = [...above.keys()].indexOf(path);
  return billCycle([...above.values()].slice(start), originAt);
}
