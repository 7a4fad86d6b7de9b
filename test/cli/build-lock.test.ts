// What `build` takes the lock's word for, and what it does not.

import { expect, test } from 'vitest';
import { session } from '../support/session.ts';
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
