import { expect, test } from 'vitest';
import { holdBills, type LoadedBill, loadBillWithInputs } from '../../src/cli/bills.ts';
import { builtInCatalogues } from '../../src/cli/catalogues.ts';
import { sha256 } from '../../src/io/sha256.ts';
import { bytesOf, CWD, contextFor } from '../setup/run.ts';

const sheet = (id: string, revision = 1, answers = 'inputs.no-pvc: true'): string =>
  `loopsheet: sheet/1\ncatalogue: circularity-core/2026.1\nid: ${id}\nrevision: ${revision}\nissued: 2026-05-04\nproduct: { name: Rod, level: material }\nmaker: { name: Kuparila }\nanswers: { ${answers} }\n`;

const bill = (inputs: string): string =>
  `loopsheet: bill/1\nsheet: { id: wire:1, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }\nproduct: { name: Wire, level: material, mass: 1 kg }\nmaker: { name: Draatti }\ninputs:\n${inputs}`;

async function load(files: Readonly<Record<string, string>>, name: string, cwd = CWD) {
  const context = { ...contextFor({ files }), cwd };
  const desk = { context, catalogues: builtInCatalogues(context), texts: new Map<string, string>() };
  const { value, findings } = await loadBillWithInputs(desk, { name, path: `${CWD}/${name}`, met: false });
  return { value, codes: findings.map((each) => each.code), findings };
}

const kinds = (loaded: LoadedBill | undefined) =>
  [...(loaded?.inputs ?? [])].map(([name, input]) => [
    name,
    input.kind,
    input.kind === 'sheet' ? input.file : '',
  ]);

test('inputs are found by path, by id with the highest revision, and not at all where none was sent', async () => {
  const { value, codes } = await load(
    {
      'wire.bill.yaml': bill(
        '  a: { sheet: sheets/rod.yaml, mass: 1 kg }\n  b: { sheet: "urn:rod:2", mass: 1 kg }\n  c: { sheet: none, mass: 1 kg }\n',
      ),
      'sheets/rod.yaml': sheet('"urn:rod:1"'),
      'deep/er/old.yaml': sheet('"urn:rod:2"', 1),
      'deep/er/new.yaml': sheet('"urn:rod:2"', 3),
    },
    'wire.bill.yaml',
  );
  expect(codes).toEqual([]);
  expect(kinds(value)).toEqual([
    ['a', 'sheet', 'sheets/rod.yaml'],
    ['b', 'sheet', 'deep/er/new.yaml'],
    ['c', 'none', ''],
  ]);
  expect(value?.read.toSorted()).toEqual(
    ['deep/er/new.yaml', 'sheets/rod.yaml', 'wire.bill.yaml'].map((file) => `${CWD}/${file}`),
  );
});

test('the digest is that of the bytes', async () => {
  const text = sheet('x');
  const { value } = await load(
    { 'wire.bill.yaml': bill('  a: { sheet: rod.yaml, mass: 1 kg }\n'), 'rod.yaml': text },
    'wire.bill.yaml',
  );
  const input = value?.inputs.get('a');
  expect(input?.kind === 'sheet' && input.sha256).toBe(sha256(bytesOf(text)));
});

test('a bill that two others use is read once, and is one value', async () => {
  const { value, codes } = await load(
    {
      'wire.bill.yaml': bill(
        '  a: { bill: a.bill.yaml, mass: 1 kg }\n  b: { bill: b.bill.yaml, mass: 1 kg }\n',
      ),
      'a.bill.yaml': bill('  rod: { bill: rod.bill.yaml, mass: 1 kg }\n'),
      'b.bill.yaml': bill('  rod: { bill: rod.bill.yaml, mass: 1 kg }\n'),
      'rod.bill.yaml': bill('  ore: { sheet: lost.yaml, mass: 1 kg }\n'),
    },
    'wire.bill.yaml',
  );
  const rods = ['a', 'b'].map((name) => {
    const input = value?.inputs.get(name);
    const rod = input?.kind === 'bill' ? input.child.inputs.get('rod') : undefined;
    return rod?.kind === 'bill' ? rod.child : undefined;
  });
  expect(rods[0]).toBe(rods[1]);
  expect(codes).toEqual(['bill/missing-sheet']);
});

