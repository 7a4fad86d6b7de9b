// Names of suppliers go to terminals and into the logs of builds. Whatever they hold, nothing there acts upon it, and
// what is converted comes back as it was.

import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const name = '::error::a ##vso[task.complete] ##[error] \\u202e =1+1\\n::set-output name=x::y';
const sheet = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: "::error::id"
revision: 1
issued: 2026-05-04
product: { name: "${name}", level: material, ids: { "##vso[x]": "=cmd()" } }
maker: { name: "::warning::${name}" }
answers:
  inputs.no-pvc: { answer: true, note: "one\\n  ::error::two", references: ["::error::r", "##[section]"] }
`;

const COMMAND = /##[a-z]*\[|^\s*::|\u202e/im;

describe('in no output does a line command the machinery around it', () => {
  test.each([
    ['validate', 'a.yaml'],
    ['validate', 'a.yaml', '--format', 'compact'],
    ['validate', 'a.yaml', '--format', 'json'],
    ['convert', 'a.yaml'],
    ['convert', 'a.yaml', '--format', 'json'],
    ['convert', 'a.yaml', '--format', 'csv'],
    ['report', 'a.yaml'],
    ['report', 'a.yaml', '--format', 'markdown'],
    ['explain', 'a.yaml', 'inputs.no-pvc'],
    ['explain', 'a.yaml', 'inputs.no-pvc', '--format', 'json'],
    ['explain', 'a.yaml', '::error::x'],
    ['validate', '::error::x.yaml'],
    ['::error::x'],
  ])('%s %s %s %s', async (...argv) => {
    const { stdout, stderr } = await runLoopsheet(argv, { files: { 'a.yaml': sheet } });
    expect(stdout + stderr).not.toBe('');
    expect(stdout).not.toMatch(COMMAND);
    expect(stderr).not.toMatch(COMMAND);
  });
});

test.each(['json', 'csv'])('what goes out as %s comes back the same', async (format) => {
  const asYaml = await runLoopsheet(['convert', 'a.yaml'], { files: { 'a.yaml': sheet } });
  const out = await runLoopsheet(['convert', 'a.yaml', '--format', format], { files: { 'a.yaml': sheet } });
  const back = await runLoopsheet(['convert', `b.${format}`], { files: { [`b.${format}`]: out.stdout } });
  expect([back.exit, back.stdout]).toEqual([0, asYaml.stdout]);
});

test('a control character in a sheet or a bill is an error at its place', async () => {
  const ran = await runLoopsheet(['validate', 'a.yaml', '--format', 'compact'], {
    files: { 'a.yaml': sheet.replace('id: "::error::id"', 'id: "a\\0b"') },
  });
  expect([ran.exit, ran.stdout.split('\n')[0]]).toEqual([
    1,
    'a.yaml:3:7: error[read/hidden-character]: the text holds U+0000, which ends a text early for many programs',
  ]);
});
