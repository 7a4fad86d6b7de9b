import { expect, test } from 'vitest';
import { LONG_TEST } from '../support/merged.ts';
import { filesUnder, session } from '../support/session.ts';

test(
  'a report for others takes nothing from a trace, not even from one that cannot be read',
  async () => {
    const files = filesUnder('fixtures/copper-harness');
    const bill = 'fixtures/copper-harness/harness.bill.yaml';
    expect((await session(['merge', bill, '-o', 'out/harness.sheet.yaml'], files)).exit).toBe(0);
    const own = await session(['report', 'out/harness.sheet.yaml'], files);
    expect(own.stdout).toContain('Kontakta');
    const named = ['report', 'out/harness.sheet.yaml', '--public', '--trace', 'out/harness.trace.json'];
    const meant = await session(named, files);
    expect(meant.exit).toBe(0);
    expect(meant.stdout).not.toMatch(/Kontakta|Kuparila|Draatti|private|soldering/);
    files.set('/project/out/harness.trace.json', new TextEncoder().encode('no trace'));
    const again = await session(['report', 'out/harness.sheet.yaml', '--public'], files);
    expect(again).toMatchObject({ exit: 0, stdout: meant.stdout, stderr: '' });
    expect((await session(['report', 'out/harness.sheet.yaml'], files)).exit).toBe(2);
  },
  LONG_TEST,
);

test(
  'a sheet has one count of answers, whoever shows it',
  async () => {
    const files = filesUnder('fixtures/copper-harness');
    const bill = 'fixtures/copper-harness/harness.bill.yaml';
    await session(['merge', bill, '-o', 'out/harness.sheet.yaml'], files);
    const count = /(\d+ of \d+) answered/;
    const { stdout, stderr } = await session(['validate', 'out/harness.sheet.yaml'], files);
    const checked = count.exec(stdout + stderr)?.[1];
    expect(checked).toBe('43 of 143');
    for (const options of [[], ['--public']]) {
      const shown = await session(['report', 'out/harness.sheet.yaml', ...options], files);
      expect(count.exec(shown.stdout)?.[1]).toBe(checked);
    }
  },
  LONG_TEST,
);
