// The quick reader of plain YAML on documents of the project; test/properties has the laws.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readYaml } from '../../src/read/yaml.ts';
import { readPlainYaml } from '../../src/read/yaml-plain.ts';
import { root } from '../setup/run.ts';

const read = (file: string) => ({ name: file, text: readFileSync(join(root, 'fixtures', file), 'utf8') });

const examples = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(graphite-anode|copper-harness)\/.*\.yaml$/.test(file));

test.each(examples)('%s needs no other reader, and reads the same', (file) => {
  const source = read(file);
  expect(readPlainYaml(source)).toEqual(readYaml(source).value);
});

test.each([
  ['a tab', 'a:\tb\n'],
  ['a carriage return', 'a: b\r\n'],
  ['a byte order mark', '\ufeffa: b\n'],
  ['a directive', '%YAML 1.1\n---\na: b\n'],
  ['an anchor', 'a: &b c\n'],
  ['an alias', 'a: *b\n'],
  ['a tag', 'a: !b c\n'],
  ['a block scalar', 'a: |\n  b\n'],
  ['a value on several lines', 'a: b\n  c\n'],
  ['a key that is repeated', 'a: b\na: c\n'],
  ['a reserved key', '__proto__: b\n'],
  ['a key without a value', 'a:\n'],
  ['an escape', 'a: "b\\n"\n'],
  ['a doubled quote', "a: 'it''s'\n"],
  ['a bracket that is not closed', 'a: [b\n'],
  ['a comma too many', 'a: [b, ]\n'],
  ['nothing', ''],
  ['a comment alone', '# note\n'],
  ['a scalar alone', 'a\n'],
  ['a comment beside its block', 'a: x\n  # note\n'],
])('%s is left to the full reader', (_, text) => {
  expect(readPlainYaml({ name: 'a.yaml', text })).toBe(undefined);
});

test('a document nested deeper than the limit is left to the full reader', () => {
  const deep = `a: ${'['.repeat(70)}${']'.repeat(70)}\n`;
  expect(readPlainYaml({ name: 'a.yaml', text: deep })).toBe(undefined);
  const blocks = Array.from({ length: 70 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
  expect(readPlainYaml({ name: 'a.yaml', text: `${blocks} b\n` })).toBe(undefined);
});
