import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/io/files.ts';
import { memoryFiles } from '../../src/io/memory.ts';
import { bytesOf, runLoopsheet } from '../setup/run.ts';

const sheet = (id: string, lines: string): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: ${id}
revision: 1
issued: 2026-05-04
validUntil: 2027-01-15
product: { name: The ${id}, level: component, mass: 12 g }
maker: { name: Works ${id} }
${lines}
`;

const bill = (inputs: string, more: string): string => `loopsheet: bill/1
sheet: { id: made, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-20 }
product: { name: Made, level: component, mass: 110 g }
maker: { name: Lysvik }
inputs:
${inputs}
${more}
`;

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

async function merged(files: Readonly<Record<string, string>>) {
  const ran = await runLoopsheet(
    ['merge', 'made.bill.yaml', '-o', 'made.yaml', '--report', 'markdown=made.md'],
    {
      files,
    },
  );
  if (ran.exit !== 0) throw new Error(ran.stderr);
  return ran.files;
}

const explained = async (files: Readonly<Record<string, string>>, ...ids: readonly string[]) =>
  inOneLine((await runLoopsheet(['explain', 'made.yaml', ...ids], { files })).stdout);

test('an answer of an input is set aside for the reason that its finding has', async () => {
  const files = await merged({
    'made.bill.yaml': bill(
      '  lug: { sheet: lug.yaml, mass: 12 g }\n  wire: { sheet: wire.yaml, mass: 98 g }',
      '',
    ),
    'lug.yaml': sheet(
      'lug',
      `answers:
  inputs.contains-critical-raw-material: false
  substances.no-svhc: { answer: true, list: reach-candidate/2025-01 }
  inputs.no-pvc: true`,
    ),
    'wire.yaml': sheet('wire', 'answers:\n  inputs.no-pvc: true\n  inputs.contains-pvc: true'),
  });
  const coverage = (files['made.md'] ?? '').split('## Coverage')[1]?.split('##')[0] ?? '';
  expect(coverage.match(/- .* set aside.*/g)).toEqual([
    '- 2 answers of inputs set aside, because their own sheet contradicts them',
    '- 1 answer of inputs set aside, because their own sheet does not name the rule or the list behind them',
    '- 1 answer of inputs set aside, because their own sheet names another list than the one they are about',
  ]);
});

describe('what follows from a composition', () => {
  const made = () =>
    merged({
      'made.bill.yaml': bill('  clip: { sheet: clip.yaml, mass: 110 g }', ''),
      'clip.yaml': sheet(
        'clip',
        `answers:
  inputs.no-pvc: true
composition:
  - material: polypropylene
    share: 60..70 %
    homogeneous: true
    substances:
      - { name: Chalk, cas: 471-34-1, share: 20 % }
      - { name: DEHP, cas: 117-81-7, share: 0.5 %, lists: [reach-candidate/2026-01] }
  - { material: steel, share: 30..35 % }
  - hidden: 2 %`,
      ),
    });

  test('is not put into the mouth of the supplier, and is shown where it stands', async () => {
    const text = await explained(await made(), 'substances.no-svhc', 'inputs.mono-material');
    expect(text).not.toContain('input `clip` says');
    expect(text).toContain(
      '- the composition of input `clip` gives: `substances.svhc-content` is at least 0.315 % clip.yaml:17 ',
    );
    expect(text).toContain(
      '- the composition of input `clip` gives: `inputs.mono-material` is FALSE clip.yaml:12 ',
    );
  });

  test('is told so by the trace', async () => {
    const trace = JSON.parse((await made())['made.trace.json'] ?? '');
    const grounds = trace.answers.flatMap(({ rests }: { rests: readonly object[] }) => rests);
    expect(grounds).toContainEqual(
      expect.objectContaining({ of: 'substances.svhc-content', line: 17, from: 'composition' }),
    );
    expect(grounds).toContainEqual(expect.not.objectContaining({ from: 'composition' }));
  });
});

describe('a sheet of an earth lead', () => {
  const made = () =>
    merged({
      'made.bill.yaml': bill(
        `  wire: { sheet: none, mass: 95 g }
  lug: { sheet: lug.yaml, mass: 12 g }
  tin: { sheet: none, mass: 3 g }`,
        `processes:
  - { effect: join-irreversible, name: weld, takes: [wire, lug], gives: lead }
  - { effect: coat, name: tinning, takes: [lead, tin] }
