// What a bill's convention settles of its inputs, what it leaves alone, and that what rests on it stays marked.

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesUnder, session } from '../../support/session.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const sheet = (id: string, answers: string, header = 'issued: 2026-05-04'): Uint8Array =>
  encode(`loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: my:${id}
revision: 1
${header}
product: { name: ${id}, level: material, mass: 1 kg }
maker: { name: Maker of ${id} }
answers:
${answers}`);

const bill = (inputs: string, rest = '', conventions = '[unspecified-as-primary]'): Uint8Array =>
  encode(`loopsheet: bill/1
sheet: { id: my:p, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: P, level: component, mass: 2 kg }
maker: { name: Me }
${conventions === '' ? '' : `conventions: ${conventions}\n`}inputs:
${inputs}
processes: [{ effect: join-reversible, takes: [a, b] }]
${rest}`);

const both = '  a: { sheet: a.yaml, mass: 1 kg }\n  b: { sheet: b.yaml, mass: 1 kg }';
const told = '  inputs.total-recycled: 0\n';

type Files = Readonly<Record<string, Uint8Array>>;

const filesOf = (files: Files): Map<string, Uint8Array> =>
  new Map([
    ...filesUnder('catalogues'),
    ...Object.entries(files).map(([name, bytes]) => [`/project/${name}`, bytes] as const),
  ]);

interface Written {
  readonly answer: unknown;
  readonly basis?: string;
  readonly conventions?: readonly string[];
}

/** The band of a group that is true, with its mark; or those that are not ruled out. */
async function bandOf(group: string, files: Files): Promise<string> {
  const memory = filesOf(files);
  const merged = await session(['merge', 'p.bill.yaml', '-o', 'p.yaml'], memory);
  expect(merged.exit).toBe(0);
  const { answers } = parse(merged.files.get('p.yaml') ?? '') as { answers: Record<string, unknown> };
  return bandIn(answers, group);
}

function bandIn(answers: Record<string, unknown>, group: string): string {
  const whole = answers[group];
  const plain = (each: unknown): Written =>
    typeof each === 'object' && each !== null ? (each as Written) : { answer: each };
  if (whole !== undefined)
    return `${plain(whole).answer}${plain(whole).basis === undefined ? '' : ' agreed'}`;
  const bands = Object.entries(answers).filter(([id]) => id.startsWith(`${group}/`));
  const left = bands.filter(([, each]) => plain(each).answer !== false);
  const isAgreed = bands.some(([, each]) => plain(each).basis === 'convention');
  return `${left.map(([id]) => id.slice(group.length + 1)).join(' or ')}${isAgreed ? ' agreed' : ''}`;
}

const post = 'inputs.post-consumer-recycled';
const pre = 'inputs.pre-consumer-recycled';

