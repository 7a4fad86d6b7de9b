// Where a bill finds its inputs: by a path from the bill, or by the id of a sheet among the files below it. A
// reference never leads out of the folder the run was given, whatever links or dots it is made of, nor to a network.

import type { Input } from '../core/model/bill.ts';
import type { Code } from '../core/text/codes.ts';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { didYouMean } from '../core/text/suggest.ts';
import {
  folderOf,
  isAbsolutePath,
  isInside,
  posixPath,
  relativePath,
  resolvePath,
  straightPath,
} from '../io/paths.ts';
import { listInWords } from '../render/plural.ts';
import type { Context } from './context.ts';
import type { IndexedSheet, Unread } from './sheet-identity.ts';
import type { SheetIndex } from './sheet-index.ts';
import { namesNear, type Target } from './targets.ts';

export interface Surroundings {
  readonly context: Context;
  /** The folder, links resolved, that no reference may leave. */
  readonly root: string;
  readonly sheets: SheetIndex;
  /** Where ids are looked for, in words. */
  readonly searched: 'below the bill' | 'in the workspace';
}

/**
 * A run from above the bill may use everything below where it runs; otherwise the bill's own folder is the limit. A run
 * from the root of the disk names no folder at all.
 */
export function rootFor(context: Context, billPath: string): string {
  const folder = context.files.realPath(folderOf(billPath)) ?? folderOf(billPath);
  const cwd = context.files.realPath(context.cwd) ?? context.cwd;
  return cwd !== folderOf(cwd) && isInside(cwd, folder) ? cwd : folder;
}

/** The file an input names, or why it cannot be had. */
export async function findReference(
  around: Surroundings,
  billPath: string,
  input: Input,
): Promise<Result<Target | undefined>> {
  const { origin } = input;
  if (origin.kind === 'none') return { value: undefined, findings: [] };
  const { reference } = origin;
  const fault = faultIn(reference);
  if (fault !== undefined) return { value: undefined, findings: [notTaken(input, reference, fault)] };
  const file = hasScheme(reference) ? undefined : findFile(around, billPath, input, reference);
  if (file !== undefined) return file;
  const unread = origin.kind === 'sheet' ? await around.sheets.unread(reference) : [];
  if (unread.length > 0) return { value: undefined, findings: [unsureSheet(input, reference, unread)] };
  const byId = origin.kind === 'sheet' ? await around.sheets.find(reference) : [];
  const [first, ...others] = byId;
  if (first !== undefined && others.length > 0)
    return { value: undefined, findings: [severalEditions(input, reference, byId)] };
  if (first !== undefined) return { value: first.target, findings: [] };
  return { value: undefined, findings: [await missing(around, billPath, input, reference)] };
}

/** What lies at the path; undefined where nothing does, and the reference may still be an id. */
function findFile(
  { context, root }: Surroundings,
  billPath: string,
  input: Input,
  reference: string,
): Result<Target | undefined> | undefined {
  const refuse = (fault: ReferenceFault) => ({
    value: undefined,
    findings: [notTaken(input, reference, fault)],
  });
  const path = resolvePath(folderOf(billPath), reference);
  const real = context.files.realPath(path);
  if (!isInside(root, real ?? path)) return refuse(OUTSIDE);
  if (real === undefined) return undefined;
  if (context.files.kindOf(path) === 'folder') return refuse(aFolder(input));
  if (reference.endsWith('/')) return refuse(notAFolder(reference));
  return { value: { name: shownPath(context, path), path: real, met: false }, findings: [] };
}

export const WORKSPACE_FILE = 'loopsheet.yaml';

