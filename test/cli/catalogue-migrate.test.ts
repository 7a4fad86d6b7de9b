// A sheet carried to a newer catalogue: what is kept to the letter, what is open again, what is new and what is gone.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { root, runLoopsheet } from '../setup/run.ts';
import { LONG_TEST } from '../support/merged.ts';

const said = 'section: all, title: T, guidance: G, level: product';

const catalogue = (version: string, groups: string, statements: string): string => `loopsheet: catalogue/1
id: small
version: "${version}"
title: Small
note: Small.
sections: [{ id: all, number: 1, title: All }]
ladders:
  halves: { bands: ["0", "0-50", "50-100"] }
  thirds: { bands: ["0", "0-30", "30-60", "60-100"] }
quantities:
  power: { title: ${version === '1' ? 'Power' : 'Power drawn'}, unit: kg, rule: { kind: sum } }
  water: { title: Water, unit: kg, rule: { kind: sum } }
groups:
${groups}
statements:
${statements}
effects:
  put: { title: Put, text: Put., implicit: true, behaviours: { all: combine, any: combine, sum: combine, fraction: combine } }
`;

const group = (id: string, ladder: string, more = ''): string =>
  `  ${id}: { ${said}, text: "It is {band} ${id.slice(0, 3)}.", unit: "%", ladder: ${ladder}, rule: { kind: fraction, weight: mass, custody: physical }${more} }`;
const statement = (id: string, text: string, rule: string, more = ''): string =>
  `  ${id}: { ${said}, text: ${text}, rule: ${rule}${more} }`;

const first = catalogue(
  '1',
  [group('red', 'halves'), group('blue', 'halves'), group('odd', 'halves')].join('\n'),
  [
    statement('dry', 'It is dry.', '{ kind: all }'),
    statement('wet', 'It is wet.', '{ kind: any }'),
    statement('warm', 'It is warm.', '{ kind: all }'),
    statement('clean', 'It is clean.', '{ kind: all }', ', list: { id: dirt, version: "1" }'),
    statement('light', 'It is light.', '{ kind: derived, all: [dry, warm] }'),
    statement('old', 'It is old.', '{ kind: own }'),
    statement('silent', 'It is silent.', '{ kind: own }'),
    statement('mute', 'It is mute.', '{ kind: own }'),
  ].join('\n'),
);

const second = catalogue(
  '2',
  [group('redder', 'halves', ', replaces: red'), group('blue', 'thirds'), group('green', 'thirds')].join(
    '\n',
  ),
  [
    statement('dry', 'It is dry.', '{ kind: all }').replace('guidance: G', 'guidance: Feel it'),
    statement('damp', 'It is wet.', '{ kind: any }', ', replaces: wet'),
    statement('warm', 'It is warm.', '{ kind: any }'),
    statement('clean', 'It is clean.', '{ kind: all }', ', list: { id: dirt, version: "2" }'),
    statement('light', 'It is light.', '{ kind: derived, all: [dry, warm] }'),
    statement('silent', 'It makes no sound.', '{ kind: own }'),
    statement('new', 'It is new.', '{ kind: own }'),
  ].join('\n'),
);

const header = (version: string, revision: number): string => `loopsheet: sheet/1
catalogue: small/${version}
id: lamp
revision: ${revision}
issued: 2026-06-10
product:
  name: Lamp
  level: product
maker:
  name: Maker
`;

const sheet = `${header('1', 3)}answers:
  red: 50-100
  blue: 0-50
  odd: 0-50
  dry:
    answer: true
    note: It was dry.
  wet:
    answer: false
    evidence:
      - title: Test
  warm: true
  clean:
    answer: true
    list: dirt/1
  light: true
  old: false
quantities:
  power: 3 kg
  water: 2 kg
  red: 60 %
`;

