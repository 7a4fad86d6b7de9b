import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskFiles } from '../../src/io/disk.ts';
import { type Ran, root, runLoopsheet } from '../setup/run.ts';
import { LONG_TEST } from '../support/merged.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopsheet-places-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[], cwd: string): Promise<Ran> =>
  runLoopsheet(argv, { disk: { files: diskFiles(), cwd: join(folder, cwd) } });
const bytes = (path: string): string => readFileSync(join(folder, path), 'utf8');
const outputs = ['h.sheet.yaml', 'h.trace.json', 'h.md'];
const merge = (bill: string, out: string): readonly string[] => [
  'merge',
  bill,
  '-o',
  `${out}/h.sheet.yaml`,
  '--report',
  `markdown=${out}/h.md`,
];

beforeAll(async () => {
  cpSync(join(root, 'fixtures', 'copper-harness'), join(folder, 'harness'), { recursive: true });
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'harness'), join(folder, 'elsewhere', 'link'));
  symlinkSync(join(folder, 'harness', 'harness.bill.yaml'), join(folder, 'elsewhere', 'latest.bill.yaml'));
  expect((await run(merge('harness/harness.bill.yaml', 'out'), '.')).exit).toBe(0);
}, LONG_TEST);

test.each([
  ['the folder of the bill', 'harness', 'harness.bill.yaml', '../out-1'],
  ['a folder beside it, upwards', 'elsewhere', '../harness/harness.bill.yaml', '../out-2'],
  ['a long way round', '.', './elsewhere/..//harness/./harness.bill.yaml', './out-3'],
  ['an absolute path', 'elsewhere', join(folder, 'harness', 'harness.bill.yaml'), join(folder, 'out-4')],
  ['a linked folder', 'elsewhere', 'link/harness.bill.yaml', '../out-5'],
  ['a link to the bill', 'elsewhere', 'latest.bill.yaml', '../out-6'],
])(
  'what is written does not tell where the run was started: %s',
  async (_, cwd, bill, out) => {
    expect((await run(merge(bill, out), cwd)).exit).toBe(0);
    const name = out.slice(out.indexOf('out-'));
    for (const each of outputs) expect(bytes(join(name, each))).toBe(bytes(join('out', each)));
  },
  LONG_TEST,
);

test(
  'a trace on standard output names files from the folder of the bill',
  async () => {
    const here = await run(['merge', 'harness.bill.yaml', '-o', '../o.yaml', '--trace', '-'], 'harness');
    const above = await run(['merge', 'harness/harness.bill.yaml', '-o', 'o.yaml', '--trace', '-'], '.');
    expect(above.stdout).toBe(here.stdout);
    expect(JSON.parse(here.stdout)).toMatchObject({ bill: { file: 'harness.bill.yaml' } });
  },
  LONG_TEST,
);

test(
  'an explanation names files as they are reached from where it is read',
  async () => {
    const asked = ['h.sheet.yaml', 'inputs.no-pvc', '--format', 'json'];
    const files = ({ stdout }: { readonly stdout: string }): readonly string[] =>
      [...new Set([...stdout.matchAll(/"file": "(.*?)"/g)].map((match) => match[1] ?? ''))].sort();
    const inside = files(await run(['explain', ...asked], 'out'));
    const above = files(await run(['explain', `out/${asked[0]}`, ...asked.slice(1)], '.'));
    expect(above.length).toBeGreaterThan(1);
    expect(above.every((file) => file.startsWith('harness/'))).toBe(true);
    expect(inside).toEqual(above.map((file) => join(folder, file)));
    for (const cwd of ['.', 'elsewhere'])
      await run(
        [
          'explain',
          join(folder, 'out', 'h.sheet.yaml'),
          ...asked.slice(1),
          '-o',
          join(folder, `e-${cwd.length}.json`),
        ],
        cwd,
      );
    expect(bytes('e-1.json')).toBe(bytes('e-9.json'));
    expect(files({ stdout: bytes('e-1.json') })).toEqual(above);
  },
  LONG_TEST,
);
