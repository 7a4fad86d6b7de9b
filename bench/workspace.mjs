// A workspace of 2,000 bills and 10,000 sheets on the disk: built, built again with nothing changed, and built after one
// sheet has changed. What was merged is counted and held against the bills above the sheet; times are shown for a look.
// `node bench/workspace.mjs [bills] [sheets for each]`

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [bills = 2000, sheetsEach = 5] = process.argv.slice(2).map(Number);
const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'bin', 'loopsheet.js');
const folder = mkdtempSync(join(tmpdir(), 'loopsheet-'));

const below = (index) =>
  [2 * index + 1, 2 * index + 2, 3 * index + 7].filter(
    (each, at, all) => each < bills && all.indexOf(each) === at,
  );

function sheet(id, pvc) {
  return `loopsheet: sheet/1\ncatalogue: circularity-core/2026.1\nid: "${id}"\nrevision: 1\nissued: 2026-01-15
product: { name: Part ${id}, level: component, mass: 1 kg }\nmaker: { name: Maker of ${id} }
answers:\n  inputs.no-pvc: ${pvc}\n  inputs.post-consumer-recycled: 25-50\n`;
}

function bill(index) {
  const inputs = [
    ...Array.from({ length: sheetsEach }, (_, each) => `sheet: ../sheets/s${index}-${each}.yaml`),
    ...below(index).map((each) => `bill: b${each}.bill.yaml`),
  ];
  const names = inputs.map((_, at) => `i${at}`).join(', ');
  return `loopsheet: bill/1\nsheet: { id: "b${index}", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-03-02 }
product: { name: Product ${index}, level: product }\nmaker: { name: Maker }\ninputs:
${inputs.map((input, at) => `  i${at}: { ${input}, mass: ${at + 1} kg }\n`).join('')}processes:
  - { effect: join-reversible, takes: [${names}], gives: whole }\n`;
}

mkdirSync(join(folder, 'bills'));
mkdirSync(join(folder, 'sheets'));
writeFileSync(join(folder, 'loopsheet.yaml'), 'loopsheet: workspace/1\n');
for (let index = 0; index < bills; index++) {
  writeFileSync(join(folder, 'bills', `b${index}.bill.yaml`), bill(index));
  for (let each = 0; each < sheetsEach; each++)
    writeFileSync(join(folder, 'sheets', `s${index}-${each}.yaml`), sheet(`s${index}-${each}`, true));
}

function build(what) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [program, 'build', folder], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const built = new Set(
    [...stderr.matchAll(/b(\d+)\.bill\.yaml: built$/gm)].map((match) => Number(match[1])),
  );
  console.log(`${what}: exit ${status}, ${built.size} of ${bills} bills merged, ${seconds.toFixed(1)} s`);
  if (status !== 0) console.log(stderr.slice(-2000));
  return built;
}

build('first');
build('nothing changed');
const changed = Math.floor(bills * 0.7);
const above = new Set([changed]);
for (let index = bills - 1; index >= 0; index--)
  if (below(index).some((each) => above.has(each))) above.add(index);
writeFileSync(join(folder, 'sheets', `s${changed}-0.yaml`), sheet(`s${changed}-0`, false));
const again = build(`one sheet changed, below ${above.size} bills`);
if (again.size !== above.size || [...again].some((each) => !above.has(each))) {
  console.log('others than the bills above it were merged');
  process.exitCode = 1;
}
if (process.env.KEEP === undefined) rmSync(folder, { recursive: true });
