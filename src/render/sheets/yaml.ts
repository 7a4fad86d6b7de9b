// A document as YAML 1.2 in block style. A text stays plain only where no reader of YAML, old or new, could
// take it for a number, a date, a boolean, nothing or syntax; everything else is quoted.

import { type DocumentMap, type DocumentValue, isList, isMap } from './document.ts';

export const writeYaml = (value: DocumentValue): string => `${block(value, '').trimStart()}\n`;

/** The value after its key or dash: on the same line, or as a block on the lines below. */
function block(value: DocumentValue, indent: string): string {
  if (isMap(value)) return value.size === 0 ? ' {}' : `\n${mapLines(value, indent)}`;
  if (isList(value)) return value.length === 0 ? ' []' : `\n${listLines(value, indent)}`;
  return ` ${scalar(value)}`;
}

const mapLines = (map: DocumentMap, indent: string): string =>
  [...map]
    .map(([key, value]) => `${indent}${keyed(scalar(key), indent)}${block(value, `${indent}  `)}`)
    .join('\n');

/** YAML finds a key on the line of its value only within 1024 signs; a longer one gets a line of its own. */
const keyed = (key: string, indent: string): string =>
  key.length > 1000 ? `? ${key}\n${indent}:` : `${key}:`;

function listLines(list: readonly DocumentValue[], indent: string): string {
  const inner = `${indent}  `;
  return list.map((each) => `${indent}- ${block(each, inner).trimStart()}`).join('\n');
}

const scalar = (value: string | number | boolean): string =>
  typeof value === 'string' ? (isSafePlain(value) ? value : quotedYaml(value)) : String(value);

const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|none|nan|inf|infinity)$/i;
const RANGE = /^\d+(?:\.\d+)?-\d+(?:\.\d+)?$/;
const NUMBER = /^[\d\s._,:+-]*(?:e[\d+-]*)?$|^0[xob][\da-f_]*$/i;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}/;

/** Made where it is used: looking up its classes of letters would slow every start. */
const isPlain = (text: string): boolean =>
  /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._/%()+\-,;&=@:]*[\p{L}\p{M}\p{N}._/%()+\-;&=@])?$/u.test(text);

function isSafePlain(text: string): boolean {
  if (!isPlain(text) || text.includes(': ') || WORDS.test(text) || DATE.test(text)) return false;
  return RANGE.test(text) || !NUMBER.test(text);
}

// `##vso[` and the like count wherever they stand in a line of the log of a build.
const BUILD_COMMAND = /(?<=#)#(?=[a-z]*\[)/gi;

/** A text in double quotes, with nothing unseen in it. */
export const quotedYaml = (text: string): string =>
  JSON.stringify(text)
    .replaceAll(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      (sign) => `\\U${(sign.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
    )
    .replaceAll(BUILD_COMMAND, '\\x23');
