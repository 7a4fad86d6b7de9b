// A new catalogue passes everything as it is, and so do the examples in its comments once they are used.

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const begin = async (...argv: readonly string[]): Promise<string> => {
  const { exit, stdout, stderr } = await runLoopsheet(['catalogue', 'new', ...argv]);
  expect([exit, stderr]).toEqual([0, '']);
  return stdout;
};

/** Validated and looked at closely, with everything that is found. */
async function judge(text: string, ...argv: readonly string[]): Promise<readonly (string | number)[]> {
  const files = { 'own.yaml': text, 'base.yaml': base };
  const validated = await runLoopsheet(['validate', 'own.yaml', ...argv], { files });
  const linted = await runLoopsheet(['catalogue', 'lint', 'own.yaml', ...argv], { files });
  return [validated, linted].flatMap(({ exit, stdout, stderr }) => [exit, stdout + stderr]);
}

const CLEAN = [0, 'checked 1 catalogue: no findings\n', 0, 'checked 1 catalogue: no findings\n'];

/** Takes away the # of every line that is meant to be used. */
const used = (text: string): string => text.replace(/^#(?=statements|constraints| {2,})/gm, '');

const base = `loopsheet: catalogue/1
id: base
version: "1"
title: Base
note: Base.
sections: [{ id: "1", number: 1, title: All }]
statements:
  "on":
    section: "1"
    title: "[31m: it # is"
    text: "A 👨\\u200D \\"line\\" \\\\ # or: two"
    guidance: Feel.
    evidence: A list.
    example: One.
    level: product
    rule: { kind: any }
effects:
  put: { title: Put, text: Put., implicit: true, behaviours: { any: combine } }
`;

const lone = `loopsheet: catalogue/1
id: lone
version: "1"
title: Lone
note: Nothing to replace.
sections: [{ id: all, number: 1, title: All }]
effects:
  put: { title: Put, text: Put., implicit: true, behaviours: { all: combine } }
`;

test('a new catalogue passes as it is', async () => {
  const text = await begin('our-house');
  expect(text.split('\n').slice(0, 6)).toEqual([
    '# yaml-language-server: $schema=https://loopsheet.dev/schemas/catalogue-1.schema.json',
    '# The kind of document and its major version.',
    'loopsheet: catalogue/1',
    '# Sheets and bills name the catalogue by id and version, here `our-house/1`. In quotes, so that `1.10` stays `1.10`.',
    'id: "our-house"',
    'version: "1"',
  ]);
  expect(await judge(text)).toEqual(CLEAN);
});

test('it has one of everything', async () => {
  const files = { 'own.yaml': await begin('our-house') };
  const { stdout } = await runLoopsheet(['catalogue', 'list', '--catalogue', 'own.yaml'], { files });
  expect(stdout).toBe(`our-house/1  Statements of our own

1 Our house
  house.reclaimed-content         Reclaimed content         3 bands
  house.unpainted                 Unpainted
  house.undone-with-common-tools  Undone with common tools

Quantities, written under \`quantities\`
  house.undoing  What the most demanding joint takes to be undone

Effects of processes
  assemble  Assemble
  weld      Weld
`);
});

test.each(['1', '1e5', 'null', 'true', 'on', '2026-01-01'])('the id `%s` stays a text', async (id) => {
  expect(await judge(await begin(id))).toEqual(CLEAN);
});

test('one that extends the shipped catalogue passes, and means the same', async () => {
  const text = await begin('our-house', '--extends', 'circularity-core/2026.1');
  expect(await judge(text)).toEqual(CLEAN);
  const ran = await runLoopsheet(['catalogue', 'diff', 'circularity-core/2026.1', 'own.yaml'], {
    files: { 'own.yaml': text },
  });
  expect(ran.stdout).toBe('circularity-core/2026.1 -> our-house/1: no difference\n');
});

test('its comments show how to add, replace and take back', async () => {
  const text = used(await begin('our-house', '--extends', 'circularity-core/2026.1'));
  expect(text).toMatch(/\nconstraints:\n {2}- \{ id: [a-z-]+, kind: none \}\n$/);
  expect(await judge(text)).toEqual(CLEAN);
  const ran = await runLoopsheet(['catalogue', 'diff', 'circularity-core/2026.1', 'own.yaml'], {
    files: { 'own.yaml': text },
  });
  expect(ran.stdout).toBe(`circularity-core/2026.1 -> our-house/1: 4 differences
  changed  statement sheet.persistent-link: guidance and references
  added    statement sheet.of-our-own
  removed  statement sheet.open-to-all
  removed  constraint implies product.gtin-given true product.recognised-id true
`);
});

test('a base of your own is extended, whatever its names and texts hold', async () => {
  const argv = ['catalogue', 'new', 'over', '--extends', 'base/1', '--catalogue', 'base.yaml'];
  const { stdout } = await runLoopsheet(argv, { files: { 'base.yaml': base } });
  expect(stdout).toContain('\n#    title: "[31m: it # is"\n');
  expect(stdout).toContain('\n#    text: "A 👨\\U0000200d \\"line\\" \\\\ # or: two"\n');
  expect(stdout).toContain('\n#  "on":\n#    section: "1"\n');
  expect(await judge(stdout, '--catalogue', 'base.yaml')).toEqual(CLEAN);
  expect(await judge(used(stdout), '--catalogue', 'base.yaml')).toEqual(CLEAN);
});

test('of a base without statements there is only something to add', async () => {
  const argv = ['catalogue', 'new', 'over', '--extends', 'lone/1', '--catalogue', 'lone.yaml'];
  const { stdout } = await runLoopsheet(argv, { files: { 'lone.yaml': lone } });
  expect(stdout).toContain('# Add:');
  expect(stdout).not.toMatch(/# Replace|# Take back|^#constraints/m);
});

test('it is written to the file that is named', async () => {
  const argv = ['catalogue', 'new', 'our-house', '-o', 'own.yaml'];
  const ran = await runLoopsheet(argv, { files: { 'own.yaml': 'before' } });
  expect(ran).toEqual({
    exit: 0,
    stdout: '',
    stderr: 'wrote own.yaml\n',
    files: { 'own.yaml': await begin('our-house') },
  });
  expect((await runLoopsheet([...argv, '-q'])).stderr).toBe('');
});

test('never over a catalogue that was read', async () => {
  const argv = ['catalogue', 'new', 'over', '--catalogue', 'base.yaml', '-o', './base.yaml'];
  const ran = await runLoopsheet(argv, { files: { 'base.yaml': base } });
  expect(ran).toMatchObject({ exit: 2, stdout: '', files: { 'base.yaml': base } });
  expect(ran.stderr).toContain(
    'error[emit/would-overwrite-input]: the output `./base.yaml` is a file that was\n  read, or another output\n',
  );
});

const refused: readonly (readonly [line: string, said: string])[] = [
  [
    '',
    'error: it is not said what the new catalogue is called\n  = help: give an id, as in `loopsheet catalogue new our-house`\n',
  ],
  ['one two', 'error: `new` takes one id\n  = help: name a file to write with `--output`\n'],
  ...['Our-House', 'our_house', 'our--house', '-x-'.slice(1), 'our-house/1', '\u00E4'].map(
    (id) =>
      [
        id,
        `error: \`${id}\` is no id of a catalogue\n  = help: use small letters, digits and single hyphens between them, as in \`our-house\`\n`,
      ] as const,
  ),
  [
    'own --extends circularity-core/2026.2',
    'error: catalogue `circularity-core/2026.2` is not known\n  = help: did you mean `circularity-core/2026.1`?\n',
  ],
  [
    'own --extends other/1',
    'error: catalogue `other/1` is not known\n  = help: known: circularity-core/2026.1; name the file of another one with `--catalogue`\n',
  ],
  [
    'base --catalogue base.yaml',
    'error: catalogue `base/1` is there already\n  = help: give the new one another id\n',
  ],
  [
    'own --format json',
    'error: `new` takes no `--format`\n  = help: leave it out; it belongs to `list`, `show`, `lint`, `diff` and `migrate`\n',
  ],
];

test.each(refused)('`catalogue new %s` is refused', async (line, said) => {
  const argv = ['catalogue', 'new', ...line.split(' ').filter((word) => word !== '')];
  expect(await runLoopsheet([...argv, '-o', 'own.yaml'], { files: { 'base.yaml': base } })).toEqual({
    exit: 2,
    stdout: '',
    stderr: said,
    files: { 'base.yaml': base },
  });
});

test('other actions neither extend nor write', async () => {
  for (const [option, name, takers] of [
    ['--extends', 'x/1', '`new`'],
    ['--output', 'x.yaml', '`new` and `migrate`'],
  ] as const) {
    const { exit, stderr } = await runLoopsheet(['catalogue', 'list', option, name]);
    expect([exit, stderr]).toEqual([
      2,
      `error: \`list\` takes no \`${option}\`\n  = help: leave it out; it belongs to ${takers}\n`,
    ]);
  }
});
