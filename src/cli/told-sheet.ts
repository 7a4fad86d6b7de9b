// A sheet with the trace that tells how it came about, if there is one. A trace that belongs to another edition of
// the sheet explains nothing and is refused.

import { checkSheet } from '../checks/index.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import { type Sheet, sheetName } from '../core/model/sheet.ts';
import type { Trace } from '../core/model/trace.ts';
import { type Finding, finding, hasErrors, type Result } from '../core/text/finding.ts';
import { resolvePath } from '../io/paths.ts';
import { sha256 } from '../io/sha256.ts';
import { MOST_TRACE_ENTRIES } from '../read/limits.ts';
import { checkShape } from '../read/shape.ts';
import { LARGEST_TRACE } from '../read/source.ts';
import { entryOf } from '../read/tree.ts';
import {
  type Desk,
  type LoadedDocument,
  loadDocument,
  openDocument,
  parseDocument,
  wrongKind,
} from './documents.ts';
import { besideSheet } from './merge-outputs.ts';
import { traceAsRead } from './trace-places.ts';

export interface ToldSheet {
  readonly sheet: Sheet;
  readonly catalogue: Catalogue;
  readonly trace?: Trace;
  /** Absolute paths of everything that was read. */
  readonly read: readonly string[];
}

/** `isRefused`: the sheet itself could be checked, and has errors. */
type Told = Result<ToldSheet | undefined> & { readonly isRefused?: boolean };

/**
 * `tracePath` is where the user says the trace is; otherwise it is looked for beside the sheet. `false`: no trace is
 * wanted.
 */
export async function loadToldSheet(
  desk: Desk,
  name: string,
  tracePath: string | false | undefined,
  below: TracesBelow = new Map(),
): Promise<Told> {
  const path = name === '-' ? undefined : resolvePath(desk.context.cwd, name);
  const loaded = await loadDocument(desk, { name, met: false, ...(path === undefined ? {} : { path }) });
  if (loaded.value === undefined) {
    return { value: undefined, findings: loaded.findings, isRefused: loaded.kind === 'sheet' };
  }
  const { content } = loaded.value;
  if (content.kind !== 'sheet') {
    return { value: undefined, findings: [...loaded.findings, wrongKind(loaded.value, 'a sheet')] };
  }
  const { sheet, catalogue } = content;
  const wrong = [...loaded.findings, ...errorsIn(sheet, catalogue)];
  if (hasErrors(wrong)) return { value: undefined, findings: wrong, isRefused: true };
  const told = { sheet, catalogue, read: path === undefined ? [] : [path] };
  const beside = tracePath ?? traceBeside(desk, name);
  if (beside === undefined || beside === false) return { value: told, findings: loaded.findings };
  const traced = await loadTrace(desk, beside, told, loaded.value);
  const findings = [...loaded.findings, ...traced.findings];
  if (traced.value === undefined) return { value: undefined, findings };
  const read = [...told.read, resolvePath(desk.context.cwd, beside)];
  const trace = await withTracesBelow(desk, traced.value, below);
  return { value: { ...told, trace, read }, findings };
}

/** Traces of sheets that were merged by themselves, by path; undefined for a sheet without one. */
type TracesBelow = Map<string, Promise<Trace | undefined>>;

/**
 * The trace with those of its inputs that were merged by themselves, as a build does, and have their traces beside them.
 * One that belongs to another content of its sheet explains nothing here, and is left out.
 */
async function withTracesBelow(desk: Desk, trace: Trace, below: TracesBelow): Promise<Trace> {
  const inputs = await Promise.all(
    trace.inputs.map(async (input) => {
      const { sheet } = input;
      if (sheet === undefined || input.trace !== undefined) return input;
      const behind = await traceBelow(desk, sheet.file, below);
      return behind?.sheet.sha256 === sheet.sha256 ? { ...input, trace: behind } : input;
    }),
  );
  return { ...trace, inputs };
}

function traceBelow(desk: Desk, file: string, below: TracesBelow): Promise<Trace | undefined> {
  const path = resolvePath(desk.context.cwd, file);
  const known = below.get(path);
  if (known !== undefined) return known;
  if (traceBeside(desk, file) === undefined) return Promise.resolve(undefined);
  // What leads back to itself has no trace of its own below it.
  below.set(path, Promise.resolve(undefined));
  const found = loadToldSheet(desk, file, undefined, below).then(({ value }) => value?.trace);
  below.set(path, found);
  return found;
}

