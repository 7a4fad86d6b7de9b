// What a newcomer gets wrong, and whether the next step that is told is the right one.

import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const sheet = (body: string): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: x
revision: 1
issued: 2026-01-01
product: { name: X, level: component, mass: 1 kg }
maker: { name: M }
${body}
`;

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help: readonly string[];
}

async function tell(
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<readonly Told[]> {
  const { stdout } = await runLoopsheet(['validate', '.', '--format', 'json', ...more], { files });
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly Told[] };
  return findings.map(({ code, severity, message, help }) => ({ code, severity, message, help }));
}

describe('a quantity and a statement, each in the place of the other', () => {
  test('a quantity under `answers`', async () => {
    const body =
      'answers: { inputs.no-pvc: true, inputs.main-material: copper, substances.cadmium-content: 0.001 % }';
    expect((await tell({ 'x.yaml': sheet(body) })).map(({ message, help }) => [message, help])).toEqual([
      ['`inputs.main-material` is a quantity, not a statement', ['write it under `quantities`']],
      ['`substances.cadmium-content` is a quantity, not a statement', ['write it under `quantities`']],
    ]);
  });

  test('a statement under `quantities`', async () => {
    const body = 'answers: { inputs.no-pvc: true }\nquantities: { inputs.no-added-pfas: unknown }';
    expect((await tell({ 'x.yaml': sheet(body) })).map(({ message, help }) => [message, help])).toEqual([
      ['`inputs.no-added-pfas` is a statement, not a quantity', ['write it under `answers`']],
    ]);
  });

  test('quantities are listed beside statements and effects', async () => {
    const { stdout } = await runLoopsheet(['catalogue', 'list', '--format', 'json']);
    const { quantities } = JSON.parse(stdout);
    expect(quantities).toContainEqual({ id: 'inputs.main-material', title: 'Name of the one material' });
    const text = (await runLoopsheet(['catalogue', 'list'])).stdout;
    expect(text).toMatch(/^Quantities, written under `quantities`\n {2}\S+ {2,}\S/m);
  });
});

test('of a thing without a battery `not-applicable` is offered beside FALSE', async () => {
  const found = await tell({
    'x.yaml': sheet('answers: { product.no-electrics: true, product.no-battery: true }'),
  });
  const battery = found.find(({ message }) => message.startsWith('`durability.battery-replaceable`'));
  expect(battery?.help).toEqual([
    'write `durability.battery-replaceable: false`',
    'or `not-applicable`, where the question does not arise of the product',
  ]);
  const answered = sheet(
    'answers: { product.no-electrics: true, product.no-battery: true, durability.battery-replaceable: not-applicable }',
  );
  const left = (await tell({ 'x.yaml': answered })).filter(({ message }) =>
    message.includes('battery-replaceable'),
  );
  expect(left).toEqual([]);
});

describe('an own answer where an input does not say', () => {
  const bill = `loopsheet: bill/1
sheet: { id: made, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: Made, level: component }
maker: { name: M }
inputs: { x: { sheet: x.yaml, mass: 1 kg }, tin: { sheet: none, mass: 1 g } }
processes: [{ effect: coat, takes: [x, tin] }]
answers: { inputs.no-pvc: true, product.no-battery: true }
`;

  test('is an own claim of most statements; an assertion says whom to ask', async () => {
    const files = { 'x.yaml': sheet('answers: { inputs.no-added-pfas: true }'), 'made.bill.yaml': bill };
    const ran = await runLoopsheet(['merge', 'made.bill.yaml', '-o', 'out/made.yaml'], { files });
    expect(ran.files['out/made.yaml']).toMatch(/inputs\.no-pvc:\n {4}answer: true\n {4}basis: own\n/);
    expect(ran.files['out/made.yaml']).toMatch(/product\.no-battery:\n {4}answer: unknown\n/);
    expect(ran.stderr.replace(/\s+/g, ' ')).toMatch(
      /help: an assertion does not speak for parts whose makers do not say so: ask those of `x`, `tin` to answer `product\.no-battery` /,
    );
  });

  test('`catalogue show` says what parts do to an assertion that do not say', async () => {
    const { stdout } = await runLoopsheet(['catalogue', 'show', 'product.no-battery', '--format', 'json']);
    expect(JSON.parse(stdout).follows).toBe(
      'Only the maker can assert it. Parts of which it is false refute it, parts that do not say leave it open.',
    );
  });
});

describe('a catalogue that takes back what is still named', () => {
  const own = (body: string): string => `loopsheet: catalogue/1
