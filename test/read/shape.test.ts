import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkShape } from '../../src/read/shape.ts';
import { spokenKeywords } from '../../src/read/shape-words.ts';
import type { DocumentKind } from '../../src/read/validator.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { asLines } from '../samples/findings.ts';
import { schemaNodes } from '../samples/schema-nodes.ts';

async function shapeOf(kind: DocumentKind, text: string) {
  const { value, findings } = readYaml({ name: 'x.yaml', text });
  expect(asLines(findings)).toEqual([]);
  return value === undefined ? [] : checkShape(kind, value);
}

const header = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: "010 02 001 2 0000075"
revision: 3
issued: 2026-05-04
product: { name: Graphite, level: material }
maker: { name: Lac Blanc }
`;

/** A sound sheet with more lines at its end, which start at line 8. */
const sheet = (rest: string): string => `${header}${rest}`;

test('a sound sheet has no findings', async () => {
  const text = sheet(`validUntil: 2028-05-03
assurance: third-party
answers:
  inputs.post-consumer-recycled: 0
  end-of-use.take-back-offered: true
  substances.no-svhc:
    answer: true
    reason: withheld
    list: reach-candidate/2026-01
    references: [Regulation (EC) 1907/2006]
    evidence: [{ title: Report, uri: reports/4711.pdf, sha256: ${'0a'.repeat(32)} }]
    assurance: { level: third-party, by: X, scheme: Y, date: 2026-03-01, validUntil: 2029-02-28 }
    custody: segregated
    note: none
quantities:
  a: 0 %
  b: { atLeast: 18 MJ, atMost: 20 MJ }
  c: { moreThan: 1, lessThan: 2 }
