// An emitted sheet held against the bill beside it.

import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';
import { bill, findings, sheet, told } from '../support/folders.ts';

describe('a sheet beside its bill', () => {
  const part = sheet({ id: 'part' });
  const files = { 'quiet-7.yaml': part, 'made.bill.yaml': bill };
  const merge = async (
    given: Readonly<Record<string, string>>,
    name: string,
    ...options: readonly string[]
  ) => (await runLoopsheet(['merge', name, ...options], { files: given })).files;

  test.each([
    ['made.yaml', []],
    ['made.json', []],
    ['made.csv', []],
    ['made.yaml', ['--quantities']],
  ])('says nothing when it is what the bill gives: %s %j', async (output, options) => {
    expect(await told(await merge(files, 'made.bill.yaml', '-o', output, ...options))).toEqual([]);
  });

  test('is out of date when the bill gives more, and claims more when it gives less', async () => {
    const merged = await merge(files, 'made.bill.yaml', '-o', 'made.yaml');
    const more = part.replace('answers:', 'answers:\n  inputs.post-consumer-recycled: 10-25');
    expect(await told({ ...merged, 'quiet-7.yaml': more })).toEqual([
      'made.yaml warning sheet/out-of-date',
      'made.yaml error sheet/stale-input',
    ]);
    const less = part.replace('inputs.no-pvc: true', 'inputs.no-pvc: unknown');
    const found = await findings({ ...merged, 'quiet-7.yaml': less });
    const claims = found.filter(({ file, code }) => file === 'made.yaml' && code !== 'sheet/stale-input');
    expect(new Set(claims.map(({ code }) => code))).toEqual(new Set(['sheet/claims-more']));
    expect(claims.map(({ message }) => message)).toContain(
      '`inputs.no-pvc` is answered true, where `made.bill.yaml` gives unknown',
    );
  });

  test('is not measured by a bill whose inputs cannot be had', async () => {
    const merged = await merge(files, 'made.bill.yaml', '-o', 'made.yaml');
    const mistyped = bill.replace('quiet-7.yaml', 'quite-7.yaml');
    expect(await told({ ...merged, 'made.bill.yaml': mistyped })).toEqual([
      'made.bill.yaml error bill/missing-sheet',
    ]);
    const above = bill.replace('id: made', 'id: above').replace('sheet: quiet-7', 'bill: made.bill');
    const tiers = await merge({ ...files, 'above.bill.yaml': above }, 'above.bill.yaml', '-o', 'above.yaml');
    expect(await told({ ...tiers, 'made.bill.yaml': mistyped })).toEqual([
      'made.bill.yaml error bill/missing-sheet',
    ]);
  });

  test('is not measured by a bill that names an input of which two contents are there', async () => {
    const byId = { ...files, 'made.bill.yaml': bill.replace('quiet-7.yaml', 'part') };
    const merged = await merge(byId, 'made.bill.yaml', '-o', 'made.yaml');
    const copy = sheet({ id: 'part', product: 'Another' });
    expect(await told({ ...merged, 'copy.yaml': copy })).toEqual([
      'made.bill.yaml error sheet/edition-conflict',
      'quiet-7.yaml error sheet/edition-conflict',
    ]);
  });

  test('claims more by a composition, which no merge gives', async () => {
    const merged = await merge(files, 'made.bill.yaml', '-o', 'made.yaml');
    const steel = 'composition: [ { material: steel, share: 100 % } ]\nanswers:';
    const bold = (merged['made.yaml'] ?? '').replace('answers:', steel);
    const found = await findings({ ...merged, 'made.yaml': bold });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([
      {
        file: 'made.yaml',
        severity: 'error',
        code: 'sheet/claims-more',
        message: 'the sheet tells a composition, which `made.bill.yaml` does not give',
      },
    ]);
  });

  test('is out of date in its composition, its figures and its assurance as well', async () => {
    const known = {
      ...files,
      'quiet-7.yaml': sheet({ id: 'part', answer: 'inputs.renewable-material: 10-25' }),
    };
    const merged = await merge(known, 'made.bill.yaml', '-o', 'made.yaml', '--quantities');
    const other = (merged['made.yaml'] ?? '')
      .replace('\nanswers:', '\ncomposition: [ { hidden: 5 % } ]\nanswers:')
      .replace('moreThan: 10 %', 'moreThan: 5 %')
      .replace('assurance: self-declared', 'assurance: third-party');
    const { stdout } = await runLoopsheet(['validate', '.', '--format', 'json'], {
      files: { ...merged, 'made.yaml': other },
    });
    const report = JSON.parse(stdout);
    const outOfDate = report.findings.filter(({ code }: { code: string }) => code === 'sheet/out-of-date');
    expect(outOfDate.map(({ data }: { data: unknown }) => data)).toEqual([
      { sheet: 'made:1', bill: 'made.bill.yaml', differs: ['assurance', 'quantities', 'composition'] },
    ]);
  });

  test('is known to the tier above, in whatever format it was emitted', async () => {
    const above = bill.replace('id: made', 'id: above').replace('sheet: quiet-7', 'bill: made.bill');
    const start = { ...files, 'above.bill.yaml': above };
    const first = await merge(start, 'above.bill.yaml', '-o', 'above.yaml');
    expect(await told(first)).toEqual([]);
    const both = await merge(first, 'made.bill.yaml', '-o', 'made.json');
    expect(await told(both)).toEqual([]);
  });
});
