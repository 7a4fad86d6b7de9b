import { describe, expect, test } from 'vitest';
import type { Node } from '../../src/read/tree.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { withoutPlaces } from '../samples/document-values.ts';
import { asLines, covered } from '../samples/findings.ts';

const read = (text: string) => readYaml({ name: 'x.yaml', text });
const tree = (text: string): Node | undefined => {
  const { value, findings } = read(text);
  expect(asLines(findings)).toEqual([]);
  return value;
};

describe('scalars keep what was written', () => {
  test.each([
    ['0.10', { number: '0.10' }],
    ['12345678901234567890', { number: '12345678901234567890' }],
    ['012', { number: '012' }],
    ['+1', { number: '+1' }],
    ['1e3', { number: '1e3' }],
    ['0x10', { text: '0x10' }],
    ['0o17', { text: '0o17' }],
    ['.inf', { text: '.inf' }],
    ['.nan', { text: '.nan' }],
    ['1_000', { text: '1_000' }],
    ['1:30', { text: '1:30' }],
    ['2026-05-04', { text: '2026-05-04' }],
    ['25-50', { text: '25-50' }],
    ['40..60 g', { text: '40..60 g' }],
    ['0 %', { text: '0 %' }],
    ['yes', { text: 'yes' }],
    ['no', { text: 'no' }],
    ['on', { text: 'on' }],
    ['off', { text: 'off' }],
    ['true', { boolean: 'true' }],
    ['True', { boolean: 'true' }],
    ['FALSE', { boolean: 'false' }],
    ['"true"', { text: 'true' }],
    ["'0'", { text: '0' }],
    ['~', { null: '~' }],
    ['null', { null: 'null' }],
    ['', { null: '' }],
    ['"a\\tb"', { text: 'a\tb' }],
    ['>-\n  one\n  two', { text: 'one two' }],
    ['|\n  one\n  two', { text: 'one\ntwo\n' }],
  ])('%s', (written, scalar) => {
    expect(withoutPlaces(tree(`key: ${written}\n`))).toEqual({ map: [['key', scalar]] });
  });
});

describe('places', () => {
  const text = '# ümlaut 𝔸\r\nproduct: { name: "𝔸 b", mass: 1 kg }\r\ntakes:\r\n  - x\r\n  - [y, z]\r\n';

  test('of keys, values and items cover what was written', () => {
    const root = tree(text);
    const seen: string[] = [];
    const visit = (node: Node): void => {
      seen.push(covered(text, node.at));
      if (node.kind === 'list') node.items.forEach(visit);
      if (node.kind !== 'map') return;
      for (const { keyAt, value } of node.entries) {
        seen.push(`${covered(text, keyAt)}:`);
        visit(value);
      }
    };
    if (root !== undefined) visit(root);
    expect(seen.slice(1)).toEqual([
      'product:',
      '{ name: "𝔸 b", mass: 1 kg }',
      'name:',
      '"𝔸 b"',
      'mass:',
      '1 kg',
      'takes:',
      '- x\r\n  - [y, z]\r\n',
      'x',
      '[y, z]',
      'y',
      'z',
    ]);
  });

  test('of a value that is not written lies behind its key', () => {
    const root = tree('a:\nb: {c, d: }\n');
    const empty = root?.kind === 'map' ? root.entries.map(({ value }) => value) : [];
    expect(empty[0]?.at.start).toEqual({ line: 1, column: 3, offset: 2 });
    expect(withoutPlaces(root)).toEqual({
      map: [
        ['a', { null: '' }],
        [
          'b',
          {
            map: [
              ['c', { null: '' }],
              ['d', { null: '' }],
            ],
          },
        ],
      ],
    });
  });
});

