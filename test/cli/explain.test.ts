import { describe, expect, test } from 'vitest';
import { filesUnder, session } from '../support/session.ts';

const folder = 'fixtures/graphite-anode';
const merged = await (async () => {
  const files = filesUnder(folder);
  await session(['merge', `${folder}/cell.bill.yaml`, '-o', 'out/cell.sheet.yaml'], files);
  return files;
})();

/** Each test has the files for itself. */
const run = (argv: readonly string[], change?: (files: Map<string, Uint8Array>) => void) => {
  const files = new Map(merged);
  change?.(files);
  return session(argv, files);
};

describe('explain', () => {
  test('finds the trace beside the sheet, and says why', async () => {
    const { exit, stdout, stderr } = await run(['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^inputs\.no-pvc {2}OPEN\n/);
  });

  test('takes several statements and groups, and writes JSON to a file', async () => {
    const ids = ['inputs.no-pvc', 'inputs.total-recycled'];
    const { exit, files, stdout, stderr } = await run([
      'explain',
      'out/cell.sheet.yaml',
      ...ids,
      '-f',
      'json',
      '-o',
      'why.json',
    ]);
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: '', stderr: 'wrote why.json\n' });
    const { formatVersion, explanations } = JSON.parse(files.get('why.json') ?? '');
    expect(formatVersion).toBe(1);
    expect(explanations.map((each: { id: string }) => each.id)).toEqual(ids);
  });

  test('takes a trace from elsewhere', async () => {
    const { exit } = await run(
      ['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc', '--trace', 'x.json'],
      (files) => {
        const trace = files.get('/project/out/cell.trace.json');
        if (trace !== undefined) files.set('/project/x.json', trace);
        files.delete('/project/out/cell.trace.json');
      },
    );
    expect(exit).toBe(0);
  });

  test('has no verdict on a merged sheet without a trace, and says how to make one', async () => {
    const { exit, stdout, stderr } = await run(
      ['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc'],
      (files) => {
        files.delete('/project/out/cell.trace.json');
      },
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/^error\[explain\/no-trace\]/);
    expect(stderr).toContain('put the trace beside it as `out/cell.trace.json`');
  });

  test('refuses the trace of another edition', async () => {
    const { exit, stderr } = await run(['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc'], (files) => {
      const sheet = new TextDecoder().decode(files.get('/project/out/cell.sheet.yaml'));
      files.set('/project/out/cell.sheet.yaml', new TextEncoder().encode(`${sheet}# changed\n`));
    });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error\[explain\/stale-trace\]/);
  });

  test('offers near names for a statement that is not there', async () => {
    const { exit, stderr } = await run(['explain', 'out/cell.sheet.yaml', 'no-pcv']);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr:
        'error: `no-pcv` is not in catalogue `circularity-core/2026.1`\n  = help: did you mean `inputs.no-pvc`?\n',
    });
  });

  test.each([
    [['explain', 'out/none.sheet.yaml', 'inputs.no-pvc'], 'read/not-found'],
    [['explain', `${folder}/cell.bill.yaml`, 'inputs.no-pvc'], 'read/wrong-kind'],
    [
      ['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc', '--trace', `${folder}/cell.bill.yaml`],
      'read/wrong-kind',
    ],
    [['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc', '--trace', 'none.json'], 'read/not-found'],
  ])('has no verdict when the documents are not what is needed: %#', async (argv, code) => {
    const { exit, stderr } = await run(argv);
    expect(exit).toBe(2);
    expect(stderr).toContain(`error[${code}]`);
  });

  test('tells of a trace that has lost its shape', async () => {
    const { exit, stderr } = await run(['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc'], (files) => {
      const trace = new TextDecoder().decode(files.get('/project/out/cell.trace.json'));
      files.set(
        '/project/out/cell.trace.json',
        new TextEncoder().encode(trace.replace('"revision":', '"revison":')),
      );
    });
    expect(exit).toBe(2);
    expect(stderr).toContain('error[read/unknown-key]');
  });

  test('explains a filled sheet by its own lines', async () => {
    const sheet = `${folder}/sheets/take-back-copper-foil.yaml`;
    const { exit, stdout } = await run(['explain', sheet, 'inputs.post-consumer-recycled']);
    expect(exit).toBe(0);
    expect(stdout).toContain(`${sheet}:`);
    expect(stdout).toContain('Ringkupfer Folien answers for this sheet');
  });

  test('never writes over what it has read', async () => {
    const { exit, stderr } = await run([
      'explain',
      'out/cell.sheet.yaml',
      'inputs.no-pvc',
      '-o',
      'out/cell.trace.json',
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('error[emit/would-overwrite-input]');
  });
});

