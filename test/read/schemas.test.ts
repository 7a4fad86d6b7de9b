import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishedSchemas } from '../../src/read/schemas/schemas.ts';
import { documentKinds } from '../../src/read/validator.ts';
import { schemaNodes } from '../samples/schema-nodes.ts';

describe('schemas', () => {
  const published = publishedSchemas();

  test('there is one per kind of document', () => {
    expect(published.map(({ file }) => file)).toEqual(documentKinds.map((kind) => `${kind}-1.schema.json`));
    expect(readdirSync('schemas').sort()).toEqual(published.map(({ file }) => file));
  });

  test.each(published)('$file is what the models say (else: npm run generate)', ({ file, text }) => {
    expect(readFileSync(`schemas/${file}`, 'utf8')).toBe(text);
  });

  test.each(published)('$file describes everything in it', ({ file, text }) => {
    const undescribed = schemaNodes(JSON.parse(text), file).filter(
      ({ path, schema }) =>
        schema['description'] === undefined &&
        // These say all there is to say: a reference, one fixed word, one of several branches, anything at all.
        schema['$ref'] === undefined &&
        schema['const'] === undefined &&
        !path.endsWith('|') &&
        Object.keys(schema).length > 0,
    );
    expect(undescribed.map(({ path }) => path)).toEqual([]);
  });

  test.each(published)('$file takes no unknown keys', ({ file, text }) => {
    const open = schemaNodes(JSON.parse(text), file).filter(
      ({ schema }) => schema['properties'] !== undefined && schema['additionalProperties'] !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });
});
