// The same cases as in process, through the built program and a real disk.

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Case, casesIn, splitInput } from '../setup/corpus.ts';
import { root, VERSION } from '../setup/run.ts';
import { spawnLoopsheet } from '../setup/spawn.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopsheet-e2e-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cases of a disk that fails need a disk that can be made to. */
const cases = ['findings', 'scenarios'].flatMap((kind) =>
  casesIn(join(root, 'fixtures', kind))
    .filter((each) => each.disk.length === 0)
    .map((each) => [`${kind}/${each.name}`, each] as const),
);

function layOut(name: string, files: Case['files']): string {
  const cwd = join(folder, name);
  mkdirSync(cwd, { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), bytes);
  }
  return cwd;
}

describe.each(cases)('%s', (name, given) => {
  test('is the same as in process', () => {
    const cwd = layOut(name, given.files);
    const ran = { stdout: '', stderr: '', exit: '' };
    for (const words of given.commands) {
      const [argv, input] = splitInput(words);
      const bytes = input === undefined ? undefined : given.files.get(input);
      const { stdout, stderr, exit } = spawnLoopsheet(argv, cwd, bytes);
      ran.stdout += stdout.replaceAll(version, VERSION);
      ran.stderr += stderr;
      ran.exit += `${exit}\n`;
    }
    const golden = (file: string): string => readFileSync(join(given.folder, file), 'utf8');
    expect(ran).toEqual({
      stdout: golden('stdout.txt'),
      stderr: golden('stderr.txt'),
      exit: golden('exit.txt'),
    });
    for (const [path, text] of given.expectedFiles) expect(readFileSync(join(cwd, path), 'utf8')).toBe(text);
  });
});
