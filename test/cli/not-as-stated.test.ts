// Answers about the header of their own sheet, held against that header: in sheets, in bills, and as an input of a merge.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/text/finding.ts';
import { asMarkedLines } from '../samples/findings.ts';
import { root, runLoopsheet } from '../setup/run.ts';

const GTIN = '"09506000134352"';
const GLN = '"9521000000773"';

interface Header {
  readonly product?: string;
  readonly maker?: string;
  readonly catalogue?: string;
}

const sheet = (answers: string, { product = '', maker = '', catalogue }: Header = {}): string =>
  `loopsheet: sheet/1
catalogue: ${catalogue ?? 'circularity-core/2026.1'}
id: rod
revision: 1
issued: 2026-05-04
product: { name: Rod, level: material, mass: 1 kg${product} }
maker: { name: Rautajoki${maker} }
answers: { ${answers} }
`;

const ids = (written: string): string => `, ids: { ${written} }`;

async function told(text: string, more: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> {
  const files = { 'rod.yaml': text, ...more };
  const named = Object.keys(more).flatMap((name) => ['--catalogue', name]);
  const ran = await runLoopsheet(['validate', 'rod.yaml', '-f', 'json', ...named], { files });
  const { findings } = JSON.parse(ran.stdout) as { findings: readonly Finding[] };
  return findings.filter(({ code }) => code !== 'sheet/left-open');
}

const lines = async (text: string, more?: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  asMarkedLines(await told(text, more), text);

const wrong = (at: string, message: string): string => `<${at}> sheet/not-as-stated: ${message}`;

test.each([
  ['nothing is said', sheet('inputs.no-pvc: true', { product: ids(`gtin: ${GTIN}`) })],
  ['what is given is said to be', sheet('product.gtin-given: true', { product: ids(`gtin: ${GTIN}`) })],
  ['what is missing is said to be', sheet('product.gtin-given: false', { product: ids('sku: "7"') })],
  ['the GLN is that of the head office', sheet('product.gln-given: false', { maker: ids(`gln: ${GLN}`) })],
  [
    'it is not known',
    sheet('inputs.no-pvc: true, product.gtin-given: unknown', { product: ids(`gtin: ${GTIN}`) }),
  ],
  ['any code of the maker will do', sheet('product.maker-code: true', { maker: ids('duns: "1"') })],
])('nothing is told where %s', async (_, text) => {
  expect(await lines(text)).toEqual([]);
});

test('what is promised and missing, and what is denied and stands there, is told with both places', async () => {
  const text = sheet('product.gln-given: true, product.maker-code: false', {
    maker: ids('lei: 529900SPGEXAMPLE0052'),
  });
  const found = await told(text);
  expect(found.map(({ message, help, data }) => ({ message, help, data }))).toEqual([
    {
      message: '`product.gln-given` is true, but the header has no `maker.ids.gln`',
      help: ['write `maker.ids.gln` into the header, or answer `false`'],
      data: { statement: 'product.gln-given', value: true, header: ['maker.ids.gln'] },
    },
    {
      message: '`product.maker-code` is false, but `maker.ids.lei` stands in the header',
      help: ['answer `true`, or take `maker.ids.lei` out if it does not belong there'],
      data: { statement: 'product.maker-code', value: false, header: ['maker.ids.lei'] },
    },
  ]);
  const at = (place: Finding['at']): string | undefined =>
    place && `${place.start.line}: ${text.slice(place.start.offset, place.end.offset)}`;
  expect(
    found.map((each) => [at(each.at), ...each.related.map(({ at: place, label }) => [at(place), label])]),
  ).toEqual([
    ['8: true', ['7: ids', '`maker.ids.gln` is missing']],
    ['8: false', ['7: 529900SPGEXAMPLE0052', 'it stands here']],
  ]);
});

test('what is missing is told at the innermost part that is there', async () => {
  const [found] = await told(sheet('product.site-code: true'));
  expect(found?.related.map(({ at, label }) => [at.start.line, at.start.column, label])).toEqual([
    [7, 1, '`maker.ids` is missing'],
  ]);
});

test('what answers to other statements come to is held against the header as well', async () => {
  const text = sheet('product.recognised-id: false', { product: ids(`gtin: ${GTIN}`) });
  const found = await told(text);
  expect(asMarkedLines(found, text)).toEqual([
    wrong(
      'product.recognised-id',
      '`product.recognised-id` false cannot be so, since `product.ids.gtin` stands in the header',
    ),
  ]);
  expect(found[0]?.help).toEqual([
    'correct the answer, or the header',
    '`product.gtin-given` is true by the header, and the catalogue says of every product: where `product.gtin-given` is TRUE, `product.recognised-id` is TRUE',
  ]);
});

test('nothing is said to follow from an answer that the header denies', async () => {
  const files = { 'rod.yaml': sheet('product.gtin-given: true') };
  const { stdout } = await runLoopsheet(['validate', 'rod.yaml', '-f', 'json'], { files });
  const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
  expect(findings.map(({ code }) => code)).toEqual(['sheet/not-as-stated']);
});

const small = (falseMeans: string): string => `loopsheet: catalogue/1
id: small
version: "1"
title: Small
note: Small.
sections: [{ id: all, number: 1, title: All }]
statements:
  dated:
    section: all
    title: T
    text: The sheet says how long it is valid.
    guidance: G
    level: sheet
    rule: { kind: own }
    falseMeans: ${falseMeans}
    header: { shownBy: [validUntil, maker.site.name], needs: [validUntil, maker.site] }
effects:
  put: { title: Put, text: Put., implicit: true, behaviours: { own: combine } }
`;

test('a FALSE that only claims nothing denies nothing that stands in the header', async () => {
  const text = sheet('dated: false', { maker: ', site: { name: Imatra }', catalogue: 'small/1' });
  expect(await lines(text, { 'small.yaml': small('negation') })).toEqual([
    wrong('false', '`dated` is false, but `maker.site.name` stands in the header'),
  ]);
  expect(await lines(text, { 'small.yaml': small('not-claimed') })).toEqual([]);
});

test('of several places any one will do, and all are named where none is there', async () => {
  const text = sheet('dated: true', { catalogue: 'small/1' });
  const found = await told(text, { 'small.yaml': small('not-claimed') });
  expect(asMarkedLines(found, text)).toEqual([
    wrong('true', '`dated` is true, but the header has none of `validUntil` and `maker.site`'),
  ]);
  expect(found[0]?.help).toEqual(['write one of them into the header, or answer `false`']);
  const sited = sheet('dated: true', { maker: ', site: { country: FI }', catalogue: 'small/1' });
  expect(await lines(sited, { 'small.yaml': small('not-claimed') })).toEqual([]);
});

test('a table is held against its header too', async () => {
  const table = `kind,name,value
meta,loopsheet,sheet/1
meta,catalogue,circularity-core/2026.1
meta,id,rod
meta,revision,1
meta,issued,2026-05-04
meta,product.name,Rod
meta,product.level,material
meta,product.ids.gtin,09506000134352
meta,maker.name,Rautajoki
answer,product.gtin-given,FALSE
`;
  const ran = await runLoopsheet(['validate', 'rod.csv', '-f', 'json'], { files: { 'rod.csv': table } });
  const { findings } = JSON.parse(ran.stdout) as { findings: readonly Finding[] };
  expect(asMarkedLines(findings, table)).toEqual([
    wrong('FALSE', '`product.gtin-given` is false, but `product.ids.gtin` stands in the header'),
  ]);
  expect(findings[0]?.related.map(({ at }) => at.start.line)).toEqual([9]);
});

const bill = (answers: string, product = ''): string => `loopsheet: bill/1
sheet: { id: wire, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Wire, level: product${product} }
maker: { name: Maker }
inputs: { rod: { sheet: rod.yaml, mass: 1 kg } }
answers: { ${answers} }
`;

const merged = async (text: string, rod: string) =>
  runLoopsheet(['merge', 'wire.bill.yaml', '-o', 'out.json', '--no-trace'], {
    files: { 'wire.bill.yaml': text, 'rod.yaml': rod },
    width: 200,
  });

test('a bill is held against its own header, not against those of its inputs', async () => {
  const given = sheet('product.gtin-given: true', { product: ids(`gtin: ${GTIN}`) });
  const refused = await merged(bill('product.gtin-given: true'), given);
  expect(refused.exit).toBe(1);
  expect(refused.files['out.json']).toBe(undefined);
  expect(refused.stderr.split('\n').slice(0, 2)).toEqual([
    'error[sheet/not-as-stated]: `product.gtin-given` is true, but the header has no `product.ids.gtin`',
    '  --> wire.bill.yaml:6:32',
  ]);
  const validated = await runLoopsheet(['validate', 'wire.bill.yaml', '-f', 'json'], {
    files: { 'wire.bill.yaml': bill('product.gtin-given: true'), 'rod.yaml': given },
  });
  const { findings } = JSON.parse(validated.stdout) as { findings: readonly Finding[] };
  expect(findings.map(({ code }) => code)).toEqual(['sheet/not-as-stated']);
  const written = await merged(bill('product.gtin-given: true', ids(`gtin: ${GTIN}`)), given);
  expect(written.exit).toBe(0);
  expect(JSON.parse(written.files['out.json'] ?? '').answers['product.gtin-given'].answer).toBe(true);
});

test.each([
  [
    sheet('product.gtin-given: true'),
    '`product.gtin-given` is true, but the header has no `product.ids.gtin`',
    'product.gtin-given',
  ],
  [
    sheet('product.recognised-id: false', { product: ids(`gtin: ${GTIN}`) }),
    '`product.recognised-id` false cannot be so, since `product.ids.gtin` stands in the header',
    'product.recognised-id',
  ],
])(
  'an input that its header denies stops no merge: the answer counts as unknown: %#',
  async (rod, message, id) => {
    const { exit, stderr } = await merged(bill('inputs.no-pvc: true'), rod);
    expect(exit).toBe(0);
    expect(stderr.split('\n').filter((line) => line.startsWith('warning['))).toEqual([
      `warning[sheet/not-as-stated]: ${message}`,
      `warning[merge/answers-disregarded]: 1 answer of input \`rod\` counts as unknown: \`${id}\``,
    ]);
  },
);

test('a catalogue that only adds the tie to the header keeps the answers of a sheet', async () => {
  const [first, second] = [small('negation').replace(/^ {4}header:.*\n/m, ''), small('negation')];
  const files = {
    'first.yaml': first,
    'second.yaml': second.replace('version: "1"', 'version: "2"'),
    'rod.yaml': sheet('dated: false', { catalogue: 'small/1' }),
  };
  const differs = await runLoopsheet(['catalogue', 'diff', 'first.yaml', 'second.yaml', '-f', 'json'], {
    files,
  });
  expect(JSON.parse(differs.stdout).changes).toEqual([
    { kind: 'statement', id: 'dated', change: 'changed', aspects: ['header'] },
  ]);
  const known = ['--catalogue', 'first.yaml', '--catalogue', 'second.yaml'];
  const carried = await runLoopsheet(['catalogue', 'migrate', 'rod.yaml', '--to', 'small/2', ...known], {
    files,
  });
  expect(carried.stderr.split('\n')[0]).toBe('kept: statement `dated`; differs in header');
});

test('an entry shows which places of the header it is about', async () => {
  const { stdout } = await runLoopsheet(['catalogue', 'show', 'product.maker-code', '-f', 'json']);
  const shown = JSON.parse(stdout);
  expect([shown['shown by'], shown['true needs']]).toEqual(['maker.ids.lei', 'maker.ids']);
});

test('the statements of the shipped catalogue that are tied to the header', () => {
  const text = readFileSync(join(root, 'catalogues/circularity-core-2026.1.yaml'), 'utf8');
  expect(text.split('\n').filter((line) => line.startsWith('    header:'))).toHaveLength(4);
});
