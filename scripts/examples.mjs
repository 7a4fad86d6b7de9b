// Puts the real output of every gallery case into the page about its finding, and lists the pages. Tests fail when
// they drift.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript, root } from './build/import-typescript.mjs';

const { codes } = await importTypeScript('src/core/text/codes.ts');
const pages = join(root, 'docs', 'codes');
const CONSOLE = /(?<=^```console\n)[\s\S]*?(?=^```$)/m;

for (const file of readdirSync(pages, { recursive: true, encoding: 'utf8' }).sort()) {
  const folder = join(root, 'fixtures', 'findings', file.replace(/\.md$/, ''));
  if (!file.endsWith('.md') || !existsSync(join(folder, 'stdout.txt'))) continue;
  const shown = ['cmd.txt', 'stdout.txt', 'stderr.txt'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  const page = readFileSync(join(pages, file), 'utf8');
  write(
    file,
    page.replace(CONSOLE, () => shown.join('')),
  );
}

const rows = Object.entries(codes).map(
  ([code, { severity, title }]) => `| [\`${code}\`](${code}.md) | ${severity} | ${title} |\n`,
);
write(
  'README.md',
  `# Finding codes

A code is stable: it is never renamed and never used for anything else. \`loopsheet code\` prints the same pages.

An **error** makes \`validate\` fail and stops a \`merge\`. A **warning** does so only with \`--fail-on warning\`. A **note** never does.

| code | severity | what is found |
|---|---|---|
${rows.join('')}`,
);

function write(file, text) {
  const path = join(pages, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  console.log(`docs/codes/${file}`);
}