const files = { 'first.yaml': first, 'second.yaml': second, 'lamp.yaml': sheet };
const known = ['--catalogue', 'first.yaml', '--catalogue', 'second.yaml'];
const migrate = (argv: readonly string[], world: Readonly<Record<string, string>> = files) =>
  runLoopsheet(['catalogue', 'migrate', ...argv], { files: world });

test('what means the same is kept, the rest is open again, what is new is marked and every change is told', async () => {
  const ran = await migrate(['lamp.yaml', '--to', 'small/2', ...known]);
  expect(ran.stderr).toMatchInlineSnapshot(`
    "warning: to be answered again: quantity \`power\`; differs in text; it was answered with the figure \`"power":"3 kg"\`
    kept: group \`redder\` (it was \`red\`)
    warning: to be answered again: group \`blue\`; differs in bands; it was answered \`"blue":"0-50"\`
    new: group \`green\` is not yet answered
    kept: statement \`dry\`; differs in guidance
    kept: statement \`damp\` (it was \`wet\`)
    warning: to be answered again: statement \`warm\`; differs in rule; it was answered \`"warm":true\`
    warning: to be answered again: statement \`clean\`; differs in list; it was answered \`"clean":{"answer":true,"list":"dirt/1"}\`
    warning: to be answered again: statement \`light\`; differs in what it rests on; it was answered \`"light":true\`
    changed: statement \`silent\`; differs in text; it was not answered
    new: statement \`new\` is not yet answered
    warning: retired: group \`odd\`; it was answered \`"odd":"0-50"\`
    warning: retired: statement \`old\`; it was answered \`"old":false\`
    retired: statement \`mute\`; it was not answered
    14 changes, 7 answers lost
    revision 3 becomes 4, still dated 2026-06-10
    "
  `);
  expect(ran.stdout).toMatchInlineSnapshot(`
    "loopsheet: sheet/1
    catalogue: small/2
    id: lamp
    revision: 4
    issued: "2026-06-10"
    assurance: self-declared
    product:
      name: Lamp
      level: product
    maker:
      name: Maker
    answers:
      redder: 50-100
      blue:
        answer: unknown
        reason: not-yet-answered
      green:
        answer: unknown
        reason: not-yet-answered
      dry:
        answer: true
        note: It was dry.
      damp:
        answer: false
        evidence:
          - title: Test
      warm:
        answer: unknown
        reason: not-yet-answered
      clean:
        answer: unknown
        reason: not-yet-answered
      light:
        answer: unknown
        reason: not-yet-answered
      new:
        answer: unknown
        reason: not-yet-answered
    quantities:
      water: 2 kg
      redder: 60 %
    "
  `);
  expect(ran.exit).toBe(0);
});

test('a sheet that is carried over passes, and says what it was written as', async () => {
  const ran = await migrate(['lamp.yaml', '--to', 'small/2', '-o', 'next.csv', ...known]);
  expect([ran.exit, ran.stdout, ran.stderr.split('\n').slice(-3)]).toEqual([
    0,
    '',
    ['revision 3 becomes 4, still dated 2026-06-10', 'wrote next.csv', ''],
  ]);
  const checked = await runLoopsheet(['validate', 'next.csv', ...known], { files: ran.files });
  expect([checked.exit, checked.stderr]).toEqual([
    0,
    'checked 1 sheet against small/2: no findings; 3 of 10 answered\n',
  ]);
});

