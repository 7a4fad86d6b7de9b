// Builds a workspace: every bill after those it is made of, each only when something that goes into it has changed.
// What did not change is not even read.

import { type Finding, hasErrors } from '../../core/text/finding.ts';
import { inOrder } from '../../core/text/order.ts';
import { type FailOn, stopsMerge } from '../../core/text/verdict.ts';
import {
  type BuildSettings,
  type Lock,
  type LockedBill,
  publishedEdition,
} from '../../core/workspace/lock.ts';
import { nextLock } from '../../core/workspace/next-lock.ts';
import { orderByNeed } from '../../core/workspace/order.ts';
import { type Reason, reasonsToBuild } from '../../core/workspace/reasons.ts';
import type { Edition } from '../../core/workspace/revision.ts';
import { relativePath } from '../../io/paths.ts';
import { sha256 } from '../../io/sha256.ts';
import { storeCatalogue } from '../../read/built-catalogue.ts';
import { LARGEST_DOCUMENT, LARGEST_TRACE } from '../../read/source.ts';
import { billCycle } from '../bill-cycle.ts';
import { type Desk, loadDocument } from '../documents.ts';
import { writeArtefacts } from '../output.ts';
import { shownPath } from '../references.ts';
import type { FoundWorkspace } from './find.ts';
import { allOutputs } from './outputs.ts';
import { findForbidden } from './places.ts';
import type { PlannedBill, PlannedInput, WorkspacePlan } from './plan.ts';
import { findOwnSheetBelow } from './self-references.ts';
import { buildStep, editionContent, type SuppliedInput } from './step.ts';

export interface BuildRequest {
  readonly found: FoundWorkspace;
  readonly plan: WorkspacePlan;
  readonly lock: Lock;
  /** Everything is built, whatever has changed. */
  readonly isFresh: boolean;
  readonly failOn: FailOn;
  /** Called now and then with what was built so far. */
  readonly save: (lock: Lock) => readonly Finding[];
  /** Called once for every bill, in the order of the build. */
  readonly tell: (file: string, outcome: BillOutcome) => void;
}

export type BillOutcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'built'; readonly reasons: readonly Reason[]; readonly isNew: boolean }
  | { readonly kind: 'failed'; readonly reasons: readonly Reason[] }
  /** A bill that it needs could not be built. */
  | { readonly kind: 'waiting'; readonly for: string };

export interface Built {
  readonly lock: Lock;
  readonly outcomes: ReadonlyMap<string, BillOutcome>;
  readonly findings: readonly Finding[];
}

interface Course {
  readonly desk: Desk;
  readonly request: BuildRequest;
  /** Digests of the catalogues, by name. */
  readonly catalogues: ReadonlyMap<string, string>;
  /** Everything that bills of the workspace are read from: none of it is ever written over. */
  readonly read: readonly string[];
  /** What was merged by now. */
  readonly bills: Map<string, LockedBill>;
  readonly outcomes: Map<string, BillOutcome>;
  readonly findings: Finding[];
}

export async function buildWorkspace(desk: Desk, request: BuildRequest): Promise<Built> {
  const { plan, lock } = request;
  const needs = new Map([...plan.bills].map(([file, { inputs }]) => [file, inputs.flatMap(madeBy)]));
  const { ordered, cycles } = orderByNeed(needs);
  const course: Course = {
    desk,
    request,
    catalogues: digestsOf(plan),
    read: readFor(request, desk),
    bills: new Map(),
    outcomes: new Map(),
    findings: cycles.map((round) => cycle(plan, round)),
  };
  // What cannot be merged at all is told first: others wait for it.
  const placed = new Set(ordered);
  for (const file of inOrder([...plan.unread.keys(), ...plan.bills.keys()]))
    if (!placed.has(file)) conclude(course, file, { kind: 'failed', reasons: [] });
  for (const file of ordered) {
    const planned = plan.bills.get(file);
    if (planned === undefined) continue;
    const outcome = await buildOne(course, planned);
    conclude(course, file, outcome);
    if (outcome.kind === 'built') course.findings.push(...saveNow(course));
    await desk.context.pause();
  }
  const { bills, outcomes, findings } = course;
  return { lock: nextLock(lock, { outputs: outputsOfAll(request), built: bills }), outcomes, findings };
}

