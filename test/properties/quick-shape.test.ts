// The small validator that a start waits for says yes to exactly what the whole one says yes to: a yes of its own would
// let a sheet through that has no shape.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as whole from '../../src/read/generated/sheet.mjs';
import * as quick from '../../src/read/generated/sheet-fits.mjs';
import { plainOf } from '../../src/read/plain.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { holds } from '../generators/runs.ts';

const folder = 'fixtures/graphite-anode/sheets';
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readYaml({ name, text: readFileSync(join(folder, name), 'utf8') }).value)
  .map((tree) => (tree === undefined ? undefined : plainOf(tree)));

/** One part of everything that a sheet may hold. */
const full = {
  loopsheet: 'sheet/1',
  catalogue: 'a/1',
  id: 'x',
  revision: 1,
  issued: '2026-01-01',
  validUntil: '2027-01-01',
  assurance: 'self-declared',
  product: { name: 'a', level: 'material', mass: '1 kg', ids: { gtin: '1' } },
  maker: { name: 'b', ids: { lei: '2' }, site: { name: 'c', country: 'DE' } },
  answers: {
    p: true,
    q: {
      answer: '25-50',
      reason: 'withheld',
      list: 'l/1',
      references: ['r'],
      evidence: [{ title: 't', uri: 'u', sha256: 'a'.repeat(64) }],
      assurance: { level: 'third-party', by: 'y', scheme: 's', date: '2026-01-01' },
      custody: 'segregated',
      note: 'n',
    },
  },
  quantities: { m: '40..60 g', n: { atLeast: '1 %', lessThan: '2 %' } },
  composition: [
    { material: 'steel', share: '90 %', substances: [{ name: 'lead', cas: '7439-92-1', share: '1 %' }] },
  ],
  inputs: [{ id: 'i', revision: 1, sha256: 'b'.repeat(64) }],
};

const strange = fc.constantFrom<unknown>(
  null, true, 0, 1, -1, 1.5, '', 'x', 'true', '2026', 'a'.repeat(64), [], [null], ['x'], {}, { x: 1 },
  { answer: true }, { title: 't' }, { name: 'n' }, { atLeast: '1 %' }, { level: 'third-party' },
); // biome-ignore format: a table of values

interface Change {
  readonly at: readonly number[];
  readonly value: unknown;
  readonly kind: 'replace' | 'remove' | 'add' | 'rename';
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
  value: strange,
  kind: fc.constantFrom('replace', 'remove', 'add', 'rename'),
});

function changed(value: unknown, { at, value: other, kind }: Change, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return kind === 'replace' ? other : value;
  const entries = Object.entries(value);
  const chosen = (at[depth] ?? 0) % (entries.length + 1);
  const [key, inside] = entries[chosen] ?? ['', undefined];
  const isEnd = depth === at.length - 1 || inside === undefined;
  const others = entries.filter((_, index) => index !== chosen);
  const made = ((): [string, unknown][] => {
    if (!isEnd)
      return entries.map(([name, each]) => [
        name,
        name === key ? changed(each, { at, value: other, kind }, depth + 1) : each,
      ]);
    if (kind === 'remove') return others;
    if (kind === 'rename') return [...others, [`${key}s`, inside]];
    if (kind === 'add') return [...entries, ['added', other]];
    return [...others, [key, other]];
  })();
  return Array.isArray(value) ? made.map(([, each]) => each) : Object.fromEntries(made);
}

test('the small validator of sheets agrees with the whole one on every change of a sheet', () => {
  let [kept, refused] = [0, 0];
  holds(
    4000,
    fc.tuple(fc.constantFrom(full, ...sheets), fc.array(change, { maxLength: 3 })),
    ([sheet, changes]) => {
      const document = changes.reduce<unknown>((each, next) => changed(each, next), sheet);
      const fits = whole.validate(document);
      if (fits) kept++;
      else refused++;
      expect(quick.validate(document)).toBe(fits);
    },
    ([, changes]) => JSON.stringify(changes),
  );
  expect(Math.min(kept, refused)).toBeGreaterThan(0);
  expect(whole.validate(full)).toBe(true);
});