test('the marks of an earlier carrying-over are no answers that could be lost', async () => {
  const there = await migrate(['lamp.yaml', '--to', 'small/2', '-o', 'next.yaml', ...known]);
  const back = await migrate(['next.yaml', '--to', 'small/1', ...known], there.files);
  expect(back.stderr).toMatchInlineSnapshot(`
    "changed: quantity \`power\`; differs in text; it was not answered
    new: group \`red\` is not yet answered
    changed: group \`blue\`; differs in bands; it was not answered
    new: group \`odd\` is not yet answered
    kept: statement \`dry\`; differs in guidance
    new: statement \`wet\` is not yet answered
    changed: statement \`warm\`; differs in rule; it was not answered
    changed: statement \`clean\`; differs in list; it was not answered
    changed: statement \`light\`; differs in what it rests on; it was not answered
    new: statement \`old\` is not yet answered
    changed: statement \`silent\`; differs in text; it was not answered
    new: statement \`mute\` is not yet answered
    warning: retired: group \`redder\`; it was answered \`"redder":"50-100"\` and with the figure \`"redder":"60 %"\`
    retired: group \`green\`; it was not answered
    warning: retired: statement \`damp\`; it was answered \`"damp":{"answer":false,"evidence":[{"title":"Test"}]}\`
    retired: statement \`new\`; it was not answered
    16 changes, 2 answers lost
    revision 4 becomes 5, still dated 2026-06-10
    "
  `);
  expect(back.stdout.match(/^ {2}(warm|clean|light|new):\n.*\n.*$/gm)).toEqual(
    ['warm', 'clean', 'light'].map((id) => `  ${id}:\n    answer: unknown\n    reason: not-yet-answered`),
  );
});

test('a mark with a note beside it says something, and is told where it is dropped', async () => {
  const noted = sheet.replace(
    '  old: false',
    '  old: { answer: unknown, reason: not-yet-answered, note: Ask Ann }',
  );
  const { stderr } = await migrate(['lamp.yaml', '--to', 'small/2', '-q', ...known], {
    ...files,
    'lamp.yaml': noted,
  });
  expect(stderr.split('\n').at(-2)).toBe(
    'warning: retired: statement `old`; it was answered `"old":{"answer":"unknown","reason":"not-yet-answered","note":"Ask Ann"}`',
  );
});

