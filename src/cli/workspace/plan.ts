// What there is to build: the bills of a workspace, where each of their inputs comes from, and where everything goes.

import type { Bill, Input } from '../../core/model/bill.ts';
import { type Catalogue, catalogueName } from '../../core/model/catalogue.ts';
import { sheetName } from '../../core/model/sheet.ts';
import { type Finding, finding, hasErrors } from '../../core/text/finding.ts';
import { inOrder } from '../../core/text/order.ts';
import type { Lock } from '../../core/workspace/lock.ts';
import type { Placed } from '../../core/workspace/workspace.ts';
import { isPattern, matchPattern } from '../../io/globs.ts';
import { folderOf, isInside, relativePath, resolvePath } from '../../io/paths.ts';
import { sha256 } from '../../io/sha256.ts';
import { type Desk, loadDocument, wrongKind } from '../documents.ts';
import { findReference, type Surroundings, shownPath } from '../references.ts';
import { indexSheets } from '../sheet-index.ts';
import type { Target } from '../targets.ts';
import type { FoundWorkspace } from './find.ts';
import { type Outputs, outputsOf } from './outputs.ts';
import { isWithin, outsideWorkspace } from './places.ts';

export type PlannedInput =
  /** `file`: from the folder of the workspace. */
  | { readonly kind: 'sheet'; readonly input: Input; readonly target: Target; readonly file: string }
  /** What another bill of the workspace makes. */
  | { readonly kind: 'made'; readonly input: Input; readonly by: string }
  | { readonly kind: 'none'; readonly input: Input };

export interface PlannedBill {
  /** From the folder of the workspace. */
  readonly file: string;
  /** As messages name it. */
  readonly name: string;
  readonly path: string;
  readonly bill: Bill;
  readonly catalogue: Catalogue;
  readonly catalogueName: string;
  readonly sha256: string;
  readonly outputs: Outputs;
  readonly inputs: readonly PlannedInput[];
  readonly findings: readonly Finding[];
}

export interface WorkspacePlan {
  readonly bills: ReadonlyMap<string, PlannedBill>;
  /** Bills that could not be read, with what they would give. */
  readonly unread: ReadonlyMap<string, Outputs>;
  readonly findings: readonly Finding[];
}

/** `lock`: what a bill that cannot be read just now has made before. */
export async function planWorkspace(desk: Desk, found: FoundWorkspace, lock: Lock): Promise<WorkspacePlan> {
  const { workspace, root } = found;
  const findings: Finding[] = [];
  const listed = listBills(desk, found);
  findings.push(...listed.findings);
  const read: ReadBill[] = [];
  const unread = new Map<string, Outputs>();
  for (const file of listed.files) {
    const loaded = await readBillAt(desk, root, file);
    const outputs = outputsOf(workspace, root, file);
    if (loaded.read === undefined) {
      findings.push(...loaded.findings);
      unread.set(file, outputs);
    } else read.push({ ...loaded.read, outputs });
  }
  findings.push(...twoOfOneSheet(read), ...twoOfOneOutput(read));
  const made: Made = {
    root,
    output: resolvePath(root, workspace.output.text),
    bySheet: new Map([
      ...[...unread.keys()].flatMap((file) => {
        const id = lock.bills.get(file)?.sheet.id;
        return id === undefined ? [] : [[id, file] as const];
      }),
      ...read.map(({ bill, file }) => [bill.id, file] as const),
    ]),
    byBill: new Map([
      ...[...unread.keys()].map((file) => {
        const path = resolvePath(root, file);
        return [desk.context.files.realPath(path) ?? path, file] as const;
      }),
      ...read.map(({ path, file }) => [path, file] as const),
    ]),
    byOutput: new Map([
      ...[...unread].map(([file, outputs]) => [outputs.sheet, file] as const),
      ...read.map(({ outputs, file }) => [outputs.sheet, file] as const),
    ]),
  };
  const around: Surroundings = {
    context: desk.context,
    root,
    sheets: indexSheets(desk, root, made.output),
    searched: 'in the workspace',
  };
  const bills = new Map<string, PlannedBill>();
  for (const each of read) bills.set(each.file, await withInputs(each, around, made));
  return { bills, unread, findings };
}

interface Listed {
  readonly files: readonly string[];
  readonly findings: readonly Finding[];
}

/** What was made before is no bill, whatever it is called. */
function listBills(desk: Desk, { workspace, root }: FoundWorkspace): Listed {
  const files = new Set<string>();
  const findings: Finding[] = [];
  const output = resolvePath(root, workspace.output.text);
  for (const placed of workspace.bills) {
    const all = filesFor(desk, root, placed).filter((file) => !isInside(output, resolvePath(root, file)));
    const matched = all.filter((file) => isWithin(desk.context.files, root, resolvePath(root, file)));
    if (matched.length < all.length) findings.push(outsideWorkspace('bills', placed));
    else if (matched.length === 0) findings.push(noBill(placed));
    for (const file of matched) files.add(file);
  }
  return { files: inOrder(files), findings };
}

function filesFor({ context }: Desk, root: string, { text }: Placed): readonly string[] {
  if (isPattern(text)) return matchPattern(text, root, context.files) ?? [];
  const path = resolvePath(root, text);
  return context.files.kindOf(path) === 'file' ? [relativePath(root, path)] : [];
}

const noBill = ({ text, at }: Placed): Finding =>
  finding('workspace/no-bill', `\`${text}\` leads to no bill`, {
    at,
    help: ['name a bill by its path from the folder of the workspace, or write a pattern that matches some'],
    data: { pattern: text },
  });