/** How old a sheet has become is for `validate` to judge: it is shown as on the day it was issued. */
const errorsIn = (sheet: Sheet, catalogue: Catalogue): readonly Finding[] =>
  checkSheet({ sheet, catalogue, today: sheet.issued }).filter(({ severity }) => severity === 'error');

function traceBeside({ context }: Desk, name: string): string | undefined {
  const beside = besideSheet(name);
  if (beside === undefined) return undefined;
  return context.files.kindOf(resolvePath(context.cwd, beside)) === 'file' ? beside : undefined;
}

async function loadTrace(
  desk: Desk,
  name: string,
  { sheet, catalogue }: Pick<ToldSheet, 'sheet' | 'catalogue'>,
  loaded: LoadedDocument,
): Promise<Result<Trace | undefined>> {
  const target = { name, path: resolvePath(desk.context.cwd, name), met: false };
  const opened = await openDocument(desk, target, LARGEST_TRACE);
  if (opened.value === undefined) return { value: undefined, findings: opened.findings };
  const parsed = await parseDocument(desk, opened.value, MOST_TRACE_ENTRIES);
  if (parsed.value === undefined || hasErrors(parsed.findings))
    return { value: undefined, findings: parsed.findings };
  const { kind, tree } = parsed.value;
  if (kind !== 'trace') return { value: undefined, findings: [wrongKind(parsed.value, 'a trace')] };
  const shape = await checkShape('trace', tree);
  if (hasErrors(shape)) return { value: undefined, findings: shape };
  const { readTrace } = await import('../read/documents/trace.ts');
  const { value: trace, findings } = readTrace(tree);
  if (trace === undefined) return { value: undefined, findings };
  const { findStrangeNames } = await import('../read/documents/trace-names.ts');
  const strange = findStrangeNames(tree, catalogue);
  if (strange.length > 0) return { value: undefined, findings: [...findings, ...strange] };
  const stale = staleTrace(
    traceAsRead(desk.context, trace, name),
    sheet,
    sha256(loaded.bytes),
    name,
    entryOf(tree, 'sheet')?.keyAt ?? tree.at,
  );
  return stale === undefined
    ? { value: traceAsRead(desk.context, trace, name), findings }
    : { value: undefined, findings: [...findings, stale] };
}

/** A trace that was changed by hand no longer tells of the answers that were published. */
function tellsOf(trace: Trace, sheet: Sheet): boolean {
  if (trace.sheet.id !== sheet.id || trace.sheet.revision !== sheet.revision) return false;
  const told = new Map(trace.answers.map(({ statement, answer }) => [statement, answer]));
  const ids = new Set([...told.keys(), ...sheet.answers.keys()]);
  return [...ids].every((id) => (sheet.answers.get(id)?.value ?? 'unknown') === (told.get(id) ?? 'unknown'));
}

function staleTrace(
  trace: Trace,
  sheet: Sheet,
  digest: string,
  name: string,
  at: Finding['at'],
): Finding | undefined {
  if (trace.sheet.sha256 === digest && tellsOf(trace, sheet)) return undefined;
  const other = `${trace.sheet.id}:${trace.sheet.revision}`;
  const same = other === sheetName(sheet);
  const message = same
    ? `\`${name}\` explains another edition of sheet \`${other}\`: the sheet has changed since it was merged`
    : `\`${name}\` explains sheet \`${other}\`, not \`${sheetName(sheet)}\``;
  return finding('explain/stale-trace', message, {
    at,
    help: [
      `merge again with \`loopsheet merge ${trace.bill.file} -o ${sheet.source}\``,
      'or name the trace that belongs to the sheet with `--trace`',
    ],
    data: { trace: name, explains: other, sha256: trace.sheet.sha256 ?? null, found: digest },
  });
}

/** A merged sheet cannot be explained without its trace: what it rests on is not in it. */
export function noTrace(sheet: Sheet, name: string): Finding {
  const beside = besideSheet(name) ?? 'its trace';
  return finding(
    'explain/no-trace',
    `\`${name}\` was merged from other sheets, and there is no trace that tells how`,
    {
      at: sheet.places.get('inputs'),
      help: [
        `put the trace beside it as \`${beside}\`, or name it with \`--trace\``,
        'where the bill is yours, merge it again: a trace is written beside the sheet unless `--no-trace` is given',
        'where a supplier sent the sheet, only the supplier has the trace; `loopsheet report` shows what the sheet itself says',
      ],
      data: { sheet: sheetName(sheet) },
    },
  );
}
