// A sheet that was issued only after the bill does not count, and the advice fits that.

import { expect, test } from 'vitest';
import { filesUnder, session } from '../../support/session.ts';

test('a sheet issued after the bill asks for a later bill', async () => {
  const folder = 'fixtures/findings/merge/input-expired';
  const files = filesUnder(folder);
  for (const [path, bytes] of filesUnder('catalogues')) files.set(path, bytes);
  const path = `/project/${folder}/graphite.yaml`;
  const text = new TextDecoder().decode(files.get(path));
  const later = text
    .replace(/^issued: .*$/m, 'issued: 2026-07-01')
    .replace(/^validUntil: .*$/m, 'validUntil: 2029-07-01');
  files.set(path, new TextEncoder().encode(later));
  const { stderr } = await session(['merge', `${folder}/coated.bill.yaml`, '-o', 'out.yaml'], files, {
    width: 400,
  });
  expect(stderr.split('\n').filter((line) => /input-expired\]|= help/.test(line))).toEqual([
    'warning[merge/input-expired]: the sheet of input `graphite` was issued on 2026-07-01, after this product on 2026-06-01: it counts as unknown',
    '   = help: date the bill on 2026-07-01 or later under `issued`',
    '   = help: ask for a revision of `lac-blanc:spg-15` that is valid on 2026-06-01',
  ]);
});
