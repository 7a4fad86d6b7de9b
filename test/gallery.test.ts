// The gallery of findings: every code has a smallest case that raises it, the exact output, and a page that explains it.

import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/core/text/codes.ts';
import { casesIn, runCase } from './setup/corpus.ts';
import { root } from './setup/run.ts';

const folder = join(root, 'fixtures', 'findings');
const cases = casesIn(folder);

describe.each(cases.map((each) => [each.name, each] as const))('%s', (name, given) => {
  test('raises its finding, with place, excerpt and help, exactly as shown', async () => {
    const { stdout, stderr, exit, written } = await runCase(given);
    const code = name.split('/').slice(0, 2).join('/');
    const shown = `${stdout}${stderr}`;
    expect(shown).toContain(`[${code}]: `);
    expect(shown).toMatch(/^ +(= )?help: \S/m);
    if (!withoutPlace.has(name)) {
      const place = withPlace.exec(shown);
      expect(place, 'a place with an excerpt and a mark').not.toBe(null);
      expect(place?.[1]).toBe(place?.[3]);
    }
    await expect(stdout).toMatchFileSnapshot(join(given.folder, 'stdout.txt'));
    await expect(stderr).toMatchFileSnapshot(join(given.folder, 'stderr.txt'));
    await expect(exit).toMatchFileSnapshot(join(given.folder, 'exit.txt'));
    const isBuild = given.commands.some(([verb]) => verb === 'build');
    const isOutput = (path: string): boolean =>
      path.startsWith('out/') || (isBuild && !given.files.has(path));
    const inPlace = [...written.keys()].filter((path) => !exit.startsWith('0') || !isOutput(path));
    expect(inPlace, 'files written over or beside what was read').toEqual([]);
  });
});

const withPlace = /^ +--> \S+:(\d+):(\d+)\n +\|\n +(\d+) \|(.*)\n +\| *\^/m;

/** What is wrong with these is not at any place in a text. */
const withoutPlace = new Set([
  'read/not-found',
  'read/not-found/pattern',
  'read/not-a-file',
  'read/unreadable',
  'read/too-large',
  'emit/not-written',
  'emit/would-overwrite-input',
  'workspace/not-found',
  'workspace/left-behind',
  'workspace/told-before',
]);

test('every code has its case and its page, and nothing else has', () => {
  const known = Object.keys(codes).sort();
  const shown = new Set(cases.map((each) => each.name.split('/').slice(0, 2).join('/')));
  expect([...shown].sort()).toEqual(known);
  const pages = known.filter((code) => existsSync(join(root, 'docs', 'codes', `${code}.md`)));
  expect(pages).toEqual(known);
});

test('every page shows the output of its case', () => {
  for (const given of cases) {
    if (given.name.split('/').length > 2) continue;
    const page = readFileSync(join(root, 'docs', 'codes', `${given.name}.md`), 'utf8');
    expect(page, relative(root, given.folder)).toContain(exampleOf(given.folder));
  }
});

function exampleOf(caseFolder: string): string {
  const read = (name: string): string => readFileSync(join(caseFolder, name), 'utf8');
  return `\`\`\`console\n${read('cmd.txt')}${read('stdout.txt')}${read('stderr.txt')}\`\`\``;
}
