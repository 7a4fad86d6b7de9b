// Where a build may write, and what a workspace may name: nothing outside its folder, whatever links or dots a path is
// made of, and nothing over a file that no build of it has made. A workspace may come from anywhere, with its document.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import type { Lock } from '../../core/workspace/lock.ts';
import type { Placed } from '../../core/workspace/workspace.ts';
import type { Files } from '../../io/files.ts';
import { baseName, folderOf, isInside, relativePath, resolvePath } from '../../io/paths.ts';
import { LARGEST_DOCUMENT } from '../../read/source.ts';
import { valueAt } from '../../read/tree.ts';
import type { Context } from '../context.ts';
import { type Desk, openAndParse } from '../documents.ts';
import { shownPath } from '../references.ts';
import type { FoundWorkspace } from './find.ts';
import { lockPath } from './lock-file.ts';
import { allOutputs } from './outputs.ts';
import type { PlannedBill } from './plan.ts';

/** Where a path leads once every link on its way is followed, be there something at its end or not. */
export function endOf(files: Files, path: string): string {
  const real = files.realPath(path);
  const above = folderOf(path);
  return real ?? (above === path ? path : resolvePath(endOf(files, above), baseName(path)));
}

export const isWithin = (files: Files, root: string, path: string): boolean =>
  isInside(root, endOf(files, path));

/** `what`: the key of the document. */
export const outsideWorkspace = (what: string, { text, at }: Placed): Finding =>
  wrongPlace(`\`${what}\` names \`${text}\`, outside the folder of the workspace`, at, {
    help: [`put it into the folder that holds \`loopsheet.yaml\`, or move that file further up`],
    data: { key: what, path: text },
  });

/** What is wrong with the folder for everything made, or with the lock: nothing can be built then. */
export function findWrongPlaces(context: Context, { workspace, root }: FoundWorkspace): readonly Finding[] {
  const { text, at } = workspace.output;
  const folder = resolvePath(root, text);
  const lock = lockPath(root);
  const found: Finding[] = [];
  const way = relativePath(root, folder);
  const data = { key: 'output', path: text };
  if (!isInside(root, folder)) found.push(outsideWorkspace('output', workspace.output));
  else if (way === '') {
    const help = ['name a folder in it: `output: out`'];
    found.push(wrongPlace('`output` is the workspace itself, so that no bill is left', at, { help, data }));
  } else if (way.split('/').some((step) => step.startsWith('.') || step === 'node_modules')) {
    const help = ['name a folder of its own: `output: out`'];
    found.push(wrongPlace(`\`output\` names \`${text}\`, which belongs to other tools`, at, { help, data }));
  } else if (endOf(context.files, folder) !== folder) found.push(throughLink(shownPath(context, folder), at));
  if (endOf(context.files, lock) !== lock) found.push(throughLink(shownPath(context, lock), undefined));
  return found;
}

/** What stands in the way of writing what a bill gives. */
export async function findForbidden(
  desk: Desk,
  root: string,
  { bill, outputs }: PlannedBill,
  lock: Lock,
): Promise<readonly Finding[]> {
  const { context } = desk;
  const { files } = context;
  const at = bill.places.get('id');
  const linked = allOutputs(outputs).find((path) => endOf(files, path) !== path);
  if (linked !== undefined) return [throughLink(shownPath(context, linked), at)];
  const known = new Set([
    ...lock.left,
    ...[...lock.bills.values()].flatMap((each) => each.outputs.map(({ file }) => file)),
  ]);
  const unknown = allOutputs(outputs).filter(
    (path) => files.kindOf(path) === 'file' && !known.has(relativePath(root, path)),
  );
  const found: Finding[] = [];
  for (const path of unknown)
    if (!(await isOwn(desk, path, path === outputs.sheet, bill.id)))
      found.push(foreign(shownPath(context, path), at));
  return found;
}

/** Without a lock, or after a build that was killed, what a bill has given is known by the id of its sheet. */
async function isOwn(desk: Desk, path: string, isSheet: boolean, id: string): Promise<boolean> {
  const { context } = desk;
  const read = context.files.read(path, LARGEST_DOCUMENT);
  // A trace may be larger than what anybody writes by hand.
  if (!read.ok) return read.fault.kind === 'too-large' && !isSheet;
  if (!isSheet) return new TextDecoder().decode(read.value).includes(id);
  const aside: Desk = { ...desk, texts: new Map() };
  const { value } = await openAndParse(aside, { name: shownPath(context, path), path, met: true });
  const stated = valueAt(value?.tree, 'id');
  return stated?.kind === 'scalar' && stated.text === id;
}

const throughLink = (name: string, at: Span | undefined): Finding =>
  wrongPlace(`\`${name}\` is, or lies behind, a link to another place`, at, {
    help: ['put a folder or a file of its own there: a build writes nothing through links'],
    data: { path: name },
  });

const wrongPlace = (
  message: string,
  at: Span | undefined,
  details: { readonly help: readonly string[]; readonly data: Readonly<Record<string, string>> },
): Finding => finding('workspace/wrong-place', message, { at, ...details });

const foreign = (name: string, at: Span | undefined): Finding =>
  finding('workspace/foreign-output', `\`${name}\` is there already, and was not made of this bill`, {
    at,
    help: ['take it out of the output folder, or remove it: what is built would go in its place'],
    data: { path: name },
  });
