import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, runLoopsheet } from '../setup/run.ts';

const harness = readFileSync(join(root, 'fixtures/scenarios/merge/two-tiers/harness.catalogue.yaml'), 'utf8');
const shipped = readFileSync(join(root, 'catalogues/circularity-core-2026.1.yaml'), 'utf8');
const lid = readFileSync(join(root, 'fixtures/scenarios/merge/two-tiers/suppliers/lid.yaml'), 'utf8');
const bill = `loopsheet: bill/1
sheet: { id: can, revision: 1, catalogue: harness/1, issued: 2026-06-01 }
product: { name: Can, level: component }
maker: { name: Lysvik }
inputs:
  lid: { sheet: z/lid.yaml, mass: 1 kg }
`;

const compact = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const { exit, stdout, stderr } = await runLoopsheet(['validate', ...args, '--format', 'compact'], {
    files,
  });
  return { exit, codes: [...stdout.matchAll(/\[(.+?)\]/g)].map((match) => match[1]), stdout, stderr };
};

describe('a catalogue among the documents', () => {
  const files = {
    'a/can.bill.yaml': bill.replace('z/lid', '../z/lid'),
    'm/harness.yaml': harness,
    'z/lid.yaml': lid,
    'b/lid.yaml': lid,
  };

  test.each([['.'], ['**/*.yaml'], ['b/lid.yaml', 'a/can.bill.yaml', 'm/harness.yaml', 'z']])(
    'is known to the sheets and bills of the run: %s %s %s',
    async (...args) => {
      const { exit, codes, stderr } = await compact(files, ...args.filter((each) => each !== undefined));
      expect([exit, codes]).toEqual([0, []]);
      expect(stderr).toMatch(/^checked 2 sheets, 1 bill and 1 catalogue against harness\/1: no findings/);
    },
  );

  test('is known to a sheet on standard input, which is read once', async () => {
    const ran = await runLoopsheet(['validate', '-', 'm/harness.yaml'], { files, stdin: lid });
    expect([ran.exit, ran.stdout]).toEqual([0, '']);
    expect(ran.stderr).toMatch(/^checked 1 sheet and 1 catalogue against harness\/1/);
  });

  test('is not known to a run that does not meet it', async () => {
    expect((await compact(files, 'b', 'z')).codes).toEqual([
      'sheet/unknown-catalogue',
      'sheet/unknown-catalogue',
    ]);
  });

  test('is not relied on when it is wrong itself', async () => {
    const broken = { ...files, 'm/harness.yaml': harness.replace(/^id: harness$/m, 'id: 5') };
    const { exit, codes } = await compact(broken, 'm', 'z');
    expect([exit, codes]).toEqual([1, ['read/wrong-value', 'sheet/unknown-catalogue']]);
  });

  test('may be a copy, or the one that is named as an option, but not another content', async () => {
    const copies = { ...files, 'n/copy.yaml': `# a copy\n${harness}`, 'core.yaml': shipped };
    expect(await compact(copies, '.', '--catalogue', 'm/harness.yaml')).toMatchObject({ exit: 0, codes: [] });
    const changed = { ...copies, 'n/copy.yaml': harness.replace(/^title: .*$/m, 'title: Another') };
    const { exit, codes, stdout } = await compact(changed, '.');
    expect([exit, codes]).toEqual([1, ['catalogue/duplicate']]);
    expect(stdout).toMatch(/^n\/copy\.yaml:\d+:5: error/);
    const core = { 'core.yaml': shipped.replace(/^title: .*$/m, 'title: Another') };
    expect((await compact(core, '.')).codes).toEqual(['catalogue/duplicate']);
  });
});

