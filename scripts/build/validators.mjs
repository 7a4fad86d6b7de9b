// Validators for every kind of document, compiled from the published schemas: nothing is compiled at run time,
// and no validator library is shipped.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import { root } from './import-typescript.mjs';

const standaloneCode = ajvStandalone.default;

export async function generateValidators() {
  const names = (await readdir(join(root, 'schemas')))
    .filter((name) => name.endsWith('-1.schema.json'))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      path: `src/read/generated/${name.replace('-1.schema.json', '.mjs')}`,
      contents: compile(JSON.parse(await readFile(join(root, 'schemas', name), 'utf8'))),
    })),
  );
}

function compile(schema) {
  const ajv = new Ajv2020({
    schemas: [schema],
    allErrors: true,
    // Findings are worded from the schema and the value at the place, which come along with every error.
    verbose: true,
    messages: false,
    ownProperties: true,
    strict: true,
    strictTypes: false,
    // Dates are read by the documents' readers, which say more about them.
    validateFormats: false,
    // Lengths are only ever compared with 1, where the unit does not matter; the option is announced as old.
    unicode: false,
    logger: false,
    code: { esm: true, source: true },
  });
  const contents = standaloneCode(ajv, { validate: schema.$id });
  if (contents.includes('require(')) throw new Error(`the validator of ${schema.$id} needs ajv at run time`);
  return contents;
}
