import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';
import {
  anyDigest,
  bill,
  digestOf,
  findings,
  gtin,
  leiA,
  leiB,
  sheet,
  told,
  type Written,
} from '../support/folders.ts';
import { LONG_TEST } from '../support/merged.ts';

describe('a folder of 1 000 sheets', () => {
  const quiet = (index: number): Written => ({ id: `quiet-${index}`, ids: `${gtin(index)}, cas: 7440-50-8` });
  const many = Array.from({ length: 982 }, (_, index) => {
    const before = sheet(quiet(index - 1));
    const inputs = index % 7 === 1 ? [[`quiet-${index - 1}`, 1, digestOf(before)] as const] : [];
    return [`quiet-${index}.yaml`, sheet({ ...quiet(index), inputs })] as const;
  });
  // Each seventh names the one before it, which names nothing itself.
  const planted: Readonly<Record<string, string>> = {
    'edition-a.yaml': sheet({ id: 'edition' }),
    'edition-b.yaml': sheet({ id: 'edition', product: 'Another' }),
    'number-a.yaml': sheet({ id: 'number-a', ids: gtin(5001), lei: leiA }),
    'number-b.yaml': sheet({ id: 'number-b', ids: gtin(5001), lei: leiB, maker: 'Lac Blanc' }),
    'named-a.yaml': sheet({ id: 'named-a', ids: gtin(5002) }),
    'named-b.yaml': sheet({ id: 'named-b', ids: gtin(5002), maker: 'Lac Blanc' }),
    'stale.yaml': sheet({ id: 'stale', inputs: [['quiet-0', 1, anyDigest]] }),
    'stale-too.yaml': sheet({ id: 'stale-too', inputs: [['quiet-0', 1, anyDigest]] }),
    'older-1.yaml': sheet({ id: 'older', revision: 1 }),
    'older-1-copy.yaml': sheet({ id: 'older', revision: 1 }),
    'older-2.yaml': sheet({ id: 'older', revision: 2 }),
    'relies.yaml': sheet({ id: 'relies', inputs: [['older', 1, digestOf(sheet({ id: 'older' }))]] }),
    'lost.yaml': sheet({
      id: 'lost',
      inputs: [
        ['quiet-0', 1, digestOf(many[0]?.[1] ?? '')],
        ['nowhere', 1, anyDigest],
      ],
    }),
    'far.yaml': sheet({ id: 'far', inputs: [['nowhere-else', 1, anyDigest]] }),
    'ends.yaml': sheet({ id: 'ends', validUntil: '2026-12-22' }),
    'ends-later.yaml': sheet({ id: 'ends-later', validUntil: '2026-12-23' }),
    'list.yaml': sheet({
      id: 'list',
      answer: 'substances.no-svhc: { answer: true, list: reach-candidate/2026-01 }',
    }),
    'made.bill.yaml': bill,
    'made.yaml': sheet({ id: 'made', answer: 'inputs.no-pvc: true\n  end-of-use.take-back-offered: true' }),
  };
  const files = { ...Object.fromEntries(many), ...planted };

  test(
    'has each problem named exactly once, and nothing else',
    async () => {
      expect(Object.keys(files).filter((name) => !name.includes('.bill.'))).toHaveLength(1000);
      const options = ['--expires-within', '30', '--list', 'reach-candidate/2026-06'];
      expect(await told(files, ...options)).toEqual([
        'edition-b.yaml error sheet/edition-conflict',
        'ends.yaml warning sheet/expires-soon',
        'list.yaml warning sheet/old-list',
        'lost.yaml note sheet/input-not-at-hand',
        'made.yaml error sheet/claims-more',
        'named-b.yaml warning sheet/shared-identifier',
        'number-b.yaml error sheet/shared-identifier',
        'older-1-copy.yaml note sheet/superseded',
        'relies.yaml warning sheet/superseded-input',
        'stale-too.yaml error sheet/stale-input',
      ]);
      const unasked = await told(files);
      expect(unasked.filter((line) => /expires-soon|old-list/.test(line))).toEqual([]);
    },
    LONG_TEST,
  );
});

