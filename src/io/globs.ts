// Patterns for file names: `*`, `?`, `**` and `{a,b}`. Walks only folders a pattern can reach, never follows links,
// and leaves hidden names alone unless the pattern names them.

import type { EntryKind, Files, FolderEntry } from './files.ts';
import { resolvePath } from './paths.ts';

export const isPattern = (text: string): boolean => /[*?{]/.test(text);

/** The files a pattern matches, as it would name them, in the order of the walk; relative to a folder. */
export function matchPattern(pattern: string, folder: string, files: Files): readonly string[] {
  const matched = new Set<string>();
  for (const plain of expandBraces(pattern)) {
    const absolute = plain.startsWith('/');
    const segments = plain.split('/').filter((segment) => segment !== '' && segment !== '.');
    walk({ shown: absolute ? '/' : '', segments, folder, files, matched });
  }
  return [...matched];
}

interface Walk {
  readonly shown: string;
  readonly segments: readonly string[];
  readonly folder: string;
  readonly files: Files;
  readonly matched: Set<string>;
}

function walk(at: Walk): void {
  const [segment, ...rest] = at.segments;
  if (segment === undefined) return;
  if (!isPattern(segment)) arrive(at, segment, rest, 'folder');
  else if (segment === '**') walkDeep(at, rest);
  else for (const entry of namesIn(at, segment)) arrive(at, entry.name, rest, entry.kind);
}

/** `**` is no folder, or any folder and `**` again; last in a pattern it is every file below. */
function walkDeep(at: Walk, rest: readonly string[]): void {
  walk({ ...at, segments: rest });
  for (const entry of namesIn(at, '*')) {
    if (entry.kind === 'folder' && entry.name !== 'node_modules')
      arrive(at, entry.name, at.segments, 'folder');
    else if (rest.length === 0) arrive(at, entry.name, rest, entry.kind);
  }
}

/** One step down: onward when the pattern goes on, and a match when it does not. */
function arrive(at: Walk, name: string, onward: readonly string[], kind: EntryKind): void {
  const next = below(at.shown, name);
  if (onward.length > 0 && kind === 'folder') walk({ ...at, shown: next, segments: onward });
  else if (onward.length === 0 && at.files.kindOf(resolvePath(at.folder, next)) === 'file')
    at.matched.add(next);
}

function namesIn({ shown, folder, files }: Walk, pattern: string): readonly FolderEntry[] {
  const listed = files.list(resolvePath(folder, shown === '' ? '.' : shown));
  return listed.ok ? listed.value.filter((entry) => matchesSegment(pattern, entry.name)) : [];
}

const below = (shown: string, name: string): string =>
  `${shown}${shown === '' || shown === '/' ? '' : '/'}${name}`;

/** One name against one part of a pattern, in time proportional to the product of their lengths. */
export function matchesSegment(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  let inPattern = 0;
  let inName = 0;
  let star = -1;
  let resume = 0;
  while (inName < name.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern++;
      resume = inName;
    } else if (wanted !== undefined && (wanted === '?' || wanted === name[inName])) {
      inPattern++;
      inName++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inName = ++resume;
    } else return false;
  }
  return [...pattern.slice(inPattern)].every((character) => character === '*');
}

const MOST_ALTERNATIVES = 1000;

/** `a.{yaml,yml}` as the patterns it stands for; an unclosed brace is an ordinary character. */
export function expandBraces(pattern: string): readonly string[] {
  const open = pattern.indexOf('{');
  const close = closingBrace(pattern, open);
  if (open < 0 || close < 0) return [pattern];
  const before = pattern.slice(0, open);
  const after = expandBraces(pattern.slice(close + 1));
  const inner = splitAlternatives(pattern.slice(open + 1, close)).flatMap(expandBraces);
  return inner.flatMap((middle) => after.map((rest) => before + middle + rest)).slice(0, MOST_ALTERNATIVES);
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let index = open; open >= 0 && index < pattern.length; index++) {
    if (pattern[index] === '{') depth++;
    else if (pattern[index] === '}' && --depth === 0) return index;
  }
  return -1;
}

function splitAlternatives(inside: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < inside.length; index++) {
    if (inside[index] === '{') depth++;
    else if (inside[index] === '}') depth--;
    else if (inside[index] === ',' && depth === 0) {
      parts.push(inside.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, inside.slice(start)];
}
