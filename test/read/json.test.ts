import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/read/json.ts';
import { plainOf } from '../../src/read/plain.ts';
import type { Node } from '../../src/read/tree.ts';
import { withoutPlaces } from '../samples/document-values.ts';
import { asLines, covered } from '../samples/findings.ts';

const read = (text: string) => readJson({ name: 'x.json', text });

describe('values', () => {
  test('numbers keep what was written', () => {
    expect(withoutPlaces(read('[0.10, 1e400, 12345678901234567890, -0]').value)).toEqual([
      { number: '0.10' },
      { number: '1e400' },
      { number: '12345678901234567890' },
      { number: '-0' },
    ]);
  });

  test('words and text', () => {
    expect(withoutPlaces(read('{"a": [true, false, null, "\\u00e9\\n\\"", ""]}').value)).toEqual({
      map: [
        ['a', [{ boolean: 'true' }, { boolean: 'false' }, { null: 'null' }, { text: 'é\n"' }, { text: '' }]],
      ],
    });
  });

  test('places cover what was written', () => {
    const text = '\r\n{ "𝔸": [1,\n  "x"],\r "b": {} }';
    const root = read(text).value;
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
    expect(seen).toEqual([text.slice(2), '"𝔸":', '[1,\n  "x"]', '1', '"x"', '"b":', '{}']);
    expect(root?.at.start).toEqual({ line: 2, column: 1, offset: 2 });
    expect(root?.at.end.line).toBe(4);
  });
});

describe('syntax', () => {
  test.each([
    ['{"a": 1,}', '1:8-1:9', 'a comma stands before `}`', 'remove the comma'],
    ['[1,\n]', '1:3-1:4', 'a comma stands before `]`', 'remove the comma'],
    [
      "{'a': 1}",
      '1:2-1:3',
      "a key in double quotes is expected, found `'`",
      'JSON text stands in double quotes `"`',
    ],
    ['{a: 1}', '1:2-1:3', 'a key in double quotes is expected, found `a`', 'write `"key": value`'],
    ['{"a" 1}', '1:6-1:7', 'a colon is expected after the key, found `1`', 'write `"key": value`'],
    [
      '{"a":}',
      '1:6-1:7',
      'a value is expected, found `}`',
      'write text in double quotes, a number, true, false, an object or a list',
    ],
    [
      '[1 2]',
      '1:4-1:5',
      'a comma or `]` is expected after the value, found `2`',
      'separate the entries with commas',
    ],
    [
      '[,1]',
      '1:2-1:3',
      'a value is expected, found `,`',
      'write text in double quotes, a number, true, false, an object or a list',
    ],
    ['{"a": tru}', '1:7-1:10', '`tru` is not a JSON value', 'did you mean `true`?'],
    ['{"a": True}', '1:7-1:11', '`True` is not a JSON value', 'did you mean `true`?'],
    ['[NaN]', '1:2-1:5', '`NaN` is not a JSON value', 'put text in double quotes'],
    [
      '[01]',
      '1:2-1:4',
      '`01` is not a JSON number',
      'write it like `12`, `-0.5` or `1e6`, or put it in quotes',
    ],
    [
      '[1 kg]',
      '1:4-1:5',
      'a comma or `]` is expected after the value, found `k`',
      'separate the entries with commas',
    ],
    [
      '[.5]',
      '1:2-1:4',
      '`.5` is not a JSON number',
      'write it like `12`, `-0.5` or `1e6`, or put it in quotes',
    ],
    ['{"a": "x\n"}', '1:7-1:9', 'a quote is opened and never closed', 'close the quote'],
    ['{"a": "x', '1:7-1:9', 'a quote is opened and never closed', 'close the quote'],
    ['["a\tb"]', '1:4-1:5', 'the text holds a control character', 'write a tab as `\\t`'],
    [
      '["\u0001"]',
      '1:3-1:4',
      'the text holds a control character',
      'write it as an escape such as `\\u0007`',
    ],
    ['["\\x"]', '1:3-1:5', 'the text holds an escape that JSON does not know', 'write a backslash as `\\\\`'],
    [
      '// x\n1',
      '1:1-1:2',
      'a value is expected, found `/`',
      'JSON has no comments: remove them, or write the document as YAML',
    ],
    [
      '{"a": 1 // x\n}',
      '1:9-1:10',
      'a comma or `}` is expected after the value, found `/`',
      'JSON has no comments: remove them, or write the document as YAML',
    ],
    [
      '1 2',
      '1:3-1:4',
      'the document ends before this, found `2`',
      'put each document into a file of its own',
    ],
    [
      '',
      '1:1',
      'a value is expected, found the end of the text',
      'the document seems to be cut off: add what is missing, or fetch it again',
    ],
    [
      '{"a": [1',
      '1:9',
      'a comma or `]` is expected after the value, found the end of the text',
      'the document seems to be cut off: add what is missing, or fetch it again',
    ],
    [
      '{"a"',
      '1:5',
      'a colon is expected after the key, found the end of the text',
      'the document seems to be cut off: add what is missing, or fetch it again',
    ],
  ])('%j', (text, place, message, help) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(asLines(findings)).toEqual([`${place} read/syntax: ${message}`]);
    expect(findings[0]?.help).toEqual([help]);
  });

  test('a document that is cut off shows what is still open', () => {
    expect(read('{"a": [1').findings[0]?.related).toEqual([
      { at: expect.objectContaining({ start: { line: 1, column: 7, offset: 6 } }), label: 'opened here' },
    ]);
  });

  test('a long word is shortened', () => {
    expect(read('x'.repeat(500)).findings[0]?.message).toBe(`\`${'x'.repeat(40)}…\` is not a JSON value`);
  });
});