answers:
  end-of-use.take-back-offered: { answer: true, note: "in Norway, only" }
  inputs.no-pvc: true`,
      ),
      'lug.yaml': sheet(
        'lug',
        `answers:
  inputs.no-pvc: true
  substances.no-svhc: false
  substances.lead-within-limit: { answer: false, note: "exemption 6(c)" }`,
      ),
    });

  test('is told to others with every own claim among the own claims', async () => {
    const files = await made();
    const { stdout } = await runLoopsheet(['report', 'made.yaml', '--public', '--format', 'markdown'], {
      files,
    });
    const own = stdout.match(/^\|.*\(own claim\).*$/gm) ?? [];
    expect(own).toHaveLength(3);
    expect(own.join()).toContain('FALSE (own claim)');
    const told = stdout.match(/^\|.*; the maker's own claims, which do not follow.*$/gm) ?? [];
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('| 3 answers | No PVC; Contains PVC; Take-back offered |');
    expect(stdout).not.toContain('loopsheet explain');
    expect(stdout).toContain('Of long lists the first 6 are shown');
  });

  test('is explained with what the coating does to contents', async () => {
    const text = await explained(await made(), 'substances.no-svhc');
    expect(text).toContain('process `tinning` (what it applies counts into the article, and may dilute it)');
    expect(text).toContain(
      '- process `tinning` (Coat) takes 107 g of `lead` and 3 g of `tin`: what it applies counts into the article that it becomes part of, and may dilute what that contains (without it: more than 0.1 %; with it: unknown)',
    );
    expect(text).toContain(
      '- What a process applies (a coating, a glue) counts into the article that it becomes part of, and may dilute what that contains',
    );
  });

  test('is shown with the notes of answers', async () => {
    const files = await made();
    expect(await explained(files, 'substances.lead-within-limit', 'end-of-use.take-back-offered')).toMatch(
      /input `lug` says: `substances.lead-within-limit` is FALSE, and notes: `exemption 6\(c\)` .*the maker says so; the maker notes: `in Norway, only`/,
    );
    expect(files['made.md']).toContain('and notes: `exemption 6(c)`');
    expect(files['made.md']).toContain('the maker notes: `in Norway, only`');
    const filled = await runLoopsheet(['report', 'lug.yaml', '--format', 'markdown'], { files });
    expect(filled.stdout).toContain('declared by the maker itself; with the note: `exemption 6(c)`');
    const others = await runLoopsheet(['report', 'made.yaml', '--public', '--format', 'markdown'], { files });
    expect(others.stdout).not.toContain('exemption');
  });

  test('shows the sentence that is answered in Markdown, and ids where the terminal is wide', async () => {
    const files = await made();
    const cell = '| **Contains PVC**<br>Something in the product contains PVC.<br>`inputs.contains-pvc` |';
    expect(files['made.md']).toContain(cell);
    const wide = await runLoopsheet(['report', 'lug.yaml'], { files, width: 120 });
    expect(wide.stdout).toMatch(/^ {2}inputs\.no-pvc\b/m);
    const narrow = await runLoopsheet(['report', 'lug.yaml'], { files, width: 119 });
    expect(narrow.stdout).not.toContain('inputs.no-pvc');
  });

  test('is explained by the title of an answer, and a mistyped one is told the near ones', async () => {
    const files = await made();
    expect(await explained(files, 'Contains PVC')).toMatch(/^inputs\.contains-pvc FALSE/);
    const { exit, stderr } = await runLoopsheet(['explain', 'made.yaml', 'Recycled content in totle'], {
      files,
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('did you mean `Recycled content in total`?');
  });

  test('says where its validity comes from, and that it has expired', async () => {
    const files = await made();
    const shown = async (...options: readonly string[]) => {
      const { stdout } = await runLoopsheet(['report', 'made.yaml', '--format', 'markdown', ...options], {
        files,
      });
      return /^\| Valid until \| (.*) \|$/m.exec(stdout)?.[1];
    };
    expect(await shown()).toBe('2027-01-15, as the sheet of input `lug`');
    expect(await shown('--as-of', '2027-01-15')).toBe('2027-01-15, as the sheet of input `lug`');
    expect(await shown('--as-of', '2027-01-16', '--public')).toBe(
      '2027-01-15: EXPIRED on 2027-01-16, the day of this report',
    );
    const refused = await runLoopsheet(['report', 'made.yaml', '--as-of', 'tomorrow'], { files });
    expect([refused.exit, refused.stderr.split('\n')[0]]).toEqual([2, 'error: `tomorrow` is not a date']);
  });

  test('is private on disk wherever it tells what the trace does', async () => {
    const modes = new Map<string, boolean>();
    const memory = memoryFiles(
      new Map(Object.entries(await made()).map(([path, text]) => [`/case/${path}`, bytesOf(text)])),
    );
    const files: Files = {
      ...memory,
      write: (artefacts) => {
        for (const { path, isPrivate = false } of artefacts) modes.set(path.replace('/case/', ''), isPrivate);
        return memory.write(artefacts);
      },
    };
    const disk = { files, cwd: '/case' };
    for (const argv of [
      ['merge', 'made.bill.yaml', '-o', 'made.yaml', '--report', 'markdown=made.md'],
      ['report', 'made.yaml', '-o', 'own.md'],
      ['report', 'made.yaml', '--public', '-o', 'public.md'],
      ['report', 'lug.yaml', '-o', 'lug.md'],
      ['explain', 'made.yaml', 'inputs.no-pvc', '-o', 'why.txt'],
    ])
      await runLoopsheet(argv, { disk });
    expect(Object.fromEntries(modes)).toEqual({
      'made.yaml': false,
      'made.trace.json': true,
      'made.md': true,
      'own.md': true,
      'public.md': false,
      'lug.md': false,
      'why.txt': true,
    });
  });
});
