import { describe, expect, test } from 'vitest';
import { findHiddenText } from '../../src/read/hidden-text.ts';
import { parseText, type TextFormat } from '../../src/read/parse.ts';
import type { DocumentKind } from '../../src/read/validator.ts';

async function told(text: string, format: TextFormat = 'yaml', kind: DocumentKind = 'sheet') {
  const source = { name: 'x', text };
  const { value: tree } = await parseText(source, format);
  if (tree === undefined) throw new Error('no tree');
  return findHiddenText(kind, tree, source).map(({ severity, at, data }) => [
    severity,
    data['character'],
    `${at?.start.line}:${at?.start.column}`,
    text.slice(at?.start.offset, at?.end.offset),
  ]);
}

describe('findHiddenText', () => {
  test.each([
    ['name: a\u202eb', [['warning', 'U+202E', '1:8', '\u202e']]],
    ['name: "a\\u202eb"', [['warning', 'U+202E', '1:9', '\\u202e']]],
    ['name: "ab\\0"', [['error', 'U+0000', '1:10', '\\0']]],
    ['name: "\\e[31m"', [['error', 'U+001B', '1:8', '\\e']]],
    ['name: "\\x1b[31m"', [['error', 'U+001B', '1:8', '\\x1b']]],
    ['name: "\\U000E0041"', [['warning', 'U+E0041', '1:8', '\\U000E0041']]],
    ['na\u200bme: x', [['warning', 'U+200B', '1:3', '\u200b']]],
    ['name: "a\\nb"', [['warning', 'U+000A', '1:9', '\\n']]],
    ['name: "a\\tb"', [['warning', 'U+0009', '1:9', '\\t']]],
    ['list: [a, "b\\u2028c"]', [['warning', 'U+2028', '1:13', '\\u2028']]],
    [
      'a: "\\0\\0\\u200e"',
      [
        ['error', 'U+0000', '1:5', '\\0'],
        ['warning', 'U+200E', '1:9', '\\u200e'],
      ],
    ],
    ['name: >\n  folded\n  text\n', []],
    ['note: "one\\n\\ttwo"', []],
    ['note: "one\\0"', [['error', 'U+0000', '1:11', '\\0']]],
    ['name: naïve 電池 👨\u200d👩\u200d👧, \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645', []],
    ['name: a\u200db', [['warning', 'U+200D', '1:8', '\u200d']]],
  ])('%j', async (text, expected) => {
    expect(await told(text)).toEqual(expected);
  });

  test('finds both units of an escape in JSON, and characters in the cells of a table', async () => {
    expect(await told('{"a":"\\udb40\\udc41"}', 'json')).toEqual([
      ['warning', 'U+E0041', '1:7', '\\udb40\\udc41'],
    ]);
    const table = 'kind,name,value\nmeta,loopsheet,sheet/1\nmeta,product.name,a\\u{202e}b\n';
    expect(await told(table, 'csv')).toEqual([['warning', 'U+202E', '3:20', '\\u{202e}']]);
  });

  test('lets a catalogue have paragraphs anywhere but in its keys', async () => {
    expect(await told('text: "one\\ntwo"\n"a\\nb": x', 'yaml', 'catalogue')).toEqual([
      ['warning', 'U+000A', '2:3', '\\n'],
    ]);
  });

  test.each(['trace', 'findings'] as const)(
    'says nothing of what the tool repeats in a document: %s',
    async (kind) => {
      expect(await told('name: "\\0"', 'yaml', kind)).toEqual([]);
    },
  );
});
