import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeArtefacts } from '../../src/cli/output.ts';
import { diskFiles } from '../../src/io/disk.ts';
import { contextFor } from '../setup/run.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'loopsheet-output-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context = contextFor({ disk: { files: diskFiles(), cwd: folder } });

test('the output is none of the inputs, by whatever way', () => {
  mkdirSync(join(folder, 'sub'));
  const input = join(folder, 'sheet.yaml');
  writeFileSync(input, 'input');
  symlinkSync(input, join(folder, 'link.yaml'));
  symlinkSync(folder, join(folder, 'sub', 'up'));
  const paths = ['sheet.yaml', './sub/../sheet.yaml', input, 'link.yaml', 'sub/up/sheet.yaml'];
  const codes = paths.map((path) =>
    writeArtefacts(context, [{ path, text: 'output' }], [input]).map((each) => each.code),
  );
  expect(codes).toEqual(paths.map(() => ['emit/would-overwrite-input']));
  expect(readFileSync(input, 'utf8')).toBe('input');
});

test('when one output is refused none is written', () => {
  const input = join(folder, 'sheet.yaml');
  const other = join(folder, 'other.yaml');
  const refused = writeArtefacts(
    context,
    [
      { path: 'other.yaml', text: 'output' },
      { path: 'sheet.yaml', text: 'output' },
    ],
    [input],
  );
  expect(refused.map((each) => each.data['path'])).toEqual(['sheet.yaml']);
  expect(() => readFileSync(other)).toThrow('ENOENT');
});

test('a file that cannot be written is named as the user named it', () => {
  mkdirSync(join(folder, 'taken'));
  expect(writeArtefacts(context, [{ path: './taken', text: 'output' }], [])).toMatchObject([
    {
      code: 'emit/not-written',
      message: '`./taken` could not be written: what stands there is not a regular file',
      data: { path: './taken' },
    },
  ]);
});
