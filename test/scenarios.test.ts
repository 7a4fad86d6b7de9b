// What a user does, from commands to files, byte for byte.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { casesIn, runCase } from './setup/corpus.ts';
import { root } from './setup/run.ts';

const cases = casesIn(join(root, 'fixtures', 'scenarios'));

describe.each(cases.map((each) => [each.name, each] as const))('%s', (_, given) => {
  test('prints, writes and ends as it should', async () => {
    const { stdout, stderr, exit, written } = await runCase(given);
    await expect(stdout).toMatchFileSnapshot(join(given.folder, 'stdout.txt'));
    await expect(stderr).toMatchFileSnapshot(join(given.folder, 'stderr.txt'));
    await expect(exit).toMatchFileSnapshot(join(given.folder, 'exit.txt'));
    for (const [path, text] of written) await expect(text).toMatchFileSnapshot(join(given.folder, path));
    expect([...given.expectedFiles.keys()].filter((path) => !written.has(path))).toEqual([]);
    expect([...written.keys()].filter((path) => !path.startsWith('out/'))).toEqual([]);
    expect(exit.split('\n').length).toBe(given.commands.length + 1);
  }, 60_000);
});