test('a circle is told as the way round, from wherever it starts', async () => {
  const files = {
    'a.bill.yaml': bill('  x: { bill: sub/b.bill.yaml, mass: 1 kg }\n'),
    'sub/b.bill.yaml': bill('  x: { bill: c.bill.yaml, mass: 1 kg }\n'),
    'sub/c.bill.yaml': bill('  x: { bill: b.bill.yaml, mass: 1 kg }\n'),
  };
  const { findings } = await load(files, 'a.bill.yaml');
  expect(findings.map((each) => each.message)).toEqual([
    'the bill contains itself: `sub/b.bill.yaml` -> `sub/c.bill.yaml` -> `sub/b.bill.yaml`',
  ]);
  const itself = await load(
    { 'a.bill.yaml': bill('  x: { bill: a.bill.yaml, mass: 1 kg }\n') },
    'a.bill.yaml',
  );
  expect(itself.findings.map((each) => each.message)).toEqual([
    'the bill contains itself: `a.bill.yaml` -> `a.bill.yaml`',
  ]);
});

test.each([
  ['../rod.yaml', `${CWD}/bills`, ['bill/outside-reference']],
  ['../rod.yaml', CWD, []],
  ['/case/rod.yaml', CWD, ['bill/outside-reference']],
  ['C:/rod.yaml', CWD, ['bill/outside-reference']],
  ['"..\\\\rod.yaml"', CWD, ['bill/outside-reference']],
  ['"file:///case/rod.yaml"', CWD, ['bill/outside-reference']],
  ['"https://example.org/rod.yaml"', CWD, ['bill/missing-sheet']],
  ['../../../etc/passwd', CWD, ['bill/outside-reference']],
  ['./../bills/../rod.yaml', CWD, ['read/wrong-value']],
  ['./.././rod.yaml', CWD, []],
  ['../rod.yaml', '/', ['bill/outside-reference']],
])('a reference to %s from %s', async (reference, cwd, codes) => {
  const files = {
    'bills/wire.bill.yaml': bill(`  a: { sheet: ${reference}, mass: 1 kg }\n`),
    'rod.yaml': sheet('x'),
  };
  expect((await load(files, 'bills/wire.bill.yaml', cwd)).codes).toEqual(codes);
});

test('a run from the root of the disk still finds what lies below the bill', async () => {
  const files = { 'wire.bill.yaml': bill('  a: { sheet: rod.yaml, mass: 1 kg }\n'), 'rod.yaml': sheet('x') };
  const { value, codes } = await load(files, 'wire.bill.yaml', '/');
  expect([kinds(value), codes]).toEqual([[['a', 'sheet', 'case/rod.yaml']], []]);
});

test('of several contents of one edition none is taken, and all are named', async () => {
  const files = {
    'wire.bill.yaml': bill('  a: { sheet: "urn:rod", mass: 1 kg }\n'),
    'b/rod.yaml': sheet('"urn:rod"', 2),
    'a/rod.yaml': sheet('"urn:rod"', 2, 'inputs.no-pvc: false'),
    'c/copy.yaml': sheet('"urn:rod"', 2),
    'old.yaml': sheet('"urn:rod"', 1),
  };
  const { value, findings } = await load(files, 'wire.bill.yaml');
  expect(kinds(value)).toEqual([['a', 'none', '']]);
  expect(
    findings.map(({ code, data, related }) => [code, data['files'], related.map(({ at }) => at.source)]),
  ).toEqual([['sheet/edition-conflict', ['a/rod.yaml', 'b/rod.yaml'], ['a/rod.yaml', 'b/rod.yaml']]]);
});

test('a copy of the same bytes is no other content', async () => {
  const files = {
    'wire.bill.yaml': bill('  a: { sheet: "urn:rod", mass: 1 kg }\n'),
    'a/rod.yaml': sheet('"urn:rod"', 2),
    'b/rod.yaml': sheet('"urn:rod"', 2),
  };
  const { value, codes } = await load(files, 'wire.bill.yaml');
  expect([kinds(value), codes]).toEqual([[['a', 'sheet', 'a/rod.yaml']], []]);
});

test.each([
  ['revision: 3', 'issued: soon', 'read/bad-date'],
  ['revision: third', 'issued: 2026-01-01', 'read/wrong-value'],
])(
  'a newest edition that is broken is told, not passed over for an older one: %s, %s',
  async (revision, issued, code) => {
    const broken = sheet('"urn:rod"', 1)
      .replace(/revision: .*/, revision)
      .replace(/issued: .*/, issued);
    const files = {
      'wire.bill.yaml': bill('  a: { sheet: "urn:rod", mass: 1 kg }\n'),
      'a/rod.yaml': sheet('"urn:rod"', 2),
      'b/rod.yaml': broken,
    };
    const { value, findings } = await load(files, 'wire.bill.yaml');
    const input = value?.inputs.get('a');
    const found = [...findings, ...(input?.kind === 'sheet' ? input.findings : [])];
    expect(found.map((each) => [each.code, each.at?.source])).toEqual([[code, 'b/rod.yaml']]);
  },
);

