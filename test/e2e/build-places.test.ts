// Links, dots and foreign files: whatever a workspace is made of, a build writes only its own files in its own folder.

import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { spawnLoopsheet } from '../setup/spawn.ts';
import { bill, supplier } from '../support/workspace.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'loopsheet-places-')));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const folder = join(base, 'work');
const put = (name: string, text: string): void => {
  mkdirSync(dirname(join(base, name)), { recursive: true });
  writeFileSync(join(base, name), text);
};
const textOf = (name: string): string => readFileSync(join(base, name), 'utf8');

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  put('victim/file', 'precious');
  put('work/loopsheet.yaml', 'loopsheet: workspace/1\n');
  put('work/rod.yaml', supplier('rod'));
  put('work/parts/wire.bill.yaml', bill('wire', ['sheet: ../rod.yaml']));
});

const build = (): readonly [number | null, readonly string[]] => {
  const { exit, stderr } = spawnLoopsheet(['build'], folder);
  return [exit, [...stderr.matchAll(/(?:error|warning)\[([^\]]*)\]/g)].map(([, code]) => code ?? '')];
};

test('a workspace of plain files is built', () => {
  expect(build()).toEqual([0, []]);
});

const LINKS: readonly (readonly [what: string, link: string, exit: number])[] = [
  ['the sheet', 'out/parts/wire.sheet.yaml', 1],
  ['the trace', 'out/parts/wire.trace.json', 1],
  ['a folder on the way', 'out/parts', 1],
  ['the output folder', 'out', 2],
];

test.each(LINKS)('nothing is written through a link: %s', (_, link, exit) => {
  mkdirSync(dirname(join(folder, link)), { recursive: true });
  const isFolder = !/\.\w+$/.test(link);
  symlinkSync(isFolder ? join(base, 'victim') : join(base, 'victim/file'), join(folder, link));
  expect(build()).toEqual([exit, ['workspace/wrong-place']]);
  expect(textOf('victim/file')).toBe('precious');
});

test("a link in the output folder never leads over a supplier's sheet", () => {
  put('work/sheets/wire.sheet.yaml', supplier('theirs'));
  mkdirSync(join(folder, 'out'));
  symlinkSync('../sheets', join(folder, 'out/parts'));
  expect(build()[0]).toBe(1);
  expect(textOf('work/sheets/wire.sheet.yaml')).toBe(supplier('theirs'));
});

test.each(['/tmp/abs', '../up', '.git', '.', 'a/../..', 'node_modules/x'])(
  'no output folder: %s',
  (output) => {
    put('work/loopsheet.yaml', `loopsheet: workspace/1\noutput: ${output}\n`);
    expect(build()).toEqual([2, ['workspace/wrong-place']]);
  },
);

test.each([
  '../foreign/*.bill.yaml',
  `${base}/foreign/*.bill.yaml`,
  '../foreign/a.bill.yaml',
  'linked.bill.yaml',
])('no bill of others: %s', (pattern) => {
  put('foreign/a.bill.yaml', bill('a', ['sheet: none']));
  symlinkSync(join(base, 'foreign/a.bill.yaml'), join(folder, 'linked.bill.yaml'));
  put('work/loopsheet.yaml', `loopsheet: workspace/1\nbills: ["${pattern}"]\n`);
  expect(build()).toEqual([2, ['workspace/wrong-place']]);
});

test('of a file outside that is no catalogue nothing is shown', () => {
  put('work/loopsheet.yaml', 'loopsheet: workspace/1\ncatalogues: [../victim/file]\n');
  const { stderr, stdout } = spawnLoopsheet(['build'], folder);
  expect(stderr).toContain('[workspace/wrong-place]');
  expect(`${stdout}${stderr}`).not.toContain('precious');
});

test.each([
  ['out/parts/wire.sheet.yaml', supplier('precious')],
  ['out/parts/wire.trace.json', '{}'],
])('a file that no build has made stays: %s', (name, text) => {
  put(`work/${name}`, text);
  expect(build()).toEqual([1, ['workspace/foreign-output']]);
  expect(textOf(`work/${name}`)).toBe(text);
});

test('outputs without a lock are known by the id of the sheet', () => {
  build();
  rmSync(join(folder, 'loopsheet.lock.json'));
  expect(build()).toEqual([0, []]);
});
