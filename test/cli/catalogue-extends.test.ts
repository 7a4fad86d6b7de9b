// A catalogue over another one: what it replaces, adds and takes back, and what cannot be extended.

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const base = `loopsheet: catalogue/1
id: base
version: "1"
title: Base
note: Base.
sections: [{ id: all, number: 1, title: All }]
statements:
  dry:
    { section: all, title: Dry, text: It is dry., guidance: Feel., level: product, rule: { kind: all } }
  wet:
    { section: all, title: Wet, text: It is wet., guidance: Feel., level: product, rule: { kind: any } }
  warm:
    { section: all, title: Warm, text: It is warm., guidance: Feel., level: product, rule: { kind: own } }
constraints:
  - { id: dry-is-not-wet, kind: implies, when: { statement: dry, is: true }, then: { statement: wet, is: false } }
effects:
  put:
    { title: Put, text: Put., implicit: true, behaviours: { all: combine, any: combine } }
`;

const over = (extended: string, ...lines: readonly string[]): string =>
  [
    'loopsheet: catalogue/1',
    'id: over',
    'version: "1"',
    `extends: ${extended}`,
    'title: Over',
    'note: Over.',
    ...lines,
    '',
  ].join('\n');

async function list(...lines: readonly string[]) {
  const files = { 'base.yaml': base, 'over.yaml': over('base/1', ...lines) };
  // The base may be named after what extends it.
  const names = ['--catalogue', 'over.yaml', '--catalogue', 'base.yaml'];
  return runLoopsheet(['catalogue', 'list', '--of', 'over/1', ...names], { files });
}

const titles = (stdout: string): readonly string[] =>
  stdout.split('\n').flatMap((line) => /^ {2}(\S+) +(\S.*)$/.exec(line)?.slice(1).join(': ') ?? []);

test('entries replace, add and take back, each in its place', async () => {
  const { stdout, exit } = await list(
    'statements:',
    '  wet: { section: all, title: Damp, text: It is damp., guidance: Feel., level: product, rule: { kind: any } }',
    '  warm: null',
    '  cold: { section: all, title: Cold, text: It is cold., guidance: Feel., level: product, rule: { kind: own } }',
  );
  expect(exit).toBe(0);
  expect(titles(stdout)).toEqual(['dry: Dry', 'wet: Damp', 'cold: Cold', 'put: Put']);
});

test('what is taken back and still named by the base is told where it is taken back', async () => {
  const { stderr, exit } = await list('statements:', '  wet: null');
  expect(exit).toBe(2);
  expect(stderr).toBe(`error[catalogue/unknown-name]: \`wet\` is taken back, but still named by 1
  constraint
  --> over.yaml:8:3
   |
 8 |   wet: null
   |   ^^^ taken back here
   |
   = help: take back with \`kind: none\`, or replace, \`dry-is-not-wet\`
   = docs: loopsheet code catalogue/unknown-name

`);
});

test('a constraint is taken back by its id, and then its statement can go', async () => {
  const { stdout, exit } = await list(
    'statements: { wet: null }',
    'constraints: [{ id: dry-is-not-wet, kind: none }]',
  );
  expect([exit, titles(stdout)]).toEqual([0, ['dry: Dry', 'warm: Warm', 'put: Put']]);
});

test.each([
  ['statements: { wett: null }', '`wett` is taken back, and no catalogue it extends has it', '`wet`'],
  [
    'constraints: [{ id: dry-isnot-wet, kind: none }]',
    'no constraint `dry-isnot-wet` is there to be taken back',
    '`dry-is-not-wet`',
  ],
])('%s takes back nothing', async (line, message, near) => {
  const { stderr, exit } = await list(line);
  const words = stderr.replace(/\n {2}(?=\S)/g, ' ');
  expect(exit).toBe(2);
  expect(words).toContain(`error[catalogue/unknown-name]: ${message} `);
  expect(words).toContain(`did you mean ${near}?`);
});

test('catalogues that extend one another are refused at both places', async () => {
  const files = {
    'over.yaml': over('under/1'),
    'under.yaml': over('over/1').replace('id: over', 'id: under'),
  };
  const { stderr, exit } = await runLoopsheet(
    ['catalogue', 'list', '--catalogue', 'over.yaml', '--catalogue', 'under.yaml'],
    { files },
  );
  expect(exit).toBe(2);
  expect(stderr.match(/error\[catalogue\/extends-itself\]: .*/g)).toEqual([
    'error[catalogue/extends-itself]: `over/1` extends itself, by way of `under/1`',
    'error[catalogue/extends-itself]: `under/1` extends itself, by way of `over/1`',
  ]);
});

test('the shipped catalogue can be extended, and sheets are checked against the whole', async () => {
  const files = {
    'over.yaml': over('circularity-core/2026.1', 'statements: { benefits.land-declared: null }'),
    'a.sheet.yaml': `loopsheet: sheet/1
catalogue: over/1
id: a
revision: 1
issued: 2026-05-04
product: { name: A, level: product }
maker: { name: B }
answers: { inputs.no-pvc: true, benefits.land-declared: true }
`,
  };
  const { stderr, stdout, exit } = await runLoopsheet(
    ['validate', 'a.sheet.yaml', '--catalogue', 'over.yaml', '-f', 'compact'],
    { files },
  );
  expect([exit, stdout]).toEqual([
    1,
    'a.sheet.yaml:8:33: error[sheet/unknown-statement]: statement `benefits.land-declared` is not in catalogue `over/1`\n',
  ]);
  expect(stderr).toContain('against over/1');
});

test('without a base, sections are required and nothing can be taken back', async () => {
  const files = { 'over.yaml': over('base/1', 'statements: { wet: null }').replace('extends: base/1\n', '') };
  const { stdout } = await runLoopsheet(['validate', 'over.yaml', '-f', 'compact'], { files });
  expect(stdout.split('\n')).toEqual([
    'over.yaml:1:1: error[read/missing-key]: `sections` is missing',
    'over.yaml:6:15: error[catalogue/unknown-name]: `wet` is taken back, and no catalogue it extends has it',
    '',
  ]);
});