describe('syntax', () => {
  test.each([
    ['a:\n\tb: 1\n', ['2:1-2:2 read/syntax: a tab stands where the indentation needs spaces']],
    ['a:\n  b: 1\n\tc: 2\n', ['3:1-3:2 read/syntax: a tab stands where the indentation needs spaces']],
    ['a: 1\nb\nc: 2\n', ['2:1-2:2 read/syntax: a key has no value']],
    ['a: "x\nb: 2\n', ['3:1 read/syntax: a quote is opened and never closed']],
    ['a: [1, 2\nb: 3\n', ['2:1-2:2 read/syntax: a bracket is opened and not closed in time']],
    ['a: {b: 1\n', ['2:1 read/syntax: a bracket is opened and not closed in time']],
    [
      'a: [1 2: 3, b c]\nd: "\\q"\n',
      ['2:5-2:6 read/syntax: the text holds an escape that YAML does not know'],
    ],
    ['a: b: c\n', ['1:4-1:8 read/syntax: a second colon stands on the line of a key']],
    [
      'a: b\n  c: d\n',
      ['2:3-2:7 read/syntax: the line stands further in than the key above it, which has a value already'],
    ],
    ['a:\n  b: 1\n\tc: 2\n', ['3:1-3:2 read/syntax: a tab stands where the indentation needs spaces']],
    ['a:\n  b: 1\n c: 2\n', ['3:1-3:2 read/syntax: the indentation does not fit the lines above']],
    ['a: { b: Y: Z }\n', ['1:9-1:13 read/syntax: a second colon stands in one value inside brackets']],
    ['a:\n  b.c true\n  d: 1\n', ['2:3-2:11 read/syntax: a colon is missing after the key']],
    ['a:1\nb: 2\n', ['1:1-1:4 read/syntax: a space is missing after the colon']],
    [
      'a: { b: c #1 }\nd: 1\n',
      ['1:11-1:15 read/syntax: a comment starts inside brackets and hides the one that closes them'],
    ],
    ['a:\n  - x\n b: 2\n', ['3:1-3:2 read/syntax: the indentation does not fit the lines above']],
    [
      'a: @x\nb: `y`\n',
      [
        '1:4-1:5 read/syntax: a plain value cannot start with this character',
        '2:4-2:5 read/syntax: a plain value cannot start with this character',
      ],
    ],
    ["a: 'it's'\n", ['1:8-1:10 read/syntax: this is not expected here']],
    ['? [a]\n: 1\n', ['1:3-1:4 read/syntax: a key is not text']],
    [`${'k'.repeat(1100)}: 1`, ['1:1-1:1101 read/syntax: a key is longer than 1024 characters']],
  ])('%j', (text, lines) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(asLines(findings)).toEqual(lines);
    for (const found of findings) expect(found.help).toHaveLength(1);
  });

  test('an unclosed quote or bracket is shown where it opens', () => {
    const opened = (text: string) =>
      read(text).findings[0]?.related.map(({ at, label }) => [at.start, label]);
    expect(opened('a: 1\nb: "x\n')).toEqual([[{ line: 2, column: 4, offset: 8 }, 'opened here']]);
    expect(opened("a: '\n")).toEqual([[{ line: 1, column: 4, offset: 3 }, 'opened here']]);
    expect(opened('a: [1, {b: 2}\nc: 3')).toEqual([[{ line: 1, column: 4, offset: 3 }, 'opened here']]);
  });

  test('every fault is found, not only the first', () => {
    expect(asLines(read('a: @1\nb:\n\tc: 1\nd: "\\q"\n').findings)).toHaveLength(3);
  });
});

