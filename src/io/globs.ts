// Patterns for file names: `*`, `?`, `**` and `{a,b}`. Walks only folders a pattern can reach, never follows links,
// and leaves hidden names alone unless the pattern names them.

import type { EntryKind, Files, FolderEntry } from './files.ts';
import { resolvePath } from './paths.ts';

export const isPattern = (text: string): boolean => /[*?{]/.test(text);

/** In signs: as long as the longest path that a system takes. */
export const LONGEST_PATTERN = 4096;

/**
 * The files a pattern matches, as it would name them, in the order of the walk; relative to a folder. Undefined for a
 * pattern that is longer, or stands for more patterns, than anybody writes.
 */
export function matchPattern(pattern: string, folder: string, files: Files): readonly string[] | undefined {
  const plains = pattern.length > LONGEST_PATTERN ? undefined : expandBraces(pattern);
  if (plains === undefined) return undefined;
  const matched = new Set<string>();
  for (const plain of plains) {
    const shown = plain.startsWith('/') ? '/' : '';
    walk({ shown, segments: segmentsOf(plain), folder, files, matched, done: new Set() });
  }
  return [...matched];
}

/** `**` after `**` adds nothing. */
const segmentsOf = (plain: string): readonly string[] =>
  plain
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .filter((segment, index, all) => segment !== '**' || all[index - 1] !== '**');

interface Walk {
  readonly shown: string;
  readonly segments: readonly string[];
  readonly folder: string;
  readonly files: Files;
  readonly matched: Set<string>;
  /** Where the walk has been with how much of the pattern left: several `**` lead there by many ways. */
  readonly done: Set<string>;
}

function walk(at: Walk): void {
  const [segment, ...rest] = at.segments;
  const stage = `${at.segments.length} ${at.shown}`;
  if (segment === undefined || at.done.has(stage)) return;
  at.done.add(stage);
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
  if (onward.length > 0 && kind === 'folder') {
    if (at.files.kindOf(resolvePath(at.folder, next)) === 'folder')
      walk({ ...at, shown: next, segments: onward });
  } else if (onward.length === 0 && at.files.kindOf(resolvePath(at.folder, next)) === 'file')
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

export const MOST_ALTERNATIVES = 1000;
const DEEPEST_BRACES = 20;

/**
 * `a.{yaml,yml}` as the patterns it stands for; an unclosed brace is an ordinary character. Undefined when there are
 * too many of them, or braces too deep within one another.
 */
export function expandBraces(pattern: string, depth = 0): readonly string[] | undefined {
  let expanded: readonly string[] = [''];
  for (let rest = pattern; ; ) {
    const open = rest.indexOf('{');
    const close = closingBrace(rest, open);
    if (open < 0 || close < 0) return expanded.map((before) => before + rest);
    const inner = depth < DEEPEST_BRACES ? expandInside(rest.slice(open + 1, close), depth + 1) : undefined;
    if (inner === undefined || expanded.length * inner.length > MOST_ALTERNATIVES) return undefined;
    const plain = rest.slice(0, open);
    expanded = expanded.flatMap((before) => inner.map((middle) => before + plain + middle));
    rest = rest.slice(close + 1);
  }
}

function expandInside(inside: string, depth: number): readonly string[] | undefined {
  const all: string[] = [];
  for (const alternative of splitAlternatives(inside)) {
    const expanded = expandBraces(alternative, depth);
    if (expanded === undefined || all.length + expanded.length > MOST_ALTERNATIVES) return undefined;
    all.push(...expanded);
  }
  return all;
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
