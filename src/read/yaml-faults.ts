// What the YAML parser finds wrong, in plain words with a next step.

import type { ErrorCode, YAMLError } from 'yaml';
import { type Finding, finding } from '../core/text/finding.ts';
import type { SpanMaker } from '../core/text/lines.ts';
import type { Gate } from './yaml-gate.ts';
import { slipBehind } from './yaml-slips.ts';

interface Words {
  readonly message: string;
  readonly help: string;
}

const quotes = 'put the text in quotes';
const column = 'start the keys of one map in the same column, two spaces further in than the key above them';

const words: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: {
    message: 'a tab stands where the indentation needs spaces',
    help: 'indent with spaces, two for each level',
  },
  BAD_INDENT: { message: 'the indentation does not fit the lines above', help: column },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a map or a list cannot start here, on the line of a key',
    help: 'put text that holds `: ` in quotes, or start the map on the next line',
  },
  MULTILINE_IMPLICIT_KEY: { message: 'a key goes over more than one line', help: column },
  BAD_SCALAR_START: { message: 'a plain value cannot start with this character', help: quotes },
  BAD_DQ_ESCAPE: {
    message: 'the text holds an escape that YAML does not know',
    help: 'write a backslash as `\\\\`, or use single quotes',
  },
  BLOCK_IN_FLOW: {
    message: 'a block stands inside brackets',
    help: 'inside `[ ]` and `{ }` separate entries with commas',
  },
  NON_STRING_KEY: { message: 'a key is not text', help: 'write each key as plain text' },
  KEY_OVER_1024_CHARS: { message: 'a key is longer than 1024 characters', help: 'choose a shorter key' },
  UNEXPECTED_TOKEN: {
    message: 'this is not expected here',
    help: 'put the whole text in quotes, or check the line for a missing comma, bracket or line break',
  },
};

const missing: readonly (readonly [RegExp, Words])[] = [
  [/^Missing closing/, { message: 'a quote is opened and never closed', help: 'close the quote' }],
  [
    /end with a ([\]}])/,
    { message: 'a bracket is opened and not closed in time', help: 'close the bracket before the next key' },
  ],
  [/^Implicit map keys/, { message: 'a key has no value', help: 'write a colon and a value after the key' }],
  [/^Missing , /, { message: 'a comma is missing', help: 'separate the entries with commas' }],
];

/** Faults that the gate has said already in better words. */
const saidBefore: ReadonlySet<ErrorCode> = new Set([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'BAD_DIRECTIVE',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_DOCS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
]);

/** One finding per place; faults that only follow from features the gate has refused are left out. */
export function describeFaults(
  faults: readonly YAMLError[],
  gate: Gate,
  spans: SpanMaker,
  text: string,
): readonly Finding[] {
  const said = new Set(gate.findings.map(({ at }) => at?.start.offset));
  const findings: Finding[] = [];
  for (const fault of withoutFollowing(faults, spans)) {
    const followsFromRefusal = gate.findings.length > 0 && saidBefore.has(fault.code);
    if (followsFromRefusal || said.has(fault.pos[0])) continue;
    said.add(fault.pos[0]);
    findings.push(describe(fault, gate.unclosed, spans, text));
  }
  return findings;
}

/** Faults of layout: one of them upsets how the lines next to it are read. */
const layout: ReadonlySet<ErrorCode> = new Set([
  'TAB_AS_INDENT',
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
  'UNEXPECTED_TOKEN',
]);

/** Of faults of layout on the same or on neighbouring lines, the first. */
function withoutFollowing(faults: readonly YAMLError[], spans: SpanMaker): readonly YAMLError[] {
  let last: number | undefined;
  return [...faults]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter(({ code, pos }) => {
      if (!layout.has(code)) return true;
      const { line } = spans(pos[0], pos[0]).start;
      const follows = last !== undefined && line - last <= 1;
      last = line;
      return !follows;
    });
}

function describe(fault: YAMLError, unclosed: readonly number[], spans: SpanMaker, text: string): Finding {
  const { code, pos, message: detail } = fault;
  const special = missing.find(([pattern]) => pattern.test(detail))?.[1];
  const { message, help } = special ??
    words[code] ?? { message: `the YAML is broken here: ${detail}`, help: quotes };
  const opened = special === undefined ? undefined : unclosed.findLast((offset) => offset < pos[0]);
  const isOpening = special === missing[0]?.[1] || special === missing[1]?.[1];
  const slip = slipBehind(fault, text, isOpening ? opened : undefined);
  return finding('read/syntax', slip?.message ?? message, {
    at: slip === undefined ? spans(pos[0], pos[1]) : spans(slip.from, slip.to),
    related:
      isOpening && opened !== undefined ? [{ at: spans(opened, opened + 1), label: 'opened here' }] : [],
    help: [slip?.help ?? help],
    data: { parser: 'yaml', fault: code, detail },
  });
}
