import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/read/json.ts';
import { readYaml } from '../../../src/read/yaml.ts';
import type { DocumentValue } from '../../../src/render/sheets/document.ts';
import { writeCompactJson, writeJson } from '../../../src/render/sheets/json.ts';
import { writeYaml } from '../../../src/render/sheets/yaml.ts';
import { asTree, withoutPlaces } from '../../samples/document-values.ts';

const trickyTexts = [
  '',
  ' ',
  '0',
  '-1',
  '+1',
  '.5',
  '1.',
  '1e5',
  '12E03',
  '0x1F',
  '0o17',
  '0b1',
  '1_000',
  '1:30',
  '190:20:30',
  '.inf',
  '-.INF',
  '.nan',
  'NaN',
  'true',
  'False',
  'yes',
  'NO',
  'on',
  'Off',
  'y',
  'N',
  '~',
  'null',
  'Null',
  '2026-05-04',
  '2026-05-04T10:00:00Z',
  '7782-42-5',
  '25-50',
  '0.5-1.5',
  '010 02 001 2 0000075',
  '---',
  '...',
  '- a',
  '? a',
  ': a',
  'a: b',
  'a:',
  'a #b',
  '#a',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  "'a'",
  '"a"',
  '%a',
  '@a',
  '`a`',
  '{a}',
  '[a]',
  'a, b',
  '=',
  '<<',
  'a\nb',
  'a\n',
  '\na',
  'a\tb',
  '\ta',
  'a ',
  ' a',
  'a\\b',
  'a\u2028b',
  'a\u0085b',
  '\ufeffa',
  'a\u200fb',
  '\u0000',
  '\u001b[2J',
  '\u007f',
  'größer',
  '石墨',
  '😀',
  '\u{e0001}',
  '</script>',
  'https://example.org/a?b=c#d',
  'urn:uuid:1',
  'C:\\a',
  'long key '.repeat(200),
  '\ud800',
];

const texts = fc.oneof(fc.constantFrom(...trickyTexts), fc.string(), fc.string({ unit: 'binary' }));
const keys = texts.filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));

const { document } = fc.letrec<{ value: DocumentValue; document: DocumentValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    texts,
    fc.boolean(),
    fc.nat(),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('document'),
  ),
  document: fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((entries) => new Map(entries)),
}));

const readers = [
  ['YAML', writeYaml, readYaml],
  ['JSON', writeJson, readJson],
  ['compact JSON', writeCompactJson, readJson],
] as const;

describe.each(readers)('%s', (_, write, read) => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(document, (value) => {
        const { value: tree, findings } = read({ name: 'a', text: write(value) });
        expect(findings).toEqual([]);
        expect(withoutPlaces(tree)).toEqual(asTree(value));
      }),
      { numRuns: 500 },
    );
  });

  it.each(trickyTexts)('brings back %j', (text) => {
    const value = new Map([[text, [text, new Map([['a', text]])]]]);
    const written = write(value);
    expect(withoutPlaces(read({ name: 'a', text: written }).value)).toEqual(asTree(value));
    expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u);
  });
});

describe('YAML', () => {
  it.each([
    ['1 kg', '1 kg'],
    ['300/7 %', '300/7 %'],
    ['25-50', '25-50'],
    ['Regulation (EC) 1907/2006', 'Regulation (EC) 1907/2006'],
    ['reports/4711.pdf', 'reports/4711.pdf'],
    ['urn:uuid:0f', 'urn:uuid:0f'],
    ['0', '"0"'],
    ['2026-05-04', '"2026-05-04"'],
    ['09506000134352', '"09506000134352"'],
    ['1e5', '"1e5"'],
    ['no', '"no"'],
    ['a: b', '"a: b"'],
    ['', '""'],
  ])('writes %j as %s', (text, written) => {
    expect(writeYaml(new Map([['a', text]]))).toBe(`a: ${written}\n`);
  });

  it('writes maps and lists as blocks', () => {
    const value = new Map<string, DocumentValue>([
      ['answers', new Map()],
      ['list', []],
      [
        'evidence',
        [
          new Map([
            ['title', 'Test report'],
            ['uri', 'a.pdf'],
          ]),
          ['x', ['b']],
          'z',
        ],
      ],
    ]);
    expect(writeYaml(value)).toBe(
      'answers: {}\nlist: []\nevidence:\n  - title: Test report\n    uri: a.pdf\n  - - x\n    - - b\n  - z\n',
    );
  });
});