describe('features that are refused', () => {
  test.each([
    ['a: &x 1\n', ['1:4-1:6 read/unsupported-yaml: an anchor cannot be used in documents here']],
    ['a: *x\n', ['1:4-1:6 read/unsupported-yaml: an alias cannot be used in documents here']],
    [
      'a: !!int "1"\nb: !own x\n',
      [
        '1:4-1:9 read/unsupported-yaml: a tag cannot be used in documents here',
        '2:4-2:8 read/unsupported-yaml: a tag cannot be used in documents here',
      ],
    ],
    [
      '%YAML 1.1\n---\na: yes\n',
      ['1:1-1:10 read/unsupported-yaml: a directive cannot be used in documents here'],
    ],
    [
      'a: 1\n---\nb: 2\n---\nc: 3\n',
      ['2:1-2:4 read/unsupported-yaml: a second document cannot be used in documents here'],
    ],
    [
      '&x *x : 1',
      [
        '1:1-1:3 read/unsupported-yaml: an anchor cannot be used in documents here',
        '1:4-1:6 read/unsupported-yaml: an alias cannot be used in documents here',
      ],
    ],
  ])('%j', (text, lines) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(asLines(findings)).toEqual(lines);
  });

  test('a document may open with `---` and end with `...`', () => {
    expect(withoutPlaces(tree('---\na: 1\n...\n'))).toEqual({ map: [['a', { number: '1' }]] });
  });

  test('`<<` is a key like any other', () => {
    expect(withoutPlaces(tree('<<: {a: 1}\n'))).toEqual({ map: [['<<', { map: [['a', { number: '1' }]] }]] });
  });
});

describe('keys', () => {
  test('that stand twice are found with both places', () => {
    const { value, findings } = read('a: 1\nb: {c: 1, "c": 2}\na: 3\n');
    expect(asLines(findings)).toEqual([
      '2:11-2:14 read/duplicate-key: the key `c` stands twice in one map',
      '3:1-3:2 read/duplicate-key: the key `a` stands twice in one map',
    ]);
    expect(findings.map(({ related }) => related[0]?.at.start.line)).toEqual([2, 1]);
    expect(withoutPlaces(value)).toEqual({
      map: [
        ['a', { number: '1' }],
        ['b', { map: [['c', { number: '1' }]] }],
      ],
    });
  });

  test('are one key when they are written alike, whatever their type', () => {
    expect(asLines(read('1: a\n"1": b\ntrue: c\n"true": d\n').findings)).toEqual([
      '2:1-2:4 read/duplicate-key: the key `1` stands twice in one map',
      '4:1-4:7 read/duplicate-key: the key `true` stands twice in one map',
    ]);
  });

  test.each(['__proto__', 'constructor', 'prototype'])('`%s` is refused', (key) => {
    const { value, findings } = read(`a: {${key}: 1, b: 2}\n`);
    expect(asLines(findings)).toEqual([
      `1:5-1:${5 + key.length} read/unknown-key: \`${key}\` cannot be used as a key`,
    ]);
    expect(withoutPlaces(value)).toEqual({ map: [['a', { map: [['b', { number: '2' }]] }]] });
  });
});

describe('limits', () => {
  const keys = (count: number): string =>
    Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');

  test.each([
    [
      'nested brackets',
      '['.repeat(100_000),
      '1:65-1:66 read/too-deep: the document nests deeper than 64 levels',
    ],
    [
      'nested dashes',
      '- '.repeat(500),
      '1:129-1:130 read/too-deep: the document nests deeper than 64 levels',
    ],
    [
      'nested complex keys',
      '? '.repeat(500),
      '1:129-1:130 read/too-deep: the document nests deeper than 64 levels',
    ],
    ['keys', keys(5001), '5001:1-5001:2 read/too-large: a map or a list has more than 5000 entries'],
    [
      'items',
      `[${'1,'.repeat(5001)}]`,
      '1:10002-1:10003 read/too-large: a map or a list has more than 5000 entries',
    ],
  ])('on %s hold', (_, text, line) => {
    expect(asLines(read(text).findings)).toEqual([line]);
  });

  test('are not reached by what lies just below them', () => {
    expect(read(keys(5000)).findings).toEqual([]);
    expect(read(`${'['.repeat(64)}${']'.repeat(64)}`).findings).toEqual([]);
  });
});

test.each(['', '# only a comment\n', '---\n', '...\n'])('a document of %j holds nothing', (text) => {
  expect(asLines(read(text).findings)).toEqual(['1:1 read/empty: the document holds nothing']);
});