describe('of one input, beside another without any recycled content', () => {
  test.each<[what: string, group: string, b: Uint8Array, without: string, agreed: string]>([
    ['says nothing', post, sheet('b', '  inputs.no-pvc: true\n'), '0 or 0-10 or 10-25 or 25-50', '0 agreed'],
    ['tells a band', post, sheet('b', `  ${post}: 25-50\n`), '10-25', '10-25'],
    [
      'tells a band of the other kind',
      pre,
      sheet('b', `  ${post}: 25-50\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 agreed',
    ],
    [
      'rules out a band',
      post,
      sheet('b', `  ${post}/95-100: false\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'tells the total',
      post,
      sheet('b', '  inputs.total-recycled: 25-50\n'),
      '0 or 0-10 or 10-25',
      '0 or 0-10 or 10-25',
    ],
    [
      'tells what is primary',
      post,
      sheet('b', '  inputs.primary-material: 50-75\n'),
      '0 or 0-10 or 10-25',
      '0 or 0-10 or 10-25',
    ],
    [
      'books it',
      post,
      sheet('b', '  inputs.recycled-is-attributed: true\n'),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'books it by its custody model',
      post,
      sheet('b', `  ${post}/25-50: { answer: true, custody: mass-balance }\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'tells the share of its plastics',
      post,
      sheet('b', '  inputs.post-consumer-recycled-plastic: 50-75\n'),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'tells what is attributed to it',
      post,
      sheet('b', '  inputs.attributed-recycled: 95-100\n'),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'tells the share of its cobalt',
      post,
      sheet('b', '  inputs.recovered-cobalt: 95-100\n'),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'keeps it back',
      post,
      sheet('b', `  ${post}: { answer: unknown, reason: withheld }\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'was merged without coming to an answer',
      post,
      sheet('b', `  ${post}: { answer: unknown, reason: undetermined }\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'does not know',
      post,
      sheet('b', `  ${post}: { answer: unknown, reason: not-known }\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 agreed',
    ],
    [
      'does not hold it to apply',
      post,
      sheet('b', `  ${post}: not-applicable\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'contradicts itself',
      post,
      sheet('b', `  ${post}: 25-50\n  inputs.total-recycled: 0\n`),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'has told it and is past its validity',
      post,
      sheet('b', `  ${post}: 25-50\n`, 'issued: 2025-05-04\nvalidUntil: 2026-05-04'),
      '0 or 0-10 or 10-25 or 25-50',
      '0 or 0-10 or 10-25 or 25-50',
    ],
    [
      'never told it and is past its validity',
      post,
      sheet('b', '  inputs.no-pvc: true\n', 'issued: 2025-05-04\nvalidUntil: 2026-05-04'),
      '0 or 0-10 or 10-25 or 25-50',
      '0 agreed',
    ],
  ])('that %s', async (_, group, b, without, agreed) => {
    const files = { 'a.yaml': sheet('a', told), 'b.yaml': b };
    expect(await bandOf(group, { ...files, 'p.bill.yaml': bill(both, '', '') })).toBe(without);
    expect(await bandOf(group, { ...files, 'p.bill.yaml': bill(both) })).toBe(agreed);
  });

  test('that has no sheet, or is not in the product', async () => {
    const files = { 'a.yaml': sheet('a', `  ${post}: 75-95\n`) };
    const none = '  a: { sheet: a.yaml, mass: 1 kg }\n  b: { sheet: none, mass: 1 kg }';
    expect(await bandOf(post, { ...files, 'p.bill.yaml': bill(none) })).toBe('25-50 agreed');
    const aid = '  a: { sheet: a.yaml, mass: 2 kg }\n  b: { sheet: none, mass: 1 kg, contained: false }';
    expect(await bandOf(post, { ...files, 'p.bill.yaml': bill(aid) })).toBe('75-95');
  });
});

test.each(['50 g', '0..100 g'])('%s booked in a step before stay booked in the next', async (eligible) => {
  const head = (id: string): string => `loopsheet: bill/1
sheet: { id: my:${id}, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: P, level: component, mass: 100 g }
maker: { name: Me }
`;
  const booking = `inputs: { a: { sheet: a.yaml, mass: 100 g } }
processes: [{ effect: attribute, takes: [a], eligible: ${eligible}, fuelShare: 0 %, lossShare: 0 % }]
`;
  const agreed = 'conventions: [unspecified-as-primary]\n';
  const memory = filesOf({
    'a.yaml': sheet('a', '  inputs.no-pvc: true\n'),
    'booked.bill.yaml': encode(`${head('booked')}${booking}`),
    'at-once.bill.yaml': encode(`${head('at-once')}${agreed}${booking}`),
    'nested.bill.yaml': encode(
      `${head('nested')}${agreed}inputs: { t: { bill: booked.bill.yaml, mass: 100 g } }`,
    ),
    'handed-on.bill.yaml': encode(
      `${head('handed-on')}${agreed}inputs: { t: { sheet: booked.yaml, mass: 100 g } }`,
    ),
  });
  for (const name of ['booked', 'at-once', 'nested', 'handed-on']) {
    const { exit, files } = await session(['merge', `${name}.bill.yaml`, '-o', `${name}.yaml`], memory);
    expect(exit).toBe(0);
    const { answers } = parse(files.get(`${name}.yaml`) ?? '') as { answers: Record<string, unknown> };
    expect([name, bandIn(answers, post), bandIn(answers, pre)]).toEqual([name, 'unknown', 'unknown']);
  }
});

const silent = {
  'a.yaml': sheet('a', `  ${post}: 75-95\n`),
  'b.yaml': sheet('b', '  inputs.no-pvc: true\n'),
};

test('own answers that cannot be so by the convention set it aside, and the maker is told', async () => {
  const own = `answers:\n  ${pre}: 10-25\n`;
  const merged = await session(
    ['merge', 'p.bill.yaml', '-o', 'p.yaml', '--format', 'json'],
    filesOf({ ...silent, 'p.bill.yaml': bill(both, own) }),
  );
  expect(merged.exit).toBe(0);
  expect(merged.files.get('p.yaml')).not.toContain('basis: convention');
  expect(`${merged.stdout}${merged.stderr}`).toContain('merge/convention-set-aside');
});

test('figures in the sheet are those that hold without the convention', async () => {
  const merged = await session(
    ['merge', 'p.bill.yaml', '-o', 'p.yaml', '--quantities'],
    filesOf({ ...silent, 'p.bill.yaml': bill(both) }),
  );
  const { quantities } = parse(merged.files.get('p.yaml') ?? '') as { quantities: Record<string, unknown> };
  expect(quantities[post]).toEqual({ moreThan: '37.5 %', atMost: '97.5 %' });
});

interface Explained {
  readonly explanations: readonly {
    readonly conventions: unknown;
    readonly rests: readonly { readonly kind: string; readonly input?: string }[];
  }[];
}

test('the mark survives every format, and a trace that is read again', async () => {
  const memory = filesOf({ ...silent, 'p.bill.yaml': bill(both) });
  await session(['merge', 'p.bill.yaml', '-o', 'p.yaml'], memory);
  for (const [from, to] of [
    ['p.yaml', 'p.csv'],
    ['p.csv', 'p.json'],
    ['p.json', 'again.yaml'],
  ] as const)
    expect((await session(['convert', from, '-o', to], memory)).exit).toBe(0);
  const text = (path: string): string => new TextDecoder().decode(memory.get(`/project/${path}`));
  expect(text('again.yaml')).toBe(text('p.yaml'));
  const { stdout } = await session(['explain', 'p.yaml', `${post}/25-50`, '--format', 'json'], memory);
  const [explained] = (JSON.parse(stdout) as Explained).explanations;
  expect(explained?.conventions).toEqual(['unspecified-as-primary']);
  expect(explained?.rests.map(({ kind, input }) => `${kind} ${input}`)).toEqual(['convention b', 'answer a']);
});

test('a sheet that leaves the mark out claims more than its bill gives', async () => {
  const memory = filesOf({ ...silent, 'p.bill.yaml': bill(both) });
  await session(['merge', 'p.bill.yaml', '-o', 'p.yaml', '--no-trace'], memory);
  const text = new TextDecoder().decode(memory.get('/project/p.yaml'));
  expect((await session(['validate', '.'], memory)).exit).toBe(0);
  const bare = text.replaceAll(
    /\n {4}basis: convention\n {4}conventions:\n {6}- unspecified-as-primary/g,
    '',
  );
  expect(bare).not.toBe(text);
  memory.set('/project/p.yaml', encode(bare));
  const { exit, stdout, stderr } = await session(['validate', '.'], memory);
  expect(exit).toBe(1);
  expect(`${stdout}${stderr}`).toContain('[sheet/claims-more]');
  expect(`${stdout}${stderr}`).toMatch(/only\s+by\s+`unspecified-as-primary`/);
});

test.each([
  ['[unspecified-as-new]', 'bill/unknown-convention', 'there is `unspecified-as-primary`'],
  ['[]', 'read/wrong-value', 'conventions'],
  ['unspecified-as-primary', 'read/wrong-value', 'conventions'],
])('conventions: %s is refused', async (conventions, code, help) => {
  const { exit, stdout, stderr } = await session(
    ['merge', 'p.bill.yaml', '-o', 'p.yaml'],
    filesOf({ ...silent, 'p.bill.yaml': bill(both, '', conventions) }),
    { width: 400 },
  );
  expect(exit).toBe(1);
  expect(`${stdout}${stderr}`).toContain(`[${code}]`);
  expect(`${stdout}${stderr}`).toContain(help);
});

test.each([
  'basis: convention, conventions: [unspecified-as-primary]',
  'basis: convention',
  'conventions: [unspecified-as-primary]',
])('a maker cannot answer by convention in a bill: %s', async (marks) => {
  const own = `answers:\n  inputs.no-pvc: { answer: true, ${marks} }\n`;
  const { exit, stdout, stderr } = await session(
    ['merge', 'p.bill.yaml', '-o', 'p.yaml'],
    filesOf({ ...silent, 'p.bill.yaml': bill(both, own) }),
    { width: 400 },
  );
  expect(exit).toBe(1);
  expect(`${stdout}${stderr}`).toContain('`inputs.no-pvc` cannot rest on a convention in a bill');
});
