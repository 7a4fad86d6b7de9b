// Runs the bundle as bin/loopsheet.js does, on one small sheet, and keeps what V8 has compiled by then.

const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { loadProgram } = require('../../bin/load-program.js');

const [, , target] = process.argv;
const { script, start } = loadProgram();
process.argv = [process.argv[0], 'loopsheet', 'validate', '--quiet', join('bench', 'one.yaml')];
process.on('exit', () => writeFileSync(target, script.createCachedData()));
start();
