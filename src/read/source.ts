// Bytes to text: only whole UTF-8 is read, so that no letter is ever guessed. A byte order mark is dropped, and
// offsets count from the text that remains.

import { finding, type Result } from '../core/text/finding.ts';
import { spansIn } from '../core/text/lines.ts';
import type { Source, Span } from '../core/text/span.ts';

/** The largest document that is read, in bytes. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;

/** The tool's own traces of large bills may be larger: they are written here, not received. */
export const LARGEST_TRACE = 256 * 1024 * 1024;

export function readSource(
  name: string,
  bytes: Uint8Array,
  largest = LARGEST_DOCUMENT,
): Result<Source | undefined> {
  if (bytes.length > largest) return { value: undefined, findings: [tooLarge(name, bytes.length, largest)] };
  const text = decode(bytes);
  if (text === undefined) {
    return { value: undefined, findings: [badEncoding(name, bytes, firstBadByte(bytes) ?? 0)] };
  }
  const source = { name, text };
  if (source.text.trim() === '') {
    const details = {
      at: startOf(name),
      help: ['write a document, or name another file'],
      data: { bytes: bytes.length },
    };
    return { value: source, findings: [finding('read/empty', 'the document holds nothing', details)] };
  }
  return { value: source, findings: [] };
}

/** Undefined where the bytes are not UTF-8 throughout. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const startOf = (name: string): Span => spansIn({ name, text: '' })(0, 0);

const MEBIBYTE = 1024 * 1024;

/** The finding about a document above the limit; readers that know the size beforehand need not open it. */
export function tooLarge(name: string, bytes: number, largest = LARGEST_DOCUMENT) {
  const megabytes = (bytes / MEBIBYTE).toFixed(1);
  const limit = largest / MEBIBYTE;
  return finding('read/too-large', `the document has ${megabytes} MiB, more than the limit of ${limit} MiB`, {
    at: startOf(name),
    help: [`split the document into files of at most ${limit} MiB`],
    data: { bytes, limit: largest },
  });
}

function badEncoding(name: string, bytes: Uint8Array, offset: number) {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const at = spansIn({ name, text: before })(before.length, before.length);
  const wide = wideEncoding(bytes);
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const message =
    wide === undefined
      ? `byte ${byte} at offset ${offset} is not UTF-8`
      : `the document is ${wide}, where UTF-8 is expected`;
  const looksLike = new TextDecoder('windows-1252').decode(bytes.subarray(offset, offset + 1));
  const help = ['save the document as UTF-8'];
  if (wide === undefined)
    help.push(`in Windows-1252 the byte is \`${looksLike}\`: convert from there if that fits`);
  return finding('read/encoding', message, {
    at,
    help,
    data: { offset, byte, encoding: wide ?? null },
  });
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 (little-endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 (big-endian)';
  return undefined;
}

/** Per first byte of a sequence: how many bytes follow, and the range of the first that follows. */
function continuation(first: number): readonly [count: number, low: number, high: number] | undefined {
  if (first < 0x80) return [0, 0, 0];
  if (first >= 0xc2 && first <= 0xdf) return [1, 0x80, 0xbf];
  if (first === 0xe0) return [2, 0xa0, 0xbf];
  if (first === 0xed) return [2, 0x80, 0x9f];
  if (first >= 0xe1 && first <= 0xef) return [2, 0x80, 0xbf];
  if (first === 0xf0) return [3, 0x90, 0xbf];
  if (first >= 0xf1 && first <= 0xf3) return [3, 0x80, 0xbf];
  return first === 0xf4 ? [3, 0x80, 0x8f] : undefined;
}

/** The offset of the first byte that belongs to no UTF-8 sequence (Unicode 16, table 3-7). */
function firstBadByte(bytes: Uint8Array): number | undefined {
  let offset = 0;
  while (offset < bytes.length) {
    const sequence = continuation(bytes[offset] ?? 0);
    if (sequence === undefined) return offset;
    const [count, low, high] = sequence;
    for (let index = 1; index <= count; index++) {
      const next = bytes[offset + index];
      const [from, to] = index === 1 ? [low, high] : [0x80, 0xbf];
      if (next === undefined || next < from || next > to) return offset;
    }
    offset += 1 + count;
  }
  return undefined;
}
