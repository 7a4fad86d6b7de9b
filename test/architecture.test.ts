// The shape of the code, watched whatever the linter does: who may import whom, who may touch the world, how long
// a file may be.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './setup/run.ts';

const sourceFolder = join(root, 'src');
const sources = filesIn(sourceFolder).filter((file) => file.endsWith('.ts'));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

const textOf = (file: string): string => readFileSync(join(sourceFolder, file), 'utf8');

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

const layerOf = (file: string): string => (file === 'main.ts' ? 'main' : (file.split('/')[0] ?? ''));

const allowed: Readonly<Record<string, readonly string[]>> = {
  main: ['cli', 'io', 'render', 'core'],
  cli: ['cli', 'io', 'read', 'checks', 'render', 'core'],
  io: ['io', 'core'],
  read: ['read', 'core'],
  checks: ['checks', 'core'],
  render: ['render', 'core'],
  core: ['core'],
};

test('imports go one way: main, cli, { io, read, checks, render }, core', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.normalize(posix.join(dirname(file), name)))
      .filter((target) => !(allowed[layerOf(file)] ?? []).includes(layerOf(target)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** Where each thing from outside may be imported. */
const outside: readonly (readonly [name: RegExp, places: RegExp])[] = [
  [/^node:/, /^(main\.ts|io\/)/],
  [/^commander$/, /^cli\//],
  [/^chalk$/, /^cli\/context\.ts$/],
  [/^cli-table3$/, /^render\/table\.ts$/],
  [/^(yaml|csv-parse(\/sync)?)$/, /^(read|render\/sheets)\//],
  [/^zod$/, /^read\/schemas\//],
];

test('what comes from outside is imported where it belongs, and nothing else is', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => !name.startsWith('.'))
      .filter((name) => !outside.some(([known, places]) => known.test(name) && places.test(file)))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('relative imports name the file, with its ending', () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.') && !/\.(ts|mjs)$/.test(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');

// A process is also what a bill has many of: only what Node's own has counts.
const NODE_PROCESS =
  /\bprocess\.(argv|arch|cwd|env|exit|exitCode|getBuiltinModule|hrtime|kill|nextTick|off|on|once|pid|platform|std\w+|version\w*)\b/;

/** Words that reach out of the arguments of a function, and who may use them. */
const reaching: readonly (readonly [word: RegExp, places: RegExp])[] = [
  [/\bconsole\b/, /^$/],
  [NODE_PROCESS, /^(main\.ts|io\/)/],
  [/\bprocess\.exit\(/, /^main\.ts$/],
  [/\bDate\.now\b|\bnew Date\(\)/, /^main\.ts$/],
  [/\bMath\.random\b/, /^io\//],
  [/\blocaleCompare\b|\btoLocale/, /^$/],
];

test.each(reaching.map(([word, places]) => [word.source, word, places] as const))(
  '%s stands only where it may',
  (_, word, places) => {
    expect(sources.filter((file) => word.test(withoutComments(textOf(file))) && !places.test(file))).toEqual(
      [],
    );
  },
);

test('no default exports, no classes but where identity matters, no enums, no parked code', () => {
  const forbidden = [
    /^export default/m,
    /\benum\s+\w+\s*\{/,
    /^\s*(?:export\s+)?class\s/m,
    /\b(TODO|FIXME|XXX)\b/,
  ];
  const wrong = sources.flatMap((file) =>
    forbidden.filter((each) => each.test(textOf(file))).map((each) => `${file}: ${each.source}`),
  );
  expect(wrong).toEqual([]);
});

test('every file opens with the question it answers, and stays short', () => {
  const written = sources.filter((file) => !file.startsWith('read/generated/'));
  expect(written.filter((file) => !textOf(file).startsWith('// '))).toEqual([]);
  expect(written.filter((file) => textOf(file).split('\n').length > 301)).toEqual([]);
});

test('names of files are kebab-case and say what is inside', () => {
  const vague = /(^|[/-])(utils?|helpers?|common|misc|manager|processor|handler|service)s?(\.|-|\/)/;
  const named = sources.filter((file) => !file.startsWith('read/schemas/'));
  expect(named.filter((file) => vague.test(file))).toEqual([]);
  expect(
    sources.filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.(test\.)?ts$/.test(file)),
  ).toEqual([]);
});

test('tests stand where what they test stands', () => {
  const mirrored = filesIn(join(root, 'test')).filter((file) =>
    /^(core|read|checks|render|io|cli)\/.*\.test\.ts$/.test(file),
  );
  const folders = new Set(sources.map((file) => dirname(file)));
  expect(mirrored.filter((file) => !folders.has(dirname(file)))).toEqual([]);
  expect(relative(root, sourceFolder)).toBe('src');
});
