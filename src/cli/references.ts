// Where a bill finds its inputs: by a path from the bill, or by the id of a sheet among the files below it. A
// reference never leads out of the folder the run was given, whatever links or dots it is made of, nor to a network.

import type { Input } from '../core/model/bill.ts';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { didYouMean } from '../core/text/suggest.ts';
import { folderOf, isAbsolutePath, isInside, posixPath, relativePath, resolvePath } from '../io/paths.ts';
import { listInWords } from '../render/plural.ts';
import type { Context } from './context.ts';
import type { IndexedSheet, SheetIndex } from './sheet-index.ts';
import { namesNear, type Target } from './targets.ts';

export interface Surroundings {
  readonly context: Context;
  /** The folder, links resolved, that no reference may leave. */
  readonly root: string;
  readonly sheets: SheetIndex;
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
  if (looksUnsafe(reference)) return { value: undefined, findings: [outside(input, reference)] };
  if (!hasScheme(reference)) {
    const path = resolvePath(folderOf(billPath), reference);
    const real = around.context.files.realPath(path);
    if (!isInside(around.root, real ?? path))
      return { value: undefined, findings: [outside(input, reference)] };
    if (real !== undefined) {
      return { value: { name: shownPath(around.context, path), path: real, met: false }, findings: [] };
    }
  }
  const byId = origin.kind === 'sheet' ? await around.sheets.find(reference) : [];
  const [first, ...others] = byId;
  if (first !== undefined && others.length > 0)
    return { value: undefined, findings: [severalEditions(input, reference, byId)] };
  if (first !== undefined) return { value: first.target, findings: [] };
  return { value: undefined, findings: [await missing(around, billPath, input, reference)] };
}

/** `urn:` and the like name a sheet by its id; they are never opened. */
const hasScheme = (reference: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(reference);

const looksUnsafe = (reference: string): boolean =>
  isAbsolutePath(reference) || /[\\\0]/.test(reference) || /^file:/i.test(reference);

/** As seen from where the run was started, or the path itself where that leads upwards. */
export function shownPath(context: Context, path: string): string {
  const way = relativePath(context.cwd, path);
  return way.startsWith('../') ? posixPath(path) : way;
}

const outside = (input: Input, reference: string): Finding =>
  finding(
    'bill/outside-reference',
    `input \`${input.name}\` refers to \`${reference}\`, outside the folder of this run`,
    {
      at: input.originAt,
      help: [
        'put the file beside the bill and name it by a relative path with forward slashes',
        'or run the command from a folder that holds both',
      ],
      data: { input: input.name, reference },
    },
  );

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
  const what = isBill ? 'no such bill' : 'neither a file nor the id of a sheet below the bill';
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