function readFor({ plan, found }: BuildRequest, { catalogues }: Desk): readonly string[] {
  const sheets = [...plan.bills.values()].flatMap(({ path, inputs }) => [
    path,
    ...inputs.flatMap((each) => (each.kind === 'sheet' ? [each.target.path ?? ''] : [])),
  ]);
  return [...new Set([found.path, ...catalogues.read, ...sheets])];
}

function outputsOfAll({ plan, found }: BuildRequest): ReadonlyMap<string, readonly string[]> {
  const all = [...[...plan.bills].map(([file, { outputs }]) => [file, outputs] as const), ...plan.unread];
  return new Map(
    all.map(([file, outputs]) => [file, allOutputs(outputs).map((path) => relativePath(found.root, path))]),
  );
}

function conclude({ outcomes, request }: Course, file: string, outcome: BillOutcome): void {
  outcomes.set(file, outcome);
  request.tell(file, outcome);
}

/** So many times at most a lock is written: that of thousands of bills takes its time. */
const MOST_SAVES = 32;

/** A build that is interrupted goes on where it stopped, but for the bills since the lock was written last. */
function saveNow({ request, bills, outcomes }: Course): readonly Finding[] {
  const { plan, lock, save } = request;
  const step = Math.max(1, Math.floor(plan.bills.size / MOST_SAVES));
  const isLast = outcomes.size === plan.bills.size + plan.unread.size;
  if (bills.size % step !== 0 || isLast) return [];
  return save(nextLock(lock, { outputs: outputsOfAll(request), built: bills }));
}

const madeBy = (input: PlannedInput): readonly string[] => (input.kind === 'made' ? [input.by] : []);

function digestsOf({ bills }: WorkspacePlan): ReadonlyMap<string, string> {
  const used = new Map([...bills.values()].map((each) => [each.catalogueName, each.catalogue]));
  const encoder = new TextEncoder();
  return new Map([...used].map(([name, each]) => [name, sha256(encoder.encode(storeCatalogue(each)))]));
}

function settingsFor({ desk, request, catalogues }: Course, { catalogueName }: PlannedBill): BuildSettings {
  const { quantities, reports } = request.found.workspace;
  const catalogue = { name: catalogueName, sha256: catalogues.get(catalogueName) ?? '' };
  return { tool: desk.context.version, catalogue, quantities, reports };
}

async function buildOne(course: Course, planned: PlannedBill): Promise<BillOutcome> {
  const { request, desk } = course;
  const recordOf = (file: string): LockedBill | undefined =>
    course.bills.get(file) ?? request.lock.bills.get(file);
  const waitsFor = planned.inputs.flatMap(madeBy).find((file) => !isThere(course, file));
  if (waitsFor !== undefined) return { kind: 'waiting', for: waitsFor };
  const supplied = planned.inputs.flatMap((each) => suppliedBy(course, each));
  const reasons = whyBuild(course, planned, supplied);
  const own = findOwnSheetBelow(planned, request.plan, recordOf);
  course.findings.push(...planned.findings, ...own);
  if (hasErrors([...planned.findings, ...own])) return { kind: 'failed', reasons };
  if (reasons.length === 0) return { kind: 'unchanged' };
  const { root } = request.found;
  const before = await editionBefore(course, planned);
  const settings = settingsFor(course, planned);
  const step = await buildStep(desk, { planned, supplied, settings, root, before });
  course.findings.push(...step.findings);
  letGo(desk, supplied, step.findings);
  if (step.locked === undefined || stopsMerge([...planned.findings, ...step.findings], request.failOn))
    return { kind: 'failed', reasons };
  const forbidden = await findForbidden(desk, root, planned, request.lock);
  const refused =
    forbidden.length > 0 ? forbidden : writeArtefacts(desk.context, step.artefacts, course.read);
  course.findings.push(...refused);
  if (refused.length > 0) return { kind: 'failed', reasons };
  const known = request.lock.bills.get(planned.file);
  course.bills.set(planned.file, step.locked);
  return { kind: 'built', reasons, isNew: known?.sheet.sha256 !== step.locked.sheet.sha256 };
}

