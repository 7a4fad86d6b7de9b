// What `build` does and says: which bills it merges again, which it leaves alone, and what it refuses.

import { expect, test } from 'vitest';
import { filesUnder, PROJECT, session } from '../support/session.ts';
import { bill, chain, diskOf, lines, put, supplier, textOf } from '../support/workspace.ts';

test('builds each bill after those it is made of, and then nothing', async () => {
  const disk = chain();
  const first = await session(['build'], disk);
  expect(first.exit).toBe(0);
  expect(lines(first)).toEqual([
    'plug.bill.yaml: built',
    'wire.bill.yaml: built',
    'cable.bill.yaml: built',
    'cord.bill.yaml: built',
    'built 4 bills, 0 unchanged: no findings',
  ]);
  const second = await session(['build'], disk);
  expect([second.exit, lines(second)]).toEqual([0, ['built 0 bills, 4 unchanged: no findings']]);
  expect(lines(await session(['build', '--verbose'], disk))[0]).toBe('plug.bill.yaml: unchanged');
});

test('builds what rests on a changed sheet, with a new revision, and says why', async () => {
  const disk = chain();
  await session(['build'], disk);
  put(disk, { 'pin.yaml': supplier('pin', 'false') });
  expect(lines(await session(['build', '--why-rebuilt'], disk))).toEqual([
    'plug.bill.yaml: built',
    '  input `i0` has changed: `pin.yaml`',
    'cord.bill.yaml: built',
    '  input `i1` has changed: `out/plug.sheet.yaml`',
    'built 2 bills, 2 unchanged: no findings',
  ]);
  const revisions = ['wire', 'cable', 'plug', 'cord'].map(
    (name) => /^revision: (.*)$/m.exec(textOf(disk, `out/${name}.sheet.yaml`))?.[1],
  );
  expect(revisions).toEqual(['1', '1', '2', '2']);
});

test('goes no further where the sheet comes out the same', async () => {
  const disk = chain();
  await session(['build'], disk);
  put(disk, { 'wire.bill.yaml': `${bill('wire', ['sheet: rod.yaml'])}# a comment\n` });
  expect(lines(await session(['build', '--why-rebuilt'], disk))).toEqual([
    'wire.bill.yaml: built, with the same result',
    '  the bill has changed',
    'built 1 bill, 3 unchanged: no findings',
  ]);
});

test('a bill that does not pass holds up what needs it, and nothing else', async () => {
  const disk = chain();
  await session(['build'], disk);
  const before = textOf(disk, 'out/cable.sheet.yaml');
  put(disk, {
    'wire.bill.yaml': bill('wire', ['sheet: bar.yaml']),
    'pin.yaml': supplier('pin', 'false'),
  });
  const built = await session(['build'], disk);
  expect(built.exit).toBe(1);
  expect(built.stderr).toContain('[bill/missing-sheet]');
  expect(lines(built).filter((line) => /^\S+\.bill\.yaml: |^built/.test(line))).toEqual([
    'plug.bill.yaml: built',
    'wire.bill.yaml: not built',
    'cable.bill.yaml: not built, since `wire.bill.yaml` is not',
    'cord.bill.yaml: not built, since `cable.bill.yaml` is not',
    'built 1 bill, 0 unchanged, 3 not built: 1 error',
  ]);
  expect(textOf(disk, 'out/cable.sheet.yaml')).toBe(before);
  put(disk, { 'wire.bill.yaml': bill('wire', ['sheet: rod.yaml']) });
  expect(lines(await session(['build'], disk))).toEqual([
    'cord.bill.yaml: built',
    'built 1 bill, 3 unchanged: no findings',
  ]);
});

test('tells a way round, builds the rest, and never ends with 0', async () => {
  const disk = chain();
  put(disk, { 'wire.bill.yaml': bill('wire', ['bill: cord.bill.yaml']) });
  const built = await session(['build'], disk);
  expect(built.exit).toBe(1);
  expect(built.stderr.replaceAll('\n  ', ' ')).toContain(
    'error[bill/cycle]: the bill contains itself: `cable.bill.yaml` -> `wire.bill.yaml` -> `cord.bill.yaml` -> `cable.bill.yaml`',
  );
  expect([...disk.keys()].filter((path) => path.endsWith('.sheet.yaml'))).toEqual([
    `${PROJECT}/out/plug.sheet.yaml`,
  ]);
});

test('an input that is no sheet is told where the bill names it', async () => {
  const disk = chain();
  put(disk, { 'plug.bill.yaml': bill('plug', ['sheet: wire.bill.yaml']) });
  const built = await session(['build'], disk);
  expect(built.exit).toBe(1);
  const start = built.stderr.indexOf('error[');
  expect(built.stderr.slice(start).split('\n').slice(0, 9)).toEqual([
    'error[read/wrong-kind]: input `i0` names `wire.bill.yaml`, which is a bill, as',
    '  its sheet',
    '  --> plug.bill.yaml:6:16',
    '   |',
    ' 6 |   i0: { sheet: wire.bill.yaml, mass: 1 kg }',
    '   |                ^^^^^^^^^^^^^^',
    '   |',
    '   = help: write `bill: wire.bill.yaml` for a bill that is merged first',
    '   = docs: loopsheet code read/wrong-kind',
  ]);
});

test('--check writes nothing, and tells what is stale as far as it goes', async () => {
  const disk = chain();
  await session(['build'], disk);
  expect((await session(['build', '--check'], disk)).exit).toBe(0);
  put(disk, { 'pin.yaml': supplier('pin', 'false') });
  const before = new Map(disk);
  const checked = await session(['build', '--check'], disk);
  expect(checked.exit).toBe(1);
  expect(checked.stderr.match(/\[workspace\/stale\]/g)).toHaveLength(2);
  expect(disk).toEqual(before);
});