describe('numbers of products', () => {
  test.each([
    [
      'revisions of one sheet',
      { id: 'a', revision: 2, ids: gtin(1), product: 'Renamed' },
      ['a.yaml note sheet/superseded'],
    ],
    ['a substance', { id: 'b', ids: 'cas: 7440-50-8', maker: 'Other' }, []],
    ['one product on two sheets', { id: 'b', ids: gtin(1), product: 'Product a' }, []],
    ['one maker by its LEI', { id: 'b', ids: gtin(1), product: 'Product a', lei: leiA, maker: 'Other' }, []],
    ['one maker, two products', { id: 'b', ids: gtin(1) }, ['b.yaml warning sheet/shared-identifier']],
    ['two names', { id: 'b', ids: gtin(1), maker: 'Other' }, ['b.yaml warning sheet/shared-identifier']],
    ['two entities', { id: 'b', ids: gtin(1), lei: leiB }, ['b.yaml error sheet/shared-identifier']],
    ['a maker’s own number', { id: 'b', ids: 'partNumber: "1"', maker: 'Other' }, []],
  ] as const)('%s', async (_, other, expected) => {
    const a = sheet({ id: 'a', ids: `${gtin(1)}, cas: 7440-50-8, partNumber: "1"`, lei: leiA });
    expect(await told({ 'a.yaml': a, 'b.yaml': sheet(other) })).toEqual(expected);
  });
});

describe('one sheet in several formats', () => {
  const part = sheet({ id: 'part', answer: 'inputs.no-pvc: true # as measured' });
  const inAll = async (): Promise<Readonly<Record<string, string>>> => {
    const json = await runLoopsheet(['convert', 'part.yaml', '-o', 'copy.json'], {
      files: { 'part.yaml': part },
    });
    return (await runLoopsheet(['convert', 'part.yaml', '-o', 'copy.csv'], { files: json.files })).files;
  };

  test('is one content', async () => {
    const files = await inAll();
    expect(Object.keys(files).sort()).toEqual(['copy.csv', 'copy.json', 'part.yaml']);
    expect(await told(files)).toEqual([]);
    const { 'part.yaml': _, ...copies } = files;
    expect(await told(copies)).toEqual([]);
    const changed = { ...files, 'copy.json': (files['copy.json'] ?? '').replace('Lysvik', 'Another') };
    expect(await told(changed)).toContain('copy.json error sheet/edition-conflict');
  });

  test('is found by its id, and the first path is taken', async () => {
    const files = await inAll();
    const byId = { ...files, 'made.bill.yaml': bill.replace('quiet-7.yaml', 'part') };
    const merged = await runLoopsheet(['merge', 'made.bill.yaml', '-o', 'made.yaml'], { files: byId });
    expect([merged.exit, merged.files['made.yaml']?.includes(digestOf(files['copy.csv'] ?? ''))]).toEqual([
      0,
      true,
    ]);
    const changed = { ...byId, 'copy.json': (files['copy.json'] ?? '').replace('Lysvik', 'Another') };
    const refused = await runLoopsheet(['merge', 'made.bill.yaml', '-o', 'made.yaml'], { files: changed });
    expect([refused.exit, refused.stderr.match(/\d sheets/)?.[0]]).toEqual([1, '2 sheets']);
  });

  test('may be two inputs of one bill', async () => {
    const twice = bill
      .replace('quiet-7.yaml', 'part.yaml')
      .concat(
        '  more: { sheet: copy.json, mass: 1 kg }\n  aid: { sheet: copy.csv, mass: 1 kg, contained: false }\n',
      );
    const { exit } = await runLoopsheet(['merge', 'made.bill.yaml', '-o', 'made.yaml'], {
      files: { ...(await inAll()), 'made.bill.yaml': twice },
    });
    expect(exit).toBe(0);
  });

  test('is another edition by its digest in a lineage, and that only its bytes differ is told', async () => {
    const { 'copy.json': json = '', ...files } = await inAll();
    const made = sheet({ id: 'made', inputs: [['part', 1, digestOf(json)]] });
    const found = await findings({ 'part.yaml': files['part.yaml'] ?? '', 'made.yaml': made });
    expect(found).toEqual([
      {
        file: 'made.yaml',
        severity: 'error',
        code: 'sheet/stale-input',
        message:
          'the sheet was made with `part:1`, whose content is that of the sheet at hand, in other bytes',
      },
    ]);
  });
});

