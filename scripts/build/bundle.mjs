// The bundle in dist/ and the licences of everything that went into it.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './import-typescript.mjs';

/**
 * One file, since opening many costs more than reading one, and CommonJS, since starting the loader of modules costs a
 * quarter of a bare start of Node. It opens with a mark of its content, by which its compiled form is found.
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
    plugins: [withoutSubprocesses],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const [{ text }] = outputFiles;
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const main = { path: 'dist/main.cjs', contents: `/*${mark}*/${text}` };
  return {
    mark,
    files: [{ path: 'THIRD-PARTY-LICENSES', contents: await licences(metafile) }, main],
  };
}

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

async function licences(metafile) {
  const inputs = Object.keys(metafile.inputs);
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
