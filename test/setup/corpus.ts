// Cases that live in folders: a transcript of commands, the files they work on, and what must come out.
//
//   cmd.txt     lines `$ loopsheet ...`, run one after the other
//   stdout.txt, stderr.txt, exit.txt   what they print, and their exit codes, one per line
//   out/        files that must be written, byte for byte; without it none may be
//   uses.txt    other fixture folders whose files are at hand as well
//   disk.txt    what the disk does wrong: `unreadable PATH`, `unwritable PATH`, `large PATH BYTES`
//   everything else is there when the commands run

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Files, failed } from '../../src/io/files.ts';
import { memoryFiles } from '../../src/io/memory.ts';
import { CWD, root, runLoopsheet } from './run.ts';

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly commands: readonly (readonly string[])[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly expectedFiles: ReadonlyMap<string, string>;
  readonly disk: readonly (readonly string[])[];
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: string;
  readonly written: ReadonlyMap<string, string>;
}

const control = new Set(['cmd.txt', 'stdout.txt', 'stderr.txt', 'exit.txt', 'uses.txt', 'disk.txt']);

/** Every folder below one that holds a transcript, in order. */
export function casesIn(folder: string): readonly Case[] {
  if (!existsSync(folder)) return [];
  return filesBelow(folder)
    .filter((file) => file.endsWith('/cmd.txt'))
    .map((file) => readCase(folder, join(folder, file, '..')));
}

function readCase(top: string, folder: string): Case {
  const own = readFiles(folder);
  const mounted = linesOf(join(folder, 'uses.txt')).map((name) => readFiles(join(root, 'fixtures', name)));
  const given = [...own].filter(([path]) => !control.has(path) && !path.startsWith('out/'));
  const expected = [...own].filter(([path]) => path.startsWith('out/'));
  return {
    name: relative(top, folder),
    folder,
    commands: linesOf(join(folder, 'cmd.txt')).map(wordsOf),
    files: new Map([...mounted.flatMap((files) => [...files]), ...given]),
    expectedFiles: new Map(expected.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])),
    disk: linesOf(join(folder, 'disk.txt')).map((line) => line.split(' ')),
  };
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

const readFiles = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(filesBelow(folder).map((file) => [file, new Uint8Array(readFileSync(join(folder, file)))]));

function linesOf(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** `$ loopsheet validate 'a b.yaml'` as its arguments; `< file` is standard input, kept as a last word. */
export function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  if (words[0] !== '$' || words[1] !== 'loopsheet') throw new Error(`not a command of this tool: ${line}`);
  return words.slice(2);
}

export async function runCase(given: Case): Promise<Outcome> {
  const contents = new Map([...given.files].map(([path, bytes]) => [join(CWD, path), bytes]));
  const files = withFaults(memoryFiles(contents), given.disk, contents);
  const outcome = { stdout: '', stderr: '', exit: '' };
  for (const words of given.commands) {
    const [argv, stdin] = splitInput(words);
    const bytes = stdin === undefined ? undefined : contents.get(join(CWD, stdin));
    const ran = await runLoopsheet(argv, {
      disk: { files, cwd: CWD },
      ...(bytes === undefined ? {} : { stdin: bytes }),
    });
    outcome.stdout += ran.stdout;
    outcome.stderr += ran.stderr;
    outcome.exit += `${ran.exit}\n`;
  }
  return { ...outcome, written: changesIn(given, contents) };
}

export function splitInput(words: readonly string[]): readonly [readonly string[], string | undefined] {
  const mark = words.indexOf('<');
  return mark < 0 ? [words, undefined] : [words.slice(0, mark), words[mark + 1]];
}

function changesIn(given: Case, contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const changed = [...contents]
    .map(([path, bytes]) => [path.slice(CWD.length + 1), bytes] as const)
    .filter(
      ([path, bytes]) => given.files.get(path) !== bytes && !given.disk.some(([, large]) => large === path),
    );
  return new Map(changed.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

/** A disk that refuses some paths. */
function withFaults(files: Files, disk: Case['disk'], contents: Map<string, Uint8Array>): Files {
  for (const [fault, path = '', size] of disk) {
    if (fault === 'large') contents.set(join(CWD, path), new Uint8Array(Number(size)).fill(32));
  }
  const refuses = (fault: string, path: string): boolean =>
    disk.some(([kind, name = '']) => kind === fault && join(CWD, name) === path);
  return {
    ...files,
    read: (path, limit) =>
      refuses('unreadable', path) ? failed('unreadable', path, 'permission denied') : files.read(path, limit),
    write: (all) => {
      const refused = all.find((each) => refuses('unwritable', each.path));
      return refused === undefined
        ? files.write(all)
        : failed('not-written', refused.path, 'the disk is full');
    },
  };
}
