// Text that cannot be written again: an escape such as `\ud800` names half of a character, which no file can hold.

import { type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import type { Node } from './tree.ts';

// Neither half stands for a letter alone. Not as a class of letters, which takes its time to look up at every start.
const HALF = /[\u{d800}-\u{dfff}]/u;

export function findBrokenText(tree: Node): readonly Finding[] {
  if (tree.kind === 'scalar') return HALF.test(tree.text) ? [brokenText(tree.at)] : [];
  if (tree.kind === 'list') return tree.items.flatMap(findBrokenText);
  return tree.entries.flatMap(({ key, keyAt, value }) => [
    ...(HALF.test(key) ? [brokenText(keyAt)] : []),
    ...findBrokenText(value),
  ]);
}

const brokenText = (at: Span): Finding =>
  finding('read/wrong-value', 'the text holds half of a character', {
    at,
    help: ['write the character itself, or both halves of its escape'],
  });