test.each([
  [['--list', 'reach-candidate'], '`reach-candidate` is not an edition of a list'],
  [['--list', 'a/1', '--list', 'a/2'], '`--list` names two editions of one list, `a/1` and `a/2`'],
  [['--list', 'reach-candidate/2026-13'], '`reach-candidate/2026-13` names no month: `2026-13`'],
  [['--list', 'reach-candidate/2026-0'], '`reach-candidate/2026-0` names no month: `2026-0`'],
])('%j is refused', async (options, message) => {
  const { exit, stderr } = await runLoopsheet(['validate', '.', ...options]);
  expect([exit, stderr.split('\n')[0]]).toEqual([2, `error: ${message}`]);
});

describe('a list that nothing at hand names', () => {
  const files = {
    's.yaml': sheet({ id: 's', answer: 'inputs.no-pvc: { answer: true, list: other/2/2026-01 }' }),
  };
  const validate = (list: string, world: Readonly<Record<string, string>> = files) =>
    runLoopsheet(['validate', '.', '--list', list], { files: world });

  test.each([
    ['reach-candidat/2027-01', 'reach-candidat', 'did you mean `reach-candidate`?'],
    [
      'other/2025',
      'other',
      'the catalogues name `eu-critical-raw-materials`, `eu-nanomaterial-definition`, `reach-candidate`',
    ],
  ])('`%s` is refused', async (list, id, help) => {
    const { exit, stdout, stderr } = await validate(list);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `error: no statement and no answer at hand names the list \`${id}\`\n  = help: ${help}\n`,
    );
  });

  test('is one that an answer names as well', async () => {
    expect((await validate('other/2/2025-01')).exit).toBe(0);
    expect((await validate('other/2/2027-01')).stdout.split(':')[0]).toBe('warning[sheet/old-list]');
  });

  test('may be named by what could not be read', async () => {
    const ran = await validate('other/2025', { 's.yaml': 'loopsheet: sheet/1\n' });
    expect([ran.exit, ran.stdout.split(':')[0]]).toEqual([1, 'error[read/missing-key]']);
  });

  test('is not one that only a catalogue of the run names', async () => {
    const world = { 's.yaml': sheet({ id: 's' }), 'own.catalogue.yaml': ownCatalogue };
    expect((await validate('our-list/2026-01', world)).exit).toBe(0);
  });
});

const ownCatalogue = `loopsheet: catalogue/1
id: own
version: "1"
extends: circularity-core/2026.1
title: Own
note: Own.
statements:
  inputs.of-our-own: { section: inputs, title: T, text: T., guidance: G, level: product, rule: { kind: own }, list: { id: our-list, version: 2026-01 } }
`;

describe("a maker's own answers in a bill", () => {
  const answered = (
    revision: number,
  ): string => `${bill.replace('revision: 1', `revision: ${revision}`)}answers:
  substances.no-svhc: { answer: true, list: reach-candidate/2026-01 }
  inputs.no-pvc: { answer: true, assurance: { level: third-party, by: T, date: 2026-01-01, validUntil: 2026-12-31 } }
`;
  const part = sheet({ id: 'quiet-7' });

  test('are held against the edition of a list that is asked for', async () => {
    const files = { 'quiet-7.yaml': part, 'made.bill.yaml': answered(1) };
    const found = await findings(files, '--list', 'reach-candidate/2026-06');
    expect(found).toContainEqual({
      file: 'made.bill.yaml',
      severity: 'warning',
      code: 'sheet/old-list',
      message:
        'the answer relies on `reach-candidate/2026-01`, which is older than `reach-candidate/2026-06`',
    });
    const enough = await findings(files, '--list', 'reach-candidate/2026-01');
    expect(enough.filter(({ code }) => code === 'sheet/old-list')).toEqual([]);
  });

  test('end soon where their assurance does, unless a newer sheet is there', async () => {
    const args = ['--expires-within', '60', '--as-of', '2026-11-22'];
    const soon = async (files: Readonly<Record<string, string>>) =>
      (await findings(files, ...args)).filter(({ code }) => code === 'sheet/expires-soon');
    expect(await soon({ 'quiet-7.yaml': part, 'made.bill.yaml': answered(1) })).toEqual([
      {
        file: 'made.bill.yaml',
        severity: 'warning',
        code: 'sheet/expires-soon',
        message: 'the assurance of this answer is valid until 2026-12-31 only',
      },
    ]);
    const newer = sheet({ id: 'made', revision: 2 });
    expect(await soon({ 'quiet-7.yaml': part, 'made.bill.yaml': answered(1), 'made.yaml': newer })).toEqual(
      [],
    );
  });
});
