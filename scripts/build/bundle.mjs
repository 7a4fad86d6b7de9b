// The bundle in dist/ and the licences of everything that went into it.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from './import-typescript.mjs';

/**
 * One file, since opening many costs more than reading one, and CommonJS, since starting the loader of modules costs a
 * quarter of a bare start of Node. It opens with a mark of its content, by which its compiled form is found, and is one
 * function, which `bin/loopsheet.js` calls.
 */
export async function bundle(version) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile: 'dist/main.cjs',
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    charset: 'ascii',
    legalComments: 'none',
    define: { LOOPSHEET_VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
    plugins: [withoutSubprocesses, apart],
    supported: { 'dynamic-import': false },
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const [{ text }] = outputFiles;
  // Read byte by byte at every start, which is right for ASCII alone: a letter beyond it, as regular expressions may
  // carry, would silently match nothing.
  if (!/^\p{ASCII}*$/u.test(text))
    throw new Error('the bundle holds more than ASCII; write such letters as escapes');
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const main = { path: 'dist/main.cjs', contents: `/*${mark}*/(function (require, __dirname) {${text}})\n` };
  const others = await bundleApart();
  const inputs = [...Object.keys(metafile.inputs), ...others.inputs];
  const licence = { path: 'THIRD-PARTY-LICENSES', contents: await licences(inputs) };
  return { mark, files: [licence, ...others.files, main] };
}

/** What a run on one sheet does not need, and is large: files of their own, read when they are called for. */
const APART = {
  'validators/bill': 'src/read/generated/bill.mjs',
  'validators/catalogue': 'src/read/generated/catalogue.mjs',
  'validators/findings': 'src/read/generated/findings.mjs',
  'validators/lock': 'src/read/generated/lock.mjs',
  'validators/sheet': 'src/read/generated/sheet.mjs',
  'validators/trace': 'src/read/generated/trace.mjs',
  'validators/translation': 'src/read/generated/translation.mjs',
  'validators/workspace': 'src/read/generated/workspace.mjs',
  'libraries/chalk': 'chalk',
  'libraries/cli-table3': 'cli-table3',
  'libraries/csv-parse': 'csv-parse/sync',
  'libraries/yaml': 'yaml',
};

/** Named as seen from bin/, whose `require` the bundle is given. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve(
      { filter: /^(chalk|cli-table3|csv-parse\/sync|yaml)$|\/generated\/[\w-]+\.mjs$/ },
      ({ path }) => {
        const wanted = path.replace(/^\.+\/(?:.*\/)?generated\//, 'src/read/generated/');
        const name = Object.keys(APART).find((each) => APART[each] === wanted);
        return name === undefined ? undefined : { path: `../dist/${name}.cjs`, external: true };
      },
    );
  },
};

/** commander can start other programs as subcommands. This tool has none, and the module behind it is slow to load. */
const withoutSubprocesses = {
  name: 'without-subprocesses',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('node_modules/commander/') ? { path: 'none', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

async function bundleApart() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(APART).map(([out, path]) => ({ in: path, out })),
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const files = outputFiles.map(({ path, contents }) => ({
    path: relative(root, path).replaceAll('\\', '/'),
    contents,
  }));
  return { files, inputs: Object.keys(metafile.inputs) };
}

async function licences(inputs) {
  const packages = new Set(
    inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  const parts = await Promise.all([...packages].sort().map(licenceOf));
  return `The program in dist/ contains the following libraries.\n\n${parts.join('\n')}`;
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const file = (await readdir(join(root, folder))).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} brings no licence text`);
  const text = await readFile(join(root, folder, file), 'utf8');
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
