// A fault of shape in words: one sentence per keyword of the schemas, with a next step taken from what the schema
// says is meant.

import type { Code } from '../core/text/codes.ts';
import { type Fact, type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { askedAs, didYouMean } from '../core/text/suggest.ts';
import { countryMeantBy } from '../core/values/identifiers-countries.ts';
import { keyMeantBy } from './key-words.ts';
import { holderSpan, type Place, valueSpan } from './shape-place.ts';
import { entryOf, type Node } from './tree.ts';
import { unglue } from './unglue.ts';
import type { ShapeError } from './validator.ts';

interface Words {
  readonly message: string;
  readonly help: readonly string[];
  readonly code?: Code;
  readonly at?: Span;
  readonly label?: string;
  readonly data?: { readonly [key: string]: Fact };
}

type Say = (error: ShapeError, place: Place) => Words;

const keywords: Readonly<Record<string, Say>> = {
  required: sayMissing,
  additionalProperties: sayUnknown,
  type: sayType,
  anyOf: sayType,
  enum: sayEnum,
  const: ({ params, parentSchema }, place) => ({
    message: `${nameOf(place)} can only be \`${String(params['allowedValue'])}\``,
    help: [give(parentSchema)],
  }),
  pattern: ({ parentSchema }, place) => ({
    message: `${nameOf(place)} is not ${describe(parentSchema)}`,
    help: respell(place) ?? [give(parentSchema)],
  }),
  minLength: ({ parentSchema }, place) => ({
    message: `${nameOf(place)} is empty`,
    help: [give(parentSchema)],
  }),
  minItems: ({ params, parentSchema }, place) => ({
    message: `${nameOf(place)} needs at least ${entries(Number(params['limit']))}`,
    help: [give(parentSchema)],
  }),
  minimum: ({ params, parentSchema }, place) => ({
    message: `${nameOf(place)} is less than ${String(params['limit'])}`,
    help: [give(parentSchema)],
  }),
  maximum: ({ params, parentSchema }, place) => ({
    message: `${nameOf(place)} is more than ${String(params['limit'])}`,
    help: [give(parentSchema)],
  }),
};

/** Every keyword that the schemas use and that can fail; a test compares it with the schemas. */
export const spokenKeywords: readonly string[] = Object.keys(keywords);

export function describeFault(error: ShapeError, place: Place): Finding {
  const say = Object.hasOwn(keywords, error.keyword) ? keywords[error.keyword] : undefined;
  const fallback: Words = { message: `${nameOf(place)} does not fit`, help: [give(error.parentSchema)] };
  const {
    message,
    code = 'read/wrong-value',
    at = valueSpan(place),
    data,
    ...words
  } = say?.(error, place) ?? fallback;
  return finding(code, message, { at, ...words, data: { path: place.name, ...data } });
}

const nameOf = ({ name }: Place): string => (name === '' ? 'the document' : `\`${name}\``);

const entries = (count: number): string => (count === 1 ? 'one entry' : `${count} entries`);

const describe = (schema: unknown): string =>
  isSchema(schema) && typeof schema['description'] === 'string'
    ? schema['description']
    : 'what is meant here';

const isSchema = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const examplesOf = (schema: unknown): readonly unknown[] =>
  isSchema(schema) && Array.isArray(schema['examples']) ? schema['examples'] : [];

function withExamples(schema: unknown): string {
  const examples = examplesOf(schema).map((example) => `\`${String(example)}\``);
  return examples.length === 0 ? '' : `, for example ${alternatives(examples)}`;
}

/** The values allowed, where the schema lists them. */
function withChoices(schema: unknown): string {
  const listed = isSchema(schema) && Array.isArray(schema['enum']) ? schema['enum'] : [];
  const choices = listed.map((each) => `\`${String(each)}\``);
  return choices.length === 0 ? withExamples(schema) : `, one of ${alternatives(choices)}`;
}

const give = (schema: unknown): string => `give ${describe(schema)}${withExamples(schema)}`;

function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

function sayMissing({ params, parentSchema }: ShapeError, place: Place): Words {
  const key = String(params['missingProperty']);
  const schema = propertiesOf(parentSchema)[key];
  return {
    code: 'read/missing-key',
    message: `${nameOf(place)} lacks the key \`${key}\``,
    at: holderSpan(place),
    help: [`add \`${key}\`: ${describe(schema)}${withChoices(schema)}`],
    data: { key },
  };
}

const propertiesOf = (schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  isSchema(schema['properties']) ? schema['properties'] : {};

function sayUnknown({ params, parentSchema }: ShapeError, place: Place): Words {
  const key = String(params['additionalProperty']);
  const known = Object.keys(propertiesOf(parentSchema));
  const list = known.map((each) => `\`${each}\``).join(', ');
  const at = entryOf(place.node, key)?.keyAt;
  const meant = keyMeantBy(key, known);
  return {
    code: 'read/unknown-key',
    message: `\`${key}\` is not a key of ${nameOf(place)}`,
    ...(at === undefined ? {} : { at }),
    label: 'not a known key',
    help: [
      ...missingSpace(unglue(key)),
      (meant === undefined ? didYouMean(key, known) : askedAs([meant])) ?? `the keys are ${list}`,
    ].slice(0, 1),
    data: { key, known },
  };
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  array: 'a list',
};

/** The types that a schema takes, those of its branches included. */
export function typesOf(schema: unknown): readonly string[] {
  if (!isSchema(schema)) return [];
  const type = schema['type'];
  if (Array.isArray(type)) return type.map(String);
  if (typeof type === 'string') return [type];
  return Array.isArray(schema['anyOf']) ? schema['anyOf'].flatMap(typesOf) : [];
}

function sayType({ parentSchema }: ShapeError, place: Place): Words {
  const types = typesOf(parentSchema);
  const expected = alternatives(types.map((type) => typeNames[type] ?? type));
  const found = foundAs(place.node);
  const message =
    found === 'nothing'
      ? `${nameOf(place)} has no value`
      : `${nameOf(place)} is ${found} where ${expected} is expected`;
  return {
    message,
    help: respell(place) ?? [...rewrite(place.node, types), give(parentSchema)],
    data: { expected: [...types], found },
  };
}

/** A country is often written by its name, or by another of its codes. */
function respell({ name, node }: Place): readonly string[] | undefined {
  const country =
    node.kind === 'scalar' && name.endsWith('site.country') ? countryMeantBy(node.text) : undefined;
  return country === undefined ? undefined : [`write \`${country}\``];
}

function foundAs(node: Node): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a map' : 'a list';
  if (node.type === 'text') return 'text';
  if (node.type === 'number') return `the number ${node.text}`;
  return node.type === 'boolean' ? node.text : 'nothing';
}

const missingSpace = (apart: string | undefined): readonly string[] =>
  apart === undefined ? [] : [`a space is missing after the colon: write \`${apart}\``];

/** A scalar that is right but for its quotes. */
function rewrite(node: Node, types: readonly string[]): readonly string[] {
  if (node.kind !== 'scalar' || node.type === 'null') return [];
  if (node.type !== 'text') return types.includes('string') ? [`put it in quotes: \`"${node.text}"\``] : [];
  if (types.length === 1 && types[0] === 'object' && unglue(node.text) !== undefined)
    return missingSpace(unglue(node.text));
  const isNumber = /^\d+$/.test(node.text) && types.includes('integer');
  const isTruth = /^(?:true|false)$/.test(node.text) && types.includes('boolean');
  return isNumber || isTruth ? [`write it without quotes: \`${node.text}\``] : [];
}

function sayEnum({ params, parentSchema }: ShapeError, place: Place): Words {
  const known = Array.isArray(params['allowedValues']) ? params['allowedValues'].map(String) : [];
  const written = place.node.kind === 'scalar' ? place.node.text : '';
  const near = didYouMean(written, known);
  const list = `give ${describe(parentSchema)}: ${alternatives(known.map((each) => `\`${each}\``))}`;
  return {
    message: `${nameOf(place)} cannot be \`${written}\``,
    help: near === undefined ? [list] : [near, list],
    data: { found: written, known },
  };
}
