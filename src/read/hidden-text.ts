// Texts with characters that nobody sees. A control character is an error: no name needs one, and whatever shows the
// text may act on it. What turns the direction of writing or splits a word is a warning, as scripts may need it.

import { type Finding, finding } from '../core/text/finding.ts';
import { codePointName, hiddenCharacters } from '../core/text/hidden-characters.ts';
import { spansIn } from '../core/text/lines.ts';
import type { Source, Span } from '../core/text/span.ts';
import { MOST_FINDINGS } from './limits.ts';
import type { Node } from './tree.ts';
import type { DocumentKind } from './validator.ts';

const BREAKS = /[\t\n\r]/;
const CONTROL = /[^ -~\u00a0-\u{10ffff}]/u;

/** What the tool writes itself repeats the texts of others, and shows them safely. */
const WRITTEN_BY_THE_TOOL: readonly DocumentKind[] = ['findings', 'trace'];

/** In a catalogue nearly every text is prose; in sheets and bills only notes have paragraphs. */
const ONE_LINE_KINDS: readonly DocumentKind[] = ['sheet', 'bill'];
const PROSE = 'note';

interface Told {
  readonly text: string;
  readonly at: Span;
  readonly isOneLine: boolean;
  readonly isKey: boolean;
}

export function findHiddenText(kind: DocumentKind, tree: Node, source: Source): readonly Finding[] {
  if (WRITTEN_BY_THE_TOOL.includes(kind)) return [];
  const isOneLine = ONE_LINE_KINDS.includes(kind);
  return textsIn(tree, '', isOneLine)
    .flatMap((told) => hiddenIn(told, source))
    .slice(0, MOST_FINDINGS);
}

function textsIn(node: Node, key: string, isOneLine: boolean): readonly Told[] {
  if (node.kind === 'scalar')
    return [{ text: node.text, at: node.at, isOneLine: isOneLine && key !== PROSE, isKey: false }];
  if (node.kind === 'list') return node.items.flatMap((item) => textsIn(item, key, isOneLine));
  return node.entries.flatMap((entry) => [
    { text: entry.key, at: entry.keyAt, isOneLine: true, isKey: true },
    ...textsIn(entry.value, entry.key, isOneLine),
  ]);
}

/** One finding per character, at the first place where it stands. */
function hiddenIn({ text, at, isOneLine, isKey }: Told, source: Source): readonly Finding[] {
  // A folded block of YAML ends with a line break that nobody wrote into the text.
  return hiddenCharacters(text.trim())
    .filter((character) => isOneLine || !BREAKS.test(character))
    .map((character) => hiddenCharacter(character, isKey, placeOf(character, at, source)));
}

/** The character itself, or the escape that names it; the whole text where neither can be made out. */
function placeOf(character: string, at: Span, source: Source): Span {
  const written = source.text.slice(at.start.offset, at.end.offset);
  const itself = written.indexOf(character);
  const named = itself < 0 ? escapeOf(character).exec(written) : null;
  if (itself < 0 && named === null) return at;
  const offset = at.start.offset + (named?.index ?? itself);
  return spansIn(source)(offset, offset + (named?.[0] ?? character).length);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\0': '0',
  '\u0007': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\u001b': 'e',
  '\u0085': 'N',
  '\u2028': 'L',
  '\u2029': 'P',
};

/** How YAML, JSON and tables may name a character. */
function escapeOf(character: string): RegExp {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  const units = [...Array(character.length).keys()].map(
    (index) => `\\\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  );
  const forms = [`\\\\x0*${hex}`, `\\\\U0*${hex}`, `\\\\u\\{0*${hex}\\}`, units.join('')];
  const short = SHORT_ESCAPES[character];
  return new RegExp([...forms, ...(short === undefined ? [] : [`\\\\${short}`])].join('|'), 'i');
}

function hiddenCharacter(character: string, isKey: boolean, at: Span): Finding {
  const name = codePointName(character);
  const what = isKey ? 'the key' : 'the text';
  const isBreak = BREAKS.test(character);
  const isControl = CONTROL.test(character) && !isBreak;
  return finding('read/hidden-character', `${what} holds ${name}, ${describe(character)}`, {
    severity: isControl ? 'error' : 'warning',
    at,
    help: [isBreak ? 'write the text on one line' : `remove ${name}, or write what it stands for`],
    data: { character: name },
  });
}

const DESCRIPTIONS: readonly (readonly [RegExp, string])[] = [
  [/\0/, 'which ends a text early for many programs'],
  [/\n|\r/, 'a line break, where one line is expected'],
  [/\t/, 'a tab, where one line is expected'],
  [CONTROL, 'a control character'],
  [
    /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/,
    'which turns the direction of writing without being seen',
  ],
  [/[\u2028\u2029]/, 'a line break that not every program knows'],
];

const describe = (character: string): string =>
  DESCRIPTIONS.find(([pattern]) => pattern.test(character))?.[1] ?? 'which nobody sees';
