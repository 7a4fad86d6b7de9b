// A build of what has changed comes to the same bytes as a build of everything, whatever was done in between: edits,
// files that come, go and move, outputs changed by hand, and builds that were killed halfway.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Files } from '../../src/io/files.ts';
import { sha256 } from '../../src/io/sha256.ts';
import { runs } from '../generators/runs.ts';
import { sheet } from '../support/merging.ts';
import { PROJECT, type Session, session } from '../support/session.ts';

type Disk = Map<string, Uint8Array>;

const encoder = new TextEncoder();
const write = (disk: Disk, name: string, text: string): void => {
  disk.set(`${PROJECT}/${name}`, encoder.encode(text));
};
const read = (disk: Disk, name: string): string | undefined => {
  const bytes = disk.get(`${PROJECT}/${name}`);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

const supplier = (id: string, pvc: string): string => sheet(id, `  inputs.no-pvc: ${pvc}\n`);

const bill = (id: string, inputs: readonly string[], mass: number): string => `loopsheet: bill/1
sheet: { id: "${id}", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: ${id}, level: product }
maker: { name: Maker }
inputs:
${inputs.map((input, index) => `  i${index}: { ${input}, mass: ${mass} kg }\n`).join('')}processes:
  - { effect: assemble, takes: [${inputs.map((_, index) => `i${index}`).join(', ')}], gives: whole }
answers:
  product.gtin-given: false
`;

/** Several ways in which one bill leads to another: by its path, by the path of its sheet, and by the sheet's id. */
const BILLS: Readonly<Record<string, (mass: number) => string>> = {
  'wire.bill.yaml': (mass) => bill('wire', ['sheet: rod.yaml', 'sheet: coat'], mass),
  'cable.bill.yaml': (mass) => bill('cable', ['bill: wire.bill.yaml', 'sheet: rod.yaml'], mass),
  'plug.bill.yaml': (mass) => bill('plug', ['sheet: pin.yaml', 'sheet: wire'], mass),
  'cord.bill.yaml': (mass) => bill('cord', ['sheet: out/cable.sheet.yaml', 'bill: plug.bill.yaml'], mass),
};
const SHEETS: Readonly<Record<string, string>> = {
  'rod.yaml': 'rod',
  'coat.yaml': 'coat',
  'pin.yaml': 'pin',
};

function workspace(): Disk {
  const disk: Disk = new Map();
  write(disk, 'loopsheet.yaml', 'loopsheet: workspace/1\nreports: [markdown]\n');
  for (const [name, id] of Object.entries(SHEETS)) write(disk, name, supplier(id, 'true'));
  for (const [name, text] of Object.entries(BILLS)) write(disk, name, text(1));
  return disk;
}

type Edit = (disk: Disk) => void;

const sheetName = fc.constantFrom(...Object.keys(SHEETS));
const billName = fc.constantFrom(...Object.keys(BILLS));
const output = fc.constantFrom(
  'out/wire.sheet.yaml',
  'out/cable.trace.json',
  'out/plug.md',
  'out/cord.sheet.yaml',
);

type NamedEdit = readonly [what: string, edit: Edit];

/** What a maker or a supplier does. */
const sourceEdits: fc.Arbitrary<NamedEdit> = fc.oneof(
  fc
    .tuple(sheetName, fc.constantFrom('true', 'false', 'unknown'))
    .map(
      ([name, pvc]): NamedEdit => [
        `${name} says ${pvc}`,
        (disk) => write(disk, name, supplier(SHEETS[name] ?? '', pvc)),
      ],
    ),
  fc
    .tuple(billName, fc.integer({ min: 1, max: 3 }))
    .map(
      ([name, mass]): NamedEdit => [
        `${name} takes ${mass} kg`,
        (disk) => write(disk, name, BILLS[name]?.(mass) ?? ''),
      ],
    ),
  fc.tuple(billName, fc.integer({ min: 0, max: 9 })).map(
    ([name, note]): NamedEdit => [
      `${name} gets a comment`,
      (disk) => {
        const text = read(disk, name);
        if (text !== undefined) write(disk, name, `${text.replace(/^# .*\n/m, '')}# ${note}\n`);
      },
    ],
  ),
  sheetName.map((name): NamedEdit => [`${name} goes`, (disk) => void disk.delete(`${PROJECT}/${name}`)]),
  billName.map((name): NamedEdit => [`${name} goes`, (disk) => void disk.delete(`${PROJECT}/${name}`)]),
  billName.map(
    (name): NamedEdit => [
      `${name} moves`,
      (disk) => {
        const text = read(disk, name);
        if (text === undefined) return;
        disk.delete(`${PROJECT}/${name}`);
        write(disk, name.replace('.bill', '-moved.bill'), text);
      },
    ],
  ),
  sheetName.map(
    (name): NamedEdit => [
      `${name} is touched`,
      (disk) => {
        const text = read(disk, name);
        if (text !== undefined) write(disk, name, text);
      },
    ],
  ),
);

const stemOf = (name: string): string => name.replace('.bill.yaml', '');

/** What the advice of the tool itself may come to. */
const detours: fc.Arbitrary<NamedEdit> = fc.oneof(
  billName.map(
    (name): NamedEdit => [
      `${name} goes with all that was made of it`,
      (disk) => {
        disk.delete(`${PROJECT}/${name}`);
        for (const path of [...disk.keys()])
          if (path.startsWith(`${PROJECT}/out/${stemOf(name)}.`)) disk.delete(path);
      },
    ],
  ),
  billName.map(
    (name): NamedEdit => [
      `${name} cannot be read`,
      (disk) => write(disk, name, (read(disk, name) ?? '').replace('2026.1', '2026.2')),
    ],
  ),
);

/** Git does so where two branches change different inputs. */
const mergedLock: fc.Arbitrary<NamedEdit> = sheetName.map(
  (name): NamedEdit => [
    `the lock takes ${name} for what is there now`,
    (disk) => {
      const text = read(disk, name);
      const lock = read(disk, 'loopsheet.lock.json');
      if (text === undefined || lock === undefined) return;
      const known = new RegExp(`("file": "${name}",[^}]*"sha256": ")\\w+`, 'g');
      write(disk, 'loopsheet.lock.json', lock.replaceAll(known, `$1${sha256(encoder.encode(text))}`));
    },
  ],
);

const edits: fc.Arbitrary<NamedEdit> = fc.oneof(
  { weight: 3, arbitrary: sourceEdits },
  detours,
  mergedLock,
  output.map(
    (name): NamedEdit => [
      `${name} is changed by hand`,
      (disk) => write(disk, name, `${read(disk, name) ?? ''}# by hand\n`),
    ],
  ),
  output.map((name): NamedEdit => [`${name} goes`, (disk) => void disk.delete(`${PROJECT}/${name}`)]),
  fc.constant<NamedEdit>(['the lock goes', (disk) => void disk.delete(`${PROJECT}/loopsheet.lock.json`)]),
);

class Killed extends Error {}

/** Dies at a write; those before it are done. */
const dyingAt =
  (last: number) =>
  (files: Files): Files => {
    let writes = 0;
    return {
      ...files,
      write: (news) => {
        writes += 1;
        if (writes > last) throw new Killed();
        return files.write(news);
      },
    };
  };

const stepsOf = (
  edit: fc.Arbitrary<NamedEdit>,
): fc.Arbitrary<readonly (readonly [readonly NamedEdit[], number | null])[]> =>
  fc.array(
    fc.tuple(
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    ),
    { minLength: 1, maxLength: 5 },
  );

const contents = (disk: Disk): Readonly<Record<string, string>> =>
  Object.fromEntries([...disk.keys()].sort().map((path) => [path, new TextDecoder().decode(disk.get(path))]));

async function buildKilled(disk: Disk, last: number): Promise<void> {
  await session(['build'], disk, { around: dyingAt(last) }).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

const summaryOf = ({ stderr }: Session): string => stderr.trimEnd().split('\n').at(-1) ?? '';

test('incremental = clean', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(edits), async (steps) => {
      const disk = workspace();
      await session(['build'], disk);
      for (const [changes, killedAt] of steps) {
        for (const [, change] of changes) change(disk);
        if (killedAt !== null) await buildKilled(disk, killedAt);
        const fresh: Disk = new Map(disk);
        const built = await session(['build'], disk);
        const anew = await session(['build', '--fresh'], fresh);
        expect(contents(disk)).toEqual(contents(fresh));
        // Of what is built again the warnings are told again.
        expect(built.exit).toBe(anew.exit);
        const before = contents(disk);
        const again = await session(['build'], disk);
        expect(contents(disk)).toEqual(before);
        expect(summaryOf(again)).toMatch(/^built 0 bills|^nothing was built/);
        const checked = await session(['build', '--check'], disk);
        expect(checked.exit).toBe(again.exit);
        // How a build ends depends on how things stand, not on which run met a warning first.
        const strict = await session(['build', '--check', '--fail-on', 'warning'], disk);
        expect(strict.exit).toBe(
          (await session(['build', '--fresh', '--check', '--fail-on', 'warning'], disk)).exit,
        );
        expect(contents(disk)).toEqual(before);
      }
    }),
    { numRuns: runs(15) },
  );
});

/** Editions by id and revision, as they lie in the output folder. */
function editionsOn(disk: Disk): ReadonlyMap<string, string> {
  const editions = new Map<string, string>();
  for (const [path, text] of Object.entries(contents(disk))) {
    const [, id] = /^id: (.*)$/m.exec(text) ?? [];
    const [, revision] = /^revision: (.*)$/m.exec(text) ?? [];
    if (path.endsWith('.sheet.yaml')) editions.set(`${id}:${revision}`, text);
  }
  return editions;
}

test('one revision has one content, even where builds are killed', async () => {
  await fc.assert(
    fc.asyncProperty(stepsOf(fc.oneof(sourceEdits, detours)), async (steps) => {
      const disk = workspace();
      const published = new Map<string, string>();
      for (const [changes, killedAt] of [[[], null] as const, ...steps]) {
        for (const [, change] of changes) change(disk);
        if (killedAt === null) await session(['build'], disk);
        else await buildKilled(disk, killedAt);
        for (const [edition, text] of editionsOn(disk)) {
          expect([edition, published.get(edition) ?? text]).toEqual([edition, text]);
          published.set(edition, text);
        }
      }
    }),
    { numRuns: runs(25) },
  );
});