describe('keys', () => {
  test('that stand twice are found with both places', () => {
    const { value, findings } = read('{"a":1,\n"\\u0061":2,"b":{"c":1,"c":1}}');
    expect(asLines(findings)).toEqual([
      '2:1-2:9 read/duplicate-key: the key `a` stands twice in one map',
      '2:23-2:26 read/duplicate-key: the key `c` stands twice in one map',
    ]);
    expect(findings.find(({ data }) => data['key'] === 'a')?.related[0]?.at.start.offset).toBe(1);
    expect(value === undefined ? undefined : plainOf(value)).toEqual({ a: 1, b: { c: 1 } });
  });

  test('with a meaning in JavaScript are refused', () => {
    expect(asLines(read('{"__proto__": {"x": 1}}').findings)).toEqual([
      '1:2-1:13 read/unknown-key: `__proto__` cannot be used as a key',
    ]);
  });
});

describe('limits', () => {
  test.each([
    ['depth', '['.repeat(1_000_000), '1:65-1:66 read/too-deep: the document nests deeper than 64 levels'],
    [
      'depth of objects',
      '{"a":'.repeat(70),
      '1:321-1:322 read/too-deep: the document nests deeper than 64 levels',
    ],
    [
      'entries of a list',
      `[${'1,'.repeat(6000)}1]`,
      '1:10002-1:10003 read/too-large: a map or a list has more than 5000 entries',
    ],
  ])('on %s hold', (_, text, line) => {
    expect(asLines(read(text).findings)).toEqual([line]);
  });

  test('are not reached by what lies just below them', () => {
    expect(read(`${'['.repeat(64)}${']'.repeat(64)}`).findings).toEqual([]);
    expect(read(`[${'1,'.repeat(4999)}1]`).findings).toEqual([]);
  });
});

/** What `JSON.parse` makes of a text, or undefined where it refuses it. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe('against JSON.parse', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '0',
    '.5',
    'e+1',
    'true',
    'null',
    ' ',
    '\n',
    '"\\u00',
    '\\',
    '"',
    '\t',
  ];

  const mutated = fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ...pieces))
    .map(([text, at, drop, insert]) => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + insert + text.slice(start + drop);
    });

  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));

  test('the same texts are accepted', () => {
    fc.assert(
      fc.property(fc.oneof(mutated, soup), (text) => {
        const { value, findings } = read(text);
        const isSyntax = findings.some(({ code }) => code === 'read/syntax');
        expect(isSyntax).toBe(parsed(text) === undefined);
        expect(value === undefined).toBe(isSyntax);
      }),
      { numRuns: 3000 },
    );
  });

  test('the same values are read', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const tree = read(text).value;
        const plain = tree === undefined ? undefined : JSON.parse(JSON.stringify(plainOf(tree)));
        fc.pre(!/"(?:__proto__|constructor|prototype)"\s*:/.test(text));
        expect(plain).toEqual(JSON.parse(text));
      }),
    );
  });
});
