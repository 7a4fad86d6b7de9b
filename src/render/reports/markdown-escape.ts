// Text in a Markdown document that can neither become mark-up nor a link. Names in the back-ticks of a sentence
// become code spans, in which nothing has a meaning.

import { escapeText } from '../escape.ts';

const MARKS = /[\\`*_{}[\]<>()#+\-.!|~&@]/g;
// Within a sentence these cannot begin anything, and a page full of escaped full stops is hard to read.
const MARKS_WITHIN = /[\\`*_[\]<>#|~&@]/g;
const SCHEME = /:(?=\/\/)/g;
const WEB_ADDRESS = /\bwww\./gi;

/** A text that somebody else wrote. */
export const escapeMarkdown = (text: string): string =>
  escapeText(text).replace(MARKS, '\\$&').replace(SCHEME, '\\:');

/** A sentence with names in back-ticks. `inTable`: a bar would end the cell even within a code span. */
export function markdownSentence(sentence: string, inTable = false): string {
  const parts = sentence.split('`');
  // An odd back-tick opens no name: the text stands as it is.
  if (parts.length % 2 === 0) return escapeWithin(sentence);
  return parts
    .map((part, index) => (index % 2 === 0 ? escapeWithin(part) : codeSpan(part, inTable)))
    .join('');
}

const escapeWithin = (text: string): string =>
  escapeText(text)
    .replace(MARKS_WITHIN, '\\$&')
    .replace(SCHEME, '\\:')
    .replace(WEB_ADDRESS, (address) => `${address.slice(0, -1)}\\.`);

/** An id, a path or an address, as it stands and without any meaning. */
export function codeSpan(text: string, inTable = false): string {
  const safe = escapeText(text).replaceAll('`', "'").trim();
  if (safe === '') return '';
  return `\`${inTable ? safe.replaceAll('|', '\\|') : safe}\``;
}

const LEADING_COMMAND = /^(\s*):(?=:)/gm;

/** The last step of a document: no line begins as a command to a build system that prints it. */
export const escapeMarkdownStarts = (document: string): string => document.replace(LEADING_COMMAND, '$1\\:');
