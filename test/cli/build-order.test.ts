// Bills that cannot be read, lead back to themselves or are cut short: what `build` says of them and goes on with.

import { expect, test } from 'vitest';
import { session } from '../support/session.ts';
import { bill, chain, type Disk, lines, put, supplier, textOf } from '../support/workspace.ts';

const outcomes = (stderr: string): readonly string[] =>
  stderr.split('\n').filter((line) => /^\S+\.bill\.yaml: |^(?:would )?buil[td] /.test(line));

test.each(['bill: wire.bill.yaml', 'sheet: out/wire.sheet.yaml', 'sheet: wire'])(
  'a bill waits for one that cannot be read, and is not sent elsewhere: %s',
  async (reference) => {
    const disk = chain();
    put(disk, { 'cable.bill.yaml': bill('cable', [reference]) });
    await session(['build'], disk);
    put(disk, { 'wire.bill.yaml': bill('wire', ['sheet: rod.yaml']).replace('inputs:', 'inputz:') });
    const { exit, stderr } = await session(['build'], disk);
    expect(exit).toBe(1);
    expect(stderr).not.toMatch(/bill-not-listed|missing-sheet|nothing-makes-it/);
    expect(outcomes(stderr)).toEqual([
      'wire.bill.yaml: not built',
      'cable.bill.yaml: not built, since `wire.bill.yaml` is not',
      'cord.bill.yaml: not built, since `cable.bill.yaml` is not',
      expect.stringMatching(/^built 0 bills, 1 unchanged, 3 not built: \d errors?$/),
    ]);
  },
);

test('bills in a cycle, and those that need them, are not built', async () => {
  const disk = chain();
  put(disk, { 'wire.bill.yaml': bill('wire', ['bill: cable.bill.yaml']) });
  expect(outcomes((await session(['build'], disk)).stderr)).toEqual([
    'cable.bill.yaml: not built',
    'cord.bill.yaml: not built',
    'wire.bill.yaml: not built',
    'plug.bill.yaml: built',
    'built 1 bill, 0 unchanged, 3 not built: 1 error',
  ]);
});

test('--check --fresh says that the result would be the same', async () => {
  const disk = chain();
  await session(['build'], disk);
  const { exit, stderr } = await session(['build', '--check', '--fresh'], disk);
  expect(exit).toBe(0);
  expect(outcomes(stderr)[0]).toBe('plug.bill.yaml: would be built, with the same result');
});

test('a product that comes back two bills below is made of itself, in `build` as in `merge`', async () => {
  const disk = chain();
  put(disk, { 'pin.yaml': supplier('cord').replace('revision: 1', 'revision: 7') });
  const built = await session(['build'], disk);
  const merged = await session(['merge', 'cord.bill.yaml'], chainOfBills(disk));
  for (const { exit, stderr } of [built, merged]) {
    expect(exit).toBe(1);
    expect(stderr).toContain('error[merge/self-reference]');
  }
  expect(built.stderr.replaceAll(/\n\s+/g, ' ')).toContain('`cord:1` -> `plug:1` -> `cord:7`');
});

function chainOfBills(disk: Disk): Disk {
  const bills: Disk = new Map(disk);
  put(bills, { 'cord.bill.yaml': bill('cord', ['bill: cable.bill.yaml', 'bill: plug.bill.yaml']) });
  return bills;
}

test('after the last revision there is none, and that is said', async () => {
  const disk = chain();
  put(disk, { 'out/plug.sheet.yaml': supplier('plug').replace('revision: 1', 'revision: 9007199254740991') });
  const { exit, stderr } = await session(['build'], disk);
  expect([exit, stderr.includes('error[workspace/revisions-spent]')]).toEqual([1, true]);
});

class Killed extends Error {}

test('a build that was killed goes on after the bills that it has built', async () => {
  const disk = chain();
  let sheets = 0;
  await session(['build'], disk, {
    around: (files) => ({
      ...files,
      write: (news) => {
        if (news.some(({ path }) => path.endsWith('.sheet.yaml')) && ++sheets > 2) throw new Killed();
        return files.write(news);
      },
    }),
  }).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
  expect(textOf(disk, 'loopsheet.lock.json')).toContain('"wire.bill.yaml"');
  expect(lines(await session(['build'], disk)).at(-1)).toBe('built 2 bills, 2 unchanged: no findings');
});

test('an id stands for the same sheet in `validate` and `merge` as in `build`', async () => {
  const disk = chain();
  put(disk, { 'parts/plug.bill.yaml': bill('plug', ['sheet: pin']) });
  disk.delete('/project/plug.bill.yaml');
  disk.delete('/project/cord.bill.yaml');
  expect((await session(['build'], disk)).exit).toBe(0);
  for (const argv of [
    ['validate', '.'],
    ['merge', 'parts/plug.bill.yaml'],
  ])
    expect((await session(argv, disk)).stderr).not.toContain('missing-sheet');
  put(disk, { 'parts/plug.bill.yaml': bill('plug', ['sheet: nail']) });
  for (const argv of [['build'], ['merge', 'parts/plug.bill.yaml']])
    expect((await session(argv, disk)).stderr.replaceAll(/\n\s+/g, ' ')).toContain(
      'refers to `nail`, neither a file nor the id of a sheet in the workspace',
    );
});

test('outputs whose names differ in case alone are told', async () => {
  const disk = chain();
  put(disk, { 'Plug.bill.yaml': bill('other', ['sheet: pin.yaml']) });
  const { exit, stderr } = await session(['build'], disk);
  expect(exit).toBe(0);
  expect(stderr.replaceAll(/\n\s+/g, ' ')).toContain(
    'warning[workspace/repeated-output]: `plug.bill.yaml` and `Plug.bill.yaml` would be written to one place where a disk does not tell such names apart',
  );
});