/** Whether a bill has its sheet, be it built now or before. */
function isThere({ outcomes }: Course, file: string): boolean {
  const kind = outcomes.get(file)?.kind;
  return kind === 'built' || kind === 'unchanged';
}

/** Texts of thousands of sheets are kept only where there is something to show in them. */
function letGo({ texts }: Desk, supplied: readonly SuppliedInput[], findings: readonly Finding[]): void {
  const places = findings.flatMap(({ at, related }) => [at, ...related.map((each) => each.at)]);
  const shown = new Set(places.map((at) => at?.source));
  for (const { target } of supplied) if (!shown.has(target.name)) texts.delete(target.name);
}

function suppliedBy({ desk, request }: Course, planned: PlannedInput): readonly SuppliedInput[] {
  const { input } = planned;
  if (planned.kind === 'none') return [];
  if (planned.kind === 'sheet') return [{ input, file: planned.file, target: planned.target }];
  const { plan, found } = request;
  const path = plan.bills.get(planned.by)?.outputs.sheet ?? '';
  const target = { name: shownPath(desk.context, path), path, met: false };
  return [{ input, file: relativePath(found.root, path), target }];
}

function whyBuild(
  course: Course,
  planned: PlannedBill,
  supplied: readonly SuppliedInput[],
): readonly Reason[] {
  const { request } = course;
  if (request.isFresh) return [{ kind: 'asked' }];
  const inputs = supplied.map(({ input, file, target }) => ({
    name: input.name,
    file,
    sha256: digestAt(course, target.path ?? '', LARGEST_DOCUMENT) ?? '',
  }));
  const outputs = new Map(
    allOutputs(planned.outputs).map((path) => [
      relativePath(request.found.root, path),
      digestAt(course, path, LARGEST_TRACE),
    ]),
  );
  const now = { sha256: planned.sha256, settings: settingsFor(course, planned), inputs };
  const changed = reasonsToBuild(request.lock.bills.get(planned.file), now, outputs);
  return isBroken(course, planned.file) ? [{ kind: 'record-changed' }, ...changed] : changed;
}

/** What cannot be trusted to say what a sheet was made of says nothing about whether it is fresh. */
const isBroken = ({ request }: Course, file: string): boolean => request.lock.broken.has(file);

/** Outputs are looked at before they are written, inputs that other bills make after that. */
function digestAt({ desk }: Course, path: string, limit: number): string | undefined {
  const read = desk.context.files.read(path, limit);
  return read.ok ? sha256(read.value) : undefined;
}

/**
 * What was published last. A sheet that lies in its place with a higher revision than the lock knows of was left there
 * by a build that was interrupted, or by a hand: its revision is taken as used.
 */
async function editionBefore({ desk, request }: Course, planned: PlannedBill): Promise<Edition | undefined> {
  const locked = publishedEdition(request.lock, planned.bill.id);
  const path = planned.outputs.sheet;
  if (desk.context.files.kindOf(path) !== 'file') return locked;
  const aside: Desk = { ...desk, texts: new Map() };
  const loaded = await loadDocument(aside, { name: shownPath(desk.context, path), path, met: true });
  const content = loaded.value?.content;
  if (content?.kind !== 'sheet' || content.sheet.id !== planned.bill.id) return locked;
  const { sheet, catalogue } = content;
  const isLater = locked === undefined || sheet.revision > locked.revision;
  const isSurer = locked?.content === undefined && sheet.revision === locked?.revision;
  return !isLater && !isSurer
    ? locked
    : { revision: sheet.revision, content: editionContent(sheet, catalogue) };
}

function cycle({ bills }: WorkspacePlan, round: readonly string[]): Finding {
  const [first = '', second = first] = round;
  const input = bills.get(first)?.inputs.find((each) => each.kind === 'made' && each.by === second);
  return billCycle(round, input?.input.originAt);
}
