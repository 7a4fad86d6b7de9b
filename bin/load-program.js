// Loads dist/main.cjs with its compiled form beside it, if there is one for exactly this text; V8 refuses one that was
// made by another version of itself, and then compiles as usual.

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const folder = join(__dirname, '..', 'dist');

exports.loadProgram = () => {
  const filename = join(folder, 'main.cjs');
  const text = readFileSync(filename, 'latin1');
  const mark = text.slice(2, 18);
  let cachedData;
  try {
    cachedData = readFileSync(join(folder, `main-${mark}.cache`));
  } catch {
    // Without it the program starts more slowly, and runs the same.
  }
  const source = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  const script = new Script(source, { filename, cachedData });
  const start = () => script.runInThisContext()({}, require, { exports: {} }, filename, folder);
  return { script, start };
};
