// How long one small validation takes as a whole process, against a bare `node -e 0`. Runs alternate, so that a busy
// machine slows both alike; the ratio of the medians is what counts. Fails when it is above the target.

import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = 2.0;
const RUNS = Number(process.argv[2] ?? 21);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sheet = join(root, 'bench', 'one.yaml');
const env = { PATH: process.env.PATH ?? '' };

const candidates = {
  'node -e 0': ['-e', '0'],
  'loopsheet validate one.yaml': [join(root, 'bin', 'loopsheet.js'), 'validate', sheet],
  'loopsheet --version': [join(root, 'bin', 'loopsheet.js'), '--version'],
};

function time(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { env, cwd: root });
  const end = process.hrtime.bigint();
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(end - start) / 1e6;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const times = new Map(Object.keys(candidates).map((name) => [name, []]));
for (const args of Object.values(candidates)) time(args);
for (let run = 0; run < RUNS; run++) {
  for (const [name, args] of Object.entries(candidates)) times.get(name).push(time(args));
}

const bare = median(times.get('node -e 0'));
console.log(`medians of ${RUNS} alternating runs, node ${process.version}`);
for (const [name, all] of times) {
  const middle = median(all);
  console.log(
    `  ${name.padEnd(30)} ${middle.toFixed(1).padStart(7)} ms  ${(middle / bare).toFixed(2)} x bare node`,
  );
}
const ratio = median(times.get('loopsheet validate one.yaml')) / bare;
console.log(`target: at most ${TARGET.toFixed(1)} x for one small sheet`);
if (ratio > TARGET) {
  console.log('the target is missed');
  process.exitCode = 1;
}