type ReadBill = Omit<PlannedBill, 'inputs'>;

interface Loaded {
  readonly name: string;
  readonly read: Omit<ReadBill, 'outputs'> | undefined;
  readonly findings: readonly Finding[];
}

async function readBillAt(desk: Desk, root: string, file: string): Promise<Loaded> {
  const path = resolvePath(root, file);
  const name = shownPath(desk.context, path);
  const { value, findings } = await loadDocument(desk, { name, path, met: false });
  if (value === undefined) return { name, read: undefined, findings };
  const { content, bytes } = value;
  if (content.kind !== 'bill')
    return { name, read: undefined, findings: [...findings, wrongKind(value, 'a bill')] };
  if (hasErrors(findings)) return { name, read: undefined, findings };
  const { bill, catalogue } = content;
  const read = {
    file,
    name,
    path: desk.context.files.realPath(path) ?? path,
    bill,
    catalogue,
    catalogueName: catalogueName(catalogue),
    sha256: sha256(bytes),
    findings,
  };
  return { name, read, findings };
}

/** Which bill makes what an input may refer to. */
interface Made {
  readonly root: string;
  readonly output: string;
  readonly bySheet: ReadonlyMap<string, string>;
  readonly byBill: ReadonlyMap<string, string>;
  readonly byOutput: ReadonlyMap<string, string>;
}

async function withInputs(read: ReadBill, around: Surroundings, made: Made): Promise<PlannedBill> {
  const findings = [...read.findings];
  const inputs: PlannedInput[] = [];
  for (const input of read.bill.inputs) {
    const planned = await planInput(read, input, around, made);
    if ('code' in planned) findings.push(planned);
    else inputs.push(planned);
  }
  return { ...read, inputs, findings };
}

async function planInput(
  { path, file }: ReadBill,
  input: Input,
  around: Surroundings,
  made: Made,
): Promise<PlannedInput | Finding> {
  const { origin } = input;
  if (origin.kind === 'none') return { kind: 'none', input };
  const meant = resolvePath(folderOf(path), origin.reference);
  const by =
    origin.kind === 'bill'
      ? made.byBill.get(around.context.files.realPath(meant) ?? meant)
      : (made.byOutput.get(meant) ?? made.bySheet.get(origin.reference));
  if (by !== undefined && (by !== file || origin.kind === 'bill')) return { kind: 'made', input, by };
  const { value: target, findings } = await findReference(around, path, input);
  const [first] = findings;
  if (first !== undefined) return first;
  if (target?.path === undefined) return { kind: 'none', input };
  if (origin.kind === 'bill') return notInWorkspace(input, origin.reference);
  if (isInside(made.output, target.path)) return notMade(input, origin.reference);
  return { kind: 'sheet', input, target, file: relativePath(made.root, target.path) };
}

const notInWorkspace = (input: Input, reference: string): Finding =>
  finding(
    'workspace/bill-not-listed',
    `input \`${input.name}\` is made by \`${reference}\`, which the workspace leaves out`,
    {
      at: input.originAt,
      help: ['add it to `bills` in the document of the workspace'],
      data: { input: input.name, reference },
    },
  );

const notMade = (input: Input, reference: string): Finding =>
  finding(
    'workspace/nothing-makes-it',
    `input \`${input.name}\` refers to \`${reference}\`, which no bill makes any more`,
    {
      at: input.originAt,
      help: [
        'name the bill that makes it, or put back the one that made it',
        'keep sheets that others sent outside the folder for what is built',
      ],
      data: { input: input.name, reference },
    },
  );

function twoOfOneSheet(read: readonly ReadBill[]): readonly Finding[] {
  const first = new Map<string, ReadBill>();
  return read.flatMap((each): Finding[] => {
    const before = first.get(each.bill.id);
    if (before === undefined) first.set(each.bill.id, each);
    return before === undefined ? [] : [oneSheetTwice(each, before)];
  });
}

function oneSheetTwice({ bill, file }: ReadBill, before: ReadBill): Finding {
  const other = before.bill.places.get('id');
  return finding(
    'workspace/repeated-sheet',
    `\`${file}\` and \`${before.file}\` make the same sheet \`${bill.id}\``,
    {
      at: bill.places.get('id'),
      related: other === undefined ? [] : [{ at: other, label: 'the other bill' }],
      help: ['give each bill a sheet id of its own', 'or let the workspace leave one of them out'],
      data: { sheet: sheetName(bill), files: [before.file, file] },
    },
  );
}

/** `cell.bill.yaml` and `cell.bill.json` side by side; `Cell.bill.yaml` is told too, since many disks see one name. */
function twoOfOneOutput(read: readonly ReadBill[]): readonly Finding[] {
  const first = new Map<string, ReadBill>();
  return read.flatMap((each): Finding[] => {
    const name = each.outputs.sheet.normalize('NFC').toLowerCase();
    const before = first.get(name);
    if (before === undefined) first.set(name, each);
    return before === undefined ? [] : [oneOutputTwice(each, before)];
  });
}

function oneOutputTwice({ file, bill, outputs }: ReadBill, before: ReadBill): Finding {
  const isSame = outputs.sheet === before.outputs.sheet;
  const where = isSame ? '' : ' where a disk does not tell such names apart';
  const told = finding(
    'workspace/repeated-output',
    `\`${file}\` and \`${before.file}\` would be written to one place${where}`,
    {
      at: bill.places.get('id'),
      help: ['give one of the bills another name'],
      data: { files: [before.file, file] },
    },
  );
  return isSame ? told : { ...told, severity: 'warning' };
}
