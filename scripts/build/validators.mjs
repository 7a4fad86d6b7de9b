// Validators for every kind of document, compiled from the published schemas: nothing is compiled at run time,
// and no validator library is shipped.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvStandalone from 'ajv/dist/standalone/index.js';
import { root } from './import-typescript.mjs';

const standaloneCode = ajvStandalone.default;

/** The kind that a start waits for: nearly every run reads a sheet, and nearly every sheet has its shape. */
const QUICK = 'sheet';

export async function generateValidators() {
  const names = (await readdir(join(root, 'schemas')))
    .filter((name) => name.endsWith('-1.schema.json'))
    .sort();
  const validators = await Promise.all(names.map(generated));
  return validators.flat();
}

async function generated(name) {
  const kind = name.replace('-1.schema.json', '');
  const schema = JSON.parse(await readFile(join(root, 'schemas', name), 'utf8'));
  const whole = { path: `src/read/generated/${kind}.mjs`, contents: compile(schema, TELLING) };
  if (kind !== QUICK) return [whole];
  const quick = compile(withRepeatsOnce(schema), { code: { esm: true, source: true }, inlineRefs: false });
  return [whole, { path: `src/read/generated/${kind}-fits.mjs`, contents: quick }];
}

/** Findings are worded from the schema and the value at the place, which come along with every error. */
const TELLING = { allErrors: true, verbose: true, code: { esm: true, source: true } };

function compile(schema, options) {
  const ajv = new Ajv2020({
    schemas: [schema],
    messages: false,
    ownProperties: true,
    strict: true,
    strictTypes: false,
    // Dates are read by the documents' readers, which say more about them.
    validateFormats: false,
    // Lengths are only ever compared with 1, where the unit does not matter; the option is announced as old.
    unicode: false,
    logger: false,
    ...options,
  });
  const contents = standaloneCode(ajv, { validate: schema.$id });
  if (contents.includes('require(')) throw new Error(`the validator of ${schema.$id} needs ajv at run time`);
  return contents;
}

/**
 * The same schema without what only people read, and each part that occurs more than once as a definition: a third of
 * the code, for a validator that says yes or no.
 */
function withRepeatsOnce(schema) {
  const bare = withoutNotes(schema);
  const counts = new Map();
  countParts(bare, counts);
  const definitions = new Map();
  const shared = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const inside = () =>
      Array.isArray(value)
        ? value.map(shared)
        : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shared(each)]));
    const text = JSON.stringify(value);
    if (!isPart(value) || counts.get(text) < 2) return inside();
    if (!definitions.has(text)) definitions.set(text, inside());
    return { $ref: `#/$defs/shared${[...definitions.keys()].indexOf(text)}` };
  };
  const { $defs, ...rest } = Object.fromEntries(
    Object.entries(bare).map(([key, each]) => [key, shared(each)]),
  );
  const own = [...definitions.values()].map((each, index) => [`shared${index}`, each]);
  return { ...rest, $defs: { ...$defs, ...Object.fromEntries(own) } };
}

const NOTES = ['description', 'examples', 'format'];

function withoutNotes(value, isNames = false) {
  if (Array.isArray(value)) return value.map((each) => withoutNotes(each));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => isNames || !NOTES.includes(key));
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutNotes(each, key === 'properties')]));
}

/** A schema large enough for a function of its own. */
const isPart = (value) =>
  ['properties', 'additionalProperties', 'items', 'anyOf'].some((key) => typeof value[key] === 'object');

function countParts(value, counts) {
  if (typeof value !== 'object' || value === null) return;
  const text = JSON.stringify(value);
  counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.get(text) === 1) for (const each of Object.values(value)) countParts(each, counts);
}
