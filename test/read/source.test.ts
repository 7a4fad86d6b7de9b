import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LARGEST_DOCUMENT, readSource } from '../../src/read/source.ts';
import { asLines } from '../samples/findings.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [part])),
  );

describe('readSource', () => {
  test('takes UTF-8 as it is', () => {
    const { value, findings } = readSource('a.yaml', bytes('größe: 1 𝔸\r\n'));
    expect(value).toEqual({ name: 'a.yaml', text: 'größe: 1 𝔸\r\n' });
    expect(findings).toEqual([]);
  });

  test('drops a byte order mark, so that offsets count from the text', () => {
    expect(readSource('a.yaml', bytes(0xef, 0xbb, 0xbf, 'a: 1')).value?.text).toBe('a: 1');
  });

  test.each([
    ['a letter of Windows-1252', bytes('a: 1\nb: ', 0xae, '\n'), '2:4', 'byte 0xAE at offset 8 is not UTF-8'],
    ['a cut sequence', bytes('é', 0xe2, 0x82), '1:2', 'byte 0xE2 at offset 2 is not UTF-8'],
    ['an overlong sequence', bytes('a', 0xc0, 0x80), '1:2', 'byte 0xC0 at offset 1 is not UTF-8'],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), '1:1', 'byte 0xED at offset 0 is not UTF-8'],
    [
      'a point beyond the last',
      bytes('ab', 0xf4, 0x90, 0x80, 0x80),
      '1:3',
      'byte 0xF4 at offset 2 is not UTF-8',
    ],
    [
      'UTF-16',
      bytes(0xff, 0xfe, 'a', 0),
      '1:1',
      'the document is UTF-16 (little-endian), where UTF-8 is expected',
    ],
    [
      'UTF-16 the other way',
      bytes(0xfe, 0xff, 0, 'a'),
      '1:1',
      'the document is UTF-16 (big-endian), where UTF-8 is expected',
    ],
  ])('refuses %s at its place', (_, written, place, message) => {
    const { value, findings } = readSource('a.yaml', written);
    expect(value).toBeUndefined();
    expect(asLines(findings)).toEqual([`${place} read/encoding: ${message}`]);
  });

  test('says what a byte is in Windows-1252', () => {
    const [found] = readSource('a.csv', bytes('Lac', 0xae)).findings;
    expect(found?.help).toEqual([
      'save the document as UTF-8',
      'in Windows-1252 the byte is `®`: convert from there if that fits',
    ]);
    expect(found?.data).toEqual({ offset: 3, byte: '0xAE', encoding: null });
  });

  test.each([
    ['nothing', ''],
    ['only blanks', ' \n\t\r\n'],
  ])('finds a document of %s empty', (_, written) => {
    expect(asLines(readSource('a.yaml', bytes(written)).findings)).toEqual([
      '1:1 read/empty: the document holds nothing',
    ]);
  });

  test('refuses a document above the limit before looking at it', () => {
    const { value, findings } = readSource('a.yaml', new Uint8Array(LARGEST_DOCUMENT + 1).fill(0xff));
    expect(value).toBeUndefined();
    expect(asLines(findings)).toEqual([
      '1:1 read/too-large: the document has 10.0 MiB, more than the limit of 10 MiB',
    ]);
  });

  test('accepts what a fatal decoder accepts, and nothing else', () => {
    const sequence = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }).map(bytes),
    );
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 6 }), (parts) => {
        const written = Uint8Array.from(parts.flatMap((part) => [...part]));
        let text: string | undefined;
        try {
          text = new TextDecoder('utf-8', { fatal: true }).decode(written);
        } catch {
          text = undefined;
        }
        expect(readSource('x', written).value?.text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});
