import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const sheet = `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: S
revision: 1
issued: 2026-05-04
product: { name: S, level: material, mass: 1 kg }
maker: { name: M }
answers: { inputs.no-pvc: true }
`;

const bill = (origin: string): string => `loopsheet: bill/1
sheet: { id: P, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
  a: { ${origin}, mass: 1 kg }
`;

async function told(origin: string): Promise<readonly (string | undefined)[]> {
  const files = {
    'p.yaml': bill(origin),
    's.yaml': sheet,
    'parts/t.yaml': sheet.replace('id: S', 'id: T'),
    'parts/q.bill.yaml': bill('sheet: t.yaml').replace('id: P', 'id: Q'),
  };
  const { stdout } = await runLoopsheet(['validate', 'p.yaml', '--format', 'json'], { files });
  const { findings } = JSON.parse(stdout);
  return findings.flatMap(
    (each: { code: string; message: string; at?: { start: { line: number } }; help: string[] }) => [
      each.code,
      each.message,
      each.help[0],
      `line ${each.at?.start.line}`,
    ],
  );
}

const RELATIVE = 'put the file beside the bill and name it by a relative path with forward slashes';

describe('a reference', () => {
  test.each([
    [
      'sheet',
      's.yaml/',
      'bill/missing-sheet',
      'but there is a file and no folder of that name',
      'write `s.yaml`',
    ],
    [
      'sheet',
      'nowhere/s.yaml',
      'bill/missing-sheet',
      'neither a file nor the id of a sheet below the bill',
      'write `sheet: none` when no sheet was received: the input then counts as unknown',
    ],
    [
      'bill',
      'nowhere/q.bill.yaml',
      'bill/missing-sheet',
      'no such bill',
      'name the bill by its path from this one',
    ],
    [
      'sheet',
      'parts',
      'read/not-a-file',
      'which is a folder',
      'name the sheet in it, with the ending of its file',
    ],
    [
      'bill',
      'parts/',
      'read/not-a-file',
      'which is a folder',
      'name the bill in it, with the ending of its file',
    ],
    [
      'sheet',
      '.',
      'read/not-a-file',
      'which is a folder',
      'name the sheet in it, with the ending of its file',
    ],
    [
      'sheet',
      'parts/../s.yaml',
      'read/wrong-value',
      'which goes into a folder and back out of it',
      'write `s.yaml`',
    ],
    [
      'sheet',
      '../case/nowhere/../s.yaml',
      'read/wrong-value',
      'which goes into a folder and back out of it',
      'write `../case/s.yaml`',
    ],
    [
      'sheet',
      's.yaml/./../s.yaml',
      'read/wrong-value',
      'which goes into a folder and back out of it',
      'write `s.yaml`',
    ],
    ['sheet', '../../../s.yaml', 'bill/outside-reference', 'outside the folder of this run', RELATIVE],
    [
      'sheet',
      'file:s.yaml',
      'bill/outside-reference',
      'an address, where a relative path is expected',
      RELATIVE,
    ],
    [
      'bill',
      'FILE:///case/parts/q.bill.yaml',
      'bill/outside-reference',
      'an address, where a relative path is expected',
      RELATIVE,
    ],
    [
      'sheet',
      'parts\\t.yaml',
      'bill/outside-reference',
      'with a backslash, which is part of a name on some systems',
      'write `parts/t.yaml`',
    ],
    [
      'sheet',
      '/case/s.yaml',
      'bill/outside-reference',
      'an absolute path, outside the folder of this run',
      RELATIVE,
    ],
    [
      'sheet',
      'C:\\s.yaml',
      'bill/outside-reference',
      'an absolute path, outside the folder of this run',
      RELATIVE,
    ],
  ])('%s: %s', async (kind, reference, code, message, help) => {
    expect(await told(`${kind}: '${reference}'`)).toEqual([
      code,
      `input \`a\` refers to \`${reference}\`, ${message}`,
      help,
      'line 6',
    ]);
  });

  test('of nothing at all is empty', async () => {
    expect((await told("sheet: ''")).slice(0, 2)).toEqual(['read/wrong-value', '`inputs.a.sheet` is empty']);
    expect((await told("bill: ''")).slice(0, 2)).toEqual(['read/wrong-value', '`inputs.a.bill` is empty']);
  });

  test('to a sheet where a bill is needed is told at the reference', async () => {
    expect(await told('bill: s.yaml')).toEqual([
      'read/wrong-kind',
      'input `a` names `s.yaml`, which is a sheet, as its bill',
      'write `sheet: s.yaml` for a product that is delivered',
      'line 6',
    ]);
  });

  test.each([
    'sheet: ./s.yaml',
    'sheet: parts/t.yaml',
    'sheet: ../case/s.yaml',
    'sheet: T',
    'bill: parts/q.bill.yaml',
  ])('is taken: %s', async (origin) => {
    expect(await told(origin)).toEqual([]);
  });
});

test('every input that takes a document of another kind for its bill is told, however many do', async () => {
  const files = {
    'p.yaml': `${bill('bill: s.yaml')}  b: { bill: s.yaml, mass: 1 kg }\n  c: { bill: ./q.yaml, mass: 1 kg }\n`,
    'q.yaml': bill('bill: s.yaml').replace('id: P', 'id: Q'),
    's.yaml': sheet,
  };
  const { stdout } = await runLoopsheet(['validate', 'p.yaml', '--format', 'json'], { files });
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { message: string; at: { source: string; start: { line: number } } }[];
  };
  const wrong = (input: string) => `input \`${input}\` names \`s.yaml\`, which is a sheet, as its bill`;
  expect(findings.map(({ message, at }) => [at.source, at.start.line, message])).toEqual([
    ['p.yaml', 6, wrong('a')],
    ['p.yaml', 7, wrong('b')],
    ['q.yaml', 6, wrong('a')],
  ]);
});
