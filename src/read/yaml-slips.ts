// Slips of the hand that break YAML somewhere else, or as something else, than where they were made: told by the text
// around the fault.

import type { YAMLError } from 'yaml';
import { unglue } from './unglue.ts';

export interface Slip {
  readonly message: string;
  readonly help: string;
  readonly from: number;
  readonly to: number;
}

/** The slip behind a fault; `opened` is the bracket that it is about, if any. */
export function slipBehind(fault: YAMLError, text: string, opened: number | undefined): Slip | undefined {
  const [offset] = fault.pos;
  if (fault.code === 'BLOCK_AS_IMPLICIT_KEY') return colonInText(text, offset) ?? tooFarIn(text, offset);
  if (fault.code === 'MULTILINE_IMPLICIT_KEY' || /^Implicit map keys/.test(fault.message))
    return spaceMissing(text, offset) ?? colonMissing(text, offset);
  if (fault.code === 'BLOCK_IN_FLOW') return colonInBrackets(text, offset);
  return opened === undefined ? undefined : commentInBrackets(text, opened);
}

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
};

/** `name: A: B`. */
function colonInText(text: string, offset: number): Slip | undefined {
  const value = text
    .slice(offset, lineEnd(text, offset))
    .replace(/\s+#.*$/, '')
    .trimEnd();
  if (!/:(?: |$)/.test(value)) return undefined;
  const quote = value.includes('"') ? "'" : '"';
  return {
    message: 'a second colon stands on the line of a key',
    help: value.includes(quote)
      ? 'put the text in quotes'
      : `put the text in quotes: \`${quote}${value}${quote}\``,
    from: offset,
    to: offset + value.length,
  };
}

/** A key further in than the one above it, which has a value already. */
function tooFarIn(text: string, offset: number): Slip | undefined {
  const below = /^(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)([^\n]*)/.exec(text.slice(lineEnd(text, offset) + 1));
  if (below === null || below[2] === undefined || below[2] === '') return undefined;
  const from = lineEnd(text, offset) + 1 + below[0].length - below[2].length;
  return {
    message: 'the line stands further in than the key above it, which has a value already',
    help: 'start the keys of one map in the same column',
    from,
    to: from + below[2].length,
  };
}

function spaceMissing(text: string, offset: number): Slip | undefined {
  const written = text.slice(offset, lineEnd(text, offset)).trimEnd();
  const apart = unglue(written);
  if (apart === undefined) return undefined;
  return {
    message: 'a space is missing after the colon',
    help: `write \`${apart}\``,
    from: offset,
    to: offset + written.length,
  };
}

/** `inputs.no-pvc true` on a line where a key is needed. */
function colonMissing(text: string, offset: number): Slip | undefined {
  const written = text.slice(offset, lineEnd(text, offset)).trimEnd();
  const [, key, value] = /^([A-Za-z][\w./-]*)\s+([^\s:#][^:#]*)$/.exec(written) ?? [];
  if (key === undefined || value === undefined) return undefined;
  return {
    message: 'a colon is missing after the key',
    help: `write \`${key}: ${value}\``,
    from: offset,
    to: offset + written.length,
  };
}

/** `{ name: A: B }`. */
function colonInBrackets(text: string, offset: number): Slip | undefined {
  const start = text.lastIndexOf('\n', offset) + 1;
  const line = text.slice(start, lineEnd(text, start));
  const [, before, value] =
    /^(.*?[{,]\s*[\w.-]+: )([^\s"'{[,][^,{}[\]"']*: [^,{}[\]"']*?)\s*[,}]/.exec(line) ?? [];
  if (before === undefined || value === undefined) return undefined;
  const from = start + before.length;
  return {
    message: 'a second colon stands in one value inside brackets',
    help: `put the text in quotes: \`"${value}"\``,
    from,
    to: from + value.length,
  };
}

/** `{ name: X #1 }`: the bracket that closes is part of a comment. */
function commentInBrackets(text: string, opened: number): Slip | undefined {
  const line = text.slice(opened, lineEnd(text, opened));
  const comment = / #/.exec(line);
  const close = text[opened] === '{' ? '}' : ']';
  if (comment === null || !line.slice(comment.index).includes(close)) return undefined;
  return {
    message: 'a comment starts inside brackets and hides the one that closes them',
    help: '` #` starts a comment: put the text that holds it in quotes',
    from: opened + comment.index + 1,
    to: opened + line.trimEnd().length,
  };
}
