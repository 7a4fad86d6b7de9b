// From arguments to documents: files, folders, patterns and standard input, each under the name it will be shown by.

import { type Finding, finding } from '../core/text/finding.ts';
import { compareNames } from '../core/text/order.ts';
import { suggest } from '../core/text/suggest.ts';
import type { Fault } from '../io/files.ts';
import { isPattern, LONGEST_PATTERN, MOST_ALTERNATIVES, matchPattern } from '../io/globs.ts';
import {
  baseName,
  extensionOf,
  folderOf,
  joinPath,
  posixPath,
  resolvePath,
  withoutExtension,
} from '../io/paths.ts';
import { tooLarge } from '../read/source.ts';
import type { Context } from './context.ts';

export interface Target {
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path?: string;
  /** Met in a folder rather than asked for: passed over when it is no document of ours. */
  readonly met: boolean;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Files met in folders whose names say that they are no documents. */
  readonly passedOver: number;
  readonly findings: readonly Finding[];
}

const DOCUMENT_NAME = /\.(ya?ml|json|csv)$/i;

/** Each document once, however many arguments lead to it; asked for by name counts for more than met. */
export function gatherTargets(context: Context, args: readonly string[]): Targets {
  const targets = new Map<string, Target>();
  const resolved = args.map((argument) => resolveArgument(context, argument));
  for (const target of resolved.flatMap((each) => each.targets)) {
    const key = target.path ?? '-';
    if (targets.get(key)?.met ?? true) targets.set(key, target);
  }
  return {
    targets: [...targets.values()],
    passedOver: resolved.reduce((sum, each) => sum + each.passedOver, 0),
    findings: resolved.flatMap((each) => each.findings),
  };
}

function resolveArgument(context: Context, argument: string): Targets {
  if (argument === '-') return { targets: [{ name: '-', met: false }], passedOver: 0, findings: [] };
  const name = posixPath(argument);
  const kind = context.files.kindOf(resolvePath(context.cwd, name));
  if (kind === 'folder') {
    const { files, passedOver, findings } = walkFolder(context, name);
    return {
      targets: files.map((file) => ({ ...targetAt(context, file), met: true })),
      passedOver,
      findings,
    };
  }
  if (kind !== undefined || !isPattern(name))
    return { targets: [targetAt(context, name)], passedOver: 0, findings: [] };
  const matched = matchPattern(name, context.cwd, context.files);
  if (matched === undefined) return { targets: [], passedOver: 0, findings: [tooManyPatterns(argument)] };
  const targets = matched.map((file) => targetAt(context, file));
  return { targets, passedOver: 0, findings: targets.length === 0 ? [matchesNothing(argument)] : [] };
}

const targetAt = (context: Context, name: string): Target => ({
  name,
  path: resolvePath(context.cwd, name),
  met: false,
});

interface Walked {
  readonly files: string[];
  passedOver: number;
  readonly findings: Finding[];
}

/** Hidden names and installed packages are nobody's sheets. */
const isIgnored = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

function walkFolder(
  context: Context,
  folder: string,
  walked: Walked = { files: [], passedOver: 0, findings: [] },
): Walked {
  const listed = context.files.list(resolvePath(context.cwd, folder));
  if (!listed.ok) walked.findings.push(faultFinding(context, folder, listed.fault));
  for (const entry of listed.ok ? listed.value : []) {
    if (isIgnored(entry.name)) continue;
    const name = joinPath(folder, entry.name);
    if (entry.kind === 'folder') walkFolder(context, name, walked);
    else if (entry.kind === 'file' && DOCUMENT_NAME.test(entry.name)) walked.files.push(name);
    else walked.passedOver += 1;
  }
  return walked;
}

const matchesNothing = (pattern: string): Finding =>
  finding('read/not-found', `the pattern \`${pattern}\` matches no file`, {
    help: ['check the folder it starts from, or list the files it should match with `ls`'],
    data: { pattern },
  });

const tooManyPatterns = (pattern: string): Finding =>
  finding('read/not-found', `the pattern \`${pattern}\` stands for too many names to look for`, {
    help: [`write one of at most ${MOST_ALTERNATIVES} alternatives and ${LONGEST_PATTERN} signs`],
    data: { pattern },
  });

const WORDS = {
  'not-found': ['read/not-found', 'there is no file'],
  'not-a-file': ['read/not-a-file', 'cannot read'],
  unreadable: ['read/unreadable', 'cannot open'],
  'not-written': ['emit/not-written', 'cannot write'],
} as const satisfies Record<Exclude<Fault['kind'], 'too-large'>, readonly [string, string]>;

/** What the system refused, as a finding about the file as the user named it. */
export function faultFinding(context: Context, name: string, fault: Fault): Finding {
  if (fault.kind === 'too-large') return tooLarge(name, fault.bytes ?? 0);
  const [code, words] = WORDS[fault.kind];
  const near = fault.kind === 'not-found' ? namesNear(context, name) : [];
  return finding(code, `${words} \`${name}\`${fault.kind === 'not-found' ? '' : `: ${fault.reason}`}`, {
    help: [helpFor(fault, near, name)],
    data: { path: name, reason: fault.reason, near },
  });
}

function helpFor(fault: Fault, near: readonly string[], name: string): string {
  if (near.length > 0) return `did you mean ${near.map((each) => `\`${each}\``).join(' or ')}?`;
  if (fault.kind === 'not-a-file') return 'name a file; `loopsheet validate` also takes a folder';
  if (fault.kind === 'unreadable') return `check who may read \`${name}\``;
  return 'check the path, which is taken from the current folder';
}

/** Names of files beside one another are alike on purpose: only a slip of the hand counts as near. */
const MOST_FILE_EDITS = 2;

const isDocumentLike = (near: string, wanted: string): boolean =>
  extensionOf(near) === extensionOf(wanted) || withoutExtension(near) === withoutExtension(wanted);

/** Files beside the one that is missing, with names much like it. */
export function namesNear(context: Context, name: string): readonly string[] {
  const listed = context.files.list(folderOf(resolvePath(context.cwd, name)));
  if (!listed.ok) return [];
  const files = listed.value.filter((entry) => entry.kind === 'file').map((entry) => entry.name);
  const folder = folderOf(name);
  const wanted = baseName(name);
  return suggest(wanted, files, 3, MOST_FILE_EDITS)
    .filter((near) => isDocumentLike(near, wanted))
    .map((near) => (folder === '.' ? near : joinPath(folder, near)))
    .sort(compareNames);
}