inputs: [{ id: x, revision: 1, sha256: ${'0a'.repeat(32)} }]
`);
  expect(await shapeOf('sheet', text)).toEqual([]);
});

describe('each keyword is said at its place', () => {
  test.each<[keyword: string, rest: string, line: string, help: readonly string[]]>([
    [
      'required',
      'quantities: {}\n',
      '1:1-1:10 read/missing-key: the document lacks the key `answers`',
      ['add `answers`: answers by the id of a statement, a group or a single band'],
    ],
    [
      'required in a map',
      'answers:\n  x: { reason: withheld }\n',
      '9:3-9:4 read/missing-key: `answers.x` lacks the key `answer`',
      [
        'add `answer`: true, false, unknown or not-applicable; for a group the name of one of its bands, for example `true`, `false`, `unknown`, `not-applicable` or `25-50`',
      ],
    ],
    [
      'required in an item of a list',
      `answers: {}\ninputs:\n  - { revision: 1, sha256: ${'0a'.repeat(32)} }\n`,
      '10:7-10:15 read/missing-key: `inputs[0]` lacks the key `id`',
      ['add `id`: the id of the sheet of an input'],
    ],
    [
      'required in an empty item',
      'answers: { x: { answer: true, evidence: [{}] } }\n',
      '8:42 read/missing-key: `answers.x.evidence[0]` lacks the key `title`',
      ['add `title`: what the piece of evidence is called'],
    ],
    [
      'additionalProperties with a near name',
      'answers: {}\nasurance: self-declared\n',
      '9:1-9:9 read/unknown-key: `asurance` is not a key of the document',
      ['did you mean `assurance`?'],
    ],
    [
      'additionalProperties without one',
      `answers: {}\ninputs: [{ id: x, revision: 1, weight: 3, sha256: ${'0a'.repeat(32)} }]\n`,
      '9:32-9:38 read/unknown-key: `weight` is not a key of `inputs[0]`',
      ['the keys are `id`, `revision`, `sha256`'],
    ],
    [
      'type: a list for text',
      'answers: { x: { answer: true, note: [a] } }\n',
      '8:37-8:40 read/wrong-value: `answers.x.note` is a list where text is expected',
      ['give anything else a reader should know'],
    ],
    [
      'type: a map for a list',
      'answers: {}\ninputs: { a: 1 }\n',
      '9:9-9:17 read/wrong-value: `inputs` is a map where a list is expected',
      ['give the sheets that an aggregated sheet was merged from'],
    ],
    [
      'type: a number for text',
      'answers: { x: { answer: true, list: 2026 } }\n',
      '8:37-8:41 read/wrong-value: `answers.x.list` is the number 2026 where text is expected',
      [
        'put it in quotes: `"2026"`',
        'give the list and edition that the answer relies on, for example `reach-candidate/2026-01`',
      ],
    ],
    [
      'type: true for text',
      'answers: { x: { answer: true, note: true } }\n',
      '8:37-8:41 read/wrong-value: `answers.x.note` is true where text is expected',
      ['put it in quotes: `"true"`', 'give anything else a reader should know'],
    ],
    [
      'type: text for a number',
      `answers: {}\ninputs: [{ id: x, revision: "2", sha256: ${'0a'.repeat(32)} }]\n`,
      '9:29-9:32 read/wrong-value: `inputs[0].revision` is text where a whole number is expected',
      [
        'write it without quotes: `2`',
        'give the edition of the sheet: a whole number from 1, for example `1`',
      ],
    ],
    [
      'type: a fraction for a whole number',
      `answers: {}\ninputs: [{ id: x, revision: 2.5, sha256: ${'0a'.repeat(32)} }]\n`,
      '9:29-9:32 read/wrong-value: `inputs[0].revision` is the number 2.5 where a whole number is expected',
      ['give the edition of the sheet: a whole number from 1, for example `1`'],
    ],
    [
      'type: nothing, at the key',
      'answers:\n  x:\n',
      '9:3-9:4 read/wrong-value: `answers.x` has no value',
      ['give an answer, for example `true`, `false`, `unknown`, `not-applicable` or `25-50`'],
    ],
    [
      'type: a written null, at the value',
      'answers: { x: { answer: true, note: ~ } }\n',
      '8:37-8:38 read/wrong-value: `answers.x.note` has no value',
      ['give anything else a reader should know'],
    ],
    [
      'anyOf: a value that fits no branch',
      'answers: { x: [true] }\n',
      '8:15-8:21 read/wrong-value: `answers.x` is a list where true or false, text, a number or a map is expected',
      ['give an answer, for example `true`, `false`, `unknown`, `not-applicable` or `25-50`'],
    ],
    [
      'anyOf: a value that fits the second branch but for a key',
      'answers: {}\nquantities: { x: { atleast: 1 kg } }\n',
      '9:20-9:27 read/unknown-key: `atleast` is not a key of `quantities.x`',
      ['did you mean `atLeast` or `atMost`?'],
    ],
    [
      'enum with a near name',
      'answers: {}\nassurance: third-part\n',
      '9:12-9:22 read/wrong-value: `assurance` cannot be `third-part`',
      [
        'did you mean `third-party`?',
        'give who stands behind answers that carry no assurance of their own: `self-declared`, `second-party` or `third-party`',
      ],
    ],
    [
      'enum without one',
      'answers: { x: { answer: true, custody: none } }\n',
      '8:40-8:44 read/wrong-value: `answers.x.custody` cannot be `none`',
      [
        'give the chain-of-custody model behind a share: `book-and-claim`, `mass-balance`, `controlled-blending`, `segregated` or `identity-preserved`',
      ],
    ],
    [
      'pattern',
      'answers: { x: { answer: true, evidence: [{ title: y, sha256: ABC }] } }\n',
      '8:62-8:65 read/wrong-value: `answers.x.evidence[0].sha256` is not a SHA-256 digest: 64 hexadecimal digits in lower case',
      ['give a SHA-256 digest: 64 hexadecimal digits in lower case'],
    ],
    [
      'minLength',
      'answers: { x: { answer: true, note: "" } }\n',
      '8:37-8:39 read/wrong-value: `answers.x.note` is empty',
      ['give anything else a reader should know'],
    ],
    [
      'minimum',
      `answers: {}\ninputs: [{ id: x, revision: 0, sha256: ${'0a'.repeat(32)} }]\n`,
      '9:29-9:30 read/wrong-value: `inputs[0].revision` is less than 1',
      ['give the edition of the sheet: a whole number from 1, for example `1`'],
    ],
    [
      'maximum',
      `answers: {}\ninputs: [{ id: x, revision: 9007199254740993, sha256: ${'0a'.repeat(32)} }]\n`,
      '9:29-9:45 read/wrong-value: `inputs[0].revision` is more than 9007199254740991',
      ['give the edition of the sheet: a whole number from 1, for example `1`'],
    ],
  ])('%s', async (_, rest, line, help) => {
    const findings = await shapeOf('sheet', sheet(rest));
    expect(asLines(findings)).toEqual([line]);
    expect(findings[0]?.help).toEqual(help);
  });

  test.each<[keyword: string, text: string, line: string]>([
    ['const', 'loopsheet: sheet/2\n', '1:12-1:19 read/wrong-value: `loopsheet` can only be `sheet/1`'],
    [
      'minItems',
      'processes: [{ effect: melt, takes: [] }]\n',
      '1:36-1:38 read/wrong-value: `processes[0].takes` needs at least one entry',
    ],
    [
      'minItems beyond one',
      'scales: { skill: [low] }\n',
      '1:18-1:23 read/wrong-value: `scales.skill` needs at least 2 entries',
    ],
    [
      'enum of behaviours',
      'effects: { melt: { title: a, text: b, behaviours: { fraction: combin } } }\n',
      '1:63-1:69 read/wrong-value: `effects.melt.behaviours.fraction` cannot be `combin`',
    ],
  ])('%s, in another kind of document', async (keyword, text, line) => {
    const kind = keyword === 'const' ? 'sheet' : keyword === 'minItems' ? 'bill' : 'catalogue';
    const lines = asLines(await shapeOf(kind, text));
    expect(lines.filter((each) => !each.includes('read/missing-key'))).toEqual([line]);
  });

  test('a key with a slash or a tilde is found again', async () => {
    const findings = await shapeOf('sheet', sheet('answers: { "a/b~c": { answer: true, nte: x } }\n'));
    expect(asLines(findings)).toEqual(['8:37-8:40 read/unknown-key: `nte` is not a key of `answers.a/b~c`']);
  });

  test('of alternatives told apart by a word, the one with that word is meant', async () => {
    const answer =
      '{ statement: a, answer: true, subjects: [], rests: [{ kind: own, of: 1, file: f, line: 1 }] }';
    const lines = asLines(await shapeOf('trace', `loopsheet: trace/1\nanswers: [${answer}]\n`));
    expect(lines.filter((line) => line.includes('rests'))).toEqual([
      '2:65-2:69 read/missing-key: `answers[0].rests[0]` lacks the key `says`',
      '2:80-2:81 read/wrong-value: `answers[0].rests[0].of` is the number 1 where text is expected',
    ]);
  });

  test('a document that is no map has one finding', async () => {
    expect(asLines(await shapeOf('sheet', '[1]\n'))).toEqual([
      '1:1-1:4 read/wrong-value: the document is a list where a map is expected',
    ]);
  });
});

test('every keyword of the schemas that can fail has its sentence', () => {
  const silent = [
    '$schema',
    '$id',
    '$defs',
    '$ref',
    'title',
    'description',
    'examples',
    'format',
    'properties',
    'items',
  ];
  const used = readdirSync('schemas').flatMap((file) =>
    schemaNodes(JSON.parse(readFileSync(`schemas/${file}`, 'utf8')), file).flatMap(({ schema }) =>
      Object.keys(schema),
    ),
  );
  const loud = new Set(used.filter((key) => !silent.includes(key)));
  expect([...loud].sort()).toEqual([...spokenKeywords].sort());
});

test('text that no file can hold is found, in keys too', async () => {
  const findings = await shapeOf(
    'sheet',
    sheet('answers: { "a\\ud800": true, b: { answer: true, note: "\\udc00" } }\n'),
  );
  expect(asLines(findings)).toEqual([
    '8:12-8:21 read/wrong-value: the text holds half of a character',
    '8:54-8:62 read/wrong-value: the text holds half of a character',
  ]);
  expect(await shapeOf('sheet', sheet('answers: { "a\\ud835\\udd38𝔸": true }\n'))).toEqual([]);
});

test('all findings come at once, and at most a thousand', async () => {
  const several = await shapeOf(
    'sheet',
    'loopsheet: sheet/1\nproduct: { level: part }\nanswers: { x: { a: 1 } }\n',
  );
  expect(asLines(several)).toEqual([
    '1:1-1:10 read/missing-key: the document lacks the key `catalogue`',
    '1:1-1:10 read/missing-key: the document lacks the key `id`',
    '1:1-1:10 read/missing-key: the document lacks the key `issued`',
    '1:1-1:10 read/missing-key: the document lacks the key `maker`',
    '1:1-1:10 read/missing-key: the document lacks the key `revision`',
    '2:1-2:8 read/missing-key: `product` lacks the key `name`',
    '2:19-2:23 read/wrong-value: `product.level` cannot be `part`',
    '3:12-3:13 read/missing-key: `answers.x` lacks the key `answer`',
    '3:17-3:18 read/unknown-key: `a` is not a key of `answers.x`',
  ]);
  const many = Array.from({ length: 1500 }, (_, index) => `  a${index}: []\n`).join('');
  expect(await shapeOf('sheet', sheet(`answers:\n${many}`))).toHaveLength(1000);
});

test('an amount cut in two by a decimal comma is told once', async () => {
  const text = sheet('answers: {}\n').replace('level: material', 'level: material, mass: 1,5 kg');
  const findings = await shapeOf('sheet', text);
  expect(asLines(findings)).toEqual([
    '6:51-6:57 read/unknown-key: `mass` is `1,5 kg`, cut in two at its comma',
  ]);
  expect(findings[0]?.help).toEqual(['a decimal comma? write `1.5 kg`']);
});

test('a missing key of a few words names them', async () => {
  const findings = await shapeOf('sheet', sheet('answers: {}\n').replace(', level: material', ''));
  expect(findings[0]?.help).toEqual([
    'add `level`: what the product is to the next maker, one of `material`, `component` or `product`',
  ]);
});

describe('a country that is written another way', () => {
  test.each([
    ['Finland', ['write `FI`']],
    ['FIN', ['write `FI`']],
    ['fi', ['write `FI`']],
    ['246', ['write `FI`']],
    ['Atlantis', ['give a country as two capital letters (ISO 3166-1), for example `CA`']],
    [
      '12',
      ['put it in quotes: `"12"`', 'give a country as two capital letters (ISO 3166-1), for example `CA`'],
    ],
  ])('%s', async (country, help) => {
    const text = sheet('answers: {}\n').replace('Lac Blanc }', `Lac Blanc, site: { country: ${country} } }`);
    const found = await shapeOf('sheet', text);
    expect(found.map(({ code, help: lines }) => [code, lines])).toEqual([['read/wrong-value', help]]);
  });
});
