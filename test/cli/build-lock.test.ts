// What `build` takes the lock's word for, and what it does not.

import { expect, test } from 'vitest';
import { MOST_FILES } from '../../src/cli/sheet-index.ts';
import { type Files, failed, found } from '../../src/io/files.ts';
import { type Session, session } from '../support/session.ts';
import { bill, chain, type Disk, lines, put, supplier, textOf } from '../support/workspace.ts';

test('a lock that two branches have made together is no proof that a sheet is fresh', async () => {
  const base = chain();
  await session(['build'], base);
  const ours: Disk = new Map(base);
  put(ours, { 'plug.bill.yaml': `${bill('plug', ['sheet: pin.yaml'])}# ours\n` });
  const theirs: Disk = new Map(base);
  put(theirs, { 'pin.yaml': supplier('pin', 'false') });
  await session(['build'], ours);
  await session(['build'], theirs);
  // What git makes of it: each input from the branch that changed it, its line in the lock too; the outputs are ours.
  const digestOf = (disk: Disk): string =>
    /"file": "pin\.yaml",\s*"id": "pin",\s*"revision": 1,\s*"sha256": "(\w+)"/.exec(
      textOf(disk, 'loopsheet.lock.json'),
    )?.[1] ?? '';
  expect(digestOf(theirs)).not.toBe(digestOf(ours));
  const merged: Disk = new Map(ours);
  put(merged, {
    'pin.yaml': textOf(theirs, 'pin.yaml'),
    'loopsheet.lock.json': textOf(ours, 'loopsheet.lock.json').replace(digestOf(ours), digestOf(theirs)),
  });
  const checked = await session(['build', '--check'], merged);
  expect([checked.exit, checked.stderr.includes('out/plug.sheet.yaml')]).toEqual([1, true]);
  const built = await session(['build', '--why-rebuilt'], merged);
  expect(lines(built).slice(0, 2)).toEqual([
    'plug.bill.yaml: built',
    '  what the lock says of it is not as a build wrote it',
  ]);
  expect(textOf(merged, 'out/plug.sheet.yaml')).toContain('inputs.no-pvc: false');
  expect((await session(['build', '--check'], merged)).exit).toBe(0);
});

const byId = (): Disk => {
  const disk = chain();
  put(disk, { 'plug.bill.yaml': bill('plug', ['sheet: pin']), 'note.json': '{ "broken' });
  return disk;
};

const pin2 = supplier('pin', 'false').replace('revision: 1', 'revision: 2');
const NEWER: Readonly<Record<string, string | Uint8Array>> = {
  'broken YAML': pin2.replace('answers:', 'answers: ['),
  'UTF-16': new Uint8Array([0xff, 0xfe, ...Buffer.from(pin2, 'utf16le')]),
  'another version': pin2.replace('sheet/1', 'sheet/2'),
  'no id': pin2.replace(/^id: .*$/m, '# pin'),
  'an escape': JSON.stringify({ loopsheet: 'sheet/1' }).replace('}', ', "id": "pi\\u006e", '),
};

test.each(Object.entries(NEWER))(
  'a newer edition that cannot be read is never passed over: %s',
  async (_, text) => {
    const disk = byId();
    expect((await session(['build'], disk)).exit).toBe(0);
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    disk.set('/project/sheets/pin-2.yaml', bytes);
    for (const option of ['--check', '--quiet']) {
      const built = await session(['build', option], disk);
      expect(built.exit).toBe(1);
      expect(built.stderr.replaceAll(/\n\s+/g, ' ')).toContain(
        'error[bill/unsure-sheet]: input `i0` is looked for by the id `pin`, which may stand in what cannot be read: `sheets/pin-2.yaml`',
      );
    }
  },
);

test('a sheet that alone carries an id and cannot be read is named, and the id is not called missing', async () => {
  const disk = byId();
  put(disk, { 'pin.yaml': supplier('pin').replace('answers:', 'answers: [') });
  const { stderr } = await session(['build'], disk);
  expect(stderr).toContain('[bill/unsure-sheet]');
  expect(stderr).not.toContain('[bill/missing-sheet]');
});

test('what cannot be read and says another id, or is another document, holds nothing up', async () => {
  const disk = byId();
  put(disk, {
    'other.yaml': supplier('other').replace('answers:', 'answers: ['),
    'old/broken.bill.yaml.json': '{ "loopsheet": "bill/1", "pin": ',
  });
  expect((await session(['build'], disk)).exit).toBe(0);
});

test('a folder that cannot be looked into may hold any sheet', async () => {
  const disk = byId();
  put(disk, { 'locked/x.yaml': pin2 });
  const around = (files: Files): Files => ({
    ...files,
    list: (folder) =>
      folder.endsWith('/locked') ? failed('unreadable', folder, 'permission denied') : files.list(folder),
  });
  const built = await session(['build'], disk, { around });
  expect([built.exit, built.stderr.includes('mend or remove `locked`: permission denied')]).toEqual([
    1,
    true,
  ]);
});

