// The building blocks of a report in the terminal: a title with lines beneath it, prose and lists.

import { heading } from '../frame.ts';
import type { Paint, Style } from '../palette.ts';
import { wrapWords } from './wrap.ts';

const WIDEST = 100;
const NARROWEST = 24;

export interface Block {
  readonly title: string;
  readonly lines: readonly string[];
}

export const blockText = ({ title, lines }: Block, style: Style): string =>
  [heading(title, style), ...lines].join('\n');

const asItIs: Paint = (text) => text;

/** Wrapped lines, each painted by itself. */
export function prose(text: string, style: Style, indent = '  ', paint: Paint = asItIs): readonly string[] {
  const room = Math.max(NARROWEST, Math.min(style.width, WIDEST) - indent.length);
  return wrapWords(text, room).map((line) => indent + paint(line));
}

/** A list entry whose further lines stand under its first word. */
export function bullet(text: string, style: Style, indent = '  '): readonly string[] {
  const [first = '', ...rest] = prose(text, style, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}

export const bulletList = (texts: readonly string[], style: Style): readonly string[] =>
  texts.flatMap((text) => bullet(text, style));