test('--fail-on warning leaves out what has warnings', async () => {
  const disk = chain();
  put(disk, { 'plug.bill.yaml': bill('plug', ['sheet: none', 'sheet: pin.yaml']) });
  const strict = await session(['build', '--fail-on', 'warning'], disk);
  expect(strict.exit).toBe(1);
  expect(disk.has(`${PROJECT}/out/plug.sheet.yaml`)).toBe(false);
  expect((await session(['build'], disk)).exit).toBe(0);
});

test('no workspace, no bill, and a lock that cannot be read reach no verdict or none that passes', async () => {
  expect((await session(['build'], diskOf({ 'rod.yaml': supplier('rod') }))).exit).toBe(2);
  expect((await session(['build'], diskOf({ 'loopsheet.yaml': 'loopsheet: workspace/1\n' }))).exit).toBe(2);
  const disk = chain();
  put(disk, { 'loopsheet.lock.json': '{ "loopsheet": "lock/1",\n<<<<<<< ours\n' });
  const built = await session(['build'], disk);
  expect([built.exit, built.stderr.includes('[read/syntax]')]).toEqual([1, true]);
  expect([...disk.keys()].some((path) => path.includes('/out/'))).toBe(false);
});

test('a workspace is found from a folder below', async () => {
  const disk = chain();
  put(disk, { 'parts/note.txt': 'a folder' });
  expect(lines(await session(['build', 'parts'], disk)).at(-1)).toBe(
    'built 4 bills, 0 unchanged: no findings',
  );
});

test('catalogues of the workspace are known, and a change in one is a reason', async () => {
  const folder = 'fixtures/foreign-catalogue';
  const files = [...filesUnder(folder)].map(([path, bytes]): [string, string] => [
    path.replace(`${PROJECT}/${folder}/`, ''),
    new TextDecoder().decode(bytes),
  ]);
  const names = files.map(([name]) => name);
  const catalogue = names.find((name) => /catalogue.*\.yaml$/.test(name)) ?? '';
  const bills = names.filter((name) => name.endsWith('.bill.yaml'));
  const disk = diskOf({
    ...Object.fromEntries(files),
    'loopsheet.yaml': `loopsheet: workspace/1\ncatalogues: [${catalogue}]\n`,
  });
  expect(bills.length).toBeGreaterThan(0);
  expect(lines(await session(['build', '-q'], disk)).join('\n')).toBe('');
  put(disk, { [catalogue]: textOf(disk, catalogue).replace(/^title: .*$/m, 'title: Another title') });
  const again = await session(['build', '--why-rebuilt'], disk);
  expect(again.stderr).toMatch(/the catalogue `[^`]+` has changed/);
});

test('explain goes on into what was built before', async () => {
  const disk = chain();
  await session(['build'], disk);
  const { stdout } = await session(['explain', 'out/cord.sheet.yaml', 'inputs.no-pvc'], disk);
  expect(stdout).toContain('rod.yaml');
});

test('of many bills only those above the changed sheet are merged again', async () => {
  const files: Record<string, string> = { 'loopsheet.yaml': 'loopsheet: workspace/1\n' };
  const above = new Set<number>();
  const count = 60;
  for (let index = 0; index < count; index++) {
    const sheets = [0, 1, 2].map((each) => `s${index}-${each}.yaml`);
    for (const name of sheets) files[name] = supplier(name);
    const below = [2 * index + 1, 2 * index + 2, 3 * index + 7].filter((each) => each < count);
    files[`b${index}.bill.yaml`] = bill(`b${index}`, [
      ...sheets.map((name) => `sheet: ${name}`),
      ...below.map((each) => `bill: b${each}.bill.yaml`),
    ]);
  }
  const changed = 41;
  above.add(changed);
  for (let index = count - 1; index >= 0; index--)
    if ([2 * index + 1, 2 * index + 2, 3 * index + 7].some((each) => above.has(each))) above.add(index);
  const disk = diskOf(files);
  expect(lines(await session(['build'], disk)).at(-1)).toBe(`built ${count} bills, 0 unchanged: no findings`);
  put(disk, { [`s${changed}-1.yaml`]: supplier(`s${changed}-1.yaml`, 'false') });
  const again = await session(['build'], disk);
  const built = lines(again).flatMap((line) => /^b(\d+)\.bill\.yaml: built$/.exec(line)?.[1] ?? []);
  expect(new Set(built.map(Number))).toEqual(above);
  expect(lines(again).at(-1)).toBe(`built ${above.size} bills, ${count - above.size} unchanged: no findings`);
});

test('knows every source of a line as an input, bills among them', async () => {
  const disk = diskOf({
    'loopsheet.yaml': 'loopsheet: workspace/1\n',
    'rod.yaml': supplier('rod'),
    'pin.yaml': supplier('pin'),
    'wire.bill.yaml': bill('wire', ['sheet: rod.yaml']),
    'cord.bill.yaml': bill('cord', ['anyOf: [{ sheet: pin.yaml }, { bill: wire.bill.yaml }]']),
  });
  expect(lines(await session(['build'], disk))).toEqual([
    'wire.bill.yaml: built',
    'cord.bill.yaml: built',
    'built 2 bills, 0 unchanged: no findings',
  ]);
  put(disk, { 'rod.yaml': supplier('rod', 'false') });
  expect(lines(await session(['build', '--why-rebuilt'], disk))).toEqual([
    'wire.bill.yaml: built',
    '  input `i0` has changed: `rod.yaml`',
    'cord.bill.yaml: built',
    '  input `i0/2` has changed: `out/wire.sheet.yaml`',
    'built 2 bills, 0 unchanged: no findings',
  ]);
});
