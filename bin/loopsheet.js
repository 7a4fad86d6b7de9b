#!/usr/bin/env node
// Starts dist/main.cjs, with its compiled form beside it if there is one for exactly this text. V8 refuses one that was
// made by another version of itself, and then compiles as usual.

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const folder = join(__dirname, '..', 'dist');
const filename = join(folder, 'main.cjs');
const text = readFileSync(filename, 'latin1');

function compiledForm() {
  try {
    return readFileSync(join(folder, `main-${text.slice(2, 18)}.cache`));
  } catch {
    // Without it the program starts more slowly, and runs the same.
    return undefined;
  }
}

new Script(text, { filename, cachedData: compiledForm() }).runInThisContext()(require, folder);