test('with --quiet only what was answered and is no more is told', async () => {
  const { stderr } = await migrate(['lamp.yaml', '--to', 'small/2', '-q', ...known]);
  const kinds = stderr.split('\n').map((line) => line.replace(/ `.*/, ''));
  expect(kinds).toMatchInlineSnapshot(`
    [
      "warning: to be answered again: quantity",
      "warning: to be answered again: group",
      "warning: to be answered again: statement",
      "warning: to be answered again: statement",
      "warning: to be answered again: statement",
      "warning: retired: group",
      "warning: retired: statement",
      "",
    ]
  `);
});

test.each([
  ['no sheet', ['--to', 'small/2'], '`migrate` takes one sheet'],
  ['no catalogue named', ['lamp.yaml'], '`migrate` needs to know the catalogue'],
  ['an unknown catalogue', ['lamp.yaml', '--to', 'small/3'], 'catalogue `small/3` is not known'],
  ['the catalogue it answers', ['lamp.yaml', '--to', 'small/1'], '`lamp.yaml` answers `small/1` already'],
  ['a sheet that is not there', ['lump.yaml', '--to', 'small/2'], 'there is no file `lump.yaml`'],
  ['an output over the sheet', ['lamp.yaml', '--to', 'small/2', '-o', 'lamp.yaml'], 'lamp.yaml'],
  [
    'a format of another action',
    ['lamp.yaml', '--to', 'small/2', '-f', 'text'],
    '`migrate` has no format `text`',
  ],
])('nothing is written for %s', async (_, argv, message) => {
  const ran = await migrate([...argv, ...known]);
  expect([ran.exit, ran.stdout, ran.files]).toEqual([2, '', files]);
  expect(ran.stderr).toContain(message);
});

test('other actions have neither its option nor its formats', async () => {
  const to = await runLoopsheet(['catalogue', 'list', '--to', 'small/2']);
  expect([to.exit, to.stderr.split('\n')[0]]).toEqual([2, 'error: `list` takes no `--to`']);
  const csv = await runLoopsheet(['catalogue', 'list', '-f', 'csv']);
  expect([csv.exit, csv.stderr.split('\n')[0]]).toEqual([2, 'error: `list` has no format `csv`']);
});

const ships = readFileSync(join(root, 'catalogues', 'circularity-core-2026.1.yaml'), 'utf8');
const separator = readFileSync(join(root, 'fixtures', 'graphite-anode', 'sheets', 'separator.yaml'), 'utf8');

/** What is made of a catalogue where one line of it is another one; some of it no catalogue at all. */
const edits: readonly (readonly [line: RegExp, by: string])[] = [
  [/^( {4}text: .*[^.])\.$/, '$1, it says.'],
  [/^( {4}rule: )\{ kind: all \}$/, '$1{ kind: any }'],
  [/^( {4}title: .*)$/, '$1 anew'],
  [/^( {4}level: )product$/, '$1article'],
  [/^( {4}list: .*version: )"[^"]*"/, '$1"new"'],
];

test(
  'no answer is ever stronger than it was, nor worded otherwise',
  async () => {
    const lines = ships.replace('version: "2026.1"', 'version: "next"').split('\n');
    const places = edits.flatMap(([line, by]) =>
      lines.flatMap((each, index) => (line.test(each) ? [{ index, to: each.replace(line, by) }] : [])),
    );
    const before = await answersOf(separator, 'circularity-core/2026.1');
    let kept = 0;
    let reopened = 0;
    await fc.assert(
      fc.asyncProperty(fc.subarray(places, { minLength: 1 }), async (chosen) => {
        const edited = new Map(chosen.map(({ index, to }) => [index, to]));
        const next = lines.map((each, index) => edited.get(index) ?? each).join('\n');
        const argv = ['s.yaml', '--to', 'circularity-core/next', '--catalogue', 'next.yaml', '-f', 'json'];
        const ran = await migrate(argv, { 's.yaml': separator, 'next.yaml': next });
        expect([ran.exit, ran.stderr.includes('changes,') || ran.stderr.includes('change,')]).toEqual([
          0,
          true,
        ]);
        for (const [id, answer] of Object.entries(JSON.parse(ran.stdout).answers)) {
          if (JSON.stringify(answer) === open) reopened += 1;
          else {
            expect([id, answer]).toEqual([id, before[id]]);
            kept += 1;
          }
        }
      }),
      { numRuns: 12, seed: 7 },
    );
    expect([kept > 0, reopened > 0]).toEqual([true, true]);
  },
  LONG_TEST,
);

const open = JSON.stringify({ answer: 'unknown', reason: 'not-yet-answered' });

async function answersOf(text: string, name: string): Promise<Readonly<Record<string, unknown>>> {
  const ran = await runLoopsheet(['convert', 's.yaml', '-f', 'json'], { files: { 's.yaml': text } });
  const document = JSON.parse(ran.stdout);
  expect(document.catalogue).toBe(name);
  return document.answers;
}

test('a figure found with one edition of a list is open again with another, and so is what it decides', async () => {
  const withFigure = (version: string): string =>
    catalogue(
      version,
      group('red', 'halves'),
      [
        statement('dustless', 'It has no dust.', '{ kind: derived, quantity: water, atMost: 1 kg }').replace(
          / }$/,
          `, list: { id: dusts, version: "${version}" } }`,
        ),
        statement('drier', 'It is nearly without.', '{ kind: derived, quantity: water, atMost: 2 kg }'),
      ].join('\n'),
    );
  const lamp = `${header('1', 3)}answers:\n  dustless: { answer: true, list: dusts/1 }\n  drier: true\nquantities:\n  water: 0.5 kg\n`;
  const world = { 'first.yaml': withFigure('1'), 'second.yaml': withFigure('2'), 'lamp.yaml': lamp };
  const ran = await migrate(['lamp.yaml', '--to', 'small/2', ...known], world);
  expect(ran.stdout).toContain('answers:');
  expect(ran.stdout).not.toContain('0.5 kg');
  expect(ran.stdout).not.toMatch(/true/);
  expect(ran.stderr).toContain('to be answered again: quantity `water`');
});
