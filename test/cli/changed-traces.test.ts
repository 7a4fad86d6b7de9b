// A trace that was changed by hand explains nothing: what it names must exist, and it must be of the very sheet.

import { describe, expect, test } from 'vitest';
import { filesUnder, session } from '../support/session.ts';

const folder = 'fixtures/graphite-anode';
const TRACE = '/project/out/coated.trace.json';
const merged = await (async () => {
  const files = filesUnder(folder);
  await session(['merge', `${folder}/coated-graphite.bill.yaml`, '-o', 'out/coated.sheet.yaml'], files);
  return files;
})();

async function refusal(verb: readonly string[], change: (trace: string) => string) {
  const files = new Map(merged);
  const before = new TextDecoder().decode(files.get(TRACE));
  const changed = change(before);
  expect(changed).not.toBe(before);
  files.set(TRACE, new TextEncoder().encode(changed));
  const { exit, stdout, stderr } = await session(verb, files);
  return [exit, stdout, stderr.replaceAll(/\n\s+(?! *-->)/g, ' ').split(' -->')[0]];
}

const verbs = [
  ['explain', 'out/coated.sheet.yaml', 'inputs.no-pvc'],
  ['report', 'out/coated.sheet.yaml'],
];

describe.each(verbs)('%s refuses a trace', (...verb) => {
  test.each([
    ['"statement":"inputs.no-pvc"', '"statement":"inputs.no-xyz"', 'statement `inputs.no-xyz`'],
    ['"id":"inputs.no-pvc"', '"id":"inputs.no-xyz"', 'quantity or statement `inputs.no-xyz`'],
    ['"id":"inputs.total-recycled"', '"id":"inputs.xyz"', 'quantity or statement `inputs.xyz`'],
    ['"of":"inputs.no-pvc"', '"of":"inputs.no-xyz"', 'quantity or statement `inputs.no-xyz`'],
    ['"weight":"production.energy"', '"weight":"production.xyz"', 'quantity `production.xyz`'],
    ['"effect":"coat"', '"effect":"xyz"', 'effect `xyz`'],
    ['"conflictedBy":[]', '"conflictedBy":["xyz"]', 'input `xyz`'],
    ['"constraints":[]', '"constraints":["xyz"]', 'constraint `xyz`'],
  ])('in which %s is %s', async (from, to, what) => {
    const spaced = (text: string): RegExp =>
      new RegExp(text.replaceAll(/[[\].]/g, '\\$&').replaceAll('":', '":\\s*'));
    const [exit, stdout, stderr] = await refusal(verb, (trace) => trace.replace(spaced(from), to));
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error[read/wrong-value]: the trace names ${what}, which does not exist`);
  });

  test('of another catalogue', async () => {
    const [exit, stdout, stderr] = await refusal(verb, (trace) =>
      trace.replaceAll(/("catalogue":\s*)"circularity-core\/2026.1"/g, '$1"other/1"'),
    );
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('the trace is of catalogue `other/1`, the sheet of `circularity-core/2026.1`');
  });

  test.each([
    [
      'with another id of the sheet',
      (trace: string) => trace.replace(/("sheet":\s*\{\s*"id":\s*)"[^"]+"/, '$1"other"'),
      'error[explain/stale-trace]: `out/coated.trace.json` explains sheet `other:1`, not `010 02 001 2 0000076:1`',
    ],
    [
      'with another revision',
      (trace: string) => trace.replace(/("revision":\s*)1/, '$17'),
      'error[explain/stale-trace]: `out/coated.trace.json` explains sheet `010 02 001 2 0000076:7`, not `010 02 001 2 0000076:1`',
    ],
    [
      'with another digest',
      (trace: string) =>
        trace.replace(
          /("product":\s*"[^"]*",\s*"sha256":\s*")(.)/,
          (_, before, digit) => `${before}${digit === '0' ? '1' : '0'}`,
        ),
      'error[explain/stale-trace]: `out/coated.trace.json` explains another edition of sheet `010 02 001 2 0000076:1`: the sheet has changed since it was merged',
    ],
    [
      'with a digest that is none',
      (trace: string) => trace.replace(/("product":\s*"[^"]*",\s*"sha256":\s*")./, '$1x'),
      'error[read/wrong-value]: `sheet.sha256` is not a SHA-256 digest: 64 hexadecimal digits in lower case',
    ],
  ])('%s', async (_, change, told) => {
    const [exit, stdout, stderr] = await refusal(verb, change);
    expect([exit, stdout, String(stderr).trimEnd()]).toEqual([2, '', told]);
  });
});
