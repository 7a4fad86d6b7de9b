// Runs the bundle on one small sheet, as bin/loopsheet.js does, and keeps what V8 has compiled by then.

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const [node, , target] = process.argv;
const folder = join(__dirname, '..', '..', 'dist');
const filename = join(folder, 'main.cjs');
const script = new Script(readFileSync(filename, 'latin1'), { filename });

process.argv = [node, 'loopsheet', 'validate', join('bench', 'one.yaml')];
process.on('exit', () => writeFileSync(target, script.createCachedData()));
script.runInThisContext()(require, folder);