id: house
version: "1"
extends: circularity-core/2026.1
title: House
note: House.
${body}`;

  test('is told at the line that takes it back, with what names it', async () => {
    const { stdout } = await runLoopsheet(['validate', 'own.yaml', '--format', 'json'], {
      files: { 'own.yaml': own('statements: { inputs.no-pvc: null }\n') },
    });
    const { findings } = JSON.parse(stdout);
    expect(findings).toHaveLength(1);
    const [{ at, message, help, data }] = findings;
    expect([at.source, at.start.line, at.start.column]).toEqual(['own.yaml', 7, 15]);
    expect(message).toMatch(
      /^`inputs\.no-pvc` is taken back, but still named by `inputs\.contains-pvc` and \d+ constraints?$/,
    );
    expect(help[0]).toBe('take these entries back as well, or replace them by some that do not name it');
    expect(data.namedBy).toContain('inputs.contains-pvc');
    expect(help[1]).toBe(
      `take back with \`kind: none\`, or replace, ${data.namedBy
        .slice(1)
        .map((id: string) => `\`${id}\``)
        .join(', ')}`,
    );
  });

  test('passes once everything that names it is taken back as well', async () => {
    const files = { 'own.yaml': own('statements: { inputs.no-pvc: null }\n') };
    const first = JSON.parse((await runLoopsheet(['validate', 'own.yaml', '-f', 'json'], { files })).stdout);
    const [entry, ...constraints] = first.findings[0].data.namedBy;
    const mended = own(
      `statements: { inputs.no-pvc: null, ${entry}: null }\nconstraints:\n${constraints.map((id: string) => `  - { id: ${id}, kind: none }\n`).join('')}`,
    );
    const { stdout } = await runLoopsheet(['validate', 'own.yaml', '-f', 'json'], {
      files: { 'own.yaml': mended },
    });
    const again: readonly { readonly data: { readonly name: string } }[] = JSON.parse(stdout).findings;
    expect(again.map(({ data }) => data.name).filter((name) => name === 'inputs.no-pvc')).toEqual([]);
  });
});

test('a catalogue that is not known may be named by its file', async () => {
  const text = sheet('answers: { inputs.no-pvc: true }').replace('circularity-core/2026.1', 'nu-house/1');
  expect((await tell({ 'x.yaml': text })).map(({ help }) => help)).toEqual([
    ['known here: `circularity-core/2026.1`', 'name the file of another with `--catalogue`'],
  ]);
});

test.each([
  ['">25-50"', 'did you mean `25-50`?'],
  ['25-50 %', 'did you mean `25-50`?'],
  ['30-40', 'more than 30, at most 40 lies in the band `25-50`'],
  [
    '20-40',
    '`20-40` lies across several bands: answer one that holds, or rule single ones out, as in `inputs.total-recycled/0: false`',
  ],
  ['40-30', 'the bands are `0`, `0-10`, `10-25`, `25-50`, `50-75`, `75-95`, `95-100`'],
])('a group answered by %s', async (answer, help) => {
  const found = await tell({ 'x.yaml': sheet(`answers: { inputs.total-recycled: ${answer} }`) });
  expect(found.find(({ code }) => code === 'sheet/wrong-answer')?.help[0]).toBe(help);
});

test('a key is led on by what it means', async () => {
  const text = sheet('answers: { inputs.no-pvc: true }').replace('mass: 1 kg', 'weight: 1 kg');
  expect((await tell({ 'x.yaml': text })).map(({ message, help }) => [message, help])).toEqual([
    ['`weight` is not a key of `product`', ['did you mean `mass`?']],
  ]);
});

describe('a table out of a spreadsheet', () => {
  const table = (...rows: readonly string[]): string =>
    [
      'kind,name,value',
      'meta,loopsheet,sheet/1',
      'meta,catalogue,circularity-core/2026.1',
      'meta,id,x',
      'meta,revision,1',
      'meta,issued,2026-01-01',
      'meta,product.name,X',
      'meta,product.level,component',
      'meta,maker.name,M',
      ...rows,
      '',
    ].join('\n');

  test('has rows and no maps', async () => {
    const found = await tell({ 'x.csv': table('answer,inputs.no-pvc,true', 'answer,inputs.no-pvc,false') });
    expect(found).toEqual([
      {
        code: 'read/duplicate-key',
        severity: 'error',
        message: '`inputs.no-pvc` has two rows in the table',
        help: ['remove one of the two rows'],
      },
    ]);
  });

  test.each(['9.52E+12', '"9,52E+12"', '9.52e+12'])('has a product number of %s', async (number) => {
    const found = await tell({
      'x.csv': table(`meta,product.ids.gtin,${number}`, 'answer,inputs.no-pvc,true'),
    });
    expect(found.map(({ code, help }) => [code, help])).toEqual([
      [
        'sheet/bad-identifier',
        ['a spreadsheet has rounded the number away: format its cell as text, and enter the number anew'],
      ],
    ]);
  });
});

describe('answers that cannot all be so', () => {
  test('are counted as they were written', async () => {
    const body = `answers:
  inputs.total-recycled: 25-50
  inputs.post-consumer-recycled: 50-75
  inputs.pre-consumer-recycled: 10-25`;
    const [found] = await tell({ 'x.yaml': sheet(body) });
    expect(found?.message).toMatch(
      /^`inputs\.total-recycled\/25-50` true and .* cannot all be so of one product$/,
    );
    expect(found?.message).not.toContain(' false');
    const written = found?.message.match(/` true/g)?.length;
    expect(found?.help[0]).toBe(`correct one of these ${written} answers; any one of them resolves it`);
  });

  test('a composition is marked at the part that decides', async () => {
    const body = `answers: { inputs.no-pvc: true }
composition:
  - { material: polypropylene, share: 45 % }
  - { material: steel, share: 20 % }
  - { material: pvc, share: 35 % }`;
    const { stdout } = await runLoopsheet(['validate', 'x.yaml', '-f', 'json'], {
      files: { 'x.yaml': sheet(body) },
    });
    const [{ at, related }] = JSON.parse(stdout).findings;
    expect([at, ...related.map((each: { at: unknown }) => each.at)].map(({ start }) => start.line)).toEqual([
      8, 12,
    ]);
  });
});

test('the summary says that more is checked once the form is right', async () => {
  const { stderr } = await runLoopsheet(['validate', 'x.yaml', 'y.yaml'], {
    files: {
      'x.yaml': sheet('answer: { inputs.no-pvc: 1 }'),
      'y.yaml': sheet('answers: { inputs.no-pvc: true }'),
    },
  });
  expect(stderr).toBe(
    'checked 2 sheets against circularity-core/2026.1: 1 error; 1 of 143 answered; what 1 document says is checked once these errors are mended\n',
  );
});
