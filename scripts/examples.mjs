// Puts the real output of every gallery case into the page about its finding. A test fails when they drift.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/import-typescript.mjs';

const pages = join(root, 'docs', 'codes');
const CONSOLE = /(?<=^```console\n)[\s\S]*?(?=^```$)/m;

for (const file of readdirSync(pages, { recursive: true, encoding: 'utf8' }).sort()) {
  const folder = join(root, 'fixtures', 'findings', file.replace(/\.md$/, ''));
  if (!file.endsWith('.md') || !existsSync(join(folder, 'stdout.txt'))) continue;
  const shown = ['cmd.txt', 'stdout.txt', 'stderr.txt'].map((name) =>
    readFileSync(join(folder, name), 'utf8'),
  );
  const page = readFileSync(join(pages, file), 'utf8');
  const next = page.replace(CONSOLE, () => shown.join(''));
  if (next === page) continue;
  writeFileSync(join(pages, file), next);
  console.log(`docs/codes/${file}`);
}