test('what is missing is named with what is near', async () => {
  const files = {
    'wire.bill.yaml': bill(
      '  a: { sheet: copper-rd.yaml, mass: 1 kg }\n  b: { sheet: rod:21, mass: 1 kg }\n',
    ),
    'copper-rod.yaml': sheet('rod:12'),
  };
  const { findings } = await load(files, 'wire.bill.yaml');
  expect(findings.map((each) => each.help[0])).toEqual([
    'did you mean `copper-rod.yaml`?',
    'did you mean `rod:12`?',
  ]);
});

test('a sheet that cannot be read stops the merge; one that is wrong in part does not', async () => {
  const files = {
    'wire.bill.yaml': bill(
      '  a: { sheet: broken.yaml, mass: 1 kg }\n  b: { sheet: partly.yaml, mass: 1 kg }\n  c: { sheet: other.bill.yaml, mass: 1 kg }\n',
    ),
    'broken.yaml': 'loopsheet: sheet/1\nanswers: [\n',
    'partly.yaml': sheet('x', 1, 'inputs.no-pcv: true'),
    'other.bill.yaml': bill('  a: { sheet: none, mass: 1 kg }\n'),
  };
  const { value, codes } = await load(files, 'wire.bill.yaml');
  expect(codes).toEqual(['read/syntax', 'read/wrong-kind']);
  const partly = value?.inputs.get('b');
  expect(partly?.kind === 'sheet' && partly.findings.map((each) => each.code)).toEqual([
    'sheet/unknown-statement',
  ]);
});

/** A bill over a bill over ..., each made of the one before. */
const tower = (tiers: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: tiers }, (_, tier) => [
      `t${tier}.bill.yaml`,
      bill(
        tier === 0
          ? '  ore: { sheet: none, mass: 1 kg }\n'
          : `  below: { bill: t${tier - 1}.bill.yaml, mass: 1 kg }\n`,
      ),
    ]),
  );

test('64 bills may follow one another, and not one more', async () => {
  expect((await load(tower(64), 't63.bill.yaml')).codes).toEqual([]);
  const { codes, findings } = await load(tower(65), 't64.bill.yaml');
  expect(codes).toEqual(['bill/too-deep']);
  expect(findings[0]?.at?.source).toBe('t1.bill.yaml');
});

test('a bill that was read on a short way counts on a long one as well', async () => {
  const top = bill(
    '  short: { bill: t62.bill.yaml, mass: 1 kg }\n  long: { bill: other.bill.yaml, mass: 1 kg }\n',
  );
  const other = bill('  t: { bill: t62.bill.yaml, mass: 1 kg }\n');
  const { codes, findings } = await load(
    { ...tower(64), 'other.bill.yaml': other, 'top.bill.yaml': top },
    'top.bill.yaml',
  );
  expect(codes).toEqual(['bill/too-deep']);
  expect(findings[0]?.at?.source).toBe('top.bill.yaml');
});

test('what one run holds serves every bill over it; what has errors is read anew each time', async () => {
  const read: string[] = [];
  const context = contextFor({
    files: {
      'rod.yaml': sheet('rod'),
      'wire.bill.yaml': bill('  a: { sheet: rod.yaml, mass: 1 kg }\n'),
      'cable.bill.yaml': bill('  a: { bill: wire.bill.yaml, mass: 1 kg }\n').replace('wire:1', 'cable:1'),
      'left.bill.yaml': bill('  a: { bill: right.bill.yaml, mass: 1 kg }\n').replace('wire:1', 'left:1'),
      'right.bill.yaml': bill('  a: { bill: left.bill.yaml, mass: 1 kg }\n').replace('wire:1', 'right:1'),
    },
  });
  const files: typeof context.files = {
    ...context.files,
    read: (path, most) => {
      read.push(path.slice(CWD.length + 1));
      return context.files.read(path, most);
    },
  };
  const desk = {
    context: { ...context, files },
    catalogues: builtInCatalogues(context),
    texts: new Map<string, string>(),
  };
  const held = holdBills();
  const loadHeld = async (name: string) => {
    const { findings } = await loadBillWithInputs(desk, { name, path: `${CWD}/${name}`, met: false }, held);
    return findings.map(({ message }) => message);
  };
  for (const name of ['wire.bill.yaml', 'cable.bill.yaml', 'wire.bill.yaml', 'cable.bill.yaml'])
    expect(await loadHeld(name)).toEqual([]);
  expect(read).toEqual(['wire.bill.yaml', 'rod.yaml', 'cable.bill.yaml']);
  expect(await loadHeld('left.bill.yaml')).toEqual([
    'the bill contains itself: `left.bill.yaml` -> `right.bill.yaml` -> `left.bill.yaml`',
  ]);
  expect(await loadHeld('right.bill.yaml')).toEqual([
    'the bill contains itself: `right.bill.yaml` -> `left.bill.yaml` -> `right.bill.yaml`',
  ]);
});