describe('the day of the environment', () => {
  test.each(['abc', '-1', '1e3', ' 5', '1.5', '0x10', '253402300800', '8640000000001', '9'.repeat(40)])(
    '%j is refused',
    async (epoch) => {
      const ran = await runLoopsheet(['validate', 'lid.yaml'], {
        files: { 'lid.yaml': lid },
        env: { SOURCE_DATE_EPOCH: epoch },
      });
      expect([ran.exit, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).toBe(
        `error: \`SOURCE_DATE_EPOCH\` is \`${epoch}\`, which is not a number of seconds since 1970 up to the year 9999\n  = help: set it like \`SOURCE_DATE_EPOCH=1767225600\`, or unset it; \`--as-of\` overrules it\n`,
      );
    },
  );

  const sheet = `loopsheet: sheet/1\ncatalogue: circularity-core/2026.1\nid: x\nrevision: 1\nissued: 2026-01-01\nvalidUntil: 2026-12-31\nproduct: { name: X, level: material }\nmaker: { name: M }\nanswers: { inputs.no-pvc: true }\n`;
  const codesOn = async (env: Readonly<Record<string, string>>, ...options: readonly string[]) => {
    const argv = ['validate', 'x.yaml', '--format', 'compact', ...options];
    const { stdout } = await runLoopsheet(argv, { files: { 'x.yaml': sheet }, env, today: '2026-06-01' });
    return [...stdout.matchAll(/\[(.+?)\]/g)].map((match) => match[1]);
  };

  test('stands in for today, and an option for both', async () => {
    expect(await codesOn({})).toEqual([]);
    expect(await codesOn({ SOURCE_DATE_EPOCH: '' })).toEqual([]);
    expect(await codesOn({ SOURCE_DATE_EPOCH: '0' })).toEqual(['sheet/issued-in-future']);
    expect(await codesOn({ SOURCE_DATE_EPOCH: '253402300799' })).toEqual(['sheet/expired']);
    expect(await codesOn({ SOURCE_DATE_EPOCH: '0' }, '--as-of', '2026-06-01')).toEqual([]);
    expect(await codesOn({ SOURCE_DATE_EPOCH: 'abc' }, '--as-of', '2027-06-01')).toEqual(['sheet/expired']);
  });
});

describe('nothing to read is no verdict', () => {
  test.each([
    [['validate', '']],
    [['validate', 'lid.yaml', '']],
    [['merge', '']],
    [['merge', 'lid.yaml', '-o', '']],
    [['merge', 'lid.yaml', '--trace=']],
    [['validate', 'lid.yaml', '--catalogue', '']],
    [['convert', '']],
    [['explain', '', 'inputs.no-pvc']],
    [['report', '']],
    [['catalogue', 'show', '']],
    [['code', '']],
  ])('%j', async (argv) => {
    const { exit, stdout, stderr, files } = await runLoopsheet(argv, { files: { 'lid.yaml': lid } });
    expect([exit, stdout, Object.keys(files)]).toEqual([2, '', ['lid.yaml']]);
    expect(stderr).toBe(
      'error: an argument or the value of an option is empty\n  = help: name a file, or `-` for standard input or output; a shell variable may be unset\n',
    );
  });

  test.each([
    ['validate', 'stdout'],
    ['convert', 'stderr'],
    ['report', 'stderr'],
  ] as const)('%s of empty standard input', async (verb, stream) => {
    const ran = await runLoopsheet([verb, '-'], { stdin: '' });
    expect([ran.exit, ran[stream].split('\n')[0]]).toEqual([
      2,
      'error[read/empty]: the document holds nothing',
    ]);
  });

  test('an empty file beside others is a finding about it', async () => {
    expect(await compact({ 'core.yaml': shipped, 'e.yaml': '' }, 'core.yaml', 'e.yaml')).toMatchObject({
      exit: 1,
      codes: ['read/empty'],
    });
  });

  test('a bill does not come through a pipe', async () => {
    const { exit, stdout, stderr } = await runLoopsheet(['merge', '-'], { stdin: bill });
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'error: a bill is not read from standard input: its inputs are looked for from the folder it lies in\n  = help: write it to a file, and name that\n',
    );
  });
});