/** `urn:` and the like name a sheet by its id; they are never opened. */
const hasScheme = (reference: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(reference);

interface ReferenceFault {
  readonly code?: Code;
  readonly what: string;
  readonly help: readonly string[];
}

const RELATIVE = 'put the file beside the bill and name it by a relative path with forward slashes';

const OUTSIDE: ReferenceFault = {
  what: 'outside the folder of this run',
  help: [RELATIVE, 'or run the command from a folder that holds both'],
};

/** What no reference may look like, wherever it leads. */
function faultIn(reference: string): ReferenceFault | undefined {
  if (/^file:/i.test(reference))
    return { what: 'an address, where a relative path is expected', help: [RELATIVE] };
  if (isAbsolutePath(reference))
    return { what: 'an absolute path, outside the folder of this run', help: OUTSIDE.help };
  if (reference.includes('\\')) {
    const help = hasScheme(reference) ? RELATIVE : `write \`${reference.replaceAll(/\\+/g, '/')}\``;
    return { what: 'with a backslash, which is part of a name on some systems', help: [help] };
  }
  if (reference.includes('\0')) return { what: 'with a character that no path can hold', help: [RELATIVE] };
  if (hasScheme(reference) || !goesBack(reference)) return undefined;
  return {
    code: 'read/wrong-value',
    what: 'which goes into a folder and back out of it',
    help: [`write \`${straightPath(reference)}\``],
  };
}

/** Whether it climbs out of a folder that it names itself, be it there or not. */
function goesBack(reference: string): boolean {
  const steps = reference.split('/').filter((step) => step !== '' && step !== '.');
  const firstName = steps.findIndex((step) => step !== '..');
  return firstName >= 0 && steps.includes('..', firstName);
}

function notTaken(input: Input, reference: string, { code, what, help }: ReferenceFault): Finding {
  const message = `input \`${input.name}\` refers to \`${reference}\`, ${what}`;
  return finding(code ?? 'bill/outside-reference', message, {
    at: input.originAt,
    help,
    data: { input: input.name, reference },
  });
}

const aFolder = ({ origin }: Input): ReferenceFault => ({
  code: 'read/not-a-file',
  what: 'which is a folder',
  help: [`name the ${origin.kind === 'bill' ? 'bill' : 'sheet'} in it, with the ending of its file`],
});

const notAFolder = (reference: string): ReferenceFault => ({
  code: 'bill/missing-sheet',
  what: 'but there is a file and no folder of that name',
  help: [`write \`${reference.replace(/\/+$/, '')}\``],
});

/** As seen from where the run was started, or the path itself where that leads upwards. */
export function shownPath(context: Context, path: string): string {
  const way = relativePath(context.cwd, path);
  return way.startsWith('../') ? posixPath(path) : way;
}

function severalEditions(input: Input, id: string, candidates: readonly IndexedSheet[]): Finding {
  const names = candidates.map(({ target }) => `\`${target.name}\``);
  const what = `${candidates.length} sheets of that id and revision differ`;
  return finding('sheet/edition-conflict', `input \`${input.name}\` refers to \`${id}\`, but ${what}`, {
    at: input.originAt,
    related: candidates.map(({ at }) => ({ at, label: 'one content' })),
    help: [
      `name the one that is meant by its path: ${listInWords(names, 'or')}`,
      'or remove the copies that their maker does not stand for',
    ],
    data: { input: input.name, reference: id, files: candidates.map(({ target }) => target.name) },
  });
}

/** An older edition is not taken for want of a look at what may be the newest. */
function unsureSheet(input: Input, reference: string, unread: readonly Unread[]): Finding {
  const names = unread.map(({ name }) => name);
  const listed = listInWords(names.slice(0, MOST_NAMED).map((name) => `\`${name}\``));
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const message = `input \`${input.name}\` is looked for by the id \`${reference}\`, which may stand in what cannot be read: ${listed}${more}`;
  return finding('bill/unsure-sheet', message, {
    at: input.originAt,
    help: [
      ...unread.slice(0, MOST_NAMED).map(({ name, why }) => `mend or remove \`${name}\`: ${why}`),
      'or name the sheet by its path',
    ],
    data: { input: input.name, reference, unread: names },
  });
}

const MOST_NAMED = 3;

async function missing(
  around: Surroundings,
  billPath: string,
  input: Input,
  reference: string,
): Promise<Finding> {
  const { context } = around;
  const isBill = input.origin.kind === 'bill';
  const files = namesNear(context, shownPath(context, resolvePath(folderOf(billPath), reference)));
  const folder = `${shownPath(context, folderOf(billPath))}/`;
  const nearFiles = files.map((file) => (file.startsWith(folder) ? file.slice(folder.length) : file));
  const ids = isBill ? [] : await around.sheets.ids();
  const near =
    nearFiles.length > 0
      ? `did you mean ${nearFiles.map((each) => `\`${each}\``).join(' or ')}?`
      : didYouMean(reference, ids);
  const what = isBill ? 'no such bill' : `neither a file nor the id of a sheet ${around.searched}`;
  return finding('bill/missing-sheet', `input \`${input.name}\` refers to \`${reference}\`, ${what}`, {
    at: input.originAt,
    help: [
      ...(near === undefined ? [] : [near]),
      isBill
        ? 'name the bill by its path from this one'
        : 'write `sheet: none` when no sheet was received: the input then counts as unknown',
    ],
    data: { input: input.name, reference, near: [...nearFiles] },
  });
}
