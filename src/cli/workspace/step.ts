// One bill of a build: merged with its inputs as they lie on the disk, the sheets of other bills among them.

import type { Merged } from '../../core/merge/merge.ts';
import type { Input } from '../../core/model/bill.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import type { Sheet } from '../../core/model/sheet.ts';
import { type Finding, finding, hasErrors } from '../../core/text/finding.ts';
import { inOrder } from '../../core/text/order.ts';
import type { BuildSettings, LockedBill, LockedInput } from '../../core/workspace/lock.ts';
import { type Edition, nextRevision } from '../../core/workspace/revision.ts';
import { relativePath } from '../../io/paths.ts';
import { sha256 } from '../../io/sha256.ts';
import type { LoadedBill, LoadedInput } from '../bills.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../documents.ts';
import { findEditionClashes } from '../edition-clashes.ts';
import { uniqueFindings } from '../findings-output.ts';
import { loadInputSheet } from '../input-sheet.ts';
import { mergeTree } from '../merge-tree.ts';
import { makeArtefacts } from '../merged-artefacts.ts';
import type { Artefact } from '../output.ts';
import { findSelfReferences } from '../self-references.ts';
import { contentOf } from '../sheet-content.ts';
import type { Target } from '../targets.ts';
import type { PlannedBill } from './plan.ts';

/** An input as it lies on the disk now. */
export interface SuppliedInput {
  readonly input: Input;
  /** From the folder of the workspace. */
  readonly file: string;
  readonly target: Target;
}

export interface StepRequest {
  readonly planned: PlannedBill;
  readonly supplied: readonly SuppliedInput[];
  readonly settings: BuildSettings;
  readonly root: string;
  /** The edition that was published before. */
  readonly before: Edition | undefined;
}

export interface Step {
  /** What is to be written, the sheet last; nothing where the bill does not pass. */
  readonly artefacts: readonly Artefact[];
  readonly locked: LockedBill | undefined;
  readonly findings: readonly Finding[];
}

export async function buildStep(desk: Desk, request: StepRequest): Promise<Step> {
  const { planned, settings } = request;
  const { loaded, findings } = await loadInputs(desk, request);
  const merge = (revision: number): ReturnType<typeof mergeTree> =>
    mergeTree({ ...loaded, bill: { ...loaded.bill, revision } }, { withQuantities: settings.quantities });
  const first = merge(planned.bill.revision);
  const found = [
    ...findings,
    ...first.findings,
    ...findEditionClashes(loaded),
    ...findSelfReferences(loaded, 2),
  ];
  if (first.merged === undefined || hasErrors(found))
    return { artefacts: [], locked: undefined, findings: found };
  const content = editionContent(first.merged.sheet, planned.catalogue);
  const revision = nextRevision(planned.bill.revision, request.before, content);
  if (!Number.isSafeInteger(revision))
    return { artefacts: [], locked: undefined, findings: [...found, revisionsSpent(planned, revision - 1)] };
  const merged = revision === planned.bill.revision ? first.merged : (merge(revision).merged ?? first.merged);
  return finish(desk.context, request, { loaded, merged, content, findings: found });
}

/** The digest of all that a sheet says but its revision. */
export const editionContent = (sheet: Sheet, catalogue: Catalogue): string =>
  contentOf({ ...sheet, revision: 1 }, catalogue);

/** Whoever wrote such a number, there is none after it that is written exactly. */
const revisionsSpent = ({ bill }: PlannedBill, last: number): Finding =>
  finding('workspace/revisions-spent', `\`${bill.id}\` has revision ${last}, after which there is no other`, {
    at: bill.places.get('id'),
    help: [
      'give the product a sheet id of its own',
      'or take out what states that revision, if it was never published: its sheet in the output folder, or its record in the lock',
    ],
    data: { id: bill.id, revision: last },
  });

interface Finished {
  readonly loaded: LoadedBill;
  readonly merged: Merged;
  readonly content: string;
  readonly findings: readonly Finding[];
}

async function finish(
  context: Context,
  { planned, supplied, settings, root }: StepRequest,
  { loaded, merged, content, findings }: Finished,
): Promise<Step> {
  const made = await makeArtefacts(context, { ...planned.outputs, format: 'yaml' }, planned, merged);
  if (hasErrors(made.findings))
    return { artefacts: [], locked: undefined, findings: [...findings, ...made.findings] };
  const { artefacts } = made;
  const { id, revision, validUntil } = merged.sheet;
  const ends = validUntil === undefined ? {} : { validUntil };
  const locked: LockedBill = {
    file: planned.file,
    sha256: planned.sha256,
    settings,
    inputs: supplied.flatMap((each) => lockedInput(each, loaded.inputs.get(each.input.name))),
    sheet: { id, revision, sha256: made.sha256, content, ...ends },
    outputs: artefacts.map((each) => ({
      file: relativePath(root, each.path),
      sha256: sha256(new TextEncoder().encode(each.text)),
    })),
    warnings: countWarnings([...findings, ...made.findings]),
  };
  return { artefacts, locked, findings };
}

function countWarnings(findings: readonly Finding[]): LockedBill['warnings'] {
  const counts = new Map<string, number>();
  for (const { code, severity } of uniqueFindings(findings))
    if (severity === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1);
  return inOrder([...counts.keys()]).map((code) => ({ code, count: counts.get(code) ?? 0 }));
}

function lockedInput(
  { input: { name }, file }: SuppliedInput,
  loaded: LoadedInput | undefined,
): readonly LockedInput[] {
  if (loaded?.kind !== 'sheet') return [];
  const { id, revision, validUntil } = loaded.sheet;
  const ends = validUntil === undefined ? {} : { validUntil };
  return [{ name, file, id, revision, sha256: loaded.sha256, ...ends }];
}

interface WithInputs {
  readonly loaded: LoadedBill;
  readonly findings: readonly Finding[];
}

async function loadInputs(desk: Desk, { planned, supplied }: StepRequest): Promise<WithInputs> {
  const findings: Finding[] = [];
  const inputs = new Map<string, LoadedInput>();
  for (const { input } of planned.inputs) inputs.set(input.name, { kind: 'none' });
  for (const { input, target } of supplied) {
    const loaded = await loadInputSheet(desk, target, input);
    if (loaded.value !== undefined) inputs.set(input.name, loaded.value);
    findings.push(...loaded.findings);
  }
  const { bill, catalogue, name, path, sha256: digest } = planned;
  return {
    loaded: { bill, catalogue, sha256: digest, file: name, path, inputs, tiers: 1, read: [] },
    findings,
  };
}
