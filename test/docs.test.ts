// The documentation says what the tool does: every command shown is run and its output compared, every command has
// its page, every link leads somewhere. `vitest -u` writes the outputs anew.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands/index.ts';
import { codes } from '../src/core/text/codes.ts';
import { diskFiles } from '../src/io/disk.ts';
import type { Files } from '../src/io/files.ts';
import { memoryFiles } from '../src/io/memory.ts';
import { splitInput, wordsOf } from './setup/corpus.ts';
import { root, runLoopsheet } from './setup/run.ts';

const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md'));

const topPages = readdirSync(root).filter((file) => file.endsWith('.md'));
const chainPages = ['graphite-anode', 'copper-harness'].flatMap((chain) => pagesIn(`fixtures/${chain}`));
const pages = [...topPages, ...pagesIn('docs'), ...chainPages].sort();

/** The examples about findings belong to the gallery, which has their files. */
const executed = pages.filter(
  (page) => !page.startsWith('docs/codes/') && /^\$ loopsheet /m.test(readFileSync(join(root, page), 'utf8')),
);

/** The repository as it lies there, with everything that is written kept apart. */
function overlay(): Files {
  const written = new Map<string, Uint8Array>();
  const [above, below] = [memoryFiles(written), diskFiles()];
  return {
    ...below,
    kindOf: (path) => above.kindOf(path) ?? below.kindOf(path),
    read: (path, limit) => (written.has(path) ? above.read(path, limit) : below.read(path, limit)),
    realPath: (path) => above.realPath(path) ?? below.realPath(path),
    write: above.write,
  };
}

const BLOCK = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;

/** The page with the output of every command as it is now. */
async function runPage(text: string): Promise<string> {
  const files = overlay();
  let result = '';
  let last = 0;
  for (const match of text.matchAll(BLOCK)) {
    result += text.slice(last, match.index) + (await runBlock(match[0], files));
    last = match.index + match[0].length;
  }
  return result + text.slice(last);
}

async function runBlock(block: string, files: Files): Promise<string> {
  let result = '';
  for (const step of block.split(/^(?=\$ )/m)) {
    const [command = '', ...shown] = step.split('\n');
    if (!command.startsWith('$ loopsheet ')) {
      result += step;
      continue;
    }
    const [argv, input] = splitInput(wordsOf(command.replace(/ # .*$/, '')));
    const stdin = input === undefined ? '' : new Uint8Array(readFileSync(join(root, input)));
    const { stdout, stderr } = await runLoopsheet(argv, { disk: { files, cwd: root }, stdin });
    const expected = shown.join('\n');
    const isShown = expected.trim() !== '';
    result += `${command}\n${!isShown || matches(expected, stdout + stderr) ? expected : stdout + stderr}`;
  }
  return result;
}

/** A line of three dots stands for any lines left out. */
function matches(shown: string, actual: string): boolean {
  const parts = shown.split(/^\.\.\.\n/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(?:.*\\n)*')}$`).test(actual);
}

describe('commands in the documentation print what is shown', () => {
  test.each(executed)(
    '%s',
    async (page) => {
      const text = readFileSync(join(root, page), 'utf8');
      await expect(await runPage(text)).toMatchFileSnapshot(join(root, page));
    },
    60_000,
  );
});

test('every command has its page, which shows its help', () => {
  const named = commands.map((command) => command.name).sort();
  expect(
    pagesIn('docs/commands')
      .map((page) => page.slice('docs/commands/'.length, -'.md'.length))
      .sort(),
  ).toEqual(named);
  for (const name of named) {
    expect(readFileSync(join(root, 'docs', 'commands', `${name}.md`), 'utf8')).toContain(
      `\n$ loopsheet ${name} --help\nUsage: loopsheet ${name} `,
    );
  }
});

test('every example of a command is shown on its page', () => {
  for (const { name, examples } of commands) {
    const page = readFileSync(join(root, 'docs', 'commands', `${name}.md`), 'utf8');
    expect(examples.filter(({ line }) => !page.includes(`  $ ${line}`))).toEqual([]);
  }
});

test('every code is listed with its title, and its page opens with both', () => {
  const list = readFileSync(join(root, 'docs', 'codes', 'README.md'), 'utf8');
  for (const [code, { severity, title }] of Object.entries(codes)) {
    expect(list).toContain(`| [\`${code}\`](${code}.md) | ${severity} | ${title} |`);
    const page = readFileSync(join(root, 'docs', 'codes', `${code}.md`), 'utf8');
    const word = severity.charAt(0).toUpperCase() + severity.slice(1);
    expect(page.startsWith(`# ${code}\n\n${word}: ${title}.\n\n## What it means\n`), code).toBe(true);
  }
});

const LINK = /\]\(([^)\s]+)\)/g;
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

test('every link leads somewhere', () => {
  const dead = pages.flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
    return [...text.matchAll(LINK)]
      .map((match) => match[1] ?? '')
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? join(root, page) : join(root, dirname(page), path);
        if (!existsSync(target)) return true;
        const headings =
          anchor === undefined ? [] : [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gm)];
        return anchor !== undefined && !headings.some((heading) => anchorOf(heading[1] ?? '') === anchor);
      })
      .map((link) => `${relative(root, join(root, page))}: ${link}`);
  });
  expect(dead).toEqual([]);
});