describe('report', () => {
  test('shows a merged sheet with its trace', async () => {
    const { exit, stdout, stderr } = await run(['report', 'out/cell.sheet.yaml']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toMatch(/^Cylindrical cell C-21700\n/);
    expect(stdout).toMatch(/\nprepared with reference to ISO 59040:2025\n$/);
  });

  test('writes Markdown where the file says so, and the same bytes every time', async () => {
    const first = await run(['report', 'out/cell.sheet.yaml', '-o', 'cell.md']);
    const second = await run(['report', 'out/cell.sheet.yaml', '-f', 'markdown']);
    expect(first).toMatchObject({ exit: 0, stdout: '', stderr: 'wrote cell.md\n' });
    expect(first.files.get('cell.md')).toBe(second.stdout);
    expect(second.stdout).toMatch(/^# Cylindrical cell C\\-21700\n/);
    expect(second.stdout).toContain('**private: names suppliers and figures that the sheet does not show**');
  });

  test('says without a trace what cannot be told', async () => {
    const { exit, stdout } = await run(['report', 'out/cell.sheet.yaml', '-f', 'markdown'], (files) => {
      files.delete('/project/out/cell.trace.json');
    });
    expect(exit).toBe(0);
    expect(stdout).not.toContain('private');
    expect(stdout).toContain('its trace is not at hand');
  });

  test('shows a sheet that a supplier filled', async () => {
    const { exit, stdout } = await run(['report', `${folder}/sheets/copper-tab.yaml`]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/filled by its\s+maker/);
  });

  test('has no verdict on a stale trace or an unreadable sheet', async () => {
    const stale = await run(['report', 'out/cell.sheet.yaml'], (files) => {
      const sheet = new TextDecoder().decode(files.get('/project/out/cell.sheet.yaml'));
      files.set('/project/out/cell.sheet.yaml', new TextEncoder().encode(`${sheet}# changed\n`));
    });
    expect([stale.exit, stale.stdout]).toEqual([2, '']);
    expect((await run(['report', 'none.yaml'])).exit).toBe(2);
  });

  test('comes with a merge as well', async () => {
    const argv = [
      'merge',
      `${folder}/cell.bill.yaml`,
      '-o',
      'new.sheet.yaml',
      '--report',
      'markdown=new.md',
      '--report',
      'terminal=-',
    ];
    const { exit, stdout, files } = await run(argv);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^Cylindrical cell C-21700\n/);
    const again = await session(
      ['report', 'new.sheet.yaml', '-f', 'markdown'],
      new Map([...files].map(([path, text]) => [`/project/${path}`, new TextEncoder().encode(text)])),
    );
    expect(again.stdout).toBe(files.get('new.md'));
  });
});

describe('a trace of very many inputs', () => {
  const changed =
    (change: (trace: { answers: { statement: string; minimal?: false }[]; inputs: object[] }) => void) =>
    (files: Map<string, Uint8Array>) => {
      const trace = JSON.parse(new TextDecoder().decode(files.get('/project/out/cell.trace.json')));
      change(trace);
      files.set('/project/out/cell.trace.json', new TextEncoder().encode(JSON.stringify(trace)));
    };

  test('is read though its lists are longer than those of any document that is received', async () => {
    const many = changed(({ inputs }) => {
      const disregarded = Array.from({ length: 6000 }, (_, index) => ({
        statement: `s${index}`,
        code: 'sheet/uncited',
      }));
      inputs[0] = { ...inputs[0], disregarded };
    });
    const { exit, stderr } = await run(['explain', 'out/cell.sheet.yaml', 'inputs.no-pvc'], many);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  });

  test('is told as enough where nobody looked for the least', async () => {
    const wide = changed(({ answers }) => {
      for (const answer of answers) answer.minimal = false;
    });
    const titles = async (change?: (files: Map<string, Uint8Array>) => void) => {
      const { stdout } = await run(['explain', 'out/cell.sheet.yaml', settled], change);
      return stdout.split('\n').filter((line) => line.startsWith('What it rests on'));
    };
    expect(await titles()).toEqual(['What it rests on: together enough, and none can be left out']);
    expect(await titles(wide)).toEqual(['What it rests on: together enough, but some may not be needed']);
    const told = 'There are too many inputs to look for the least that every answer rests on';
    const report = ['report', 'out/cell.sheet.yaml', '--format', 'markdown'];
    expect((await run(report)).stdout.includes(told)).toBe(false);
    expect((await run(report, wide)).stdout.includes(told)).toBe(true);
  });
});

/** A statement by itself that the merge decides from the inputs. */
const settled = (() => {
  const trace = JSON.parse(new TextDecoder().decode(merged.get('/project/out/cell.trace.json'))) as {
    answers: { statement: string; rests: unknown[] }[];
  };
  const found = trace.answers.find(({ statement, rests }) => rests.length > 0 && !statement.includes('/'));
  return found?.statement ?? '';
})();