test('of more files than are looked through an id is not sure', async () => {
  const disk = byId();
  const around = (files: Files): Files => ({
    ...files,
    read: (path, limit) =>
      /\/a\d+\.json$/.test(path) ? found(new Uint8Array([32])) : files.read(path, limit),
    list: (folder) => {
      const listed = files.list(folder);
      if (!listed.ok || folder !== '/project') return listed;
      const many = Array.from({ length: MOST_FILES }, (_, index) => ({
        name: `a${index}.json`,
        kind: 'file' as const,
      }));
      return { ok: true, value: [...many, ...listed.value] };
    },
  });
  const built = await session(['build'], disk, { around });
  expect(built.exit).toBe(1);
  expect(built.stderr).toMatch(/mend or remove `\.`: no more than 10.000 files are looked through for/);
});

test('a warning counts as long as it is true, not only when it is first told', async () => {
  const disk = chain();
  put(disk, { 'plug.bill.yaml': bill('plug', ['sheet: none', 'sheet: pin.yaml']) });
  expect((await session(['build'], disk)).exit).toBe(0);
  for (const options of [[], ['--check'], ['--fresh', '--check']]) {
    const strict = await session(['build', '--fail-on', 'warning', ...options], disk);
    expect(strict.exit).toBe(1);
  }
  const again = await session(['build'], disk);
  expect(again.exit).toBe(0);
  expect(again.stderr.replaceAll(/\n\s+/g, ' ')).toContain(
    'warning[workspace/told-before]: 1 bill that did not change gave 1 warning when last merged: 1 `merge/no-sheet`',
  );
});

const leftBehind = ({ stderr }: Session): readonly string[] =>
  [...stderr.replaceAll(/\n\s+/g, ' ').matchAll(/left-behind\]: `([^`]*)`/g)].map(([, name]) => name ?? '');

test('reports that nothing makes any more are named for as long as they lie there', async () => {
  const disk = chain();
  put(disk, { 'loopsheet.yaml': 'loopsheet: workspace/1\nreports: [markdown]\n' });
  await session(['build'], disk);
  put(disk, { 'loopsheet.yaml': 'loopsheet: workspace/1\n' });
  const reports = ['cable', 'cord', 'plug', 'wire'].map((name) => `out/${name}.md`);
  for (let run = 0; run < 2; run++) expect(leftBehind(await session(['build'], disk))).toEqual(reports);
  for (const name of reports) disk.delete(`/project/${name}`);
  const clean = await session(['build', '--check'], disk);
  expect([clean.exit, leftBehind(clean)]).toEqual([0, []]);
});

test('a bill that cannot be read for once keeps its place in the lock and its files', async () => {
  const disk = chain();
  await session(['build'], disk);
  const lock = textOf(disk, 'loopsheet.lock.json');
  put(disk, { 'plug.bill.yaml': bill('plug', ['sheet: pin.yaml']).replace('2026.1', '2026.2') });
  expect(leftBehind(await session(['build'], disk))).toEqual([]);
  expect(textOf(disk, 'loopsheet.lock.json')).toBe(lock);
});

test('a bill that goes and comes back goes on from the edition that was published', async () => {
  const disk = chain();
  disk.delete('/project/cord.bill.yaml');
  await session(['build'], disk);
  const text = textOf(disk, 'plug.bill.yaml');
  disk.delete('/project/plug.bill.yaml');
  const gone = await session(['build'], disk);
  expect(leftBehind(gone)).toEqual(['out/plug.sheet.yaml', 'out/plug.trace.json']);
  for (const name of leftBehind(gone)) disk.delete(`/project/${name}`);
  await session(['build'], disk);
  put(disk, { 'plug.bill.yaml': text, 'pin.yaml': supplier('pin', 'false') });
  await session(['build'], disk);
  expect(textOf(disk, 'out/plug.sheet.yaml')).toContain('\nrevision: 2\n');
  expect((await session(['build', '--check'], disk)).exit).toBe(0);
});

test('what has run out by today is told in every run, though nothing has changed', async () => {
  const disk = chain();
  const until = (text: string): string => text.replace(/^(issued: .*)$/m, '$1\nvalidUntil: 2026-12-01');
  put(disk, { 'pin.yaml': until(supplier('pin')) });
  expect((await session(['build', '--fail-on', 'warning'], disk)).exit).toBe(0);
  const late = { today: '2026-12-02' };
  for (const options of [['--check'], [], ['--fresh']]) {
    const { exit, stderr } = await session(['build', '--fail-on', 'warning', ...options], disk, late);
    expect(exit).toBe(1);
    expect(stderr.replaceAll(/\n\s+/g, ' ')).toMatch(
      /workspace\/expired\]: .*`pin\.yaml` (?:was|were) valid until 2026-12-01/,
    );
  }
});

test('a bill of an unknown catalogue is not told of an option that `build` has not', async () => {
  const disk = chain();
  put(disk, { 'plug.bill.yaml': bill('plug', ['sheet: pin.yaml']).replace('core/2026.1', 'core/2026.2') });
  const { stderr } = await session(['build'], disk);
  expect(stderr).toContain('= help: or add the file of another to `catalogues` in `loopsheet.yaml`');
  expect(stderr).not.toContain('--catalogue');
});
