import { beforeAll, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { runLoopsheet } from '../setup/run.ts';
import { LONG_TEST } from '../support/merged.ts';
import { filesUnder } from '../support/session.ts';

const decoder = new TextDecoder();
const files: Record<string, string> = {};

/** The files that the examples name, made as their reader would have made them. */
beforeAll(async () => {
  for (const [path, bytes] of filesUnder('fixtures/graphite-anode'))
    files[path.replace(/^.*fixtures\/graphite-anode\//, '')] = decoder.decode(bytes);
  files['anode.bill.yaml'] = files['coated-anode.bill.yaml'] ?? '';
  files['supplier.sheet.yaml'] = files['sheets/separator.yaml'] ?? '';
  for (const [path, bytes] of filesUnder('catalogues'))
    if (path.endsWith('/circularity-core-2026.1.yaml')) files['own.catalogue.yaml'] = decoder.decode(bytes);
  files['next.catalogue.yaml'] = (files['own.catalogue.yaml'] ?? '').replace(
    'version: "2026.1"',
    'version: "2026.2"',
  );
  files['sheet.yaml'] = files['sheets/separator.yaml'] ?? '';
  files['loopsheet.yaml'] =
    'loopsheet: workspace/1\nbills: [anode.bill.yaml, coated-graphite.bill.yaml, purified-graphite.bill.yaml]\n';
  for (const line of [
    'build',
    'merge anode.bill.yaml -o anode.sheet.yaml',
    'convert sheet.yaml -o sheet.json',
    'convert sheet.yaml -o sheet.csv',
  ])
    Object.assign(files, (await runLoopsheet(line.split(' '), { files })).files);
}, LONG_TEST);

const examples = commands.flatMap((command) => command.examples.map(({ line }) => line));

test.each(examples)(
  '%s',
  async (line) => {
    const [called = '', input] = line.split(' < ');
    const argv = called
      .split(' ')
      .slice(1)
      .map((word) => word.replace(/^'(.*)'$/, '$1'));
    const stdin = input === undefined ? {} : { stdin: files[input] ?? 'no such file' };
    const { exit, stdout, stderr } = await runLoopsheet(argv, { files, ...stdin });
    expect([exit, exit === 0 ? '' : `${stdout}${stderr}`]).toEqual([0, '']);
  },
  LONG_TEST,
);
